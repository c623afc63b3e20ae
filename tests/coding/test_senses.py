"""Every sense row is shown to work by its own example, and no two rows contradict each other."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from dragoman.coder import Coder
from dragoman.coding.lexicon import Lexicon, SenseRow, sense_rows
from dragoman.coding.word_check import Fault, contradictions, faults_of
from dragoman.errors import TableError
from dragoman.tables.table import Tables

HEADER = "id\tlemma\tpos\tneeds\tactor\trecipient\tcontent\ttype\tmode\tcameo\tcontexts\texample\tnote\n"
LEAST_ROWS = 2500


@cache
def _rows() -> tuple[SenseRow, ...]:
    return tuple(sense_rows(Tables()))


@cache
def _faults() -> tuple[Fault, ...]:
    coder = Coder()
    examples = [{"id": row.id, "text": row.example, "published": "2020-01-15"} for row in _rows()]
    yields = {record.document.id: record.events for record in coder.code(examples)}
    return tuple(faults_of(_rows(), yields, frozenset(coder.lexicon.types)))


def test_the_tables_are_large_and_reach_every_type() -> None:
    types = Counter(row.type for row in _rows())
    assert len(_rows()) >= LEAST_ROWS
    assert min(types[name] for name in Lexicon(Tables()).types) >= 30


def test_no_row_contradicts_another() -> None:
    assert not list(contradictions(_rows()))


@pytest.mark.parametrize("kind", ["untested", "dead"])
def test_every_row_has_an_example_that_yields_its_type(kind: str) -> None:
    assert not [fault for fault in _faults() if fault.kind == kind]


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("x.a\tlick\tx\t\t\t\t\tACCUSE\t\t\t\tX.", "pos"),
        ("x.b\tlick\tv\tobj:nosuchclass\t\t\t\tACCUSE\t\t\t\tX.", "nosuchclass"),
        ("x.c\tlick\tv\t\t\t\t\tNOSUCHTYPE\t\t\t\tX.", "NOSUCHTYPE"),
        ("x.d\tlick\tv\t\t\t\t\tACCUSE\tvisit\t\t\tX.", "mode"),
        ("x.e\tlick\tv\tobj\t\t\t\tACCUSE\t\t\t\tX.", "needs"),
    ],
)
def test_a_wrong_row_of_the_users_own_is_told_with_its_id(tmp_path: Path, row: str, wrong: str) -> None:
    own = tmp_path / "words/en/events/accuse.tsv"
    own.parent.mkdir(parents=True)
    own.write_text(HEADER + row + "\n", encoding="utf-8")
    with pytest.raises(TableError, match=wrong) as told:
        Lexicon(Tables(tmp_path))
    assert row.split("\t")[0] in str(told.value)


def test_a_row_of_the_users_own_is_used(tmp_path: Path) -> None:
    own = tmp_path / "words/en/events/accuse.tsv"
    own.parent.mkdir(parents=True)
    own.write_text(HEADER + "own.pillory\tpillorise\tv\t\t\t\t\tACCUSE\n", encoding="utf-8")
    assert [s.row.id for s in Lexicon(Tables(tmp_path)).senses["pillorise", "v"]] == ["own.pillory"]
