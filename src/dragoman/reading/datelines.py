"""The first words of a report in, its dateline out: "KABUL (Agency) -", "PARIS, 3 May:"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from dragoman.reading.days import written_day
from dragoman.tables.table import SHIPPED, read_rows

LONGEST = 110  # characters
CAPITALS = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’/-]+(?: [A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’/-]+){0,4}"
NAMED = r"[A-Z\u00c0-\u00de][\w.'’-]+(?: (?:[A-Z\u00c0-\u00de][\w.'’-]+|of|de|al|el)){0,4}"
REGION = rf"(?: ?, ?{NAMED}){{0,2}}"
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
DAY = rf"(?: ?,? ?(?:{MONTH} \d\d?(?:,? \d{{4}})?|\d\d? {MONTH}(?:,? \d{{4}})?)\.?)"
AGENCY = r"(?: ?,? ?\( ?(?P<agency>[A-Z][\w .,&/'’-]{1,40})\))"
DASH = r" ?(?:--+|[–—―]|(?<=\))[-_:]|(?<=\) )[-_:]| [-_] )\s*"
SHOUTED = re.compile(rf"(?P<place>{CAPITALS}{REGION}){DAY}?{AGENCY}?{DAY}?(?:{DASH}|: )(?=\S)")
SHOUTED_ALONE = re.compile(rf"(?P<place>{CAPITALS}{REGION}){DAY}?{AGENCY}?{DAY}? ?(?:--+|[–—―:_-])$")
TOLD = re.compile(rf"(?P<place>{NAMED}{REGION})(?:{DAY}?{AGENCY}{DAY}?|{DAY}){DASH}(?=\S)")
FIRST_WORD = re.compile(r"[A-Z\u00c0-\u00de]+")
FEWEST_LETTERS = 4


class LabelRow(Struct, frozen=True):
    """A word in capitals that opens a line and is no place."""

    word: str


class Dateline(NamedTuple):
    """Its end in the text, the place, and the day if it is told with its year."""

    end: int
    text: str
    day: str | None = None


def dateline_at(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that a paragraph opens with, or that a line consists of."""
    head = text[start : min(end, start + LONGEST)]
    match = SHOUTED.match(head) or TOLD.match(head) or (SHOUTED_ALONE.match(head) if end - start < LONGEST else None)
    if match is None or not _is_place(match):
        return None
    return Dateline(start + match.end(), match["place"], written_day(match[0]))


def _is_place(match: re.Match[str]) -> bool:
    place = match["place"]
    first = FIRST_WORD.match(place)
    if first is None or any(word.strip(".'’") in _labels() for word in re.split(r"[\s/]", place)):
        return False
    return len(place) >= FEWEST_LETTERS or bool(match["agency"])


@lru_cache(maxsize=1)
def _labels() -> frozenset[str]:
    return frozenset(row.word for row in read_rows(SHIPPED / "reading" / "labels.tsv", LabelRow))
