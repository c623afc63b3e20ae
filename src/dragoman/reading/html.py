"""An HTML page in, its article out: the canonical text with its blocks, and the facts that the page states."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.body import Piece, article_pieces
from dragoman.reading.containers import Containers, Found, says_skip
from dragoman.reading.datelines import dateline_at
from dragoman.reading.days import day_of
from dragoman.reading.furniture import LineRules
from dragoman.reading.limits import Deadline
from dragoman.reading.markup import parse_markup
from dragoman.reading.metadata import Facts, page_facts, ruled, shown_day
from dragoman.reading.outlets import outlet_of
from dragoman.reading.page import Given, Page
from dragoman.reading.rescue import LEAST_TEXT, second_reading
from dragoman.reading.units import Unit, key_of, units_of
from dragoman.record import Block
from dragoman.settings import Settings

PARTED = "\n\n"
DATELINE_PARAGRAPHS = 3
FEWEST_TEASERS = 8  # headings that are links, on a page without a day
LARGEST_RESCUED = 2_000_000  # characters of markup that a slower reading is tried on
LINKS_PER_TEXT = 8  # characters of links to those of the article, in pages of next to no text


def read_html(markup: str, given: Given, rules: LineRules, settings: Settings) -> Page:
    """The page of a document in HTML.

    Raises:
        DocumentError: markup that is no HTML, is nested deeper than the settings allow, or takes too long.
    """
    deadline = Deadline(settings.max_seconds)
    tree = parse_markup(markup)
    facts = page_facts(tree, given.url)
    outlet = outlet_of(facts.url, settings.tables)
    rule = outlet.rule(day_of(given.published) or facts.published or given.fetched) if outlet else None
    body = None
    if outlet:
        facts = replace(facts, outlet=outlet.name)
    if rule:
        facts, body = ruled(tree, facts, rule)
    units = units_of(tree, says_skip, settings.max_html_depth, deadline)
    page = Containers(units, facts.title)
    found = page.find() if body is None else Found(body, 0, 1.0)
    title_key = key_of(facts.title or "")
    pieces = article_pieces(units, page, found, title_key, rules, deadline) if found else []
    if body is None and len(markup) <= LARGEST_RESCUED:
        pieces = second_reading(tree, facts, pieces, found.share if found else 0.0)
    if facts.published is None:
        day, basis = shown_day(units, facts.title)
        facts = replace(facts, published=day, published_basis=basis)
    refusal = _refusal(facts, units, pieces)
    return _page(replace(facts, title=given.title or facts.title), pieces, refusal)


def read_fragment(markup: str, given: Given, rules: LineRules, settings: Settings) -> Page:
    """The page of a piece of HTML that is nothing but an article's text, as feeds carry it.

    Raises:
        DocumentError: as of `read_html`.
    """
    tree = parse_markup(f"<html><body>{markup}</body></html>")
    units = units_of(tree, says_skip, settings.max_html_depth, Deadline(settings.max_seconds))
    pieces = [
        Piece(unit.kind, unit.text)
        for unit in units
        if unit.links < len(unit.text) and rules.known(unit.text, ("any", "tail", "web", "webtail")) is None
    ]
    return _page(Facts(title=given.title), pieces, None if pieces else "empty: no text to code")


def _refusal(facts: Facts, units: list[Unit], pieces: list[Piece]) -> str | None:
    """Why a page is no article: it holds next to no text, is a paywall's stub, mostly links, or a list of stories."""
    size = sum(len(piece.text) for piece in pieces)
    if not size:
        return "not news: no article on the page"
    if size < LEAST_TEXT and not facts.free:
        return f"paywall: a stub of {size} characters"
    if facts.published is not None:
        return None
    links = sum(unit.links for unit in units)
    if size < LEAST_TEXT and links > LINKS_PER_TEXT * size:
        return f"not news: {size} characters among links"
    teasers = sum(unit.kind == "heading" and unit.links > len(unit.text) / 2 for unit in units)
    return "not news: a list of stories" if teasers >= max(FEWEST_TEASERS, len(pieces)) else None


def _page(facts: Facts, pieces: list[Piece], refusal: str | None) -> Page:
    """The canonical text: the title, then the blocks, with a blank line between each two."""
    if facts.title:
        pieces = [Piece("title", facts.title), *pieces]
    blocks: list[Block] = []
    dateline: str | None = None
    day, basis = facts.published, facts.published_basis
    start = paragraphs = 0
    for piece in pieces:
        end = start + len(piece.text)
        opening = None
        if piece.kind == "paragraph" and dateline is None and paragraphs < DATELINE_PARAGRAPHS:
            paragraphs += 1
            opening = dateline_at(piece.text, 0, len(piece.text))
        if opening:
            dateline = opening.text
            if day is None and opening.day:
                day, basis = opening.day, "page"
            blocks.append(Block("dateline", start, start + len(piece.text[: opening.end].rstrip())))
            start += opening.end
        if start < end:
            blocks.append(Block(piece.kind, start, end))
        start = end + len(PARTED)
    return Page(
        text=PARTED.join(piece.text for piece in pieces), blocks=tuple(blocks), url=facts.url, outlet=facts.outlet,
        title=facts.title, section=facts.section, byline=facts.byline, dateline=dateline, published=day,
        published_basis=basis, language=facts.language, refusal=refusal,
    )  # fmt: skip
