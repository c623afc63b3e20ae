"""An HTML page in, its article out: the canonical text with its blocks, and the facts that the page states."""

from __future__ import annotations

from dragoman.reading.body import Piece, article_pieces
from dragoman.reading.containers import Containers, says_skip
from dragoman.reading.datelines import dateline_at
from dragoman.reading.furniture import LineRules
from dragoman.reading.markup import parse_markup
from dragoman.reading.metadata import Facts, page_facts
from dragoman.reading.page import Page
from dragoman.reading.units import Unit, key_of, units_of
from dragoman.record import Block
from dragoman.settings import Settings

PARTED = "\n\n"
DATELINE_PARAGRAPHS = 3


def read_html(markup: str, url: str | None, rules: LineRules, settings: Settings) -> Page:
    """The page of a document in HTML.

    Raises:
        DocumentError: markup that is no HTML, or is nested deeper than the settings allow.
    """
    tree = parse_markup(markup)
    facts = page_facts(tree, url)
    units = units_of(tree, says_skip, settings.max_html_depth)
    pieces = _pieces(units, facts, rules)
    return _page(facts, pieces)


def _pieces(units: list[Unit], facts: Facts, rules: LineRules) -> list[Piece]:
    page = Containers(units, facts.title)
    found = page.find()
    if found is None:
        return []
    return article_pieces(units, page, found, key_of(facts.title or ""), rules)


def _page(facts: Facts, pieces: list[Piece]) -> Page:
    """The canonical text: the title, then the blocks, with a blank line between each two."""
    if facts.title:
        pieces = [Piece("title", facts.title), *pieces]
    blocks: list[Block] = []
    dateline: str | None = None
    start = paragraphs = 0
    for piece in pieces:
        end = start + len(piece.text)
        opening = None
        if piece.kind == "paragraph" and dateline is None and paragraphs < DATELINE_PARAGRAPHS:
            paragraphs += 1
            opening = dateline_at(piece.text, 0, len(piece.text))
        if opening:
            dateline = opening.text
            blocks.append(Block("dateline", start, start + len(piece.text[: opening.end].rstrip())))
            start += opening.end
        if start < end:
            blocks.append(Block(piece.kind, start, end))
        start = end + len(PARTED)
    return Page(
        text=PARTED.join(piece.text for piece in pieces), blocks=tuple(blocks), url=facts.url, outlet=facts.outlet,
        title=facts.title, section=facts.section, byline=facts.byline, dateline=dateline, published=facts.published,
        published_basis=facts.published_basis, language=facts.language,
    )  # fmt: skip
