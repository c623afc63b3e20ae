"""The units of a page in, the article's own out, in reading order, with their kinds and without furniture."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.reading.containers import Containers, Found
from dragoman.reading.furniture import Known, LineRules
from dragoman.reading.headers import header_kind
from dragoman.reading.limits import Deadline
from dragoman.reading.units import Unit
from dragoman.record import BlockKind

LINKED = 0.6
LONGEST_LINK = 150  # characters; a paragraph may be one link, a link list has shorter ones
REPEATED = 40
LONGEST_TITLE = 300
LEAST_CAPTION = 20
ENDED = 4  # how much more text above than below a line such as "More stories" makes it the end of the article
TEXT = frozenset(["paragraph", "quote", "list"])
NOT_BODY = frozenset(["furniture", "byline", "dateline"])


class Piece(NamedTuple):
    """A block of the article before it has its place in the canonical text."""

    kind: BlockKind
    text: str


def article_pieces(
    units: list[Unit], page: Containers, found: Found, title_key: str, rules: LineRules, deadline: Deadline
) -> list[Piece]:
    """The blocks of the article that the element found holds."""
    numbers = [n for n in range(found.first, len(units)) if page.inside(n, found.element)]
    left = sum(page.weights[n] for n in numbers)
    kept: list[Piece] = []
    seen: set[str] = set()
    taken = 0.0
    for number in numbers:
        deadline.check()
        unit = units[number]
        left -= page.weights[number]
        known = rules.known(unit.text, ("any", "web")) if kept else None
        if taken > ENDED * left and _ends(unit, known, rules):
            break
        kind = _kind(unit, page.furniture(number, found.element), known, title_key)
        if not kept and kind in TEXT:
            kind = header_kind(unit.text, rules) or kind
        if kind is None or kind in NOT_BODY:
            _drop_heading(kept)
        elif unit.text not in seen or len(unit.text) <= REPEATED:
            seen.add(unit.text)
            kept.append(Piece(kind, unit.text))
            taken += page.weights[number]
    return _without_tail(kept, rules)


def _ends(unit: Unit, known: Known | None, rules: LineRules) -> bool:
    """Whether the article ends above a line: a heading of other stories, or a sign-off."""
    sign = known or rules.known(unit.text, ("tail", "webtail"))
    return sign is not None and sign.ends


def _kind(unit: Unit, furniture: bool, known: Known | None, title_key: str) -> BlockKind | None:
    """What a unit of the container is, or None for furniture."""
    if unit.kind == "caption":
        return "caption" if len(unit.text) >= LEAST_CAPTION and not unit.links else None
    if furniture or (unit.links > LINKED * len(unit.text) and len(unit.text) < LONGEST_LINK):
        return None
    if unit.element.tag == "h1" or (len(unit.text) <= LONGEST_TITLE and unit.key == title_key):
        return None
    return known.kind if known else unit.kind


def _drop_heading(kept: list[Piece]) -> None:
    """Where furniture or a list of links was left out, the heading above it goes too."""
    if kept and kept[-1].kind == "heading":
        kept.pop()


def _without_tail(kept: list[Piece], rules: LineRules) -> list[Piece]:
    """The blocks without sign-offs, and without headings under which nothing stands."""
    while kept:
        last = kept[-1]
        known = rules.known(last.text, ("any", "tail", "web", "webtail")) if last.kind in TEXT else None
        if last.kind != "heading" and not (known and known.kind == "furniture"):
            break
        kept.pop()
    return kept
