"""What `import dragoman` and the command line offer is locked: a change here is a change for users."""

from __future__ import annotations

import typer.main

import dragoman
from dragoman.cli import app

NAMES = ["Archive", "Coder", "DragomanError", "Record", "Settings", "__version__", "code", "schema"]
COMMANDS = {
    "actors", "archive", "code", "diff", "events", "explain", "export", "fetch", "find", "network",
    "schema", "show", "sql", "statements", "timeline", "words",
}  # fmt: skip


def test_the_package_offers_these_names_and_no_others() -> None:
    assert sorted(dragoman.__all__) == NAMES


def test_every_public_name_is_there() -> None:
    assert all(getattr(dragoman, name) is not None for name in NAMES)


def test_the_command_line_offers_these_commands() -> None:
    assert set(typer.main.get_command(app).commands) == COMMANDS  # type: ignore[attr-defined]
