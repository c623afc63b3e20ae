"""Layout and cue table in, drafts out: a colon instead of a verb, "Envoy: talks go on", "Talks go on: envoy"."""

from __future__ import annotations

from dragoman.finding.cues import CueRow, Cues
from dragoman.finding.draft import Draft, Source, trimmed
from dragoman.finding.layout import Layout
from dragoman.language.reading import Reading

NAME_WORDS = 8  # tokens at most before a colon that name a source
NAME_AFTER = 4  # tokens at most after the last colon of a headline that name a source
NAMING = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP", "PUNCT", "PART", "NUM"})
TITLES = frozenset({"title", "heading"})
SOURCE_TAGS = frozenset({"NNP", "NNPS", "NN", "NNS"})


def colon_drafts(layout: Layout, cues: Cues) -> list[Draft]:
    """A draft for each block that begins with a name and a colon, and for headlines that end with one."""
    reading = layout.reading
    row = cues.marks_as_cues.get(":")
    if row is None:
        return []
    out: list[Draft] = []
    block = -1
    for number, sentence in enumerate(reading.sentences):
        if sentence.block == block:
            continue
        block = sentence.block
        end = _block_end(reading, number)
        draft = _before_colon(layout, cues, row, (sentence.first, end), is_title=_is_title(reading, number))
        if draft is None and _is_title(reading, number):
            draft = _after_colon(layout, cues, row, (sentence.first, end))
        if draft is not None:
            out.append(draft)
    return out


def _block_end(reading: Reading, number: int) -> int:
    """One past the last token of the sentence's block."""
    block, last = reading.sentences[number].block, number
    while last + 1 < len(reading.sentences) and reading.sentences[last + 1].block == block:
        last += 1
    return reading.sentences[last].last


def _is_title(reading: Reading, number: int) -> bool:
    """A title or heading; the first block of a text without blocks of that kind passes for one."""
    return reading.sentences[number].kind in TITLES or number == 0


def _before_colon(layout: Layout, cues: Cues, row: CueRow, block: tuple[int, int], *, is_title: bool) -> Draft | None:
    reading = layout.reading
    first, end = block
    first += first in layout.opens
    colon = next((i for i in range(first + 1, min(first + NAME_WORDS + 1, end - 1)) if reading.words[i] == ":"), None)
    if colon is None or reading.lower[colon - 1] in cues.labels or reading.lower[first] in cues.labels:
        return None
    if is_title and all(reading.words[i].isupper() for i in range(first, colon)):
        return None  # "KABUL: The envoy ..." is a dateline
    head = _head(reading, first, colon)
    if head is None or (not is_title and reading.tag[head] not in ("NNP", "NNPS")):
        return None
    content = trimmed(reading, colon + 1, end)
    if content is None or (not reading.words[content[0]][0].isupper() and content[0] not in layout.opens):
        return None
    source = Source(first, colon, head)
    return Draft(row.id, row.stance, row.kind, "beside", [(colon, colon + 1)], colon, [content], source)


def _after_colon(layout: Layout, cues: Cues, row: CueRow, block: tuple[int, int]) -> Draft | None:
    reading = layout.reading
    first, end = block
    while end > first and reading.words[end - 1] == ".":
        end -= 1
    colon = next((i for i in range(end - 2, max(end - NAME_AFTER - 2, first), -1) if reading.words[i] == ":"), None)
    if colon is None:
        return None
    head = _head(reading, colon + 1, end)
    content = trimmed(reading, first, colon)
    if head is None or content is None or reading.lower[head] in cues.labels:
        return None
    source = Source(colon + 1, end, head)
    return Draft(row.id, row.stance, row.kind, "beside", [(colon, colon + 1)], colon, [content], source)


def _head(reading: Reading, first: int, last: int) -> int | None:
    """The last noun of a range that holds nothing but a noun phrase, or None."""
    if any(reading.pos[i] not in NAMING for i in range(first, last)):
        return None
    heads = [i for i in range(first, last) if reading.tag[i] in SOURCE_TAGS and reading.dep[i] != "pobj"]
    return heads[-1] if heads else None
