"""Records in, rows out: a batch of documents a transaction, each replaced whole or left alone."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.archive.restore import record_of
from dragoman.archive.rows import TABLES, Rows, collect, encoded, insertion
from dragoman.archive.store import transaction
from dragoman.archive.tallies import Tallies, prune
from dragoman.record import Actor, Document, Record, Run

BATCH = 2000  # records a transaction: fewer write the same pages of the indexes too often, more hold a second writer up
SECONDS = 5.0  # after which a batch is written though it is not full, so that a break costs little
VIEWS = Path(__file__).parent / "views"
JUDGED = (("judgement", "left_document"), ("judgement", "right_document"), ("review", "document"))
COLUMNS = (
    "name", "run", "status", "reason", "url", "outlet", "title", "section", "byline", "dateline", "published",
    "published_basis", "language", "sha256", "text",
)  # fmt: skip
UPDATE = f"UPDATE document SET {', '.join(f'{column} = ?' for column in COLUMNS)} WHERE id = ?"
IN_REGISTRY = (
    "SELECT id FROM registry WHERE name = ? AND kind = ? AND ifnull(country, '') = ? AND ifnull(sector, '') = ?"
    " AND sectors = ? AND ifnull(key, '') = ?"
)
INTO_REGISTRY = (
    "INSERT INTO registry (name, kind, country, sector, sectors, key, documents, acts, receives)"
    " VALUES (?, ?, nullif(?, ''), nullif(?, ''), ?, nullif(?, ''), 0, 0, 0)"
)

Known = tuple[int, str, str | None, int, str]


@dataclass
class Added:
    """What became of the records of a run; `kept` are failed ones that did not replace a document that is there."""

    added: int = 0
    replaced: int = 0
    skipped: int = 0
    kept: int = 0

    @property
    def total(self) -> int:
        """Records seen."""
        return self.added + self.replaced + self.skipped + self.kept


def add_records(
    connection: sqlite3.Connection, path: Path, records: Iterable[Record], *, size: int = BATCH
) -> Iterator[Added]:
    """Write records in transactions of a batch; yields the counts after each, so that a caller can show progress.

    A document whose content and run are there already is skipped; one with other content or another run is replaced,
    but not by a record that failed.

    Raises:
        ArchiveError: as `store.transaction`.
        DocumentError: a record that names an actor that it does not list.
    """
    counts = Added()
    batch: list[Record] = []
    written = time.monotonic()
    for record in records:
        batch.append(record)
        if len(batch) >= size or time.monotonic() - written > SECONDS:
            yield _write(connection, path, batch, counts)
            batch, written = [], time.monotonic()
    if batch:
        yield _write(connection, path, batch, counts)


def forget(connection: sqlite3.Connection, path: Path, names: Iterable[str]) -> int:
    """Take documents out with all that hangs on them; returns how many there were."""
    gone = 0
    with transaction(connection, path):
        for name in names:
            known = _present(connection, name)
            if known:
                _clear(connection, known[0], name)
                for table, column in JUDGED:
                    connection.execute(f"DELETE FROM {table} WHERE {column} = ?", known[:1])
                connection.execute("DELETE FROM document WHERE id = ?", known[:1])
                gone += 1
        prune(connection)
    return gone


def is_current(connection: sqlite3.Connection, document: Document, version: str, run: Run) -> bool:
    """Whether the archive holds this content as this run would code it; what failed is tried again."""
    known = _present(connection, document.id)
    if known is None or known[4] == "failed":
        return False
    return known[1:4] == (document.sha256, document.published, _run_id(connection, version, run))


def _write(connection: sqlite3.Connection, path: Path, batch: list[Record], counts: Added) -> Added:
    rows: Rows = {table: [] for table in TABLES}
    tallies, seen = Tallies(), Added()
    writing = _Batch(connection)
    written: dict[int, Record] = {}
    with transaction(connection, path):
        for record in {record.document.id: record for record in batch}.values():
            number = writing.number(record, seen)
            if number is not None:
                written[number] = record
        for number, record in written.items():
            registry = writing.registry(record.actors)
            collect(rows, number, record, registry)
            tallies.count(number, record, registry)
        for table in TABLES:
            if rows[table]:
                connection.executemany(insertion(table, len(rows[table][0])), rows[table])
        tallies.add(connection)
        if seen.replaced:
            prune(connection)
        connection.executemany(_query("index_statements"), [(number,) for number in written])
    seen.skipped += len(batch) - seen.total  # a document that comes twice in a batch: the last one counts
    for name, value in vars(seen).items():
        setattr(counts, name, getattr(counts, name) + value)
    return counts


class _Batch:
    """The numbers of runs and actors that a transaction has looked up."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.runs: dict[tuple[str, Run], int] = {}
        self.actors: dict[tuple[str, ...], int] = {}

    def number(self, record: Record, seen: Added) -> int | None:
        """The number of a document that is to be written, its old rows cleared away; None if it is there already."""
        document, outcome = record.document, record.outcome
        known = _present(self.connection, document.id)
        run = self._run(record)
        if known and known[1:] == (document.sha256, document.published, run, outcome.status):
            seen.skipped += 1
            return None
        if known and outcome.status == "failed" and known[4] != "failed":
            seen.kept += 1
            return None
        row = (
            document.id, run, outcome.status, outcome.reason, document.url, document.outlet, document.title,
            encoded(document.section), document.byline, document.dateline, document.published,
            document.published_basis, document.language, document.sha256, document.text,
        )  # fmt: skip
        if known is None:
            seen.added += 1
            return self.connection.execute(insertion("document", len(row) + 1), (None, *row)).lastrowid
        seen.replaced += 1
        _clear(self.connection, known[0], document.id)
        self.connection.execute(UPDATE, (*row, known[0]))
        return known[0]

    def registry(self, actors: tuple[Actor, ...]) -> dict[str, int]:
        """The number of each actor's row in the registry, made if need be, by the actor's id."""
        return {actor.id: self._actor(actor) for actor in actors}

    def _actor(self, actor: Actor) -> int:
        key = (
            actor.name, actor.kind, actor.country or "", actor.sector or "", ";".join(actor.sectors), actor.key or ""
        )  # fmt: skip
        if key not in self.actors:
            found = self.connection.execute(IN_REGISTRY, key).fetchone()
            number = found[0] if found else self.connection.execute(INTO_REGISTRY, key).lastrowid
            self.actors[key] = int(number or 0)
        return self.actors[key]

    def _run(self, record: Record) -> int:
        key = (record.dragoman, record.run)
        if key not in self.runs:
            found = _run_id(self.connection, *key)
            if found is None:
                row = (None, record.dragoman, record.run.tables, record.run.model, record.run.settings)
                found = self.connection.execute(insertion("run", len(row)), row).lastrowid or 0
            self.runs[key] = found
        return self.runs[key]


def _present(connection: sqlite3.Connection, name: str) -> Known | None:
    query = "SELECT id, sha256, published, run, status FROM document WHERE name = ?"
    found: Known | None = connection.execute(query, (name,)).fetchone()
    return found


def _run_id(connection: sqlite3.Connection, version: str, run: Run) -> int | None:
    query = "SELECT id FROM run WHERE dragoman = ? AND tables = ? AND model = ? AND settings = ?"
    found = connection.execute(query, (version, run.tables, run.model, run.settings)).fetchone()
    return int(found[0]) if found else None


def _clear(connection: sqlite3.Connection, number: int, name: str) -> None:
    """Take out all that was found in a document; what people judged of it stays."""
    record = record_of(connection, name)
    if record is None:
        return
    query = "SELECT id, registry FROM actor WHERE document = ?"
    tallies = Tallies()
    tallies.count(number, record, dict(connection.execute(query, (number,)).fetchall()))
    tallies.take(connection)
    connection.execute(_query("unindex_statements"), (number,))
    for table in TABLES:
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (number,))


@cache
def _query(name: str) -> str:
    return (VIEWS / f"{name}.sql").read_text(encoding="utf-8")
