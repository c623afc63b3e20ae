"""The command line. Exit codes: 0 done, 1 some documents failed, 2 wrong use."""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated

import typer

from dragoman import __version__
from dragoman.commands.actors import actors
from dragoman.commands.archive import archive
from dragoman.commands.code import code
from dragoman.commands.explain import explain
from dragoman.commands.export import export
from dragoman.commands.fetch import fetch
from dragoman.commands.questions import diff, events, find, network, show, sql, timeline
from dragoman.commands.schema import schema
from dragoman.commands.statements import statements
from dragoman.commands.words import words
from dragoman.errors import DragomanError

WRONG_USE = 2
INTERRUPTED = 130

app = typer.Typer(
    name="dragoman", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None
)
app.command()(code)
app.command()(explain)
app.command()(export)
app.command()(fetch)
app.command()(schema)
app.command()(statements)
for question in (events, timeline, network, find, show, sql, diff):
    app.command()(question)
app.add_typer(actors, name="actors")
app.add_typer(archive, name="archive")
app.add_typer(words, name="words")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def dragoman(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read news pages and write the diplomatic record: who did what to whom, who said what, when and where."""


def main() -> None:
    """Run the command line; what the package reports goes to standard error as one line."""
    try:
        app()
    except DragomanError as error:
        sys.stderr.write(f"dragoman: {error}\n")
        sys.exit(WRONG_USE)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has left; do not complain at exit
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    finally:
        gc.freeze()  # or the last collection walks through all tables: 0.1 s of a page's 2
