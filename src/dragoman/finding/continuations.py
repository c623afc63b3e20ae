"""Layout and drafts in, drafts out: a quotation without a cue goes to who spoke just before, or to its signature."""

from __future__ import annotations

from dragoman.finding.cues import CueRow, Cues
from dragoman.finding.draft import DASHES, Draft, Source
from dragoman.finding.layout import Layout
from dragoman.finding.quotation_marks import Quotation

SIGNATURE = 14  # words at most in a name that follows a quotation after a dash
SHORT = 3  # tokens, marks included, of a quotation that is a word or a title rather than speech


def join_quotations(layout: Layout, cues: Cues, drafts: list[Draft]) -> list[Draft]:
    """The drafts with orphaned quotations joined to them, and drafts for signed quotations."""
    outside = [d for d in drafts if layout.quoted[d.at] == -1]
    taken = {i for draft in outside for first, last in draft.content for i in (first, last - 1)}
    ends = _speech_ends(layout, outside)
    out = list(drafts)
    for quotation in layout.quotations:
        if not _is_orphan(layout, quotation, taken):
            continue
        signed = _signed(layout, quotation, cues.marks_as_cues)
        speaker = ends.get(quotation.first)
        if signed is not None:
            out.append(signed)
        elif speaker is not None:
            speaker.content.append((quotation.first, quotation.last))
            ends[layout.high[quotation.first]] = speaker
    return out


def _speech_ends(layout: Layout, drafts: list[Draft]) -> dict[int, Draft]:
    """For each sentence with direct speech in it, the draft by the token after the sentence."""
    out: dict[int, Draft] = {}
    for draft in drafts:
        if any(first in layout.opens or last - 1 in layout.closes for first, last in draft.content):
            at = max(draft.at, draft.content[-1][0])
            if layout.high[at] < len(layout.reading) and _may_go_on(layout, draft, layout.high[at]):
                out[layout.high[at]] = draft
    return out


def _may_go_on(layout: Layout, draft: Draft, after: int) -> bool:
    """Whether more of the draft's speech may follow: in another block only after whole sentences of it."""
    reading = layout.reading
    same = reading.sentence_of[after] and _block(layout, after) == _block(layout, after - 1)
    return bool(same) or sum(last - first for first, last in draft.content) > SHORT + 2


def _block(layout: Layout, i: int) -> int:
    return layout.reading.sentences[layout.reading.sentence_of[i]].block


def _is_orphan(layout: Layout, quotation: Quotation, taken: set[int]) -> bool:
    """Whether a quotation is a sentence of its own that no draft holds."""
    first, last = quotation.first, quotation.last
    if last - first <= SHORT or layout.low[first] != first or layout.quotations[layout.quoted[first]] is not quotation:
        return False
    return not any(i in taken for i in range(first, last))


def _signed(layout: Layout, quotation: Quotation, rows: dict[str, CueRow]) -> Draft | None:
    """A quotation that a dash and a name follow, to the end of the block."""
    reading = layout.reading
    at = quotation.last
    row = rows.get(reading.words[at]) if at < len(reading) else None
    if row is None or reading.words[at] not in DASHES:
        return None
    _, high = layout.edge(at)
    if not at + 1 < high <= at + 1 + SIGNATURE or not reading.words[at + 1][0].isupper():
        return None
    head = next((i for i in range(at + 1, high) if not at < reading.head[i] < high), at + 1)
    source = Source(at + 1, high, head)
    content = [(quotation.first, quotation.last)]
    return Draft(row.id, row.stance, row.kind, "beside", [(at, at + 1)], at, content, source)
