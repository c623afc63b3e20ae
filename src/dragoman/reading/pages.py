"""The bytes of one document in, its article out, whatever they are."""

from __future__ import annotations

from dragoman.reading.article import Article
from dragoman.reading.decoding import decoded
from dragoman.reading.kinds import HEAD_BYTES, Kind, kind_of
from dragoman.reading.objects import article_of_html, article_of_text
from dragoman.reading.page import Given, set_aside
from dragoman.settings import Settings

REFUSED: dict[Kind, tuple[str, str]] = {
    "empty": ("not_coded", "empty: no bytes but blanks"),
    "binary": ("not_coded", "no page: binary data"),
    "warc": ("not_coded", "no page: an archive within an archive"),
    "zip": ("not_coded", "no page: an archive within an archive"),
    "gzip": ("not_coded", "no page: an archive within an archive"),
}


def read_page(raw: bytes, given: Given, settings: Settings, charset: str | None = None) -> Article:
    """The article of a page in HTML or plain text.

    Args:
        charset: the encoding that came with the bytes, if any.
    """
    if len(raw) > settings.max_document_bytes:
        return too_large(given, settings)
    kind = kind_of(raw[:HEAD_BYTES], given.id)
    if kind in REFUSED:
        return set_aside(given, *REFUSED[kind])
    text = decoded(raw, charset)
    return article_of_html(text, given, settings) if kind == "html" else article_of_text(text, given, settings)


def too_large(given: Given, settings: Settings) -> Article:
    """A document that is over the limit."""
    return set_aside(
        given, "not_coded", f"too large: more than {settings.max_document_bytes} bytes (max_document_bytes)"
    )
