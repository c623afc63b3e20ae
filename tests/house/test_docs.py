"""The docs say what is there: every command and option, every table and room, and nothing that is not."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

import dragoman
from dragoman.tables.table import SHIPPED

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def test_the_commands_page_is_what_the_command_line_says() -> None:
    script = runpy.run_path(str(ROOT / "scripts/write_command_docs.py"))
    written = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    assert written == script["page"](), "run: python scripts/write_command_docs.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"`((?:src|tests|docs|scripts|benchmarks|samples|requirements)/[\w./-]+\.\w+)`", text)
    missing = [name for name in named if not (ROOT / name).exists()]
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_command_that_a_page_shows_exists(page: Path) -> None:
    commands = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    known = set(re.findall(r"^## (\w+)", commands, re.MULTILINE))
    shown = set(re.findall(r"^    (?:\$ )?dragoman (\w+)", page.read_text(encoding="utf-8"), re.MULTILINE))
    assert shown <= known


def test_every_table_states_its_source_and_licence() -> None:
    tables = sorted(SHIPPED.rglob("*.tsv"))
    assert tables
    silent = [p.name for p in tables if not p.read_text(encoding="utf-8").startswith("#") and p.name != "LICENCES.tsv"]
    assert not silent


def test_the_readme_example_runs() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    snippet = next(code for code in re.findall(r"```python\n(.*?)```", readme, re.DOTALL) if "dragoman.code" in code)
    found: dict[str, object] = {}
    exec(snippet.replace('"report.html"', repr(str(ROOT / "samples/harbour-talks.html"))), found)
    assert found["record"]
    assert dragoman.__version__
