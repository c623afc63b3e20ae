"""Reading in, attributions out: who is said to say, believe, want or promise what, in the words of the article."""

from __future__ import annotations

from dragoman.finding.attribution import Attribution
from dragoman.finding.circumstances import addressee_of, is_unnamed, occasion_of
from dragoman.finding.colon_shapes import colon_drafts
from dragoman.finding.continuations import join_quotations
from dragoman.finding.cue_nouns import noun_drafts
from dragoman.finding.cue_phrases import phrase_drafts
from dragoman.finding.cue_verbs import verb_drafts
from dragoman.finding.cues import Cues
from dragoman.finding.draft import Draft, Range
from dragoman.finding.headline_verbs import headline_drafts
from dragoman.finding.layout import Layout, lay_out
from dragoman.finding.nesting import nest
from dragoman.finding.quotation_marks import find_quotations
from dragoman.language.reading import Reading
from dragoman.record import Span, StatementMode

__all__ = ["Cues", "find_statements"]


def find_statements(reading: Reading, cues: Cues) -> list[Attribution]:
    """The statements of the article, in order of their contents.

    Spans are those of PolNeAR (Newell, Margolin and Ruths, LREC 2018): the source with its titles, appositions and
    relative clauses, the cue with its auxiliaries, the content with its quotation marks and its "that".
    """
    layout = lay_out(reading, find_quotations(reading, cues.marks, cues.speaking), cues.speaking)
    found = verb_drafts(layout, cues) + phrase_drafts(layout, cues) + noun_drafts(layout, cues)
    found += colon_drafts(layout, cues) + headline_drafts(layout, cues)
    drafts = join_quotations(layout, cues, found)
    return [_attribution(layout, cues, draft, parent) for draft, parent in nest(layout, drafts)]


def _attribution(layout: Layout, cues: Cues, draft: Draft, parent: int | None) -> Attribution:
    reading = layout.reading
    source = draft.source
    content = [layout.balanced(*piece) for piece in draft.content]
    return Attribution(
        source=(reading.span(source.first, source.last),) if source else (),
        cue=_spans(reading, _with_colon(reading, draft.cue)),
        content=_spans(reading, content),
        mode=_mode(layout, content),
        stance=draft.stance,
        source_head=source.head if source else None,
        cue_head=draft.at,
        content_head=_content_head(reading, content[0]),
        cue_row=draft.row,
        anonymous=is_unnamed(layout, cues, source),
        occasion=occasion_of(layout, cues, draft),
        addressee_head=addressee_of(layout, draft),
        parent=parent,
    )


def _with_colon(reading: Reading, cue: list[Range]) -> list[Range]:
    """The cue with the colon that stands right after it."""
    first, last = cue[-1]
    return [*cue[:-1], (first, last + 1)] if last < len(reading) and reading.words[last] == ":" else cue


def _spans(reading: Reading, ranges: list[Range]) -> tuple[Span, ...]:
    """Characters of the ranges; ranges of one block that touch are one span."""
    out: list[Range] = []
    for first, last in ranges:
        if out and out[-1][1] == first and _block(reading, first) == _block(reading, first - 1):
            out[-1] = (out[-1][0], last)
        else:
            out.append((first, last))
    return tuple(reading.span(first, last) for first, last in out)


def _block(reading: Reading, i: int) -> int:
    return reading.sentences[reading.sentence_of[i]].block


def _content_head(reading: Reading, content: Range) -> int:
    """The token of the content whose head lies outside it."""
    first, last = content
    words = [i for i in range(first, last) if reading.pos[i] != "PUNCT"]
    return next((i for i in words if reading.head[i] == i or not first <= reading.head[i] < last), first)


def _mode(layout: Layout, content: list[Range]) -> StatementMode:
    """Direct if all words stand in quotation marks, mixed if some do."""
    pos, quoted = layout.reading.pos, layout.quoted
    marked = [quoted[i] != -1 for first, last in content for i in range(first, last) if pos[i] != "PUNCT"]
    if marked and all(marked):
        return "direct"
    return "mixed" if any(marked) else "indirect"
