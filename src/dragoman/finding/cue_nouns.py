"""Layout and cue table in, drafts out: nouns and adjectives that attribute ("his claim that", "is confident that")."""

from __future__ import annotations

from dragoman.finding.cues import CueRow, Cues
from dragoman.finding.draft import Draft, Range, Source, trimmed
from dragoman.finding.layout import Layout
from dragoman.finding.sources import find_source, noun_phrase, owner_of
from dragoman.language.reading import Reading

CLAUSES = ("acl", "relcl", "ccomp", "xcomp", "advcl")
MODIFIERS = frozenset({"compound", "amod", "nmod"})
BE = frozenset({"is", "are", "was", "were", "be", "been", "am", "'s", "'re", "'m", "remains", "remained", "remain"})


def noun_drafts(layout: Layout, cues: Cues) -> list[Draft]:
    """The drafts of the article's cue nouns and adjectives, in order."""
    reading = layout.reading
    out: list[Draft] = []
    for i, form in enumerate(reading.lower):
        tag = reading.tag[i]
        if form in cues.nouns and tag in ("NN", "NNS"):
            draft = next(filter(None, (_nominal(layout, cues, i, row) for row in cues.nouns[form])), None)
        elif form in cues.adjectives and tag[:2] in ("JJ", "VB"):
            draft = next(filter(None, (_adjectival(layout, i, row) for row in cues.adjectives[form])), None)
        else:
            continue
        if draft is not None:
            out.append(draft)
    return out


def _nominal(layout: Layout, cues: Cues, i: int, row: CueRow) -> Draft | None:
    """A noun with its that-clause, infinitive or phrase; the source is its possessor."""
    reading = layout.reading
    found = _governed(layout, i, row) or _predicated(layout, i, row)
    if found is None:
        return None
    marks, content = found
    source = _possessor(layout, i)
    if source is None and _is_own(reading, cues, i, row):
        source = owner_of(layout, i)
    return Draft(row.id, row.stance, row.kind, "noun", [(i, i + 1), *marks], i, [content], source)


def _is_own(reading: Reading, cues: Cues, i: int, row: CueRow) -> bool:
    """Whether the words are the subject's: "made the claim", "in hopes that", but not "denied the claim"."""
    if row.kind != "speech":
        return True
    return reading.dep[i] == "dobj" and reading.lower[reading.head[i]] in cues.light


def _governed(layout: Layout, i: int, row: CueRow) -> tuple[list[Range], Range] | None:
    """The preposition, if any, and the content that the word governs in one of the row's frames."""
    reading = layout.reading
    high = layout.edge(i)[1]
    for c in reading.children[i]:
        if c < i:
            continue
        first, last = reading.subtree(c)
        if reading.dep[c] in CLAUSES and _is_framed(reading, c, row):
            content = trimmed(reading, max(first, i + 1), min(last, high))
        elif reading.dep[c] == "prep" and reading.lower[c] in row.prepositions and c == i + 1:
            content = trimmed(reading, c + 1, min(last, high))
            return ([(c, c + 1)], content) if content is not None else None
        else:
            continue
        return ([], content) if content is not None else None
    return None


def _predicated(layout: Layout, i: int, row: CueRow) -> tuple[list[Range], Range] | None:
    """The clause of "the complaint is that ..."."""
    reading = layout.reading
    verb = reading.head[i]
    if "that" not in row.frames or reading.dep[i] != "nsubj" or reading.lower[verb] not in BE:
        return None
    for c in reading.children[verb]:
        if c > verb and reading.dep[c] in ("ccomp", "advcl") and _opens_with(reading, c, "that", "mark"):
            first, last = reading.subtree(c)
            content = trimmed(reading, max(first, verb + 1), min(last, layout.edge(i)[1]))
            return ([(verb, verb + 1)], content) if content is not None else None
    return None


def _is_framed(reading: Reading, c: int, row: CueRow) -> bool:
    that = "that" in row.frames and _opens_with(reading, c, "that", "mark")
    return that or ("to" in row.frames and _opens_with(reading, c, "to", "aux"))


def _opens_with(reading: Reading, c: int, word: str, dep: str) -> bool:
    return any(reading.lower[k] == word and reading.dep[k] == dep for k in reading.children[c])


def _possessor(layout: Layout, i: int) -> Source | None:
    """The possessor of the noun, or the one after "by" or "from"."""
    reading = layout.reading
    owner = reading.child(i, "poss")
    if owner is not None:
        first, last = reading.subtree(owner)
        return Source(first, min(last, i), owner)
    for c in reading.children[i]:
        if reading.dep[c] == "prep" and reading.lower[c] in ("by", "from") and c > i:
            head = reading.child(c, "pobj")
            if head is not None:
                return noun_phrase(layout, head)
    return _named_before(reading, i)


def _named_before(reading: Reading, i: int) -> Source | None:
    """A name or nationality that stands as the noun's modifier: "a Reuters report that", "French reluctance to"."""
    last = i
    while last > 0 and reading.head[last - 1] == i and reading.words[last - 1][0].islower() \
            and reading.dep[last - 1] in MODIFIERS:  # fmt: skip
        last -= 1
    first = last
    while first > 0 and reading.dep[first - 1] in MODIFIERS and reading.words[first - 1][0].isupper():
        first -= 1
    is_title_word = reading.pos[last - 1] != "PROPN" and reading.words[i][0].isupper()
    if first == last or is_title_word:
        return None
    return Source(first, last, last - 1)


def _adjectival(layout: Layout, i: int, row: CueRow) -> Draft | None:
    """An adjective after a form of "be", with its clause, infinitive or phrase."""
    reading = layout.reading
    verb = reading.head[i]
    if reading.dep[i] not in ("acomp", "attr", "oprd", "ROOT", "conj", "ccomp") or reading.lower[verb] not in BE:
        return None
    found = _governed(layout, i, row) or _finite(layout, i, verb, row)
    if found is None:
        return None
    marks, content = found
    source = find_source(layout, verb)
    if source is not None and (reading.dep[source.head] == "expl" or reading.lower[source.head] == "it"):
        source = None
    first = verb
    while first > 0 and reading.head[first - 1] == verb and reading.dep[first - 1] in ("aux", "neg", "advmod"):
        first -= 1
    if source is not None and not first <= i:
        return None
    return Draft(row.id, row.stance, row.kind, "adjective", [(first, i + 1), *marks], i, [content], source)


def _finite(layout: Layout, i: int, verb: int, row: CueRow) -> tuple[list[Range], Range] | None:
    """A clause without "that", or one that the parser hung on the verb."""
    reading = layout.reading
    if "that" not in row.frames:
        return None
    high = layout.edge(i)[1]
    for c in (*reading.children[i], *reading.children[verb]):
        if c > i and reading.dep[c] == "ccomp":
            first, last = reading.subtree(c)
            content = trimmed(reading, max(first, i + 1), min(last, high))
            return ([], content) if content is not None else None
    return None
