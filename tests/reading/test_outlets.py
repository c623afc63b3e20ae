"""Outlets' own rules: dated rows that come before the general ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import TableError
from dragoman.reading.intake import read_object
from dragoman.reading.outlets import outlet_of
from dragoman.record import Document
from dragoman.settings import Settings

ROWS = """
name = "Delta Times"
hosts = ["delta.example"]

[[rules]]
until = 2015-12-31
body = "//div[@id='old']"
title = "//b[1]"
byline = "//i[1]"
published = "//u[1]/@data-day"
section = "//small"

[[rules]]
from = 2016-01-01
drop = ["//div[@class='odd']"]
"""
TEXT = "The envoy crossed the river at noon and was met by the governor on the other bank, witnesses said."
OLD = f"""<html><body><b>Envoy crosses river</b><i>Ada Example</i><u data-day='2014-05-06'>x</u><small>World</small>
<div id='new'><p>{TEXT}</p><p>{TEXT} Again.</p><p>{TEXT} Thrice.</p></div>
<div id='old'><p>Old {TEXT}</p></div></body></html>"""
NEW = f"""<html><head><meta name='date' content='2020-01-02'></head><body><h1>T</h1><article><p>{TEXT} Yes.</p>
<div class='odd'><p>{TEXT} Odd.</p></div><p>{TEXT}</p></article></body></html>"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "outlets").mkdir()
    (tmp_path / "outlets" / "delta.toml").write_text(ROWS)
    return tmp_path


def read(markup: str, own: Path, url: str = "https://www.delta.example/1") -> Document:
    return read_object({"id": "o", "html": markup, "url": url, "published": None}, Settings(tables=own)).document


def test_a_rule_gives_the_body_and_the_facts(own: Path) -> None:
    page = read(OLD.replace("<html>", "<html><head><meta name='date' content='2014-05-06'></head>"), own)
    assert page.text == f"Envoy crosses river\n\nOld {TEXT}"
    assert (page.outlet, page.byline, page.published, page.section) == (
        "Delta Times",
        "Ada Example",
        "2014-05-06",
        ("World",),
    )


def test_the_rule_of_the_day_is_taken(own: Path) -> None:
    page = read(NEW, own)
    assert "Odd." not in page.text
    assert page.text.endswith(TEXT)


def test_other_hosts_are_left_to_the_general_rules(own: Path) -> None:
    assert "Odd." in read(NEW, own, "https://delta.example.org/1").text
    assert outlet_of("https://notdelta.example/", own) is None


def test_the_shipped_outlets_are_sound() -> None:
    outlet = outlet_of("https://www.presstv.ir/Detail/1", None)
    assert outlet is not None
    assert outlet.name == "Press TV"


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("name = 'x'", "hosts"),
        ("name = 'x'\nhosts = ['y']\ncolour = 'red'", "colour"),
        ("name = 'x'\nhosts = ['y']\n[[rules]]\nbody = '//['", "XPath"),
        ("name = ", "mend"),
    ],
)
def test_a_broken_row_says_what_to_mend(tmp_path: Path, rows: str, message: str) -> None:
    (tmp_path / "outlets").mkdir()
    (tmp_path / "outlets" / "x.toml").write_text(rows)
    with pytest.raises(TableError, match=message):
        outlet_of("https://y.example/", tmp_path)
