"""The codebook and what it describes are equal: each field and column is there, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
import typer.main

import dragoman
from dragoman import record
from dragoman.archive.archive import Archive
from dragoman.cli import app

DOCS = Path(__file__).parents[2] / "docs"
CODEBOOK = (DOCS / "codebook.md").read_text(encoding="utf-8")
RECORD, TABLES, ANSWERS = re.split(r"^## .*$", CODEBOOK, flags=re.MULTILINE)[1:]
QUESTIONS: dict[str, dict[str, str]] = {
    "events": {}, "statements": {}, "actors": {}, "timeline": {"actor": "USA"}, "network": {},
    "find": {"text": "talks"},
}  # fmt: skip

NAMES = (
    "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%'"
    " AND name NOT LIKE '%words\\_%' ESCAPE '\\'"
)


def sections(part: str) -> dict[str, list[str]]:
    """Names in the first column of the table below each heading."""
    parted = re.split(r"^### (\w+)$", part, flags=re.MULTILINE)[1:]
    return {
        name: re.findall(r"^\| `(\w+)` \|", text, flags=re.MULTILINE)
        for name, text in zip(parted[::2], parted[1::2], strict=True)
    }


def structs() -> dict[str, list[str]]:
    kinds = [kind for kind in vars(record).values() if isinstance(kind, type) and issubclass(kind, msgspec.Struct)]
    return {kind.__name__: list(kind.__struct_encode_fields__) for kind in kinds if kind is not msgspec.Struct}


def test_every_field_of_the_record_is_described_and_no_other() -> None:
    assert sections(RECORD) == structs()


def test_every_column_of_the_tables_is_described_and_no_other(archive: Archive) -> None:
    names = archive.sql(NAMES).column("name")
    columns = {
        str(name): [
            str(column) for column in archive.sql(f"SELECT name FROM pragma_table_info('{name!s}')").column("name")
        ]
        for name in names
    }
    assert sections(TABLES) == columns


@pytest.mark.parametrize("kind", QUESTIONS)
def test_every_column_of_an_answer_is_described_and_no_other(archive: Archive, kind: str) -> None:
    assert sections(ANSWERS)[kind] == list(archive.ask(kind, **QUESTIONS[kind]).columns)
    assert set(sections(ANSWERS)) == set(QUESTIONS)


def options() -> set[str]:
    found = set()
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    for name in ("events", "statements", "timeline", "network", "find", "show", "sql", "diff", "archive"):
        held = commands[name]
        for command in (*getattr(held, "commands", {}).values(), held):
            found |= {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
    return found - {"--help"}


def test_every_option_of_the_archives_commands_is_told() -> None:
    told = (DOCS / "archive.md").read_text(encoding="utf-8")
    assert not {option for option in options() if not re.search(rf"{option}\b", told)}


def test_the_example_in_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Archive.new("crisis.sqlite") as archive:
        list(archive.add(dragoman.code(DOCS.parent / "samples" / "crisis")))
    for snippet in re.findall(
        r"```python\n(.*?)```", (DOCS / "archive.md").read_text(encoding="utf-8"), flags=re.DOTALL
    ):
        held: dict[str, object] = {}
        exec(snippet, held)
        assert held["counts"]
