"""The command line."""

from __future__ import annotations

import sys
from typing import Annotated

import msgspec
import typer

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.callback()
def dragoman() -> None:
    """Read news, write the diplomatic record."""


@app.command()
def code(
    inputs: list[str],
    published: Annotated[str | None, typer.Option()] = None,
    output_format: Annotated[str | None, typer.Option("--format")] = None,
) -> None:
    """Code files, folders or standard input."""
    from dragoman.coder import Coder
    from dragoman.reading.intake import read_inputs
    from dragoman.settings import Settings

    settings = Settings(published=published)
    encoder = msgspec.json.Encoder()
    for record in Coder(settings).code(read_inputs(inputs, settings)):
        sys.stdout.buffer.write(encoder.encode(record) + b"\n")


def main() -> None:
    """Run the command line."""
    app()
