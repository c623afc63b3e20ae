"""Inputs as a user names them in, articles out, in the order given."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from dragoman.errors import InputError
from dragoman.reading.article import Article
from dragoman.record import Block, Document
from dragoman.settings import Settings

PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


def read_inputs(inputs: Iterable[str], settings: Settings) -> Iterator[Article]:
    """Articles of files, folders and standard input ("-")."""
    for name in inputs:
        text = sys.stdin.read() if name == "-" else _file_text(name)
        if text.lstrip().startswith("{"):
            for line in text.splitlines():
                if line.strip():
                    yield read_object(msgspec.json.decode(line), settings)
        else:
            yield read_text({"id": name, "text": text}, settings)


def _file_text(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InputError(f"{name}: no such file; mend the path") from None


def read_object(given: dict[str, object], settings: Settings) -> Article:
    """An article from one object of JSON Lines."""
    return read_text(given, settings)


def read_text(given: dict[str, object], settings: Settings) -> Article:
    """An article from plain text, coded as it stands."""
    text = str(given.get("text", ""))
    blocks = tuple(Block("paragraph", *match.span()) for match in PARAGRAPH.finditer(text))
    own = given.get("published")
    published = str(own)[:10] if own else settings.published
    return Article(
        Document(
            id=str(given.get("id")), text=text, blocks=blocks, language="en", published=published,
            published_basis="given" if published else None, sha256=hashlib.sha256(text.encode()).hexdigest(),
        )
    )  # fmt: skip
