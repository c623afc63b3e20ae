"""Layout and cue table in, drafts out: headline verbs that the tagger takes for nouns, "Envoy hints at talks"."""

from __future__ import annotations

from dragoman.finding.cues import CueRow, Cues
from dragoman.finding.draft import Draft, Range, Source, trimmed
from dragoman.finding.layout import Layout
from dragoman.language.reading import Reading

LONGEST = 22  # words of a headline
FRAMES = ("that", "object", "quote", "person", "small")
NOT_BEFORE = frozenset({"DT", "PRP$", "IN", "POS", "CC", "TO", "JJ"})


def headline_drafts(layout: Layout, cues: Cues) -> list[Draft]:
    """A draft for a short sentence whose root is a cue's third person read as a plural noun.

    Source and content are what stands before and after it, since the parse around a verb read as a noun is no guide.
    """
    out: list[Draft] = []
    for sentence in layout.reading.sentences:
        for i in range(sentence.first + 1, min(sentence.last, sentence.first + LONGEST)):
            rows = cues.verbs.get(layout.reading.lower[i])
            if rows is None or not _is_misread(layout, i, sentence.last - sentence.first):
                continue
            draft = _linear(layout, i, rows)
            if draft is not None:
                out.append(draft)
                break
    return out


def _is_misread(layout: Layout, i: int, length: int) -> bool:
    reading = layout.reading
    if reading.tag[i] not in ("NNS", "NNPS") or reading.dep[i] != "ROOT" or length > LONGEST:
        return False
    return reading.tag[i - 1] not in NOT_BEFORE and layout.quoted[i] == -1


def _linear(layout: Layout, i: int, rows: tuple[CueRow, ...]) -> Draft | None:
    reading = layout.reading
    low, high = layout.edge(i)
    if i <= low:
        return None
    to = i + 1 < high and reading.lower[i + 1] == "to"
    for row in rows:
        particle = row.lemma.split(" ")[1:]
        if particle and reading.lower[i + 1 : i + 2] != particle:
            continue
        last = i + 1 + len(particle)
        if last < high and reading.lower[last] in row.prepositions:
            return _made(row, i, last + 1, (last + 1, high), (low, i), reading)
        fits = ("to" in row.frames or "objectto" in row.frames) if to else any(f in row.frames for f in FRAMES)
        if fits and last < high and (to or reading.pos[last] != "ADP"):
            return _made(row, i, last, (last, high), (low, i), reading)
        if last >= high and "that" in row.frames:
            return _after_content(layout, row, i, low)
    return None


def _after_content(layout: Layout, row: CueRow, i: int, low: int) -> Draft | None:
    """ "Talks will go on, envoy hints": the last comma parts content and source."""
    reading = layout.reading
    comma = next((k for k in range(i - 1, low, -1) if reading.words[k] == ","), None)
    return _made(row, i, i + 1, (low, comma), (comma + 1, i), reading) if comma is not None else None


def _made(row: CueRow, i: int, last: int, content: Range, source: Range, reading: Reading) -> Draft | None:
    clean, named = trimmed(reading, *content), trimmed(reading, *source)
    if clean is None or named is None:
        return None
    inside = range(*named)
    head = next((k for k in reversed(inside) if reading.pos[k] in ("PROPN", "NOUN", "PRON")), None)
    if head is None or any(reading.pos[k] in ("VERB", "AUX") for k in inside):
        return None
    return Draft(row.id, row.stance, row.kind, "that", [(i, last)], i, [clean], Source(*named, head))
