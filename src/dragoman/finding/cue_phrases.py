"""Layout and cue table in, drafts out: "according to X", and adverbs such as "allegedly"."""

from __future__ import annotations

from dragoman.finding.cues import CueRow, Cues
from dragoman.finding.draft import Draft, Range, trimmed
from dragoman.finding.layout import Layout
from dragoman.finding.sources import VERBAL, noun_phrase
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
        for row in cues.adverbs.get(form, ()):
            draft = _hearsay(layout, cues, i, row)
            if draft is not None:
                out.append(draft)
    return out


def _hearsay(layout: Layout, cues: Cues, i: int, row: CueRow) -> Draft | None:
    """ "The general has reportedly fled": the rest of the clause is hearsay without a source."""
    reading = layout.reading
    verb = reading.head[i]
    if reading.dep[i] != "advmod" or reading.pos[verb] not in VERBAL or reading.lower[verb] in cues.verbs:
        return None
    subject = reading.child(verb, "nsubj", "nsubjpass")
    if subject is None or subject > i:
        return None
    whole = noun_phrase(layout, subject, verb=verb)
    last = min(reading.subtree(verb)[1], layout.edge(i)[1])
    first = i
    while reading.head[first - 1] == verb and reading.dep[first - 1] in ("aux", "auxpass"):
        first -= 1
    content = _rest(reading, (whole.first, first), (i + 1, last))
    return Draft(row.id, row.stance, row.kind, "adverb", [(first, i + 1)], i, content, None) if content else None


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
