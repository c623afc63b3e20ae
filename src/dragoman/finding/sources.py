"""Layout and a verb in, its source out: the subject as written, or the one it shares with another verb."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.finding.draft import PUNCTUATION, Source
from dragoman.finding.layout import Layout
from dragoman.language.reading import Reading

SUBJECTS = ("nsubj", "csubj")
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
BEFORE_VERB = frozenset({"aux", "neg", "advmod"})
CLIMB = 6  # verbs passed on the way up to a shared subject


def is_passive(reading: Reading, v: int) -> bool:
    """Whether the verb is a passive, or a past participle after its noun."""
    if any(reading.dep[c] in ("auxpass", "nsubjpass", "agent") for c in reading.children[v]):
        return True
    if reading.tag[v] != "VBN" or reading.child(v, "aux", "nsubj") is not None:
        return False
    if reading.dep[v] == "conj" and reading.tag[reading.head[v]] == "VBN":
        return is_passive(reading, reading.head[v])
    return reading.dep[v] in ("acl", "amod", "advcl")


def find_source(layout: Layout, v: int, shared: Mapping[int, int] | None = None) -> Source | None:
    """The source of the verb: subject, agent of a passive, or the subject of the verb that governs it.

    `shared` gives verbs whose subject is another's although the parse says otherwise.
    """
    reading = layout.reading
    if is_passive(reading, v):
        agent = reading.child(v, "agent")
        head = reading.child(agent, "pobj") if agent is not None else None
        return noun_phrase(layout, head) if head is not None else None
    if reading.dep[v] == "conj" and reading.child(v, *SUBJECTS) is None and (beside := _beside(layout, v)) is not None:
        return beside
    found = _governing(layout, v, shared or {})
    if found is None or layout.quoted[v] != -1:
        return found
    in_dateline = found.head < layout.low[v] and layout.high[found.head] == layout.high[v]
    if layout.quoted[found.head] != -1 or in_dateline:
        return _after_comma(layout, v)
    return found


def _governing(layout: Layout, v: int, shared: Mapping[int, int]) -> Source | None:
    """The subject of the verb, or of the first verb over it that has one."""
    reading = layout.reading
    at = v
    for _ in range(CLIMB):
        subject = reading.child(at, *SUBJECTS) if at == v else reading.child(at, *SUBJECTS, "nsubjpass")
        if subject is not None:
            return noun_phrase(layout, subject, verb=v)
        above = shared.get(at, reading.head[at])
        if above == at or (reading.pos[above] in NOMINAL and reading.dep[at] not in ("conj", "xcomp")):
            break
        held = reading.child(above, "dobj", "dative") if reading.dep[at] == "xcomp" else None
        if reading.dep[at] == "pcomp" and reading.lower[above] == "as":  # "quoted the envoy as saying"
            held = reading.child(reading.head[above], "dobj")
        if held is not None and held < at:
            return noun_phrase(layout, held, until=at)
        at = above
    above = reading.head[at]
    if above == at or reading.pos[above] not in NOMINAL:
        return _beside(layout, v)
    if reading.dep[at] in ("acl", "relcl") and reading.child(at, "aux") is None:
        return noun_phrase(layout, above, until=at)
    return owner_of(layout, above)


def _after_comma(layout: Layout, v: int) -> Source | None:
    """The subject of the sentence that a participle opens: 'Stressing the risk, the envoy said: "..."'."""
    reading = layout.reading
    for i in range(v + 1, layout.high[v]):
        if reading.dep[i] in SUBJECTS and layout.quoted[i] == -1 and reading.head[i] != v:
            return noun_phrase(layout, i, verb=reading.head[i])
    return None


def owner_of(layout: Layout, noun: int) -> Source | None:
    """Whose an idea or intention is: "their plan to", "the council has the power to", "she spoke with hopes of"."""
    reading = layout.reading
    owner = reading.child(noun, "poss")
    if owner is not None:
        return Source(reading.subtree(owner)[0], min(reading.subtree(owner)[1], noun), owner)
    at = noun
    for _ in range(CLIMB):
        above = reading.head[at]
        if above == at or reading.dep[at] in ("nsubj", "nsubjpass"):
            return None
        if reading.pos[above] in VERBAL:
            found = find_source(layout, above)
            return found if found is not None and not found.first <= noun < found.last else None
        at = above
    return None


def _beside(layout: Layout, v: int) -> Source | None:
    """The noun phrase right before a finite verb that the parser gave no subject."""
    reading = layout.reading
    if reading.tag[v] not in FINITE:
        return None
    last = v
    while last > layout.low[v] and reading.head[last - 1] == v and reading.dep[last - 1] in BEFORE_VERB:
        last -= 1
    head = last - 1
    if head < layout.low[v] or reading.pos[head] not in ("NOUN", "PROPN", "PRON"):
        return None
    while head != reading.head[head] and layout.low[v] <= reading.head[head] < last and reading.pos[head] in NOMINAL:
        if reading.pos[reading.head[head]] not in NOMINAL:
            break
        head = reading.head[head]
    return noun_phrase(layout, head, until=last)


def noun_phrase(layout: Layout, head: int, *, verb: int | None = None, until: int | None = None) -> Source:
    """The whole phrase of a noun with its titles, appositions and relative clauses, `until` a token."""
    reading = layout.reading
    first, last = reading.subtree(head)
    if until is not None:
        last = min(last, until)
    if verb is not None and first <= verb < last:
        first, last = (first, verb) if head < verb else (verb + 1, last)
    first, last = _clip_quotes(layout, head, first, last)
    if layout.quoted[head] == -1:
        first = max(first, layout.low[head])
    last = _before_date(layout, head, last)
    for c in reading.children[head]:
        if c < head and reading.dep[c] == "prep" and reading.words[reading.subtree(c)[1]] == ",":
            first = max(first, reading.subtree(c)[1] + 1)
    while first < head and first not in layout.opens and _is_loose(reading, first):
        first += 1
    while last > head + 1 and reading.words[last - 1] in PUNCTUATION:
        last -= 1
    if last < len(reading) and reading.words[last] == ")" and "(" in reading.words[first:last]:
        last += 1
    if verb is not None and last < verb and reading.words[last] == "," and "," in reading.words[first:last]:
        last += 1
    return Source(first, last, head)


def _before_date(layout: Layout, head: int, last: int) -> int:
    """The end of the phrase less a day that the parser took into it ("the mayor on Tuesday")."""
    words, at = layout.reading.words, last
    while at - 1 > head and at - 1 in layout.dated:
        at -= 1
    verbal = any(layout.reading.pos[i] in VERBAL for i in range(head, at))
    if at == last or verbal or words[at - 1] == ",":
        return last
    if words[at - 1] == "on" and at - 1 > head:
        return at - 1
    return last if layout.reading.pos[at - 1] == "ADP" else at


def _is_loose(reading: Reading, i: int) -> bool:
    return reading.words[i] in PUNCTUATION or reading.dep[i] in ("cc", "punct")


def _clip_quotes(layout: Layout, head: int, first: int, last: int) -> tuple[int, int]:
    """Keep to the side of a quotation's mark on which the head stands, where the phrase runs across one."""
    mine = layout.quoted[head]
    if mine == -1:
        for i in range(head, first - 1, -1):
            if i in layout.closes and layout.reading.words[i - 1] in {",", ".", "?", "!"}:
                return i + 1, last
        return first, last
    quotation = layout.quotations[mine]
    return max(first, quotation.first + 1), min(last, quotation.last - 1 if quotation.closed else quotation.last)
