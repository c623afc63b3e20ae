"""A feed (RSS or Atom) in, articles out: one for each entry, with the text that the feed itself gives."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping

from dragoman.reading.article import Article
from dragoman.reading.objects import article_of_fragment, article_of_text
from dragoman.reading.page import Given, set_aside
from dragoman.settings import Settings


def read_feed(raw: bytes, name: str, settings: Settings) -> Iterator[Article]:
    """One article an entry, in the feed's order; ids are the entries' own, else their links."""
    for number, (given, text, is_html) in enumerate(_entries(raw, name), 1):
        known = given if given.id else Given(id=f"{name}:{number}", outlet=given.outlet)
        if not text.strip():
            yield set_aside(known, "not_coded", "empty: the entry has a link only; fetch it")
        elif is_html:
            yield article_of_fragment(text, known, settings)
        else:
            yield article_of_text(text, known, settings)


def feed_links(raw: bytes) -> list[str]:
    """The links of a feed's entries, in order, each once."""
    return list(dict.fromkeys(given.url for given, _, _ in _entries(raw, "") if given.url))


def _entries(raw: bytes, name: str) -> Iterator[tuple[Given, str, bool]]:
    """(what is known of it, its text, whether that is HTML) of each entry."""
    import feedparser  # type: ignore[import-untyped]

    feed = feedparser.parse(raw, sanitize_html=False, resolve_relative_uris=False)
    about: Mapping[str, object] = feed.get("feed", {})
    for entry in feed.get("entries", []):
        link = _string(entry.get("link"))
        moment = entry.get("published_parsed") or entry.get("updated_parsed")
        given = Given(
            id=_string(entry.get("id")) or link or "",
            url=link,
            outlet=_string(about.get("title")),
            title=_string(entry.get("title")),
            section=tuple(filter(None, (_string(tag.get("term")) for tag in entry.get("tags", [])[:1]))),
            published=time.strftime("%Y-%m-%d", moment) if moment else None,
            language=_string(about.get("language")),
        )
        text, is_html = _text(entry)
        yield given, text, is_html


def _text(entry: Mapping[str, object]) -> tuple[str, bool]:
    """The longest text of an entry."""
    details = [entry.get("summary_detail"), *_list(entry.get("content"))]
    found = [(str(d.get("value", "")), "html" in str(d.get("type", ""))) for d in details if isinstance(d, Mapping)]
    text, is_html = max(found, key=lambda item: len(item[0]), default=("", False))
    return text, is_html or ("</" in text and "<" in text)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _string(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
