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

PLAIN_WIDTH = 180  # columns of a table where there is no terminal to fit
LONGEST = 120  # characters of a cell in a table
WORDS, WORDS_WIDTH = ("evidence", "words", "snippet"), 24  # columns of running text, and the room that they need
SHORT = {
    "events": ("day", "actors", "did", "recipients", "place", "told", "evidence", "document"),
    "statements": ("day", "speaker", "stance", "words", "document"),
    "find": ("day", "source", "snippet", "document", "statement"),
}


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
        target.write(_table(_short(answer, kind)).encode())


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


def _short(answer: Answer, kind: str) -> Answer:
    """The columns that fit a screen; those of an act, and of who tells it how, are put together."""
    columns = SHORT.get(kind, answer.columns)
    rows = [tuple(_joined(row, name) for name in columns) for row in answer]
    return Answer(columns, rows)


def _joined(row: dict[str, Cell], name: str) -> Cell:
    if name == "did":
        return " ".join(str(part) for part in (row["type"], row["mode"]) if part)
    if name == "told":
        voice = ": ".join(str(part) for part in (row["voice"], row["speaker"]) if part)
        facts = (
            row["factuality"] if row["factuality"] != "actual" else None,
            voice,
            "again" if row["same_as"] else None,
        )
        return ", ".join(str(fact) for fact in facts if fact)
    return row[name]


def _table(answer: Answer) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, expand=False)
    numbers = {name for name in answer.columns if _all_numbers(answer.column(name))}
    for name in answer.columns:
        right = "right" if name in numbers else "left"
        wide = WORDS_WIDTH if name in WORDS else None
        table.add_column(name.replace("_", " "), overflow="fold", justify=right, min_width=wide)  # type: ignore[arg-type]
    for row in answer.rows:
        table.add_row(*(_cell(cell) for cell in row))
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
