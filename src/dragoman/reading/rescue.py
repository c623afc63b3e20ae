"""A page in which next to nothing was found in, a second reading out: its JSON-LD, or trafilatura's extraction."""

from __future__ import annotations

import logging

from lxml import etree

from dragoman.reading.body import Piece
from dragoman.reading.metadata import Facts
from dragoman.reading.units import key_of

LEAST_TEXT = 250  # characters of an article; every page of the development set has more
LEAST_STATED = 600  # characters of a JSON-LD body that is no mere summary
BETTER = 2.0  # how much more text another reading must find where there is next to none
SURE = 0.5  # share of the page's running text in the article's element; below, another reading is asked
LONGEST_KEY = 60  # letters by which a block is known again
AGREED = 0.3  # share of the text that another reading has too; below, the two have found different things


def second_reading(tree: etree._Element, facts: Facts, pieces: list[Piece], share: float) -> list[Piece]:
    """The pieces that were found, or those of another reading where there is doubt.

    Args:
        share: how much of the page's running text stands in the element that was taken for the article's (0 to 1).
    """
    size = _size(pieces)
    stated = _pieces((facts.body or "").split("\n"))
    if size < LEAST_TEXT and _size(stated) > max(BETTER * size, LEAST_TEXT):
        return stated
    denied = _size(stated) > max(LEAST_STATED, size) and _shared(pieces, stated) < AGREED
    if size >= LEAST_TEXT and share >= SURE and not denied:
        return pieces
    other = _pieces(_extracted(tree))
    if size < LEAST_TEXT:
        return other if _size(other) > max(BETTER * size, LEAST_TEXT) else pieces
    return other if _size(other) >= LEAST_TEXT and _shared(pieces, other) < AGREED else pieces


def _size(pieces: list[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)


def _shared(pieces: list[Piece], other: list[Piece]) -> float:
    """The share of a reading's characters that the other has too, in whatever layout."""
    whole = key_of(" ".join(piece.text for piece in other))
    common = sum(len(piece.text) for piece in pieces if key_of(piece.text)[:LONGEST_KEY] in whole)
    return common / max(_size(pieces), 1)


def _pieces(lines: list[str]) -> list[Piece]:
    return [Piece("paragraph", " ".join(line.split())) for line in lines if line.strip()]


def _extracted(tree: etree._Element) -> list[str]:
    """trafilatura's extraction, which tries several algorithms; it costs more than all the rest together."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    page = etree.tostring(tree, encoding="unicode", method="html")
    document = bare_extraction(page, favor_precision=True, include_comments=False)
    text = getattr(document, "text", None)
    return text.split("\n") if isinstance(text, str) else []
