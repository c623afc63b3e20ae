"""Objects as in JSON Lines in, articles out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

import msgspec

from dragoman.errors import DocumentError
from dragoman.reading.article import Article
from dragoman.reading.furniture import line_rules
from dragoman.reading.limits import Deadline
from dragoman.reading.page import Given, assemble, set_aside
from dragoman.reading.text import read_text
from dragoman.settings import Settings

SURROGATE = re.compile("[\ud800-\udfff]")
FACTS = ("url", "outlet", "title", "published", "language")


def read_line(line: bytes, place: str, settings: Settings) -> Article:
    """The article of one line of JSON Lines; what is no object is set aside.

    Args:
        place: the id of a document that has none of its own: the input's name and the line's number.
    """
    try:
        given = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        try:
            given = json.loads(line.decode("utf-8", "replace"))
        except (ValueError, RecursionError) as error:
            return set_aside(Given(id=place), "failed", f"no JSON: {error}")
    return read_value(given, place, settings)


def read_value(given: object, place: str, settings: Settings) -> Article:
    """The article of one JSON value, which should be an object."""
    if not isinstance(given, dict):
        return set_aside(Given(id=place), "failed", "no JSON object: a line holds one document as {...}")
    return read_object({"id": place, **given}, settings)


def read_object(given: Mapping[str, object], settings: Settings) -> Article:
    """An article from one object: `text` or `html`, and what is known of it (id, url, outlet, title, published,
    language, section)."""
    facts = {name: mended(value) for name in FACTS if isinstance(value := given.get(name), str) and value.strip()}
    ident, section = given.get("id"), given.get("section")
    sections = section if isinstance(section, list | tuple) else [section]
    known = Given(
        id=mended(str(ident)) if ident not in (None, "") else facts.get("url", ""),
        section=tuple(mended(part) for part in sections if isinstance(part, str) and part),
        **facts,
    )
    text, html = given.get("text"), given.get("html")
    if isinstance(text, str):
        return article_of_text(mended(text), known, settings)
    if isinstance(html, str):
        return article_of_html(mended(html), known, settings)
    return set_aside(known, "failed", "no text: the object needs a string `text` or `html`")


def article_of_text(text: str, given: Given, settings: Settings) -> Article:
    """The article of a text as it stands."""
    if len(text) > settings.max_characters:
        return set_aside(given, "not_coded", f"too long: {len(text)} characters, {settings.max_characters} at most")
    try:
        page = read_text(text, line_rules(settings.tables), Deadline(settings.max_seconds), given.title)
    except DocumentError as error:
        return set_aside(given, "failed", str(error))
    return assemble(given, page, settings)


def article_of_html(markup: str, given: Given, settings: Settings) -> Article:
    """The article of a page in HTML; one that cannot be read is set aside."""
    from dragoman.reading.html import read_html  # costs a tenth of a second, and plain texts do without

    try:
        page = read_html(markup, given, line_rules(settings.tables), settings)
    except DocumentError as error:
        return set_aside(given, "failed", str(error))
    return assemble(given, page, settings)


def article_of_fragment(markup: str, given: Given, settings: Settings) -> Article:
    """The article of a piece of HTML without a page around it."""
    from dragoman.reading.html import read_fragment

    try:
        page = read_fragment(markup, given, line_rules(settings.tables), settings)
    except DocumentError as error:
        return set_aside(given, "failed", str(error))
    return assemble(given, page, settings)


def mended(text: str) -> str:
    """The text with each lone surrogate as U+FFFD."""
    try:
        text.encode()  # a hundred times as fast as to look for one
    except UnicodeEncodeError:
        return SURROGATE.sub("\ufffd", text)
    return text
