"""One line of a page in, what it surely is out: furniture, a caption, or nothing that the tables know."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from msgspec import Struct

from dragoman.errors import TableError
from dragoman.record import BlockKind
from dragoman.tables.table import Tables

OUTLET, RULE = "outlet", "rule"  # names of groups
NEVER = "(?!)"
MANY_WORDS = 25
LONGEST_LINE = 600  # characters; patterns are kept from lines in which they could lose themselves
Where = Literal["top", "tail", "any", "web", "webtail"]


class LineRow(Struct, frozen=True):
    """A kind of line: where it stands, how many words it has at most, and the pattern of the whole line."""

    id: str
    kind: Literal["furniture", "caption", "end"]
    where: Where
    words: int
    pattern: str


class Known(NamedTuple):
    """What a line is, the outlet that it names, and whether the article ends above it."""

    kind: BlockKind
    outlet: str | None
    ends: bool


class _Patterns(NamedTuple):
    """Rules as one pattern, tried in their order; the group that matched is the number of the rule."""

    pattern: re.Pattern[str]
    rows: tuple[LineRow, ...]


class LineRules:
    """The rows, compiled by place; those for long lines apart, since most lines are too long for most rules."""

    def __init__(self, tables: Tables) -> None:
        rows = tables.rows("reading/lines", LineRow)
        self._longest = max((row.words for row in rows), default=0)
        by_place = {where: [row for row in rows if row.where == where] for where in get_args(Where)}
        self._short = {where: _patterns(some) for where, some in by_place.items()}
        self._long = {where: _patterns([r for r in some if r.words > MANY_WORDS]) for where, some in by_place.items()}

    def known(self, line: str, places: tuple[Where, ...]) -> Known | None:
        """What a line is by the rules for the places given, or None."""
        folded = " ".join(line.split())
        words = folded.count(" ") + 1
        if len(folded) > LONGEST_LINE or words > self._longest:
            return None
        patterns = self._long if words > MANY_WORDS else self._short
        for where in places:
            found = _found(patterns[where], folded, words)
            if found is not None:
                return found
        return None


def _found(patterns: _Patterns, line: str, words: int) -> Known | None:
    match = patterns.pattern.fullmatch(line)
    if match is None or match.lastgroup is None:
        return None
    row = patterns.rows[int(match.lastgroup.removeprefix(RULE))]
    if words > row.words:
        return _found_alone([r for r in patterns.rows if words <= r.words], line)
    outlet = next((text for name, text in match.groupdict().items() if name.startswith(OUTLET) and text), None)
    return Known("caption" if row.kind == "caption" else "furniture", outlet, row.kind == "end")


def _found_alone(rows: list[LineRow], line: str) -> Known | None:
    """The first of some rules, where one that is for shorter lines has come before them."""
    row = next((row for row in rows if re.fullmatch(row.pattern, line, re.IGNORECASE)), None)
    return Known("caption" if row.kind == "caption" else "furniture", None, row.kind == "end") if row else None


def _patterns(rows: list[LineRow]) -> _Patterns:
    parts = [
        f"(?P<{RULE}{i}>{row.pattern.replace(f'(?P<{OUTLET}>', f'(?P<{OUTLET}{i}>')})" for i, row in enumerate(rows)
    ]
    try:
        return _Patterns(re.compile("|".join(parts) or NEVER, re.IGNORECASE), tuple(rows))
    except re.error:
        for row in rows:
            _checked(row)
        raise


@lru_cache(maxsize=4)
def line_rules(own: Path | None) -> LineRules:
    """The rules of the shipped tables and the user's own, read once."""
    return LineRules(Tables(own))


def _checked(row: LineRow) -> None:
    try:
        re.compile(row.pattern)
    except re.error as error:
        raise TableError(f"reading/lines.tsv: {row.id}: {error}; mend the pattern") from None
