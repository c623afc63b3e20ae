"""What the rooms' tests share: the model, loaded once, and readings of short texts."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable

import pytest

from dragoman.language.parse import Parser
from dragoman.language.reading import Reading
from dragoman.record import Block, Document
from dragoman.settings import Settings

Read = Callable[..., Reading]

PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The model of the default settings."""
    settings = Settings()
    return Parser(settings.model)


@pytest.fixture(scope="session")
def read(parser: Parser) -> Read:
    """A function from a text (and its day and title) to the text's Reading; the same text is parsed once a session."""
    known: dict[tuple[str, str | None, str | None], Reading] = {}

    def read_once(text: str, published: str | None = None, title: str | None = None) -> Reading:
        key = (text, published, title)
        if key not in known:
            known[key] = next(iter(parser.read([document_of(text, published, title)])))
        return known[key]

    return read_once


def document_of(text: str, published: str | None = None, title: str | None = None) -> Document:
    """A document whose lines are paragraphs, below its title if there is one."""
    whole = f"{title}\n\n{text}" if title else text
    lines = [match.span() for match in PARAGRAPH.finditer(whole)]
    kinds = ["title" if title and i == 0 else "paragraph" for i in range(len(lines))]
    blocks = tuple(Block(kind, *span) for kind, span in zip(kinds, lines, strict=True))  # type: ignore[arg-type]
    return Document(
        id="test", text=whole, title=title, published=published, language="en", blocks=blocks,
        published_basis="given" if published else None, sha256=hashlib.sha256(whole.encode()).hexdigest(),
    )  # fmt: skip
