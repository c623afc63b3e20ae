"""Layout and a passive cue in, the draft out: "is believed to have fled", "was accused of theft", "a spot titled X"."""

from __future__ import annotations

from dragoman.finding.complements import Complements
from dragoman.finding.cues import CueRow
from dragoman.finding.draft import Draft, Range, Source
from dragoman.finding.layout import Layout
from dragoman.finding.sources import NOMINAL, noun_phrase

BY_PHRASE = ("of", "as", "for")  # after a passive these belong to the cue: "was accused of"


def passive_draft(layout: Layout, v: int, row: CueRow, found: Complements, source: Source | None) -> Draft | None:
    """What it is said of and what is said, parted by the cue; the source is the agent, if any."""
    frames = row.frames
    clause = found.clause or found.bare
    if clause and ("that" in frames or "person" in frames):
        return Draft(row.id, row.stance, row.kind, "that", [found.cue], v, [clause], source)
    cue, rest = _complement(layout, row, found)
    draft = Draft(row.id, row.stance, row.kind, "passive", cue, v, [], source)
    if rest and "person" in frames:  # who is asked or told is no part of what is said
        draft.content = [rest]
        return draft
    subject = _subject(layout, v)
    if subject is None:
        draft.content = [rest] if rest and ("to" in frames or "objectto" in frames) else []
        return draft if draft.content else None
    open_to = {"passive", "small"} | ({"to", "objectto"} if found.infinitive else set())
    fits = bool(rest) and bool(open_to & set(frames))
    if not fits and not ("object" in frames and (source is not None or rest)):
        return None
    draft.content = sorted([subject] + ([rest] if rest else []))
    agent = layout.reading.child(v, "agent")
    if agent is not None and source is not None and agent < source.first and len(cue) == 1:
        draft.cue.append((agent, agent + 1))
    return draft


def _complement(layout: Layout, row: CueRow, found: Complements) -> tuple[list[Range], Range | None]:
    """The cue, with the preposition that belongs to it, and what is said of the subject."""
    wanted = (*row.prepositions, *BY_PHRASE)
    phrase = next((p for p in found.phrases if layout.reading.lower[p[0]] in wanted), None)
    if phrase is None:
        return [found.cue], found.infinitive or found.rest
    return [found.cue, (phrase[0], phrase[0] + 1)], phrase[1]


def _subject(layout: Layout, v: int) -> Range | None:
    """The subject, or the noun that a participle follows."""
    reading = layout.reading
    subject = reading.child(v, "nsubjpass")
    if subject is not None:
        whole = noun_phrase(layout, subject, verb=v)
        return whole.first, whole.last
    above = reading.head[v]
    if reading.dep[v] != "acl" or reading.pos[above] not in NOMINAL or above > v:
        return None
    whole = noun_phrase(layout, above, until=v)
    return whole.first, whole.last
