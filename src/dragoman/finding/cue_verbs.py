"""Layout and cue table in, drafts out: clauses whose verb attributes (said that, vowed to, called X Y, was accused of)."""

from __future__ import annotations

from dragoman.finding.complements import Complements, complements_of, postposed
from dragoman.finding.cues import CueRow, Cues
from dragoman.finding.draft import Draft, Range, Source
from dragoman.finding.layout import Layout
from dragoman.finding.quoted import quotes_beside
from dragoman.finding.sources import find_source, is_passive, noun_phrase
from dragoman.language.reading import Reading

LEFT_OF_CUE = frozenset({"aux", "auxpass", "neg", "advmod"})
WH_TAGS = frozenset({"WRB", "WP", "WDT"})


def verb_drafts(layout: Layout, cues: Cues) -> list[Draft]:
    """The drafts of the article's cue verbs, in order of the verbs."""
    reading = layout.reading
    out: list[Draft] = []
    tags, verbs = reading.tag, cues.verbs
    for i, form in enumerate(reading.lower):
        rows = verbs.get(form)
        if rows is None or tags[i][0] != "V":
            continue
        draft = _draft(layout, i, _fitting(reading, i, rows), out)
        if draft is not None:
            out.append(draft)
    return out


def cue_chunk(reading: Reading, v: int) -> Range:
    """The verb with its auxiliaries, negation, adverbs right before it, and its particle."""
    first, last = v, v + 1
    while first > 0 and reading.head[first - 1] == v and reading.dep[first - 1] in LEFT_OF_CUE:
        if reading.tag[first - 1] in WH_TAGS:
            break
        first -= 1
    while last < len(reading) and reading.head[last] == v and reading.dep[last] in ("prt", "neg"):
        last += 1
    return first, last


def _fitting(reading: Reading, v: int, rows: tuple[CueRow, ...]) -> tuple[CueRow, ...]:
    """The rows with the verb's particle; without one, those that ask for none."""
    with_particle = [row for row in rows if " " in row.lemma and _has_particle(reading, v, row.lemma.split(" ")[1])]
    return tuple(with_particle) or tuple(row for row in rows if " " not in row.lemma)


def _has_particle(reading: Reading, v: int, particle: str) -> bool:
    return any(reading.lower[j] == particle and reading.head[j] == v for j in range(v + 1, min(v + 6, len(reading))))


def _draft(layout: Layout, v: int, rows: tuple[CueRow, ...], before: list[Draft]) -> Draft | None:
    reading = layout.reading
    cue = cue_chunk(reading, v)
    source = find_source(layout, v)
    speaking = next((row for row in rows if "quote" in row.frames or "person" in row.frames), None)
    if speaking is not None and not is_passive(reading, v):
        beside, mended = quotes_beside(layout, v, cue, source, before)
        if beside:
            return _made(speaking, v, cue, beside, mended)
    found = complements_of(layout, v, cue)
    for row in rows:
        draft = _passive(layout, v, row, found, source) if found.passive else _active(v, row, found, source)
        if draft is not None:
            return draft
    plain = next((row for row in rows if "that" in row.frames or "quote" in row.frames), None)
    if plain is None or source is None or found.passive:
        return None
    before_cue = postposed(layout, v, cue, source)
    return _made(plain, v, cue, before_cue, source) if before_cue else None


def _made(row: CueRow, v: int, cue: Range, content: list[Range], source: Source | None) -> Draft:
    return Draft(row.id, row.stance, row.kind, [cue], v, content, source)


def _active(v: int, row: CueRow, found: Complements, source: Source | None) -> Draft | None:
    """The draft of the first frame of the row that the verb's complements fill."""
    frames = row.frames
    if found.clause and ("that" in frames or "person" in frames or "quote" in frames):
        return _made(row, v, found.cue, found.clause, source)
    for preposition in row.prepositions:
        if preposition in found.prepositions:
            at, content = found.prepositions[preposition]
            draft = _made(row, v, found.cue, [content], source)
            draft.cue.append((at, at + 1))
            return draft
    if found.object_clause and ("objectto" in frames or "to" in frames):
        return _made(row, v, found.cue, [found.object_clause], source)
    if found.infinitive and "seem" in frames and source is not None:
        return _made(row, v, found.cue, [(source.first, source.last), found.infinitive], None)
    if found.infinitive and ("person" in frames or "to" in frames or "objectto" in frames):
        return _made(row, v, found.cue, [found.infinitive], source)
    for frame, content in (("small", found.small), ("gerund", found.gerund), ("object", found.object)):
        if frame in frames and content is not None:
            return _made(row, v, found.cue, [content], source)
    return None


def _passive(layout: Layout, v: int, row: CueRow, found: Complements, source: Source | None) -> Draft | None:
    """A passive: what it is said of and what is said, parted by the cue; the source is its agent, if any."""
    reading = layout.reading
    if found.clause and "that" in row.frames:
        return _made(row, v, found.cue, found.clause, source)
    rest = found.infinitive or found.rest
    fits = {"passive", "small", "to"} & set(row.frames) if rest else "object" in row.frames and source is not None
    subject = reading.child(v, "nsubjpass")
    if not fits or subject is None:
        return None
    whole = noun_phrase(layout, subject, verb=v)
    draft = _made(row, v, found.cue, sorted([(whole.first, whole.last)] + ([rest] if rest else [])), source)
    agent = reading.child(v, "agent")
    if agent is not None and source is not None and agent < source.first:
        draft.cue.append((agent, agent + 1))
    return draft
