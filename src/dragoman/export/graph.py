"""Records in, a network out as GEXF or GraphML: who acts on whom, by type of act, with counts and mean scores."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from dragoman.export.dyads import day_of, is_political, pairs
from dragoman.export.sieve import Sieve
from dragoman.record import Actor, Event, Record

Piece = tuple[str, bytes]
Values = dict[str, str]
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
NODE_FIELDS = {"kind": "string", "country": "string", "sector": "string", "key": "string"}
EDGE_FIELDS = {
    "type": "string", "quad": "integer", "events": "integer", "score": "double", "first": "string", "last": "string",
}  # fmt: skip
GRAPHML_TYPES = {"string": "string", "integer": "int", "double": "double"}


@dataclass(slots=True)
class Edge:
    """All acts of one type of one party on another."""

    source: str
    target: str
    type: str
    quad: int
    scores: list[float] = field(default_factory=list)
    days: list[str] = field(default_factory=list)

    def values(self) -> Values:
        """The attributes; days only where there are any."""
        mean = sum(self.scores) / len(self.scores)
        found = {"type": self.type, "quad": str(self.quad), "events": str(len(self.scores)), "score": f"{mean:.3f}"}
        return found | ({"first": min(self.days), "last": max(self.days)} if self.days else {})


@dataclass(slots=True)
class Network:
    """Parties by their key, or by country and name where they have none; edges by both ends and type."""

    nodes: dict[str, Actor] = field(default_factory=dict)
    edges: dict[tuple[str, str, str], Edge] = field(default_factory=dict)


def network(records: Iterable[Record], sieve: Sieve) -> Network:
    """Each event counts once on the edge of each pair; acts without a recipient give a node and no edge."""
    out, seen = Network(), set()
    for record in records:
        for event in sieve.events(record):
            for actor, recipient in pairs(record, event, is_political):
                ends = [_node(out, party) for party in (actor, recipient) if party]
                told = (day_of(event), *ends, event.type, event.mode)
                if len(ends) == 2 and ends[0] != ends[1] and not (sieve.one_a_day and told in seen):
                    _count(out, ends[0], ends[1], event)
                if sieve.one_a_day:
                    seen.add(told)
    return out


def gexf_parts(records: Iterable[Record], sieve: Sieve) -> Iterator[Piece]:
    """The network as GEXF 1.2, for Gephi."""
    return (("network.gexf", (line + "\n").encode()) for line in _gexf(network(records, sieve)))


def graphml_parts(records: Iterable[Record], sieve: Sieve) -> Iterator[Piece]:
    """The network as GraphML, for igraph, yEd, Cytoscape and networkx."""
    return (("network.graphml", (line + "\n").encode()) for line in _graphml(network(records, sieve)))


def _node(out: Network, actor: Actor) -> str:
    name = actor.key or f"{actor.country or '-'}:{actor.name}"
    out.nodes.setdefault(name, actor)
    return name


def _count(out: Network, source: str, target: str, event: Event) -> None:
    edge = out.edges.setdefault((source, target, event.type), Edge(source, target, event.type, event.quad))
    edge.scores.append(event.score)
    day = day_of(event)
    if day is not None:
        edge.days.append(day.isoformat())


def _node_values(actor: Actor) -> Values:
    found = {"kind": actor.kind, "country": actor.country, "sector": actor.sector, "key": actor.key}
    return {name: value for name, value in found.items() if value}


def _gexf(graph: Network) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph mode="static" defaultedgetype="directed">'
    for kind, known in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
        yield f'<attributes class="{kind}" mode="static">'
        yield from (f'<attribute id="{kind}_{name}" title="{name}" type="{of}"/>' for name, of in known.items())
        yield "</attributes>"
    yield "<nodes>"
    for name, actor in graph.nodes.items():
        values = _gexf_values("node", _node_values(actor))
        yield f"<node id={_attribute(name)} label={_attribute(actor.name)}>{values}</node>"
    yield "</nodes>"
    yield "<edges>"
    for number, edge in enumerate(graph.edges.values()):
        ends = f"source={_attribute(edge.source)} target={_attribute(edge.target)}"
        values = _gexf_values("edge", edge.values())
        yield f'<edge id="{number}" {ends} label="{edge.type}" weight="{len(edge.scores)}">{values}</edge>'
    yield "</edges>"
    yield "</graph></gexf>"


def _gexf_values(kind: str, values: Values) -> str:
    found = "".join(f'<attvalue for="{kind}_{name}" value={_attribute(text)}/>' for name, text in values.items())
    return f"<attvalues>{found}</attvalues>"


def _graphml(graph: Network) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for kind, known in (("node", {"label": "string", **NODE_FIELDS}), ("edge", {"weight": "integer", **EDGE_FIELDS})):
        for name, of in known.items():
            yield f'<key id="{kind}_{name}" for="{kind}" attr.name="{name}" attr.type="{GRAPHML_TYPES[of]}"/>'
    yield '<graph edgedefault="directed">'
    for name, actor in graph.nodes.items():
        yield f"<node id={_attribute(name)}>{_data('node', {'label': actor.name, **_node_values(actor)})}</node>"
    for number, edge in enumerate(graph.edges.values()):
        ends = f"source={_attribute(edge.source)} target={_attribute(edge.target)}"
        values = {"weight": str(len(edge.scores)), **edge.values()}
        yield f'<edge id="e{number}" {ends}>{_data("edge", values)}</edge>'
    yield "</graph></graphml>"


def _data(kind: str, values: Values) -> str:
    return "".join(f'<data key="{kind}_{name}">{escape(_clean(text))}</data>' for name, text in values.items())


def _attribute(text: str) -> str:
    return quoteattr(_clean(text))


def _clean(text: str) -> str:
    return NOT_XML.sub("\ufffd", text)
