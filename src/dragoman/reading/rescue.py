"""A page in which next to nothing was found in, a second reading out: its JSON-LD, or trafilatura's extraction."""

from __future__ import annotations

import logging

from lxml import etree

from dragoman.reading.body import Piece
from dragoman.reading.metadata import Facts

LEAST_TEXT = 250  # characters of an article; every page of the development set has more
BETTER = 2.0  # how much more text a second reading must find


def second_reading(tree: etree._Element, facts: Facts, pieces: list[Piece]) -> list[Piece]:
    """The pieces that were found, or those of another reading if it has more of the article."""
    found = sum(len(piece.text) for piece in pieces)
    for lines in (_stated(facts), _extracted(tree)):
        other = [Piece("paragraph", " ".join(line.split())) for line in lines if line.strip()]
        if sum(len(piece.text) for piece in other) > max(BETTER * found, LEAST_TEXT):
            return other
    return pieces


def _stated(facts: Facts) -> list[str]:
    """The article as the page's JSON-LD has it, for readers that show it by script only."""
    return (facts.body or "").split("\n")


def _extracted(tree: etree._Element) -> list[str]:
    """trafilatura's extraction, which tries several algorithms; it costs more than all the rest together."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    page = etree.tostring(tree, encoding="unicode", method="html")
    document = bare_extraction(page, favor_precision=True, include_comments=False)
    text = getattr(document, "text", None)
    return text.split("\n") if isinstance(text, str) else []
