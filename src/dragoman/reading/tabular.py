"""A table of documents (CSV or TSV) in, articles out: a row a document, columns known by their names."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterator
from functools import lru_cache
from typing import BinaryIO

from msgspec import Struct

from dragoman.reading.article import Article
from dragoman.reading.decoding import decoded
from dragoman.reading.objects import read_object
from dragoman.reading.page import Given, set_aside
from dragoman.settings import Settings
from dragoman.tables.table import SHIPPED, read_rows

SAMPLE_BYTES = 65_536
SAMPLE_ROWS = 20
DELIMITERS = ",\t;|"


class ColumnRow(Struct, frozen=True):
    """A column's name in lower case, and the field of a document that it holds."""

    name: str
    field: str


def is_table(head: bytes) -> bool:
    """Whether the first line names a column of texts among others."""
    line = decoded(head.split(b"\n", 1)[0]).strip()
    delimiter = max(DELIMITERS, key=line.count)
    names = [name.strip(" \"'").lower() for name in line.split(delimiter)]
    return (
        len(names) > 1 and bool({"text", "html"} & {_fields().get(name) for name in names}) and len(line) < SAMPLE_BYTES
    )


def read_table(stream: BinaryIO, name: str, settings: Settings) -> Iterator[Article]:
    """One article a row; ids of rows without one are the name and the row's number.

    A table without a column of texts is one document that is set aside.
    """
    csv.field_size_limit(settings.max_document_bytes)
    sample = stream.read(SAMPLE_BYTES)
    encoding = "utf-8-sig" if _is_utf8(sample) else "cp1252"
    lines = io.TextIOWrapper(
        io.BufferedReader(_Rejoined(sample, stream)), encoding=encoding, errors="replace", newline=""
    )
    first = sample.split(b"\n", 1)[0].decode(encoding, "replace")
    rows = csv.reader(lines, delimiter=max(DELIMITERS, key=first.count))
    header = next(rows, [])
    fields = [_fields().get(column.strip().lower()) for column in header]
    if not {"text", "html"} & set(fields):
        reason = f"no text: the columns are {', '.join(header[:12])!r}; call one of them text"
        yield set_aside(Given(id=name), "failed", reason)
        return
    for number in itertools.count(1):
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield set_aside(Given(id=f"{name}:{number}"), "failed", f"no table row: {error}")
            continue
        if row is None:
            return
        yield read_object({"id": f"{name}:{number}", **_document(row, fields)}, settings)


def _document(row: list[str], fields: list[str | None]) -> dict[str, object]:
    """The fields of a row that are filled; where two columns hold the same field, the first."""
    document: dict[str, object] = {}
    for field, cell in zip(fields, row, strict=False):
        if field and cell.strip() and field not in document:
            document[field] = cell
    return document


def _is_utf8(sample: bytes) -> bool:
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(sample) - 4  # a letter cut in two at the sample's end
    return True


class _Rejoined(io.RawIOBase):
    """A stream of which the first bytes have been read already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        chunk = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(chunk)] = chunk
        return len(chunk)


@lru_cache(maxsize=1)
def _fields() -> dict[str, str]:
    return {row.name: row.field for row in read_rows(SHIPPED / "reading" / "columns.tsv", ColumnRow)}
