"""Rows of named cells in, lines out: column orders, missing values and names of files as each data set has them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from dragoman.export.sieve import Sieve
from dragoman.record import Record
from dragoman.tables.table import Tables

Row = dict[str, str]
Rows = Callable[[Iterable[Record], Sieve], Iterator[Row]]
BREAKS = re.compile(r"[\t\n\r\v\f\x00\x1c-\x1e\x85\u2028\u2029]+")


class ColumnRow(Struct, frozen=True):
    """A column of a format, by its position from 1."""

    format: str
    position: int
    column: str


class Layout(Struct, frozen=True):
    """How a data set writes a row."""

    header: bool
    missing: str
    file: Callable[[Row], str]
    encoding: str = "utf-8"
    quoted: bool = False


@lru_cache(maxsize=16)
def columns(form: str) -> tuple[str, ...]:
    """The columns of a format in order."""
    rows = Tables().rows("export/columns", ColumnRow)
    return tuple(row.column for row in sorted(rows, key=lambda r: r.position) if row.format == form)


def head(form: str, layout: Layout) -> bytes:
    """The header line, empty for a data set without one."""
    return _line(columns(form), layout) if layout.header else b""


def lines(form: str, layout: Layout, rows: Iterable[Row]) -> Iterator[tuple[str, bytes]]:
    """Each row as a line, with the name of the file in which that data set's users would look for it."""
    order = columns(form)
    for row in rows:
        yield layout.file(row), _line([row.get(column) or layout.missing for column in order], layout)


def _line(cells: Iterable[str], layout: Layout) -> bytes:
    clean = [cell if cell.isprintable() else BREAKS.sub(" ", cell) for cell in cells]
    if not layout.quoted:  # a quotation mark would make readers that expect quoting swallow the lines after it
        return ("\t".join(clean).replace('"', "'") + "\n").encode(layout.encoding, "replace")
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(clean)
    return out.getvalue().encode(layout.encoding, "replace")
