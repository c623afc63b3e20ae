"""What holds for every input: spans lie in the text in order, the same bytes give the same article, nothing crashes."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.article import Article
from dragoman.reading.intake import read_inputs, read_object
from dragoman.settings import Settings

WORDS = st.sampled_from(
    [
        "The minister", "KABUL (Wire) -", "said on Monday", ".", "\n", "\n\n", "\r\n", " ", "\xa0", "\u200b", "\u202e",
        "By Ada", "Share", "READ MORE:", "https://a.example", "- ", "/", "©", "“", "”", "\ud800", "\u2028", "1.", "<p>",
        "</p>", "<div class='comments'>", "<article>", "<h1>", "<a href=x>", "<!--", "-->", "<script>", "&amp;",
        "<table><tr><td>", "<br><br>", "مرحبا", "東京",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=400), st.lists(WORDS, max_size=60).map("".join))
LIMITS = Settings(max_document_bytes=100_000)


def hold(article: Article) -> None:
    document = article.document
    last = 0
    for block in document.blocks:
        assert last <= block.start < block.end <= len(document.text)
        last = block.end
    assert not any("\ud800" <= character <= "\udfff" for character in document.text)
    assert article.outcome is not None or document.blocks


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text_is_read_as_it_stands(text: str) -> None:
    article = read_object({"id": "t", "text": text}, LIMITS)
    hold(article)
    assert article == read_object({"id": "t", "text": text}, LIMITS)
    if article.outcome is None:
        assert len(article.document.text) == len(text)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_markup_is_read(text: str) -> None:
    article = read_object({"id": "h", "html": f"<html><body>{text}</body></html>"}, LIMITS)
    hold(article)
    assert article == read_object({"id": "h", "html": f"<html><body>{text}</body></html>"}, LIMITS)


@pytest.mark.parametrize(
    "start",
    [b"", b"{", b'{"text":', b"<html>", b"WARC/1.0\r\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"id,text\n", b"<rss>"],
)
@settings(max_examples=30, deadline=None)
@given(rest=st.binary(max_size=300))
def test_any_bytes_are_read(start: bytes, rest: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(start + rest)))
        for article in read_inputs(["-"], LIMITS):
            hold(article)
