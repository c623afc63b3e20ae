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

OUTLET = "outlet"
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


class _Place(NamedTuple):
    """The rules of one place as one pattern; the group that matched is the number of the rule."""

    pattern: re.Pattern[str]
    rows: tuple[LineRow, ...]
    longest: int


class LineRules:
    """The rows, compiled; the rules of one place are tried in the order of the table."""

    def __init__(self, tables: Tables) -> None:
        rows = tables.rows("reading/lines", LineRow)
        self._places = {where: _place([row for row in rows if row.where == where]) for where in get_args(Where)}

    def known(self, line: str, places: tuple[Where, ...]) -> Known | None:
        """What a line is by the rules for the places given, or None."""
        folded = " ".join(line.split())
        words = folded.count(" ") + 1
        if len(folded) > LONGEST_LINE:
            return None
        for where in places:
            place = self._places[where]
            match = place.pattern.fullmatch(folded) if words <= place.longest else None
            if match is None or match.lastgroup is None:
                continue
            row = place.rows[int(match.lastgroup[1:])]
            if words > row.words:
                row_match = next(((r, m) for r in place.rows if (m := _matched(r, folded, words))), None)
                if row_match is None:
                    continue
                row, match = row_match
            outlet = next((text for name, text in match.groupdict().items() if name.startswith(OUTLET) and text), None)
            return Known("caption" if row.kind == "caption" else "furniture", outlet, row.kind == "end")
        return None


def _matched(row: LineRow, line: str, words: int) -> re.Match[str] | None:
    return re.fullmatch(row.pattern, line, re.IGNORECASE) if words <= row.words else None


def _place(rows: list[LineRow]) -> _Place:
    for row in rows:
        _compiled(row)
    parts = [f"(?P<r{i}>{row.pattern.replace('(?P<outlet>', f'(?P<outlet{i}>')})" for i, row in enumerate(rows)]
    pattern = re.compile("|".join(parts) or "(?!)", re.IGNORECASE)
    return _Place(pattern, tuple(rows), max((row.words for row in rows), default=0))


@lru_cache(maxsize=4)
def line_rules(own: Path | None) -> LineRules:
    """The rules of the shipped tables and the user's own, read once."""
    return LineRules(Tables(own))


def _compiled(row: LineRow) -> re.Pattern[str]:
    try:
        return re.compile(row.pattern, re.IGNORECASE)
    except re.error as error:
        raise TableError(f"reading/lines.tsv: {row.id}: {error}; mend the pattern") from None
