"""`dragoman code`: inputs in, records out on standard output or in a file."""

from __future__ import annotations

import enum
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from dragoman.errors import SettingsError
from dragoman.settings import Settings

if TYPE_CHECKING:
    from dragoman.record import Record

HANDFUL = 5  # documents up to which no progress is shown
FAILED = 1
PLAIN_WIDTH = 140  # columns of the tables where there is no terminal to fit


class Format(enum.StrEnum):
    """How records are written: one indented JSON text, one object a line, or tables for a person."""

    json = "json"
    jsonl = "jsonl"
    table = "table"


def code(
    inputs: Annotated[
        list[str],
        typer.Argument(help="Files, folders, URLs, or - for standard input: HTML, text, JSON Lines, WARC, feed."),
    ],
    published: Annotated[
        str | None, typer.Option(help="The day (YYYY-MM-DD) of documents that do not say theirs.")
    ] = None,
    form: Annotated[
        Format | None, typer.Option("--format", help="Default: table on a terminal, jsonl otherwise.")
    ] = None,
    output: Annotated[Path | None, typer.Option(help="Write here instead of standard output.")] = None,
    workers: Annotated[int, typer.Option(help="Processes; the records and their order stay the same.")] = 1,
    tables: Annotated[Path | None, typer.Option(help="A folder of your own tables, added to the shipped ones.")] = None,
    outcomes: Annotated[Path | None, typer.Option(help="Write one line a document here: what became of it.")] = None,
) -> None:
    """Code news pages into the diplomatic record.

    Examples:

        dragoman code report.html

        dragoman code saved-pages/ --format jsonl --output records.jsonl --workers 2

        cat documents.jsonl | dragoman code - > records.jsonl
    """
    settings = Settings(published=published, workers=workers, tables=tables).checked()
    with ExitStack() as stack:
        target = _target(output, stack)
        chosen = form or (Format.table if output is None and sys.stdout.isatty() else Format.jsonl)
        from dragoman.library import code as code_inputs
        from dragoman.reading.outcomes import Outcomes

        counted = stack.enter_context(Outcomes(outcomes))
        records = counted.count(code_inputs(*inputs, settings=settings))
        _write(_with_progress(records), chosen, target)
    if counted.total > HANDFUL or counted.failed:
        sys.stderr.write(counted.summary() + "\n")
    if counted.failed:
        raise typer.Exit(FAILED)


def _target(output: Path | None, stack: ExitStack) -> BinaryIO:
    if output is None:
        return sys.stdout.buffer
    try:
        return stack.enter_context(output.open("wb"))
    except OSError as error:
        raise SettingsError(f"--output {output}: {error.strerror}; choose a file that can be written") from None


def _with_progress(records: Iterable[Record]) -> Iterator[Record]:
    """The records, with a count and rate on standard error once there are more than a handful and it is a terminal."""
    if not sys.stderr.isatty():
        yield from records
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} documents, {task.fields[rate]}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("coding", total=None, visible=False, rate="")
        for number, record in enumerate(records, 1):
            elapsed = progress.tasks[0].elapsed or 1.0
            progress.update(task, advance=1, visible=number > HANDFUL, rate=f"{number / elapsed:.1f} a second")
            yield record


def _write(records: Iterable[Record], form: Format, target: BinaryIO) -> None:
    import msgspec

    encoder = msgspec.json.Encoder()
    if form is Format.jsonl:
        for record in records:
            target.write(encoder.encode(record) + b"\n")
    elif form is Format.json:
        between = b"[\n"
        for record in records:
            target.write(between + msgspec.json.format(encoder.encode(record)))
            between = b",\n"
        target.write(b"\n]\n" if between == b",\n" else b"[]\n")
    else:
        _print_tables(records, target)


def _print_tables(records: Iterable[Record], target: BinaryIO) -> None:
    from rich.console import Console

    from dragoman.presenting.record_table import record_view

    for record in records:
        console = Console(width=None if sys.stdout.isatty() else PLAIN_WIDTH)
        with console.capture() as captured:
            console.print(record_view(record))
        target.write(captured.get().encode())
