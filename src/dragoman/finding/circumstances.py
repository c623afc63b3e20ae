"""A draft in, its circumstances out: on what occasion, to whom, and whether the source goes unnamed."""

from __future__ import annotations

from dragoman.finding.cues import Cues
from dragoman.finding.draft import Draft, Source
from dragoman.finding.layout import Layout
from dragoman.language.reading import Reading

STEPS = 8  # dependencies at most between the noun of an occasion and the cue
ADDRESSING = frozenset({"accusing", "asking", "demanding", "warning", "threatening", "supporting", "proposing"})
AIMED = frozenset({"accusing", "asking", "supporting", "threatening", "warning"})
OBJECTS = ("dative", "dobj")
PHRASES = frozenset({"that", "quote", "to", "objectto", "object", "phrase", "passive"})


def occasion_of(layout: Layout, cues: Cues, draft: Draft) -> str | None:
    """The name of the occasion that the words around the cue tell ("in a letter", "told a news conference")."""
    reading = layout.reading
    if draft.kind != "speech":
        return None
    source = draft.source
    if source is not None and reading.lower[source.head] in cues.occasions and reading.pos[source.head] == "NOUN":
        return cues.occasions[reading.lower[source.head]]
    low, high = layout.low[draft.at], layout.high[draft.at]
    for i in range(low, high):
        name = cues.occasions.get(reading.lower[i])
        if name is None or reading.pos[i] not in ("NOUN", "PROPN") or _inside(draft, i):
            continue
        if _leads_to(reading, i, draft.at):
            return name
    return None


def addressee_of(layout: Layout, draft: Draft) -> int | None:
    """The head of the noun phrase spoken to ("told reporters", "urged Rabat to", "in a letter to the council")."""
    reading = layout.reading
    if draft.kind != "speech" or draft.frame not in PHRASES:
        return None
    held = next((c for c in reading.children[draft.at] if reading.dep[c] in OBJECTS and c > draft.at), None)
    if held is not None and _is_addressed(reading, draft, held):
        return held
    for c in reading.children[draft.at]:
        is_to = reading.lower[c] == "to" and reading.dep[c] in ("prep", "dative") and c > draft.at
        if is_to and not _inside(draft, c) and not any(first <= c < last for first, last in draft.cue):
            return reading.child(c, "pobj")
    return None


def _is_addressed(reading: Reading, draft: Draft, held: int) -> bool:
    """Whether an object is a party spoken to: outside the content, or inside it where the cue is aimed at someone."""
    if reading.pos[held] not in ("NOUN", "PROPN", "PRON"):
        return False
    if not _inside(draft, held):
        return draft.frame in ("that", "quote", "to", "phrase")
    if draft.frame == "objectto":
        return draft.stance in ADDRESSING
    return draft.stance in AIMED and reading.pos[held] in ("PROPN", "PRON")


def is_unnamed(layout: Layout, cues: Cues, source: Source | None) -> bool:
    """Whether the source is a person or persons without a name or an office of their own ("a senior official")."""
    if source is None:
        return False
    reading = layout.reading
    head = source.head
    if reading.pos[head] not in ("NOUN", "PRON", "DET", "NUM", "ADJ"):
        return False
    noun = reading.lower[head] if reading.lower[head] in cues.speakers else reading.lemma[head].lower()
    if noun not in cues.speakers:
        return False
    definite = any(reading.lower[c] == "the" or reading.dep[c] == "poss" for c in reading.children[head])
    if noun in cues.offices and definite and reading.tag[head] == "NN":
        return False
    return not any(reading.dep[c] == "appos" and reading.pos[c] == "PROPN" for c in reading.children[head])


def _inside(draft: Draft, i: int) -> bool:
    return any(first <= i < last for first, last in draft.content)


def _leads_to(reading: Reading, i: int, at: int) -> bool:
    """Whether the heads over a token lead to the cue within the clause."""
    for _ in range(STEPS):
        above = reading.head[i]
        if above == at:
            return True
        if above == i or reading.dep[i] in ("relcl", "ccomp", "conj"):
            return False
        i = above
    return False
