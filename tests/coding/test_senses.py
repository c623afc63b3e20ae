"""Every sense row's example yields its type: the rows are their own test."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.coding.lexicon import SenseRow, sense_rows
from dragoman.record import Record
from dragoman.tables.table import Tables

ROWS = list(sense_rows(Tables()))
LEAST_ROWS = 2500


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    examples = dict.fromkeys(row.example for row in ROWS)
    documents = [{"id": example, "text": example, "published": "2020-01-15"} for example in examples]
    return {record.document.id: record for record in Coder().code(documents)}


def yields(row: SenseRow, record: Record) -> bool:
    """Rows in small letters shift another row's type, so that their example needs only an event, real or not."""
    if row.type == "NONE":
        return not record.events
    return row.type.islower() or row.type in {event.type for event in record.events}


def test_there_are_rows_for_the_language_of_news() -> None:
    assert len(ROWS) >= LEAST_ROWS


@pytest.mark.parametrize("kind", sorted({row.type for row in ROWS}))
def test_the_example_of_a_row_yields_its_type(records: dict[str, Record], kind: str) -> None:
    silent = [row.id for row in ROWS if row.type == kind and not yields(row, records[row.example])]
    assert not silent
