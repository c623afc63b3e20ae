"""The archive keeps records whole, skips what it has, replaces what changed, and says clearly what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.archive.archive import Archive
from dragoman.measuring.synthetic import synthetic_records
from dragoman.record import Record


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.new(tmp_path / "crisis.sqlite")


def fill(archive: Archive, records: list[Record]) -> tuple[int, int, int]:
    last = list(archive.add(records))[-1]
    return last.added, last.replaced, last.skipped


def test_a_record_comes_back_as_it_was_added(archive: Archive) -> None:
    records = list(synthetic_records(30))
    fill(archive, records)
    assert list(archive.records()) == records


def test_adding_again_skips_and_changes_nothing(archive: Archive) -> None:
    records = list(synthetic_records(12))
    assert fill(archive, records) == (12, 0, 0)
    before = archive.content_hash()
    assert fill(archive, records) == (0, 0, 12)
    assert archive.content_hash() == before
