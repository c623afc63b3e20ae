"""Inputs that once broke the reading room or held it up; benchmarks/fuzz_reading.py adds to them."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest

from dragoman.reading.intake import read_inputs
from dragoman.settings import Settings

CORPUS = sorted((Path(__file__).parent / "corpus").iterdir())
MOST_SECONDS = 5.0


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_what_once_broke_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(path.read_bytes())))
    started = time.monotonic()
    articles = list(read_inputs(["-"], Settings()))
    assert all(article.document.id for article in articles)
    assert time.monotonic() - started < MOST_SECONDS


@pytest.mark.parametrize(
    "line",
    [
        "A" * 20_000,
        "By " + "A" * 20_000 + "!",
        "1" * 20_000 + "x",
        "KABUL " * 5_000,
        ". " * 20_000,
        "/ " * 20_000,
        "share " * 9_000,
    ],
)
@pytest.mark.parametrize(
    "markup", ["{}\n\nThe envoy came to the town on Monday.", "<p>{}</p>" * 3, "<h1>{}<br> <br></h1>"]
)
def test_no_line_holds_the_reading_up(line: str, markup: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(markup.format(line, line, line).encode())))
    started = time.monotonic()
    list(read_inputs(["-"], Settings()))
    assert time.monotonic() - started < MOST_SECONDS
