"""`dragoman statements`: who said what, in inputs that are coded for it, or in an archive that is asked."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.commands.asking import (
    ArchiveOption,
    FormatOption,
    LimitOption,
    OutputOption,
    Since,
    Until,
    is_database,
    limited,
    tell,
)
from dragoman.errors import SettingsError
from dragoman.settings import Settings


def statements(
    inputs: Annotated[
        list[str] | None, typer.Argument(help="Files, folders, URLs, - for standard input; or an archive.")
    ] = None,
    speaker: Annotated[
        str | None, typer.Option(help="Only who has this in the name, or this country (alpha-3) or key.")
    ] = None,
    stance: Annotated[str | None, typer.Option(help="Of an archive: such as promising, denying, accusing.")] = None,
    mode: Annotated[str | None, typer.Option(help="Of an archive: direct, indirect or mixed.")] = None,
    since: Since = None,
    until: Until = None,
    text: Annotated[str | None, typer.Option(help="Of an archive: words of the statement.")] = None,
    published: Annotated[
        str | None, typer.Option(help="The day (YYYY-MM-DD) of documents that do not say theirs.")
    ] = None,
    tables: Annotated[Path | None, typer.Option(help="A folder of your own tables, added to the shipped ones.")] = None,
    archive: ArchiveOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
    limit: LimitOption = None,
) -> None:
    """Print who said what, to whom, when and where: in reports, or in an archive.

    Examples:

        dragoman statements report.html --speaker Rahmani

        dragoman statements --archive crisis.sqlite --speaker Rahmani --stance promising
    """
    if inputs and not (len(inputs) == 1 and is_database(inputs[0])):
        _refuse(stance, mode, since, until, text, form, output, limit)
        _print_coded(inputs, speaker, Settings(published=published, tables=tables).checked())
        return
    from dragoman.archive.questions import StatementQuestion

    question = StatementQuestion(
        speaker=speaker, stance=stance, mode=mode, since=since, until=until, text=text,
        limit=limited(limit, form, output),
    )  # fmt: skip
    tell("statements", question, Path(inputs[0]) if inputs else archive, form, output, limit)


def _refuse(*asked: object) -> None:
    """Filters and formats that need an archive are not for reports."""
    if any(value is not None for value in asked):
        raise SettingsError("of reports only --speaker is asked; the other filters and formats are for an archive")


def _print_coded(inputs: list[str], speaker: str | None, settings: Settings) -> None:
    from dragoman.library import code as code_inputs
    from dragoman.presenting.statement_lines import statement_lines

    for record in code_inputs(*inputs, settings=settings):
        if record.outcome.status != "coded":
            sys.stderr.write(f"{record.document.id}: {record.outcome.status}: {record.outcome.reason}\n")
            continue
        for line in statement_lines(record, speaker=speaker):
            sys.stdout.write(line + "\n")
