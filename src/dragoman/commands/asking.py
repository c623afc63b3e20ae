"""What the commands that ask an archive share: where it is, how the answer is written, how much of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from dragoman.errors import SettingsError

if TYPE_CHECKING:
    from dragoman.archive.answer import Answer
    from dragoman.archive.questions import Question

SHOWN = 50  # rows of a table, where no limit is given
SQLITE = b"SQLite format 3\0"
VARIABLE = "DRAGOMAN_ARCHIVE"

ArchiveOption = Annotated[Path | None, typer.Option("--archive", envvar=VARIABLE, help="The archive that is asked.")]
FormatOption = Annotated[
    str | None, typer.Option("--format", help="table, csv, jsonl or parquet. Default: table on a terminal, else jsonl.")
]
OutputOption = Annotated[Path | None, typer.Option("--output", help="Write here instead of standard output.")]
LimitOption = Annotated[
    int | None, typer.Option("--limit", min=0, help="At most so many rows; 0 for all. Default: 50 in tables, else all.")
]
Since = Annotated[str | None, typer.Option("--from", help="The first day, month or year: YYYY, YYYY-MM, YYYY-MM-DD.")]
Until = Annotated[str | None, typer.Option("--to", help="The last day, month or year.")]


def given(archive: Path | None) -> Path:
    """The archive that was named.

    Raises:
        SettingsError: none was.
    """
    if archive is None:
        raise SettingsError(f"no archive: name one with --archive FILE, or in the environment as {VARIABLE}")
    return archive


def is_database(name: str) -> bool:
    """Whether a file is an SQLite file, going by its first bytes."""
    try:
        with open(name, "rb") as stream:
            return stream.read(len(SQLITE)) == SQLITE
    except OSError:
        return False


def limited(limit: int | None, form: str | None, output: Path | None) -> int | None:
    """The number of rows to ask for: one more than is shown, so that a table can say whether there are more."""
    if limit == 0:
        return None
    if limit is None:
        return SHOWN + 1 if chosen_form(form, output) == "table" else None
    return limit


def tell(
    kind: str, asked: Question, archive: Path | None, form: str | None, output: Path | None, limit: int | None
) -> Answer:
    """Ask, and write the answer."""
    from dragoman.archive.archive import Archive

    with Archive(given(archive)) as held:
        answer = held.ask(asked)
    write(answer, kind, form, output, limit)
    return answer


def write(answer: Answer, kind: str, form: str | None, output: Path | None, limit: int | None) -> None:
    """Write an answer; a table that no limit was given for is cut, and says so."""
    from dragoman.presenting.answers import Form, write_answer

    chosen = Form(chosen_form(form, output))
    cut = limit is None and chosen is Form.table and len(answer) > SHOWN
    with target_of(output) as target:
        write_answer(answer.first(SHOWN) if cut else answer, chosen, target, kind=kind)
    if cut:
        sys.stdout.flush()
        sys.stderr.write(f"the first {SHOWN}; --limit 0 shows all\n")


def chosen_form(form: str | None, output: Path | None) -> str:
    """The format that was asked for, else a table on a terminal and JSON Lines elsewhere.

    Raises:
        SettingsError: there is no such format.
    """
    known = ("table", "csv", "jsonl", "parquet")
    if form is None:
        return "table" if output is None and sys.stdout.isatty() else "jsonl"
    if form not in known:
        raise SettingsError(f"--format {form}: write one of {', '.join(known)}")
    return form


@contextmanager
def target_of(output: Path | None) -> Iterator[BinaryIO]:
    """The file that is written, or standard output.

    Raises:
        SettingsError: the file cannot be written.
    """
    if output is None:
        yield sys.stdout.buffer
        return
    try:
        stream = output.open("wb")
    except OSError as error:
        raise SettingsError(f"--output {output}: {error.strerror}; choose a file that can be written") from None
    with stream:
        yield stream
