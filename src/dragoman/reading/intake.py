"""Inputs as a user names them in, articles out, in the order given."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from dragoman.errors import DocumentError, InputError
from dragoman.reading.article import Article
from dragoman.reading.furniture import line_rules
from dragoman.reading.page import Given, assemble, set_aside
from dragoman.reading.text import read_text
from dragoman.settings import Settings

SURROGATE = re.compile("[\ud800-\udfff]")
FACTS = ("url", "outlet", "title", "published", "language")


def read_inputs(inputs: Iterable[str], settings: Settings) -> Iterator[Article]:
    """Articles of files, folders and standard input ("-")."""
    for name in inputs:
        raw = sys.stdin.buffer.read() if name == "-" else _file_bytes(name)
        if raw.lstrip().startswith(b"{"):
            for number, line in enumerate(raw.split(b"\n"), 1):
                if line.strip():
                    yield _read_line(line, f"{name}:{number}", settings)
        else:
            yield read_object({"id": name, "text": raw.decode("utf-8", "replace")}, settings)


def _file_bytes(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise InputError(f"{name}: no such file; mend the path") from None


def _read_line(line: bytes, place: str, settings: Settings) -> Article:
    """The article of one line of JSON Lines; what is no object is set aside."""
    try:
        given = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        try:
            given = json.loads(line.decode("utf-8", "replace"))
        except (ValueError, RecursionError) as error:
            return set_aside(Given(id=place), "failed", f"no JSON: {error}")
    if not isinstance(given, dict):
        return set_aside(Given(id=place), "failed", "no JSON object: a line holds one document as {...}")
    return read_object({"id": place, **given}, settings)


def read_object(given: dict[str, object], settings: Settings) -> Article:
    """An article from one object of JSON Lines: `text` or `html`, and what is known of it."""
    facts = {name: _mended(value) for name in FACTS if isinstance(value := given.get(name), str) and value}
    ident = given.get("id")
    section = given.get("section")
    known = Given(
        id=_mended(str(ident)) if ident not in (None, "") else facts.get("url", ""),
        section=tuple(_mended(str(part)) for part in section) if isinstance(section, list) else (),
        **facts,
    )
    text, html = given.get("text"), given.get("html")
    if isinstance(text, str):
        page = read_text(_mended(text), line_rules(settings.tables), known.title)
        return assemble(known, page, settings)
    if isinstance(html, str):
        from dragoman.reading.html import read_html

        try:
            page = read_html(_mended(html), known.url, line_rules(settings.tables), settings)
        except DocumentError as error:
            return set_aside(known, "failed", str(error))
        return assemble(known, page, settings)
    return set_aside(known, "failed", "no text: the object needs a string `text` or `html`")


def _mended(text: str) -> str:
    """The text with each lone surrogate as U+FFFD."""
    return SURROGATE.sub("\ufffd", text)
