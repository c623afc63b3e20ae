"""Write docs/commands.md from the command line itself, so that neither can say what the other does not.

python scripts/write_command_docs.py [--check]
"""

from __future__ import annotations

import argparse
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

import typer.main

from dragoman.cli import app

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE = Path(__file__).resolve().parents[1] / "docs" / "commands.md"
HEAD = """# Commands

Made by `python scripts/write_command_docs.py` from the command line itself; a test holds the two equal.

Exit codes: 0 done; 1 some documents failed; 2 wrong use (an option, a table, an input, an archive that cannot be used).
Messages and progress go to standard error, results to standard output.
"""


class Parameter(Protocol):
    """What is read of an option or argument."""

    name: str
    opts: list[str]
    param_type_name: str
    hidden: bool
    help: str | None
    default: object
    metavar: str | None


class Command(Protocol):
    """What is read of a command; a group has `commands`."""

    name: str
    help: str | None
    params: Sequence[Parameter]


def commands_of(group: Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Command]]:
    """Every command with its words, in the order of the help."""
    for name, command in cast("dict[str, Command]", getattr(group, "commands", {})).items():
        if hasattr(command, "commands"):
            yield from commands_of(command, (*path, name))
        else:
            yield (*path, name), command


def page() -> str:
    """The text of docs/commands.md."""
    root = cast("Command", typer.main.get_command(app))
    return HEAD + "".join(_section(words, command) for words, command in commands_of(root))


def _section(words: tuple[str, ...], command: Command) -> str:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and p.name != "help"]
    usage = " ".join(["dragoman", *words, *(p.metavar or p.name.upper() for p in arguments)])
    lines = [f"\n## {' '.join(words)}\n", f"    {usage}{' [options]' if options else ''}\n", _told(command) + "\n"]
    if options:
        lines.append("| option | what it does |\n| --- | --- |")
        lines += [f"| `{', '.join(p.opts)}` | {' '.join((p.help or '').split())} |" for p in options]
    return "\n".join(lines) + "\n"


def _told(command: Command) -> str:
    """The help text; its examples, which are indented below a line that says so, become code."""
    text = inspect.cleandoc((command.help or "").replace("\f", ""))
    return "\n".join(f"    {line}" if line.startswith("dragoman ") else line for line in text.splitlines())


def main() -> None:
    """Write the page, or say whether it is as it should be."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        sys.exit(PAGE.read_text(encoding="utf-8") != page())
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
