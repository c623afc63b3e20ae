"""Layout and a cue in, content out where the cue is set in it: "The deal, he said, is dead", "As Rao put it, ..."."""

from __future__ import annotations

from dragoman.finding.draft import DASHES, Range, Source, trimmed
from dragoman.finding.layout import Layout
from dragoman.finding.sources import SUBJECTS, VERBAL
from dragoman.language.reading import Reading

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
CLAUSE_STARTS = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})
AFTER_CUE = 8  # words of adjuncts at most between a parenthetical cue and the comma that closes it
AS_CLAUSE = 20  # words at most in an "as X said" before the comma that closes it
GOES_ON_NOT = frozenset({"VBG", "WP", "WDT", "WRB", "CC"})


def postposed(layout: Layout, v: int, cue: Range, source: Source) -> list[Range]:
    """What precedes a parenthetical cue ("The deal is dead, he said"), and what goes on after it."""
    reading = layout.reading
    low, high = layout.edge(v)
    left, right = min(cue[0], source.first), max(cue[1], source.last)
    if left - 1 <= low or (reading.words[left - 1] not in DASHES and reading.words[left - 1] != ","):
        return []
    if reading.words[low + 1] == "," and reading.dep[low] == "advmod":
        low += 2
    before = trimmed(reading, low, left)
    if before is not None and reading.tag[left - 2] in ("WDT", "WP"):
        before = (left - 2, left - 1)
    if before is None:
        return []
    comma = _closing_comma(layout, right, high)
    whole = _is_sentence(reading, before) or any(reading.dep[c] == "ccomp" and c < left for c in reading.children[v])
    after = trimmed(reading, comma, high) if comma is not None else None
    if after is not None and (not whole or (reading.tag[after[0]] not in GOES_ON_NOT and _is_above(reading, v, right))):
        return [before, after]
    linked = reading.dep[v] in ("parataxis", "ccomp", "ROOT", "conj", "dep", "advcl")
    return [before] if whole and linked else []


def as_clause(layout: Layout, v: int, cue: Range) -> list[Range]:
    """The rest of the sentence around "as X said"."""
    reading = layout.reading
    low, high = layout.edge(v)
    first = next((i for i in range(cue[0] - 1, low - 1, -1) if reading.lower[i] == "as"), None)
    if first is None or reading.tag[first] != "IN" or any(reading.words[i] == ":" for i in range(first, v)):
        return []
    if first > low and reading.words[first - 1] != ",":
        return []
    comma = _closing_comma(layout, cue[1], high, AS_CLAUSE)
    end = comma if comma is not None else high
    pieces = [trimmed(reading, low, first), trimmed(reading, end, high)]
    return [piece for piece in pieces if piece is not None]


def loose_clause(layout: Layout, cue: Range, source: Source) -> list[Range]:
    """A clause right after the cue that the parser hung nowhere ("she acknowledged funding was a reason")."""
    reading = layout.reading
    high = layout.edge(cue[0])[1]
    if source.first >= cue[1] or cue[1] >= high or reading.pos[cue[1]] not in CLAUSE_STARTS:
        return []
    end = next((i for i in range(cue[1], high) if reading.words[i] in {",", ";"}), high)
    if not any(reading.tag[i] in FINITE for i in range(cue[1] + 1, end)):
        return []
    clause = trimmed(reading, cue[1], end)
    return [clause] if clause is not None else []


def _closing_comma(layout: Layout, at: int, high: int, reach: int = AFTER_CUE) -> int | None:
    return next((i for i in range(at, min(at + reach, high - 1)) if layout.reading.words[i] == ","), None)


def _is_sentence(reading: Reading, span: Range) -> bool:
    """Whether a finite verb in the range has its subject in it."""
    first, last = span
    for i in range(first, last):
        if reading.pos[i] in VERBAL and any(reading.dep[c].startswith(SUBJECTS) and first <= c < last
                                            for c in reading.children[i]):  # fmt: skip
            return True
    return False


def _is_above(reading: Reading, v: int, right: int) -> bool:
    """Whether the main verb of what is said follows the cue."""
    main = next((c for c in reading.children[v] if reading.dep[c] == "ccomp"), reading.head[v])
    return main > right
