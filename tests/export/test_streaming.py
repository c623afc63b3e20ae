"""Exports read one record at a time and give the same bytes on every run."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from dragoman.export.formats import formats
from dragoman.export.sieve import Sieve
from dragoman.measuring.synthetic import synthetic_records
from dragoman.record import Record

WHOLE = {"gexf", "graphml"}  # a network is known only at the end
PARTS = [name for name, form in formats().items() if form.parts is not None]


def counted(read: list[str]) -> Iterator[Record]:
    for record in synthetic_records(60):
        read.append(record.document.id)
        yield record


@pytest.mark.parametrize("name", [name for name in PARTS if name not in WHOLE])
def test_the_first_piece_comes_before_all_records_are_read(name: str) -> None:
    form = formats()[name]
    if form.missing_extra():
        pytest.skip(str(form.missing_extra()))
    assert form.parts is not None
    read: list[str] = []
    next(form.parts(counted(read), Sieve(form.factualities, form.repeats)))
    assert len(read) < 10


@pytest.mark.parametrize("name", PARTS)
def test_two_runs_give_the_same_bytes(name: str) -> None:
    form = formats()[name]
    if form.missing_extra():
        pytest.skip(str(form.missing_extra()))
    assert form.parts is not None
    once, again = (b"".join(piece for _, piece in form.parts(synthetic_records(60), Sieve())) for _ in range(2))
    assert once == again
    assert once.count(b"\n") > 10


def test_the_base_install_is_enough_for_all_that_needs_no_extra() -> None:
    optional = {"pyarrow", "pandas", "followthemoney", "networkx", "geojson", "frictionless"}
    look = f"import sys, dragoman.export.formats as f; f.formats(); print(sorted({optional} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
