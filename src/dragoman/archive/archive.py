"""The archive as a user holds it: make or open one, add records, ask."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import msgspec

from dragoman import __version__
from dragoman.archive import ingest, store
from dragoman.archive.answer import Answer, answered
from dragoman.archive.questions import Question, question
from dragoman.archive.restore import record_of
from dragoman.archive.selecting import Value, selection
from dragoman.archive.tallies import is_in_step
from dragoman.errors import ArchiveError
from dragoman.record import Document, Record, Run

LEVELS = {
    "mentions": "SELECT count(*) FROM event",
    "events": "SELECT count(*) FROM event WHERE same_as IS NULL",
    "incidents": "SELECT count(*) FROM judgement WHERE kind = 'incident' AND same AND NOT withdrawn",
}


@dataclass(frozen=True, slots=True)
class Status:
    """Counts of what an archive holds; the three levels of events are told apart."""

    documents: int
    coded: int
    not_coded: int
    failed: int
    statements: int
    actors: int
    mentions: int
    events: int
    incidents: int
    runs: int
    schema: int
    size_bytes: int


class Archive:
    """An open archive, a context that closes it.

    Args:
        path: the file.
        write: False for questions only; any number of processes may read while one writes.

    Raises:
        ArchiveError: no archive, not an archive, a newer one, read-only, damaged, or in use.
    """

    def __init__(self, path: Path | str, *, write: bool = False) -> None:
        self.path = Path(path)
        opening = store.open_for_writing if write else store.open_for_reading
        self.connection: sqlite3.Connection = opening(self.path)

    @classmethod
    def new(cls, path: Path | str) -> Archive:
        """Make an empty archive and open it for writing.

        Raises:
            ArchiveError: the file is there already, or cannot be made.
        """
        store.create(Path(path))
        return cls(path, write=True)

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def add(self, records: Iterable[Record], *, batch: int = ingest.BATCH) -> Iterator[ingest.Added]:
        """Write records, so many a transaction; yields the counts so far after each, and must be read to the end."""
        return ingest.add_records(self.connection, self.path, records, size=batch)

    def forget(self, names: Iterable[str]) -> int:
        """Take documents out by id; returns how many were there."""
        return ingest.forget(self.connection, self.path, names)

    def holds(self, document: Document, run: Run) -> bool:
        """Whether this content of the document is there as this version and run would code it."""
        return ingest.is_current(self.connection, document, __version__, run)

    def compact(self) -> None:
        """Give back what deleted documents took, and put the search index in order."""
        with store.told(self.path):
            for index in ("document_words", "statement_words"):
                self.connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
            self.connection.execute("VACUUM")
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def record(self, name: str) -> Record:
        """The record of a document as it was added.

        Raises:
            ArchiveError: there is no such document.
        """
        with store.told(self.path):
            found = record_of(self.connection, name)
        if found is None:
            raise ArchiveError(
                f"{self.path} holds no document {name!r}; list them with: dragoman archive status --list {self.path}"
            )
        return found

    def names(self) -> Iterator[str]:
        """The ids of the documents, in the order in which they came."""
        return (row[0] for row in self.connection.execute("SELECT name FROM document ORDER BY id"))

    def records(self) -> Iterator[Record]:
        """All records, in the order in which they came."""
        return (self.record(name) for name in list(self.names()))

    def ask(self, asked: Question | str, **filters: Value | None) -> Answer:
        """The answer to a question of `archive.questions`, or to one by its name with filters.

        archive.ask("events", actor="USA", type="REQUEST", since="2018-01").pandas()

        Raises:
            ArchiveError: no such question or filter, or a value that cannot be read.
        """
        given = {name: value for name, value in filters.items() if value is not None}
        chosen = question(asked, given) if isinstance(asked, str) else asked
        with store.told(self.path):
            selected = selection(self.connection, chosen)
        return answered(self.connection, selected.sql, selected.values)

    def sql(self, query: str) -> Answer:
        """The answer to one SQL statement over the archive's tables; nothing can be changed by it.

        Raises:
            ArchiveError: the statement cannot be run, or would write.
        """
        with store.reading_only(self.connection):
            return answered(self.connection, query)

    def status(self) -> Status:
        """What the archive holds."""
        count = self._count
        by_status = dict(self.connection.execute("SELECT status, count(*) FROM document GROUP BY status").fetchall())
        levels = {level: count(query) for level, query in LEVELS.items()}
        return Status(
            documents=sum(by_status.values()), coded=by_status.get("coded", 0), not_coded=by_status.get("not_coded", 0),
            failed=by_status.get("failed", 0), statements=count("SELECT count(*) FROM statement"),
            actors=count("SELECT count(*) FROM registry"), **levels,
            runs=count("SELECT count(*) FROM run"), schema=count("PRAGMA user_version"),
            size_bytes=sum(p.stat().st_size for p in (self.path, Path(f"{self.path}-wal")) if p.exists()),
        )  # fmt: skip

    def content_hash(self) -> str:
        """A SHA-256 of all records in the order of their documents' ids: archives with the same hash say the same."""
        digest = hashlib.sha256()
        for (name,) in self.connection.execute("SELECT name FROM document ORDER BY name").fetchall():
            digest.update(msgspec.json.encode(self.record(name)))
        return digest.hexdigest()

    def is_consistent(self) -> bool:
        """Whether the counts that questions are answered from are those of the records."""
        return is_in_step(self.connection)

    def _count(self, query: str) -> int:
        return int(self.connection.execute(query).fetchone()[0])
