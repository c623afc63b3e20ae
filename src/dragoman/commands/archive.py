"""`dragoman archive`: make an archive, add to it, see what it holds, take documents out, tidy it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.settings import Settings

if TYPE_CHECKING:
    from dragoman.archive.adding import Lacking
    from dragoman.record import Record

FAILED = 1
MEGABYTE = 1_000_000

archive = typer.Typer(no_args_is_help=True, help="Keep records in one file that can be searched and counted.")

File = Annotated[Path, typer.Argument(metavar="FILE", help="The archive.")]


@archive.command("new")
def new(file: File) -> None:
    """Make an empty archive."""
    from dragoman.archive.archive import Archive

    Archive.new(file).close()
    typer.echo(f"{file}: made; add to it with: dragoman archive add {file} INPUT...", err=True)


@archive.command("add")
def add(
    file: File,
    inputs: Annotated[
        list[str], typer.Argument(help="All that `dragoman code` takes, and the JSON Lines that it writes.")
    ],
    published: Annotated[
        str | None, typer.Option(help="The day (YYYY-MM-DD) of documents that do not say theirs.")
    ] = None,
    tables: Annotated[Path | None, typer.Option(help="A folder of your own tables, added to the shipped ones.")] = None,
    workers: Annotated[int, typer.Option(help="Processes; the archive stays the same.")] = 1,
    outcomes: Annotated[Path | None, typer.Option(help="Write one line a document here: what became of it.")] = None,
) -> None:
    """Code inputs and keep their records; what is there already is skipped, what changed is replaced.

    A run that was broken off is taken up by giving the same command again.

    Examples:

        dragoman archive add crisis.sqlite saved-pages/ --workers 2

        dragoman archive add crisis.sqlite records.jsonl
    """
    settings = Settings(published=published, tables=tables, workers=workers).checked()
    from dragoman.archive.adding import Lacking, expected
    from dragoman.archive.archive import Archive
    from dragoman.archive.ingest import Added
    from dragoman.reading.outcomes import Outcomes

    with Archive(file, write=True) as into, Outcomes(outcomes) as counted:
        lacking, done = Lacking(into, settings), Added()
        total = expected(inputs) if sys.stderr.isatty() else None
        records = _with_progress(counted.count(lacking.records(inputs)), lacking, total)
        for counts in into.add(records):
            done = counts
    skipped = done.skipped + lacking.held
    typer.echo(f"{done.added} added, {done.replaced} replaced, {skipped} there already, {done.kept} kept", err=True)
    if counted.failed:
        typer.echo(counted.summary(), err=True)
        raise typer.Exit(FAILED)


def _with_progress(records: Iterable[Record], lacking: Lacking, total: int | None) -> Iterator[Record]:
    """The records, with a bar, the rate and the time left on standard error if it is a terminal."""
    if not sys.stderr.isatty():
        yield from records
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TextColumn("left:"),
        TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("adding", total=total, rate="")
        for number, record in enumerate(records, 1):
            rate = number / (progress.tasks[0].elapsed or 1.0)
            progress.update(task, completed=number + lacking.held, rate=f"{rate:.1f} a second")
            yield record


@archive.command("status")
def status(
    file: File,
    listed: Annotated[bool, typer.Option("--list", help="List the documents with what became of them.")] = False,
) -> None:
    """Tell what an archive holds: documents, statements, and the three levels of events."""
    from dragoman.archive.archive import Archive

    with Archive(file) as held:
        if listed:
            for row in held.sql("SELECT name, status, ifnull(reason, '') FROM document ORDER BY id").rows:
                typer.echo("\t".join(str(cell) for cell in row))
            return
        found = held.status()
    lines = (
        ("documents", f"{found.documents} ({found.coded} coded, {found.not_coded} not coded, {found.failed} failed)"),
        ("statements", found.statements), ("actors", found.actors), ("mentions of events", found.mentions),
        ("events", found.events), ("incidents", found.incidents), ("runs", found.runs),
        ("size", f"{found.size_bytes / MEGABYTE:.1f} MB"), ("schema", found.schema),
    )  # fmt: skip
    for name, value in lines:
        typer.echo(f"{name}\t{value}")


@archive.command("forget")
def forget(file: File, names: Annotated[list[str], typer.Argument(help="Ids of documents.")]) -> None:
    """Take documents out with all that was found in them."""
    from dragoman.archive.archive import Archive

    with Archive(file, write=True) as held:
        gone = held.forget(names)
    typer.echo(f"{gone} forgotten", err=True)
    if gone < len(set(names)):
        typer.echo(
            f"{len(set(names)) - gone} are not there; list ids with: dragoman archive status --list {file}", err=True
        )
        raise typer.Exit(FAILED)


@archive.command("compact")
def compact(file: File) -> None:
    """Give back the room of what was taken out, tidy the search index, and bring an older archive up to date."""
    from dragoman.archive.archive import Archive

    with Archive(file, write=True) as held:
        before = held.status().size_bytes
        held.compact()
        after = held.status().size_bytes
    typer.echo(f"{before / MEGABYTE:.1f} MB, now {after / MEGABYTE:.1f} MB", err=True)
