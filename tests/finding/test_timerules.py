"""The time tables: every row can be used, and a user's own rows count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.errors import TableError
from dragoman.finding.timerules import FOLDER, PatternRow, WordRow
from dragoman.finding.times import TimeRules, find_times
from dragoman.finding.timevalues import OPERATIONS
from dragoman.language.reading import Reading
from dragoman.tables.table import Tables


def test_no_pattern_or_id_stands_twice() -> None:
    rows = Tables().rows(f"{FOLDER}/patterns", PatternRow)
    for column in ([row.id for row in rows], [row.pattern for row in rows]):
        assert [cell for cell, count in Counter(column).items() if count > 1] == []


def test_no_word_has_a_class_twice() -> None:
    rows = Tables().rows(f"{FOLDER}/words", WordRow)
    assert [key for key, count in Counter((row.word, row.kind) for row in rows).items() if count > 1] == []


def test_every_operation_has_a_row() -> None:
    used = {row.op for row in Tables().rows(f"{FOLDER}/patterns", PatternRow)} | {"holiday"}
    assert sorted(set(OPERATIONS) - used) == []


def test_a_users_row_adds_a_pattern(tmp_path: Path, read: Callable[..., Reading]) -> None:
    own = tmp_path / "words/en/times"
    own.mkdir(parents=True)
    (own / "holidays.tsv").write_text("name\trule\tvalue\tnote\nliberation day\t02-26\t\t\n", encoding="utf-8")
    found = find_times(read("The emir spoke on Liberation Day.", "2021-03-18"), TimeRules(Tables(tmp_path)))
    assert [(time.text, time.value) for time in found] == [("Liberation Day", "2021-02-26")]


@pytest.mark.parametrize(
    ("cells", "told"),
    [("x\tNOCLASS UNIT\tDATE\tshift\t\t", "no class 'NOCLASS'"), ("x\tthe UNIT\tDATE\tfly\t\t", "no operation 'fly'")],
)
def test_a_row_that_cannot_be_used_is_refused(tmp_path: Path, cells: str, told: str) -> None:
    own = tmp_path / "words/en/times"
    own.mkdir(parents=True)
    (own / "patterns.tsv").write_text(f"id\tpattern\ttype\top\targ\tmod\n{cells}\n", encoding="utf-8")
    with pytest.raises(TableError, match=told):
        TimeRules(Tables(tmp_path))
