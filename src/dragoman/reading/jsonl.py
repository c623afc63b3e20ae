"""JSON Lines in, articles out; a single JSON object or list is taken too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.reading.article import Article
from dragoman.reading.decoding import decoded
from dragoman.reading.objects import read_line, read_value
from dragoman.reading.page import Given, set_aside
from dragoman.reading.pages import too_large
from dragoman.settings import Settings


def read_json(stream: BinaryIO, name: str, settings: Settings) -> Iterator[Article]:
    """One article a line, in order; ids of documents without one are the name and the line's number."""
    limit = settings.max_document_bytes
    first = stream.readline(limit + 1)
    if _spread(first):
        rest = stream.read(limit + 1)
        yield from _whole(first + rest, name, settings)
        return
    number, line = 1, first.removeprefix(b"\xef\xbb\xbf")
    while line:
        place = f"{name}:{number}"
        if len(line) > limit:
            yield too_large(Given(id=place), settings)
            _skip_line(stream, line, limit)
        elif line.strip():
            yield read_line(line, place, settings)
        number, line = number + 1, stream.readline(limit + 1)


def _spread(first: bytes) -> bool:
    """Whether a JSON value goes on over several lines."""
    text = first.removeprefix(b"\xef\xbb\xbf").strip()
    return text.startswith(b"[") or text in (b"{", b"") or (text.startswith(b"{") and text.endswith((b",", b"{", b"[")))


def _whole(raw: bytes, name: str, settings: Settings) -> Iterator[Article]:
    """The articles of one JSON text; where it is none, of its lines."""
    if len(raw) > settings.max_document_bytes:
        yield too_large(Given(id=name), settings)
        return
    try:
        value = json.loads(decoded(raw), strict=False)
    except (ValueError, RecursionError) as error:
        if not raw.lstrip().startswith(b"{") or raw.count(b"\n{") == 0:
            yield set_aside(Given(id=name), "failed", f"no JSON: {error}")
            return
        for number, line in enumerate(raw.split(b"\n"), 1):
            if line.strip():
                yield read_line(line, f"{name}:{number}", settings)
        return
    if isinstance(value, dict):
        yield read_value(value, name, settings)
    else:
        for number, part in enumerate(value if isinstance(value, list) else [value], 1):
            yield read_value(part, f"{name}:{number}", settings)


def _skip_line(stream: BinaryIO, line: bytes, limit: int) -> None:
    """Pass over what is left of a line that is too long."""
    while line and not line.endswith(b"\n"):
        line = stream.readline(limit + 1)
