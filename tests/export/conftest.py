"""The fixed records, and an export of them as users get it."""

from __future__ import annotations

import pytest
from export_reports import Exported, reports

from dragoman.export.formats import format_named
from dragoman.export.sieve import Sieve
from dragoman.record import Record


@pytest.fixture
def records() -> list[Record]:
    return reports()


@pytest.fixture
def exported(records: list[Record]) -> Exported:
    """A function from a format's name and its sieve's settings to the bytes of one file."""

    def run(name: str, **settings: object) -> bytes:
        form = format_named(name)
        sieve = Sieve(**{"factualities": form.factualities, "repeats": form.repeats, **settings})  # type: ignore[arg-type]
        assert form.parts is not None
        return form.head + b"".join(piece for _, piece in form.parts(records, sieve))

    return run
