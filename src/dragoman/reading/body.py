"""The units of a page in, the article's own out, in reading order, with their kinds; what is furniture is left behind."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.reading.containers import Containers, Found
from dragoman.reading.furniture import LineRules
from dragoman.reading.headers import header_kind
from dragoman.reading.units import Unit
from dragoman.record import BlockKind

LINKED = 0.6
LONGEST_LINK = 150  # characters; a paragraph may be one link, a link list has shorter ones
REPEATED = 40
LEAST_CAPTION = 20
TEXT = frozenset(["paragraph", "quote", "list"])


class Piece(NamedTuple):
    """A block of the article before it has its place in the canonical text."""

    kind: BlockKind
    text: str


def article_pieces(units: list[Unit], page: Containers, found: Found, title_key: str, rules: LineRules) -> list[Piece]:
    """The blocks of the article that the element found holds."""
    kept: list[Piece] = []
    seen: set[str] = set()
    dropped = False  # whether links were left out just before: then a heading above them goes too
    for number in range(found.first, len(units)):
        unit = units[number]
        if not page.inside(number, found.element):
            continue
        kind = _kind(unit, page.furniture(number, found.element), bool(kept), title_key, rules)
        if kind is None or (unit.key in seen and len(unit.text) > REPEATED):
            dropped = dropped or kind is None
            if dropped and kept and kept[-1].kind == "heading":
                kept.pop()
            continue
        dropped = False
        seen.add(unit.key)
        kept.append(Piece(kind, unit.text))
    return _without_tail(kept, rules)


def _kind(unit: Unit, furniture: bool, begun: bool, title_key: str, rules: LineRules) -> BlockKind | None:
    """What a unit of the container is, or None for furniture."""
    if unit.kind == "caption":
        return "caption" if len(unit.text) >= LEAST_CAPTION and not unit.links else None
    if furniture or (unit.links > LINKED * len(unit.text) and len(unit.text) < LONGEST_LINK):
        return None
    if unit.key == title_key or unit.element.tag == "h1":
        return None
    known = rules.known(unit.text, ("any",)) if begun else None
    kind = known.kind if known else None if begun else header_kind(unit.text, rules)
    if kind in ("furniture", "byline", "dateline"):
        return None
    return kind or unit.kind


def _without_tail(kept: list[Piece], rules: LineRules) -> list[Piece]:
    """The blocks without sign-offs, and without headings under which nothing stands."""
    while kept:
        last = kept[-1]
        known = rules.known(last.text, ("any", "tail")) if last.kind in TEXT else None
        if last.kind != "heading" and not (known and known.kind == "furniture"):
            break
        kept.pop()
    return kept
