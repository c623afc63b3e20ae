"""`dragoman statements`: inputs in, who said what out, one statement after the other."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.settings import Settings


def statements(
    inputs: Annotated[list[str], typer.Argument(help="Files, folders, URLs, or - for standard input.")],
    speaker: Annotated[
        str | None, typer.Option(help="Only who has this in the name, or this country (alpha-3) or key.")
    ] = None,
    published: Annotated[
        str | None, typer.Option(help="The day (YYYY-MM-DD) of documents that do not say theirs.")
    ] = None,
    tables: Annotated[Path | None, typer.Option(help="A folder of your own tables, added to the shipped ones.")] = None,
) -> None:
    """Print who said what, to whom, when and where.

    Examples:

        dragoman statements report.html

        dragoman statements report.html --speaker Rahmani
    """
    from dragoman.library import code as code_inputs
    from dragoman.presenting.statement_lines import statement_lines

    settings = Settings(published=published, tables=tables).checked()
    for record in code_inputs(*inputs, settings=settings):
        if record.outcome.status != "coded":
            sys.stderr.write(f"{record.document.id}: {record.outcome.status}: {record.outcome.reason}\n")
            continue
        for line in statement_lines(record, speaker=speaker):
            sys.stdout.write(line + "\n")
