"""Reading in, quotations out: which marks belong together, in any typography, nested and unbalanced ones too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from msgspec import Struct

from dragoman.language.reading import Reading

# what may stand right before an opening mark instead of a space
OPENERS_BEFORE = frozenset("([{-/\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}")
TAIL = 8  # words at most between the comma that ends an unclosed quotation and its cue, and between that and the stop
STOPS = frozenset({".", "?", "!", "…", "..."})


class MarkRow(Struct, frozen=True):
    """A quotation mark, the side it stands on, and the family that closes it."""

    mark: str
    side: str
    family: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens [first, last), marks included; `closed` is False where the closing mark is missing."""

    first: int
    last: int
    block: int
    closed: bool


@dataclass(slots=True)
class _Open:
    token: int
    family: str
    closer: int | None


def find_quotations(reading: Reading, marks: Mapping[str, MarkRow], speaking: frozenset[str]) -> list[Quotation]:
    """The quotations of the article, by first token; nested ones follow the one they lie in.

    A straight mark opens after a space and closes before one. A single mark opens only where another closes it, so
    that apostrophes are no quotes. A quotation without its closing mark runs to the end of its block where the next
    block opens again (as in a quotation of several paragraphs), else to the end of its sentence.
    """
    found: list[Quotation] = []
    blocks = list(_blocks(reading, marks))
    for number, (block, first, last, at) in enumerate(blocks):
        if not at:
            continue
        reopened = number + 1 < len(blocks) and _opens(reading, blocks[number + 1][1], marks)
        for quotation in _pair(reading, marks, at, (block, first, last), reopened):
            found.append(quotation if quotation.closed else _cut(reading, quotation, speaking))
    return sorted(found, key=lambda q: (q.first, -q.last))


def _cut(reading: Reading, quotation: Quotation, speaking: frozenset[str]) -> Quotation:
    """An unclosed quotation ended where the words around it seem to go on: '"The well is dry, the farmer said.'"""
    for i in range(quotation.first + 3, quotation.last):
        if reading.lower[i] in speaking and i + TAIL >= quotation.last:
            commas = [k for k in range(max(i - TAIL, quotation.first + 2), i) if reading.words[k] == ","]
            if commas:
                return Quotation(quotation.first, commas[-1] + 1, quotation.block, False)
    return quotation


def _blocks(reading: Reading, marks: Mapping[str, MarkRow]) -> Iterator[tuple[int, int, int, list[int]]]:
    """(block, first token, one past the last, tokens that are marks)."""
    block, first = -1, 0
    for sentence in reading.sentences:
        if sentence.block != block:
            if block >= 0:
                yield block, first, sentence.first, _marks_in(reading, marks, first, sentence.first)
            block, first = sentence.block, sentence.first
    if block >= 0:
        yield block, first, len(reading), _marks_in(reading, marks, first, len(reading))


def _marks_in(reading: Reading, marks: Mapping[str, MarkRow], first: int, last: int) -> list[int]:
    words = reading.words
    return [i for i in range(first, last) if words[i] in marks]


def _opens(reading: Reading, token: int, marks: Mapping[str, MarkRow]) -> bool:
    """Whether a block begins with a mark that can open."""
    row = marks.get(reading.words[token])
    return row is not None and row.side != "close"


def _pair(
    reading: Reading, marks: Mapping[str, MarkRow], at: list[int], bounds: tuple[int, int, int], reopened: bool
) -> Iterator[Quotation]:
    block, _, last = bounds
    stack: list[_Open] = []
    for i in at:
        row = marks[reading.words[i]]
        if row.family == "single" and not any(o.closer == i for o in stack):
            closer = _single_closer(reading, marks, i, bounds)
            if closer is not None:
                stack.append(_Open(i, row.family, closer))
            continue
        is_open = [o for o in stack if o.family == row.family and o.closer in (None, i)]
        if _is_opening(reading, row, i, bounds, bool(is_open)):
            if is_open and row.family == "double" and _spaced(reading, i, bounds) != (True, True):
                yield from _left_open(reading, stack, is_open[-1], i, block)
            stack.append(_Open(i, row.family, None))
        elif is_open:
            while stack[-1] is not is_open[-1]:
                stack.pop()
            yield Quotation(stack.pop().token, i + 1, block, True)
    for left in stack:
        if left.family != "single":
            end = last if reopened else _sentence_end(reading, left.token, last)
            yield Quotation(left.token, end, block, False)
            return


def _left_open(reading: Reading, stack: list[_Open], left: _Open, at: int, block: int) -> Iterator[Quotation]:
    """A mark opens although its like is open: the earlier one was never closed."""
    while stack and stack[-1] is not left:
        stack.pop()
    stack.pop()
    yield Quotation(left.token, _sentence_end(reading, left.token, at), block, False)


def _spaced(reading: Reading, i: int, bounds: tuple[int, int, int]) -> tuple[bool, bool]:
    """Whether there is space (or an edge of the block) before and after the token."""
    _, first, last = bounds
    before = i == first or reading.start[i] > reading.end[i - 1]
    after = i + 1 >= last or reading.start[i + 1] > reading.end[i]
    return before, after


def _is_opening(reading: Reading, row: MarkRow, i: int, bounds: tuple[int, int, int], is_open: bool) -> bool:
    before, after = _spaced(reading, i, bounds)
    begins = before or reading.words[i - 1][-1] in OPENERS_BEFORE
    if row.side == "open":  # also closes: German typography, or a mark typed the wrong way round
        return not (is_open and not before and after)
    if row.side == "close":
        return not is_open and before and (not after or i == bounds[1])
    if begins != after:
        return begins and not after
    return not is_open and not (i + 1 >= bounds[2])


def _single_closer(reading: Reading, marks: Mapping[str, MarkRow], i: int, bounds: tuple[int, int, int]) -> int | None:
    """The token that closes a single mark, or None where the mark is an apostrophe."""
    before, after = _spaced(reading, i, bounds)
    doubled = (i > bounds[1] and reading.words[i - 1] in marks) or reading.words[i - 1][-1] in OPENERS_BEFORE
    if not (before or doubled) or after or marks[reading.words[i]].side == "close":
        return None
    if i + 2 < bounds[2] and len(reading.words[i + 1]) == 1 and reading.words[i + 2] in marks:
        return None  # rock 'n' roll
    weak = None
    for j in range(i + 2, bounds[2]):
        row = marks.get(reading.words[j])
        if row is None or row.family != "single" or _spaced(reading, j, bounds)[0]:
            continue
        ends = _spaced(reading, j, bounds)[1] or not reading.words[j + 1][0].isalnum()
        if ends and reading.tag[j] != "POS" and reading.words[j - 1][-1] not in "sS":
            return j
        if ends and weak is None:
            weak = j
    return weak


def _sentence_end(reading: Reading, token: int, last: int) -> int:
    """One past the first full stop after the token, at most `last`."""
    return next((j + 1 for j in range(token + 1, last) if reading.words[j] in STOPS), last)
