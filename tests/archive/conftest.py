"""What the archive's tests share: an empty archive, and one of made-up records."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.archive.archive import Archive
from dragoman.measuring.synthetic import synthetic_records
from dragoman.record import Record

COUNT = 150


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.new(tmp_path / "crisis.sqlite")


@pytest.fixture(scope="session")
def records() -> list[Record]:
    return list(synthetic_records(COUNT))


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, records: list[Record]) -> Path:
    path = tmp_path_factory.mktemp("filled") / "filled.sqlite"
    with Archive.new(path) as archive:
        list(archive.add(records))
    return path
