"""Plain text in, the stretches that stand for themselves out: lines, or runs of lines that were one paragraph."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
BLANK = "".join(character for character in map(chr, range(0x3001)) if character.isspace())
INVISIBLE = BLANK + "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\xad"
FINAL = re.compile(r"""[.!?…:;。！？][\"'”’»)\]\s]*$""")
STARTS_LOWER = re.compile(r"""[(\"'“‘«]?[a-zß-öø-ÿ]""")
WIDEST_WRAP = 140  # characters; mail and agency wires wrap at 65 to 120
NARROWEST_WRAP = 40
FEWEST_WRAPS = 2
LEAST_INDENT = 4
FULL_SHARE = 0.75
LONGEST_CLOSE = 8  # characters of a final mark with its closing quotation marks and brackets


class Line(NamedTuple):
    """A line that is not blank: its span without white space, the width it takes, and whether a blank line is above."""

    start: int
    end: int
    width: int
    parted: bool


class Segment(NamedTuple):
    """A stretch of the text, and whether a blank line is above it."""

    start: int
    end: int
    parted: bool


def segments(text: str) -> list[Segment]:
    """The paragraphs of a plain text, in order; hard-wrapped lines are joined, other lines stand alone."""
    lines = _lines(text)
    width = _wrap_width(text, lines)
    out: list[Segment] = []
    for i, line in enumerate(lines):
        if i and _continues(text, lines[i - 1], line, width):
            out[-1] = out[-1]._replace(end=line.end)
        else:
            out.append(Segment(line.start, line.end, line.parted))
    return out


def _lines(text: str) -> list[Line]:
    out: list[Line] = []
    last = 0
    for match in LINE.finditer(text):
        raw = match.group()
        body = raw.lstrip(INVISIBLE)
        start = match.end() - len(body)
        body = body.rstrip(INVISIBLE)
        if body:
            parted = len(BREAK.findall(text, last, match.start())) > 1
            out.append(Line(start, start + len(body), start + len(body) - match.start(), parted))
            last = match.end()
    return out


def _wrap_width(text: str, lines: list[Line]) -> int | None:
    """The column at which the text was wrapped, or None for a text whose lines are whole paragraphs."""
    width = max((line.width for line in lines), default=0)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return None
    wraps = sum(_full(text, above, line, width) and _cut(text, above, line) for above, line in pairwise(lines))
    return width if wraps >= FEWEST_WRAPS else None


def _continues(text: str, above: Line, line: Line, width: int | None) -> bool:
    """Whether a line goes on with the sentence or the paragraph of the line above it."""
    if line.parted:
        return False
    if above.start == 0 and width is not None and _stripped(above, line, width) and not _final(text, above):
        return True
    if width is not None and _full(text, above, line, width):
        return not _final(text, above) or _cut(text, above, line)
    return above.end - above.start >= NARROWEST_WRAP and _cut(text, above, line)


def _stripped(above: Line, line: Line, width: int) -> bool:
    """Whether a text that was indented as a whole lost the indent of its first line only."""
    indent = line.width - (line.end - line.start)
    return indent >= LEAST_INDENT and above.width + indent >= width * FULL_SHARE


def _full(text: str, above: Line, line: Line, width: int) -> bool:
    """Whether the first word of a line would not have fitted on the line above."""
    space = text.find(" ", line.start, line.end)
    first = (space if space > 0 else line.end) - line.start
    return above.width + 1 + first > width


def _cut(text: str, above: Line, line: Line) -> bool:
    """Whether a sentence stands open at the end of the line above and goes on in lower case."""
    return not _final(text, above) and bool(STARTS_LOWER.match(text, line.start, line.end))


def _final(text: str, line: Line) -> bool:
    return bool(FINAL.search(text, max(line.start, line.end - LONGEST_CLOSE), line.end))
