"""A record in, the rows of the archive's tables that hold it out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from dragoman.errors import DocumentError
from dragoman.record import Actor, Event, Record, Span, Statement

Row = tuple[object, ...]
Rows = dict[str, list[Row]]

TABLES = ("block", "actor", "role", "mention", "statement", "timex", "place", "event", "party")
ENCODER = msgspec.json.Encoder()


def collect(rows: Rows, document: int, record: Record, registry: Mapping[str, int]) -> None:
    """Add the rows of a record to those of its batch, table by table.

    Args:
        document: its number in the archive.
        registry: the number of each actor's row in the registry, by the actor's id.

    Raises:
        DocumentError: the record names an actor that it does not list.
    """
    rows["block"] += [(document, n, b.kind, b.start, b.end) for n, b in enumerate(record.document.blocks)]
    for n, actor in enumerate(record.actors):
        _actor(rows, document, n, actor, registry[actor.id])
    numbers = actor_numbers(record)
    published = record.document.published
    rows["statement"] += [
        _statement(document, n, s, numbers, registry.get(s.speaker or ""), published)
        for n, s in enumerate(record.statements)
    ]
    rows["timex"] += [
        (document, n, t.start, t.end, t.type, t.value, t.mod, t.since, t.until, t.note)
        for n, t in enumerate(record.times)
    ]
    rows["place"] += [
        (document, n, p.start, p.end, p.name, p.reading, p.precision, p.geonames_id, p.lat, p.lon, p.country, p.admin1,
         p.feature, encoded([msgspec.structs.astuple(c) for c in p.candidates]))
        for n, p in enumerate(record.places)
    ]  # fmt: skip
    for n, event in enumerate(record.events):
        rows["event"].append(_event(document, n, event, published))
        rows["party"] += [(document, n, 0, i, numbers[who]) for i, who in enumerate(event.actors)]
        rows["party"] += [(document, n, 1, i, numbers[who]) for i, who in enumerate(event.recipients)]


class _Numbers(dict[str | None, int | None]):
    def __missing__(self, actor: str | None) -> int:
        raise DocumentError(f"the record names actor {actor!r} but does not list it; code the document again")


def actor_numbers(record: Record) -> Mapping[str | None, int | None]:
    """The place of each actor in the record, by its id; None for None."""
    numbers = _Numbers({actor.id: n for n, actor in enumerate(record.actors)})
    numbers[None] = None
    return numbers


def event_day(event: Event, published: str | None) -> str | None:
    """The day under which an event is filed: its first, else the document's."""
    return (event.date.since if event.date else None) or published


def encoded(value: object) -> str:
    """Short lists as JSON; the empty one, which is the rule, without the encoder."""
    return ENCODER.encode(value).decode() if value else "[]"


def _actor(rows: Rows, document: int, n: int, actor: Actor, registry: int) -> None:
    rows["actor"].append((document, n, actor.id, registry))
    rows["role"] += [
        (document, n, i, r.title, r.of, r.country, r.since, r.until, r.former, r.start, r.end)
        for i, r in enumerate(actor.roles)
    ]
    rows["mention"] += [(document, n, i, m.start, m.end, m.form) for i, m in enumerate(actor.mentions)]


def _statement(
    document: int,
    n: int,
    statement: Statement,
    numbers: Mapping[str | None, int | None],
    said_by: int | None,
    published: str | None,
) -> Row:
    start, end = _extent(statement.content)
    date = statement.date
    since, until = (date.since, date.until) if date else (None, None)
    return (
        document, n, statement.id, numbers[statement.speaker], said_by, encoded(statement.source),
        encoded(statement.cue), encoded(statement.content), start, end, statement.mode, numbers[statement.addressee],
        statement.occasion, statement.stance, statement.anonymous, since or published, date is not None, since, until,
        statement.place, statement.parent,
    )  # fmt: skip


def _event(document: int, n: int, event: Event, published: str | None) -> Row:
    date, counts = event.date, event.intensity
    since, until, basis = (date.since, date.until, date.basis) if date else (None, None, None)
    killed, injured, crowd = (counts.killed, counts.injured, counts.crowd) if counts else (None, None, None)
    return (
        document, n, event.id, event.type, event.mode, ";".join(event.contexts), event.cameo, event.quad, event.score,
        event_day(event, published), since, until, basis, event.place, event.factuality, event.voice, event.statement,
        killed, injured, crowd, counts is not None, event.same_as, *event.trigger, *event.evidence, event.rule,
        event.confidence,
    )  # fmt: skip


def _extent(spans: tuple[Span, ...]) -> Span:
    return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else (0, 0)


@cache
def insertion(table: str, columns: int) -> str:
    """The SQL that puts a row into a table."""
    return f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})"
