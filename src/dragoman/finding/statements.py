"""Reading in, attributions out."""

from __future__ import annotations

from dragoman.finding.attribution import Attribution
from dragoman.finding.continuations import join_quotations
from dragoman.finding.cue_phrases import phrase_drafts
from dragoman.finding.cue_verbs import verb_drafts
from dragoman.finding.cues import Cues
from dragoman.finding.draft import Draft, Range
from dragoman.finding.layout import Layout, lay_out
from dragoman.finding.quotation_marks import find_quotations
from dragoman.language.reading import Reading
from dragoman.record import Span, StatementMode

__all__ = ["Cues", "find_statements"]


def find_statements(reading: Reading, cues: Cues) -> list[Attribution]:
    """The statements of the article, in order of their contents."""
    layout = lay_out(reading, find_quotations(reading, cues.marks), cues.speaking)
    drafts = join_quotations(layout, cues, verb_drafts(layout, cues) + phrase_drafts(layout, cues))
    drafts.sort(key=lambda d: (d.content[0][0], d.cue[0][0]))
    return [_attribution(layout, draft) for draft in _outermost(layout,drafts)]


def _outermost(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    out = []
    for d in drafts:
        if layout.quoted[d.cue_head] != -1: continue
        if any(e is not d and any(a <= d.cue[-1][0] < b for a, b in e.content) for e in drafts):
            continue
        out.append(d)
    return out


def _attribution(layout: Layout, draft: Draft) -> Attribution:
    reading = layout.reading
    source = draft.source
    return Attribution(
        source=(reading.span(source.first, source.last),) if source else (),
        cue=_spans(reading, draft.cue), content=_spans(reading, [layout.balanced(*c) for c in draft.content]), mode=_mode(layout, draft.content),
        stance=draft.stance, source_head=source.head if source else None, cue_head=draft.cue_head,
        content_head=draft.content[0][0], cue_row=draft.row,
    )  # fmt: skip


def _spans(reading: Reading, ranges: list[Range]) -> tuple[Span, ...]:
    """Characters of the ranges; ranges that touch are one span."""
    out: list[Range] = []
    for first, last in ranges:
        if out and out[-1][1] == first:
            out[-1] = (out[-1][0], last)
        else:
            out.append((first, last))
    return tuple(reading.span(first, last) for first, last in out)


def _mode(layout: Layout, content: list[Range]) -> StatementMode:
    """Direct if all words stand in quotation marks, mixed if some do."""
    quoted = [layout.quoted[i] != -1 for first, last in content for i in range(first, last)
              if layout.reading.pos[i] != "PUNCT"]  # fmt: skip
    if quoted and all(quoted):
        return "direct"
    return "mixed" if any(quoted) else "indirect"
