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


class LineRules:
    """The rows, compiled; the rules of one place are tried in the order of the table."""

    def __init__(self, tables: Tables) -> None:
        self._rules: dict[str, list[tuple[int, re.Pattern[str], str]]] = {where: [] for where in get_args(Where)}
        for row in tables.rows("reading/lines", LineRow):
            self._rules[row.where].append((row.words, _compiled(row), row.kind))
        self._longest = max((words for rules in self._rules.values() for words, _, _ in rules), default=0)

    def known(self, line: str, places: tuple[Where, ...]) -> Known | None:
        """What a line is by the rules for the places given, or None."""
        folded = " ".join(line.split())
        words = folded.count(" ") + 1
        if words > self._longest:
            return None
        for place in places:
            for most, pattern, kind in self._rules[place]:
                if words <= most and (match := pattern.fullmatch(folded)):
                    return Known(_kind(kind), match.groupdict().get("outlet"), kind == "end")
        return None


@lru_cache(maxsize=4)
def line_rules(own: Path | None) -> LineRules:
    """The rules of the shipped tables and the user's own, read once."""
    return LineRules(Tables(own))


def _kind(kind: str) -> BlockKind:
    return "caption" if kind == "caption" else "furniture"


def _compiled(row: LineRow) -> re.Pattern[str]:
    try:
        return re.compile(row.pattern, re.IGNORECASE)
    except re.error as error:
        raise TableError(f"reading/lines.tsv: {row.id}: {error}; mend the pattern") from None
