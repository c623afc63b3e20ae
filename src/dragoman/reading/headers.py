"""A line from above the body in, what it is out: a breadcrumb, a byline, a date line, or nothing that is known."""

from __future__ import annotations

import re

from dragoman.reading.furniture import LineRules
from dragoman.reading.sections import without_front
from dragoman.reading.segments import FINAL
from dragoman.record import BlockKind

ADDRESS = re.compile(r"(?i)(?:(?:url|link|source|retrieved from|available at)\s?:\s*)?(?:https?://|www\.)\S+")
TRAIL = re.compile(r"\s*(?:[/>»›→|•]|::)\s*")
NAME_PART = r"[A-Z\u00c0-\u00de][\w.'’-]*(?:\s+(?:and|&|de|van|von|al|bin|el|in)\b)?"
BY = re.compile(rf"(?i:by)\s+(?P<name>{NAME_PART}(?:[\s,/|]+{NAME_PART}){{0,11}})[\s,/|]*\.?")
DATE_LINE = re.compile(
    r"(?i)(?:(?:first )?(?:published|posted|updated|last updated|date|publication date)(?: on| at)?:?\s*)?"
    r"(?:(?-i:[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,3}), )?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?,?\s+)?"
    r"(?:[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.?,? \d{4}|\d{4}-\d\d-\d\d)"
    r"(?:,?\s*(?:at |[-–|•]\s*)?\d{1,2}[:.]\d\d.{0,30})?"
)
MOST_TRAIL_PARTS = 5
MOST_TRAIL_WORDS = 4
MOST_LETTERS = 220


def header_kind(line: str, rules: LineRules) -> BlockKind | None:
    """What a line above the body is, title left out."""
    kind = _shaped(line) if len(line) <= MOST_LETTERS else None
    if kind is not None:
        return kind
    known = rules.known(line, ("any", "top"))
    return known.kind if known else None


def _shaped(line: str) -> BlockKind | None:
    """What a short line is by its shape alone."""
    if ADDRESS.fullmatch(line) or trail(line):
        return "furniture"
    if DATE_LINE.fullmatch(line):
        return "dateline"
    return "byline" if BY.fullmatch(line) else None


def trail(line: str) -> tuple[str, ...]:
    """The parts of a breadcrumb line: short names, parted by one kind of mark, without a sentence's end."""
    if FINAL.search(line) or len(line) > MOST_LETTERS:
        return ()
    parts = [" ".join(part.split()) for part in TRAIL.split(line)]
    marks = {mark.strip() for mark in TRAIL.findall(line)}
    if not 2 <= len(parts) <= MOST_TRAIL_PARTS or len(marks) != 1:
        return ()
    spaced = marks != {"/"} or any(character.isspace() for mark in TRAIL.findall(line) for character in mark)
    short = all(0 < len(part.split()) <= MOST_TRAIL_WORDS and not part[0].islower() for part in parts)
    return without_front(parts) if spaced and short else ()
