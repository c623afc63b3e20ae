"""Records in, rows of one table a record type out, with the columns of `tables/export/record_columns.tsv`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from dragoman.export.sieve import Sieve
from dragoman.record import Event, Record, Statement
from dragoman.tables.table import Tables

Cells = tuple[object, ...]


class FieldRow(Struct, frozen=True):
    """A column of one of our own tables."""

    table: str
    column: str
    type: str
    meaning: str


@lru_cache(maxsize=1)
def fields() -> dict[str, tuple[FieldRow, ...]]:
    """The columns of each table, in order."""
    rows = Tables().rows("export/record_columns", FieldRow)
    return {name: tuple(row for row in rows if row.table == name) for name in dict.fromkeys(row.table for row in rows)}


def table_rows(record: Record, sieve: Sieve) -> Iterator[tuple[str, Cells]]:
    """Each row of a record with the table it belongs to; events and their parties are those that pass."""
    document = record.document
    yield "documents", _document(record)
    for position, block in enumerate(document.blocks):
        yield "blocks", (document.id, position, block.kind, block.start, block.end)
    yield from _actors(record)
    for statement in record.statements:
        yield "statements", _statement(document.id, statement)
    for time in record.times:
        cells = (time.start, time.end, time.text, time.type, time.value, time.mod, time.since, time.until)
        yield "times", (document.id, *cells)
    yield from _places(record)
    for event in sieve.events(record):
        yield "events", _event(document.id, event)
        for side, ids in (("actor", event.actors), ("recipient", event.recipients)):
            yield from (("parties", (document.id, event.id, side, n, actor)) for n, actor in enumerate(ids))


def _document(record: Record) -> Cells:
    document, run = record.document, record.run
    return (
        document.id, document.url, document.outlet, document.title, list(document.section), document.byline,
        document.dateline, document.published, document.published_basis, document.language, record.outcome.status,
        record.outcome.reason, document.sha256, record.dragoman, run.tables, run.model, run.settings, document.text,
    )  # fmt: skip


def _actors(record: Record) -> Iterator[tuple[str, Cells]]:
    name = record.document.id
    for actor in record.actors:
        cells = (actor.id, actor.name, actor.kind, actor.country, actor.sector, list(actor.sectors), actor.key)
        yield "actors", (name, *cells)
        for role in actor.roles:
            dated = (role.since, role.until, role.former, role.start, role.end)
            yield "roles", (name, actor.id, role.title, role.of, role.country, *dated)
        for mention in actor.mentions:
            yield "mentions", (name, actor.id, mention.start, mention.end, mention.text, mention.form)


def _statement(name: str, statement: Statement) -> Cells:
    date = statement.date
    spans = ([list(span) for span in part] for part in (statement.source, statement.cue, statement.content))
    return (
        name, statement.id, statement.speaker, *spans, statement.mode, statement.addressee, statement.occasion,
        statement.stance, statement.anonymous, date and date.since, date and date.until, statement.place,
        statement.parent,
    )  # fmt: skip


def _places(record: Record) -> Iterator[tuple[str, Cells]]:
    for position, place in enumerate(record.places):
        yield "places", (
            record.document.id, position, place.start, place.end, place.text, place.name, place.reading,
            place.precision, place.geonames_id, place.lat, place.lon, place.country, place.admin1, place.feature,
        )  # fmt: skip


def _event(name: str, event: Event) -> Cells:
    date, hurt = event.date, event.intensity
    return (
        name, event.id, event.type, event.mode, list(event.contexts), event.cameo, event.quad, event.score,
        date and date.since, date and date.until, date and date.basis, event.place, event.factuality, event.voice,
        event.statement, hurt and hurt.killed, hurt and hurt.injured, hurt and hurt.crowd, event.same_as,
        *event.trigger, *event.evidence, event.rule, event.confidence,
    )  # fmt: skip
