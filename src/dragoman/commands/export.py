"""`dragoman export`: an archive's or a file's records in, files that other tools read unchanged out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.commands.asking import VARIABLE
from dragoman.errors import DragomanError, InputError, SettingsError

if TYPE_CHECKING:
    from dragoman.export.formats import Format
    from dragoman.export.sieve import Sieve
    from dragoman.record import Record


Form = Annotated[str, typer.Argument(metavar="FORMAT", help="Which format; `list` names them all.")]
From = Annotated[Path | None, typer.Option(envvar=VARIABLE, help="Take the records of this archive.")]
Lines = Annotated[Path | None, typer.Option(help="Take the records of this JSON Lines file instead.")]
Output = Annotated[
    Path | None,
    typer.Option(help="A file, or a folder (a name without suffix) that gets the format's own file names."),
]
Negated = Annotated[bool, typer.Option("--include-negated", help="With events said not to happen.")]
Future = Annotated[bool, typer.Option("--include-future", help="With events yet to come.")]
Hypothetical = Annotated[bool, typer.Option("--include-hypothetical", help="With events that may or might happen.")]
Repeats = Annotated[bool, typer.Option("--include-repeats", help="With each telling of an event in one article.")]
Historical = Annotated[bool, typer.Option("--without-historical", help="Without events told as background.")]
Daily = Annotated[bool, typer.Option("--one-a-day", help="One entry for the same parties' same act on a day.")]
Confidence = Annotated[float, typer.Option(min=0.0, max=1.0, help="Leave out events below this.")]


def export(
    form: Form,
    archive: From = None,
    records: Lines = None,
    output: Output = None,
    include_negated: Negated = False,
    include_future: Future = False,
    include_hypothetical: Hypothetical = False,
    include_repeats: Repeats = False,
    without_historical: Historical = False,
    one_a_day: Daily = False,
    min_confidence: Confidence = 0.0,
) -> None:
    """Write records in another data set's format. What each can and cannot say: docs/exports.md.

    Examples:

        dragoman export gdelt-events --archive crisis.sqlite --output gdelt/

        dragoman export icews --records records.jsonl --one-a-day --min-confidence 0.7 --output events.tab
    """
    from dragoman.export.formats import format_named, formats
    from dragoman.export.sieve import Sieve

    if form == "list":
        sys.stdout.writelines(f"{one.name:16}{one.title}\n" for one in formats().values())
        return
    chosen = format_named(form)
    also = {"negated": include_negated, "future": include_future, "hypothetical": include_hypothetical}
    sieve = Sieve(
        chosen.passing(also, without_historical=without_historical), chosen.repeats or include_repeats, one_a_day,
        min_confidence,
    )  # fmt: skip
    with _records(archive, records) as source:
        _write(chosen, source, sieve, output)
    sys.stderr.write(sieve.summary())


@contextmanager
def _records(archive: Path | None, records: Path | None) -> Iterator[Iterator[Record]]:
    if records is not None:
        yield _lines(records)
    elif archive is not None:
        from dragoman.archive.archive import Archive

        with Archive(archive) as opened:
            yield opened.records()
    else:
        raise SettingsError("give either --archive FILE or --records FILE.jsonl")


def _lines(path: Path) -> Iterator[Record]:
    import msgspec

    from dragoman.record import Record

    decoder = msgspec.json.Decoder(Record)
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                try:
                    yield decoder.decode(line)
                except msgspec.DecodeError as error:
                    raise InputError(
                        f"{path}:{number}: no record ({error}); make the file with: dragoman code"
                    ) from None
    except OSError as error:
        raise InputError(f"--records {path}: {error.strerror}; give a file that can be read") from None


def _write(form: Format, records: Iterator[Record], sieve: Sieve, output: Path | None) -> None:
    from dragoman.export.files import write_folder, write_stream

    missing = form.missing_extra()
    if missing:
        raise SettingsError(missing)
    try:
        if form.parts is None:
            _fill(form, records, sieve, output)
        elif output is None:
            write_stream(form.parts(records, sieve), sys.stdout.buffer, head=form.head)
        elif output.is_dir() or not output.suffix:
            write_folder(form.parts(records, sieve), output, head=form.head)
        else:
            with output.open("wb") as target:
                write_stream(form.parts(records, sieve), target, head=form.head)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise SettingsError(f"--output {output}: {error.strerror}; choose a place that can be written") from None


def _fill(form: Format, records: Iterator[Record], sieve: Sieve, output: Path | None) -> None:
    if output is None:
        raise SettingsError(f"{form.name} is many files; give a folder with --output")
    if form.folder is None:
        raise DragomanError(f"{form.name} writes nothing; report this as a defect")
    form.folder(records, sieve, output)
