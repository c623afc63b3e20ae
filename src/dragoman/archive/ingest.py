"""Records in, rows out: one document a transaction's part, replaced whole or left alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from dragoman.archive.store import transaction
from dragoman.record import Actor, Event, Record, Run, Span, Statement

BATCH = 200  # records a transaction: fewer cost speed, more hold a second writer up
CHILDREN = ("block", "actor", "role", "mention", "statement", "timex", "place", "event", "party")
QUERIES = Path(__file__).parent / "views"

Row = tuple[object, ...]


@dataclass
class Added:
    """What became of the records of a run."""

    added: int = 0
    replaced: int = 0
    skipped: int = 0


def add_records(connection: sqlite3.Connection, path: Path, records: Iterable[Record]) -> Iterator[Added]:
    """Write records in transactions of a batch; yields the counts after each, so that a caller can show progress.

    A document whose content and run are there already is skipped; one with other content or another run is replaced.

    Raises:
        ArchiveError: as `store.transaction`.
    """
    counts = Added()
    batch: list[Record] = []
    for record in records:
        batch.append(record)
        if len(batch) >= BATCH:
            yield _write(connection, path, batch, counts)
            batch = []
    if batch:
        yield _write(connection, path, batch, counts)


def forget(connection: sqlite3.Connection, path: Path, names: Iterable[str]) -> int:
    """Take documents out with all that hangs on them; returns how many there were."""
    with transaction(connection, path):
        found = [_present(connection, name) for name in names]
        for known in found:
            if known:
                _remove(connection, known[0])
    return sum(known is not None for known in found)


def is_current(connection: sqlite3.Connection, name: str, sha256: str, run: Run) -> bool:
    """Whether the archive holds this content of the document as this run would code it."""
    known = _present(connection, name)
    return known is not None and known[1:] == (sha256, _run_id(connection, run))


def _write(connection: sqlite3.Connection, path: Path, batch: list[Record], counts: Added) -> Added:
    rows: dict[str, list[Row]] = {table: [] for table in CHILDREN}
    spoken: list[int] = []
    with transaction(connection, path):
        for record in batch:
            document = _document_id(connection, record, counts)
            if document is not None:
                _collect(rows, document, record)
                spoken.append(document)
        for table in CHILDREN:
            if rows[table]:
                connection.executemany(_insert(table, len(rows[table][0])), rows[table])
        connection.executemany(_query("index_statements"), [(document,) for document in spoken])
    return counts


def _document_id(connection: sqlite3.Connection, record: Record, counts: Added) -> int | None:
    """The number of a document that is to be written, or None if it is there as it should be."""
    document, run = record.document, _run_id(connection, record.run, record.dragoman)
    known = _present(connection, document.id)
    if known and known[1:] == (document.sha256, run):
        counts.skipped += 1
        return None
    if known:
        _remove(connection, known[0])
    counts.replaced += known is not None
    counts.added += known is None
    row = (
        known[0] if known else None, document.id, run, record.outcome.status, record.outcome.reason, document.url,
        document.outlet, document.title, _json(document.section), document.byline, document.dateline,
        document.published, document.published_basis, document.language, document.sha256, document.text,
    )  # fmt: skip
    return connection.execute(_insert("document", len(row)), row).lastrowid


def _present(connection: sqlite3.Connection, name: str) -> tuple[int, str, int] | None:
    found: tuple[int, str, int] | None = connection.execute(
        "SELECT id, sha256, run FROM document WHERE name = ?", (name,)
    ).fetchone()
    return found


def _remove(connection: sqlite3.Connection, document: int) -> None:
    connection.execute(_query("unindex_statements"), (document,))
    connection.execute("DELETE FROM document WHERE id = ?", (document,))


def _run_id(connection: sqlite3.Connection, run: Run, version: str | None = None) -> int:
    from dragoman import __version__

    key = (version or __version__, run.tables, run.model, run.settings)
    connection.execute("INSERT OR IGNORE INTO run (dragoman, tables, model, settings) VALUES (?, ?, ?, ?)", key)
    where = "dragoman = ? AND tables = ? AND model = ? AND settings = ?"
    return int(connection.execute(f"SELECT id FROM run WHERE {where}", key).fetchone()[0])


def _collect(rows: dict[str, list[Row]], document: int, record: Record) -> None:
    """The rows of a record, by table."""
    rows["block"] += [(document, n, b.kind, b.start, b.end) for n, b in enumerate(record.document.blocks)]
    for n, actor in enumerate(record.actors):
        _collect_actor(rows, document, n, actor)
    rows["statement"] += [_statement(document, n, s) for n, s in enumerate(record.statements)]
    rows["timex"] += [
        (document, n, t.start, t.end, t.type, t.value, t.mod, t.since, t.until) for n, t in enumerate(record.times)
    ]
    rows["place"] += [
        (document, n, p.start, p.end, p.name, p.reading, p.precision, p.geonames_id, p.lat, p.lon, p.country, p.admin1,
         p.feature, _json(p.candidates))
        for n, p in enumerate(record.places)
    ]  # fmt: skip
    countries = {actor.id: actor.country for actor in record.actors}
    for n, event in enumerate(record.events):
        rows["event"].append(_event(document, n, event, record.document.published))
        for side, ids in (("actor", event.actors), ("recipient", event.recipients)):
            rows["party"] += [(document, n, side, i, who, countries.get(who)) for i, who in enumerate(ids)]


def _collect_actor(rows: dict[str, list[Row]], document: int, n: int, actor: Actor) -> None:
    sectors = ";".join(actor.sectors)
    rows["actor"].append(
        (document, n, actor.id, actor.name, actor.kind, actor.country, actor.sector, sectors, actor.key)
    )
    rows["role"] += [
        (document, n, i, r.title, r.of, r.country, r.since, r.until, r.former, r.start, r.end)
        for i, r in enumerate(actor.roles)
    ]
    rows["mention"] += [(document, n, i, m.start, m.end, m.form) for i, m in enumerate(actor.mentions)]


def _statement(document: int, n: int, statement: Statement) -> Row:
    start, end = _extent(statement.content)
    date = statement.date
    return (
        document, n, statement.id, statement.speaker, _json(statement.source), _json(statement.cue),
        _json(statement.content), start, end, statement.mode, statement.addressee, statement.occasion, statement.stance,
        statement.anonymous, date is not None, date.since if date else None, date.until if date else None,
        statement.place, statement.parent,
    )  # fmt: skip


def _event(document: int, n: int, event: Event, published: str | None) -> Row:
    date, counts = event.date, event.intensity
    return (
        document, n, event.id, event.type, event.mode, ";".join(event.contexts), event.cameo, event.quad, event.score,
        (date.since if date else None) or published, date.since if date else None, date.until if date else None, date.basis if date else None, event.place,
        event.factuality, event.voice, event.statement, counts.killed if counts else None,
        counts.injured if counts else None, counts.crowd if counts else None, counts is not None, event.same_as,
        *event.trigger, *event.evidence, event.rule, event.confidence,
    )  # fmt: skip


def _extent(spans: tuple[Span, ...]) -> Span:
    return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else (0, 0)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


@cache
def _insert(table: str, columns: int) -> str:
    return f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})"


@cache
def _query(name: str) -> str:
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")
