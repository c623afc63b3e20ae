"""docs/exports.md says what each format is, what each switch does, and what each column of ours means."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.main

from dragoman.cli import app
from dragoman.export.formats import formats
from dragoman.export.tabular import fields

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")


def test_every_format_has_its_section_and_no_other_has() -> None:
    headings = re.findall(r"^### `([a-z-]+)`$", PAGE, re.MULTILINE)
    assert headings == list(formats())


@pytest.mark.parametrize("heading", ["How an event with several parties becomes rows", "What each format cannot say"])
def test_every_format_stands_in_the_tables_of_rules_and_limits(heading: str) -> None:
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    first_cells = "".join(line.split("|")[1] for line in section.splitlines() if line.startswith("|"))
    assert set(re.findall(r"`([a-z-]+)`", first_cells)) == set(formats())


def test_every_switch_is_documented() -> None:
    command = typer.main.get_command(app).commands["export"]  # type: ignore[attr-defined]
    switches = {name for option in command.params for name in option.opts if name.startswith("--")}
    assert {name for name in switches if f"`{name}`" not in PAGE} == set()


def test_the_codebook_has_every_column_and_no_other() -> None:
    wanted = [(table, row.column, row.type, row.meaning) for table, rows in fields().items() for row in rows]
    found, table = [], ""
    for line in PAGE.split("## Codebook")[1].splitlines():
        if line.startswith("### Table"):
            table = line.split("`")[1]
        elif line.startswith("| `"):
            column, kind, meaning = (cell.strip() for cell in line.strip("| ").split(" | "))
            found.append((table, column.strip("`"), kind, meaning))
    assert found == wanted


def test_the_example_in_python_runs() -> None:
    for code in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL):
        exec(code, {})
