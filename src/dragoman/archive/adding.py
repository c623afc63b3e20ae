"""Inputs as a user names them in, the records that an archive lacks out: what it holds already is not coded again."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

import msgspec

from dragoman import __version__
from dragoman.archive.archive import Archive
from dragoman.errors import InputError
from dragoman.reading.article import Article
from dragoman.reading.intake import ADDRESSES, STANDARD_INPUT, read_inputs
from dragoman.reading.places import files_of
from dragoman.record import Document, Outcome, Record, Run
from dragoman.settings import Settings

if TYPE_CHECKING:
    from dragoman.coder import Coder

CODED = b'{"dragoman":'  # how a line of `dragoman code` begins
BLOCK = 1 << 20
LINES = (".jsonl", ".ndjson")
MANY = (
    ".warc",
    ".gz",
    ".zip",
    ".xml",
    ".rss",
    ".atom",
    ".csv",
    ".tsv",
    ".json",
)  # hold nobody knows how many documents


class Lacking:
    """The records of inputs that an archive lacks; counts the documents that it holds as they are.

    Args:
        archive: where they are to go.
        settings: as for coding.
    """

    def __init__(self, archive: Archive, settings: Settings) -> None:
        self.archive = archive
        self.settings = settings
        self.held = 0
        self._coder: Coder | None = None

    def records(self, inputs: Sequence[str]) -> Iterator[Record]:
        """Records in the order of the inputs: those of files that `dragoman code` wrote as they are, all others coded.

        Raises:
            InputError: the only input cannot be opened; one of several is set aside.
        """
        for name in inputs:
            stream = _coded_stream(name)
            if stream is not None:
                with stream:
                    yield from _read_records(stream, name)
            else:
                yield from self._code(read_inputs([name], self.settings, alone=len(inputs) == 1))

    def _code(self, articles: Iterable[Article]) -> Iterator[Record]:
        from dragoman.coder import Coder
        from dragoman.scaling.local import code_on_processes

        if self._coder is None:
            self._coder = Coder(self.settings)
        missing = self._missing(articles, self._coder.run)
        if self.settings.workers > 1:
            return code_on_processes(missing, self.settings)
        return self._coder.code(missing)

    def _missing(self, articles: Iterable[Article], run: Run) -> Iterator[Article]:
        for article in articles:
            if self.archive.holds(article.document, run):
                self.held += 1
            else:
                yield article


def expected(inputs: Sequence[str]) -> int | None:
    """How many documents the inputs hold, if that can be told without reading them all."""
    total = 0
    for name in inputs:
        if name == STANDARD_INPUT:
            return None
        if name.startswith(ADDRESSES):
            total += 1
            continue
        try:
            counts = [_documents_in(path) for path in files_of(name)]
        except OSError:
            counts = [1]
        if None in counts:
            return None
        total += sum(count or 0 for count in counts)
    return total


def _documents_in(path: str) -> int | None:
    suffix = Path(path).suffix.lower()
    if suffix in LINES:
        with open(path, "rb") as stream:
            return sum(block.count(b"\n") for block in iter(lambda: stream.read(BLOCK), b""))
    return None if suffix in MANY else 1


def _coded_stream(name: str) -> IO[bytes] | None:
    """The open input if it holds records that were coded before."""
    if name == STANDARD_INPUT:
        stdin = cast(io.BufferedReader, sys.stdin.buffer)
        return stdin if stdin.peek(len(CODED)).startswith(CODED) else None
    if not Path(name).is_file():
        return None
    try:
        stream = open(name, "rb")  # noqa: SIM115  the caller closes it
    except OSError as error:
        raise InputError(f"{name}: {error.strerror}; see that it can be read") from None
    if stream.peek(len(CODED)).startswith(CODED):
        return stream
    stream.close()
    return None


def _read_records(stream: IO[bytes], name: str) -> Iterator[Record]:
    """The records of a stream, a line each; a line that is none stands as a document that failed."""
    decoder = msgspec.json.Decoder(Record)
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            record = decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            yield _broken(f"{name}:{number}", f"no record: {error}")
            continue
        unlisted = _named(record) - {actor.id for actor in record.actors}
        if unlisted:
            yield _broken(record.document.id, f"no record: it names actors that it does not list: {sorted(unlisted)}")
        else:
            yield record


def _named(record: Record) -> set[str]:
    named = {who for event in record.events for who in (*event.actors, *event.recipients)}
    spoken = {who for statement in record.statements for who in (statement.speaker, statement.addressee) if who}
    return named | spoken


def _broken(name: str, reason: str) -> Record:
    nothing = Run("", "", "")
    document = Document(id=name, text="")
    return Record(dragoman=__version__, run=nothing, outcome=Outcome("failed", reason), document=document)
