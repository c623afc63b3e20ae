"""Fit the weights of event confidence on labelled pairs of actors and print how well they are calibrated.

    python scripts/fit_confidence.py GOLD/dyads.jsonl src/dragoman/tables/ontology/confidence.tsv

Each gold line has `text`, `published` and `dyads` with spans of a source and a target and the root that links them.
Of the events that link a pair each is one observation: right if it has the pair's root.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path

from dragoman.coder import Coder
from dragoman.coding.confidence import properties
from dragoman.coding.events import find_parted
from dragoman.coding.parting import Parted
from dragoman.reading.intake import read_object
from dragoman.record import Actor, Span
from dragoman.settings import Settings

RIDGE = 1.0
STEPS = 3000
RATE = 0.02
YIELD = frozenset({"CONCEDE", "RETREAT"})
HEADER = (
    "# source: scripts/fit_confidence.py on the development pairs, log-odds; licence: Apache-2.0\nproperty\tweight\n"
)

Observation = tuple[tuple[str, ...], bool]


def observations(path: Path) -> Iterator[Observation]:
    """The properties of each event that links a gold pair, and whether its root is the pair's."""
    coder = Coder()
    items = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    given = ({key: item.get(key) for key in ("id", "text", "published")} for item in items)
    articles = [read_object(document, Settings()) for document in given]
    for item, reading in zip(items, coder.parser.read(a.document for a in articles), strict=True):
        findings = coder.findings(reading)
        sides, parted = find_parted(findings, coder.lexicon)
        known = {actor.id: actor for actor in sides.actors()}
        for dyad in item["dyads"]:
            for one in parted:
                if links(one, known, dyad):
                    root = "YIELD" if one.coding.type in YIELD else one.coding.type
                    yield properties(one), root == dyad["root"]


def links(one: Parted, known: dict[str, Actor], dyad: dict[str, list[Span]]) -> bool:
    """Whether an event leads from the marked source to the marked target."""
    sources = {a for a in one.actors if touches(known[a], dyad["source"])}
    targets = {r for r in one.recipients or one.actors if touches(known[r], dyad["target"])}
    return bool(sources and targets and (one.recipients or sources != targets or len(sources) > 1))


def touches(actor: Actor, spans: list[Span]) -> bool:
    """Whether a mention of the actor overlaps one of the spans."""
    return any(m.start < end and start < m.end for m in actor.mentions for start, end in spans)


def fit(data: list[Observation]) -> dict[str, float]:
    """Weights by gradient descent; the intercept `any` is not shrunk."""
    weights = dict.fromkeys(sorted({name for names, _ in data for name in names}), 0.0)
    for _ in range(STEPS):
        slope = {name: (0.0 if name == "any" else -RIDGE * weight) for name, weight in weights.items()}
        for names, right in data:
            gap = right - chance(names, weights)
            for name in names:
                slope[name] += gap
        for name in weights:
            weights[name] += RATE * slope[name] / math.sqrt(len(data))
    return weights


def chance(names: tuple[str, ...], weights: dict[str, float]) -> float:
    """The probability that the weights give."""
    return 1 / (1 + math.exp(-sum(weights[name] for name in names)))


def main() -> None:
    data = list(observations(Path(sys.argv[1])))
    weights = fit(data)
    rows = "".join(f"{name}\t{weight:.3f}\n" for name, weight in weights.items())
    Path(sys.argv[2]).write_text(HEADER + rows, encoding="utf-8")
    bins: dict[int, list[Observation]] = {}
    for names, right in data:
        bins.setdefault(int(chance(names, weights) * 10), []).append((names, right))
    for number, held in sorted(bins.items()):
        mean = sum(chance(names, weights) for names, _ in held) / len(held)
        print(f"{number / 10:.1f}  n {len(held):4d}  given {mean:.2f}  right {sum(r for _, r in held) / len(held):.2f}")


if __name__ == "__main__":
    main()
