"""Reading and quotations in, the layout out: which tokens are quoted, and each one's sentence around quotations."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.finding.draft import DASHES
from dragoman.finding.quotation_marks import STOPS, Quotation
from dragoman.language.reading import Reading

QUESTIONS = frozenset({"?", "!", "…", "..."})
GOING_ON = frozenset({",", ";", ")", "]", "-"})
BRACKETS = frozenset({")", "]"})
PERSONS = frozenset({"PERSON"})
TIMES = frozenset({"DATE", "TIME"})
ABBREVIATION = 4  # letters at most in a title cut short
DATELINE = 16  # words at most in a dateline
TAIL = 12  # a cue that follows a quoted question is looked for among so many words


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns over the reading's tokens.

    `quoted[i]` is the number, in `quotations`, of the outermost quotation over the token, or -1. `low` and `high` bound
    the token's sentence: outside quotations a whole quotation is a piece of its sentence, inside them the bounds stay
    inside. `opens` and `closes` give the quotation of an opening and a closing mark, `dated` the tokens of
    dates and hours, `persons` those of persons' names, `speaking` the forms of words that follow a quotation ("said").
    """

    reading: Reading
    quotations: list[Quotation]
    quoted: list[int]
    low: list[int]
    high: list[int]
    opens: dict[int, Quotation]
    closes: dict[int, Quotation]
    speaking: frozenset[str]
    dated: frozenset[int]
    persons: frozenset[int]

    def edge(self, i: int) -> tuple[int, int]:
        """The first token of `i`'s sentence and one past its last, final stop left out."""
        first, last = self.low[i], self.high[i]
        while last > first + 1 and self.reading.words[last - 1] in STOPS:
            last -= 1
        return first, last

    def balanced(self, first: int, last: int) -> tuple[int, int]:
        """The range run on to the end of a quotation that opens in it, and back to the mark that closes in it."""
        for i in range(first, last):
            opened = self.opens.get(i)
            if opened is not None and opened.last > last and self.reading.words[opened.last - 1] != ",":
                last = opened.last
        before = self.opens.get(first - 1)
        if before is not None and before.last <= last + 1 and before.closed and before.last > first:
            return first - 1, max(last, before.last)
        return first, last


def lay_out(reading: Reading, quotations: list[Quotation], speaking: frozenset[str]) -> Layout:
    """The layout of an article."""
    quoted = [-1] * len(reading)
    for number, quotation in enumerate(quotations):
        if quoted[quotation.first] == -1:
            quoted[quotation.first : quotation.last] = [number] * (quotation.last - quotation.first)
    layout = Layout(
        reading, quotations, quoted, [0] * len(reading), [0] * len(reading),
        {q.first: q for q in quotations}, {q.last - 1: q for q in quotations}, speaking,
        _in_names(reading, TIMES), _in_names(reading, PERSONS),
    )  # fmt: skip
    first = 0
    for at in range(len(reading)):
        if _ends_block(reading, at) or _ends_sentence(layout, at):
            _bound(layout, first, at + 1)
            first = at + 1
    return layout


def _in_names(reading: Reading, labels: frozenset[str]) -> frozenset[int]:
    return frozenset(i for name in reading.names if name.label in labels for i in range(name.first, name.last))


def _ends_block(reading: Reading, at: int) -> bool:
    if at + 1 == len(reading):
        return True
    sentences, of = reading.sentences, reading.sentence_of
    return sentences[of[at]].block != sentences[of[at + 1]].block


def _ends_sentence(layout: Layout, at: int) -> bool:
    reading, quoted = layout.reading, layout.quoted
    word = reading.words[at]
    if quoted[at] == -1:
        if word in BRACKETS and reading.words[at - 1] == ".":
            return reading.words[at + 1][0].isupper()
        if word not in STOPS or reading.words[at + 1] in BRACKETS or (word == "." and _is_abbreviation(reading, at)):
            return False
        return word not in QUESTIONS or not _goes_on(reading, at + 1)
    if quoted[at + 1] == quoted[at] or reading.words[at - 1] not in STOPS:
        return False
    if _goes_on(reading, at + 1):
        return False
    return reading.words[at - 1] not in QUESTIONS or not _is_spoken(layout, at + 1)


def _is_abbreviation(reading: Reading, at: int) -> bool:
    """Whether a full stop belongs to the word before it ("Lt.", "Sen.") and the parser's sentence runs on."""
    before = reading.words[at - 1] if at else ""
    runs_on = reading.sentence_of[at] == reading.sentence_of[at + 1]
    return runs_on and before.istitle() and len(before) <= ABBREVIATION


def _goes_on(reading: Reading, at: int) -> bool:
    """Whether what follows a stop goes on in lower case or with a comma."""
    word = reading.words[at]
    return word[0].islower() or word in GOING_ON


def _is_spoken(layout: Layout, at: int) -> bool:
    """Whether a word of speaking follows a quoted question or exclamation within the same sentence."""
    reading = layout.reading
    for i in range(at, min(at + TAIL, len(reading))):
        if layout.quoted[i] != -1 or reading.words[i] in STOPS:
            return False
        if reading.lower[i] in layout.speaking:
            return True
    return False


def _bound(layout: Layout, first: int, last: int) -> None:
    """Set the bounds of one sentence, and of the sentences in the quotations in it."""
    body = _after_dateline(layout.reading, first, last)
    layout.low[first:last] = [first] * (body - first) + [body] * (last - body)
    layout.high[first:last] = [last] * (last - first)
    i = first
    while i < last:
        if layout.quoted[i] == -1:
            i += 1
            continue
        quotation = layout.quotations[layout.quoted[i]]
        _bound_inside(layout, quotation)
        i = quotation.last


def _after_dateline(reading: Reading, first: int, last: int) -> int:
    """The first token after a dateline ("GENEVA (Agency) - The envoy"), else `first`."""
    loud = reading.words[first].isupper() and len(reading.words[first]) > 2
    for i in range(first + 1, min(first + DATELINE, last - 1)):
        if reading.words[i] not in DASHES:
            continue
        spaced = reading.start[i] > reading.end[i - 1] and reading.start[i + 1] > reading.end[i]
        return i + 1 if spaced and (loud or reading.words[i - 1] == ")") else first
    return first


def _bound_inside(layout: Layout, quotation: Quotation) -> None:
    first = quotation.first + 1
    last = quotation.last - 1 if quotation.closed else quotation.last
    start = first
    for i in range(first, last):
        if layout.reading.words[i] in STOPS or i + 1 == last:
            layout.low[start : i + 1] = [start] * (i + 1 - start)
            layout.high[start : i + 1] = [i + 1] * (i + 1 - start)
            start = i + 1
