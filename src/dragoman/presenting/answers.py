"""The rows of an answer in, a table for a person or CSV, JSON Lines or Parquet for a program out."""

from __future__ import annotations

import csv
import enum
import io
import re
import sys
from typing import BinaryIO

import msgspec

from dragoman.archive.answer import MISSING, Answer, Cell
from dragoman.errors import SettingsError

PLAIN_WIDTH = 160  # columns of a table where there is no terminal to fit
LONGEST = 120  # characters of a cell in a table
WORDS, WORDS_WIDTH = ("evidence", "words", "snippet"), 36  # columns of running text, and the room that they need
TOLD = {
    "events": (
        "day", "actors", "type", "mode", "recipients", "place", "factuality", "voice", "speaker",
        "evidence", "document",
    ),
    "statements": ("day", "speaker", "country", "sector", "stance", "words", "document"),
}  # fmt: skip


class Form(enum.StrEnum):
    """How an answer is written."""

    table = "table"
    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"


def write_answer(answer: Answer, form: Form, target: BinaryIO, *, kind: str = "") -> None:
    """Write the rows; a table of events or statements shows only the columns that fit a screen.

    Raises:
        ArchiveError: Parquet without pyarrow.
        SettingsError: Parquet to a terminal.
    """
    if form is Form.csv:
        _write_csv(answer, target)
    elif form is Form.jsonl:
        encoder = msgspec.json.Encoder()
        for row in answer:
            target.write(encoder.encode(row) + b"\n")
    elif form is Form.parquet:
        _write_parquet(answer, target)
    else:
        target.write(_table(answer, TOLD.get(kind, answer.columns)).encode())


def _write_csv(answer: Answer, target: BinaryIO) -> None:
    text = io.TextIOWrapper(target, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows(answer.rows)
    text.detach()


def _write_parquet(answer: Answer, target: BinaryIO) -> None:
    if target.isatty():
        raise SettingsError("--format parquet: a terminal cannot show it; give a file with --output")
    table = answer.arrow()
    try:
        from pyarrow import parquet
    except ImportError:
        raise SettingsError(MISSING.format("pyarrow")) from None
    held = io.BytesIO()
    parquet.write_table(table, held)
    target.write(held.getvalue())


def _table(answer: Answer, columns: tuple[str, ...]) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, expand=False)
    numbers = {name for name in columns if _all_numbers(answer.column(name))}
    for name in columns:
        right = "right" if name in numbers else "left"
        wide = WORDS_WIDTH if name in WORDS else None
        table.add_column(name.replace("_", " "), overflow="fold", justify=right, min_width=wide)  # type: ignore[arg-type]
    for row in answer:
        table.add_row(*(_cell(row[name]) for name in columns))
    console = Console(width=None if sys.stdout.isatty() else PLAIN_WIDTH)
    with console.capture() as captured:
        console.print(table)
    return captured.get()


def _all_numbers(cells: list[Cell]) -> bool:
    kinds = {type(cell) for cell in cells if cell is not None}
    return bool(kinds) and kinds <= {int, float}


def _cell(value: Cell) -> str:
    from rich.markup import escape

    text = re.sub(r"\s+", " ", "" if value is None else str(value))
    return escape(text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")
