"""Layout and cue table in, drafts out: "according to X", and adverbs such as "allegedly"."""

from __future__ import annotations

from dragoman.finding.cues import CueRow, Cues
from dragoman.finding.draft import Draft, Range, trimmed
from dragoman.finding.layout import Layout
from dragoman.finding.sources import noun_phrase
from dragoman.language.reading import Reading


def phrase_drafts(layout: Layout, cues: Cues) -> list[Draft]:
    """The drafts of prepositions that name a source and of adverbs that hide one."""
    out: list[Draft] = []
    for i, form in enumerate(layout.reading.lower):
        for row in cues.prepositions.get(form, ()):
            draft = _according(layout, i, row)
            if draft is not None:
                out.append(draft)
                break
    return out


def _according(layout: Layout, i: int, row: CueRow) -> Draft | None:
    """The phrase's object is the source, the rest of the sentence the content."""
    reading = layout.reading
    words = row.lemma.split(" ")
    last = i + len(words)
    if reading.lower[i:last] != words:
        return None
    head = reading.child(last - 1, "pobj")
    if head is None:
        return None
    source = noun_phrase(layout, head)
    low, high = layout.edge(i)
    content = _rest(reading, (low, i), (source.last, high))
    if not content:
        return None
    return Draft(row.id, row.stance, row.kind, "clause", [(i, last)], i, content, source)


def _rest(reading: Reading, left: Range, right: Range) -> list[Range]:
    """The pieces of the sentence before and after the phrase; a lone conjunction before it is none."""
    first = left[0]
    while first < left[1] and reading.dep[first] == "cc":
        first += 1
    if first + 1 < left[1] and reading.words[first + 1] == "," and reading.dep[first] == "advmod":
        first += 2
    pieces = [trimmed(reading, first, left[1]), trimmed(reading, *right)]
    return [p for p in pieces if p is not None and any(reading.pos[i] != "PUNCT" for i in range(*p))]
