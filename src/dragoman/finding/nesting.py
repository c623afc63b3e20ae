"""Drafts in, those that stay out, with their parents: inside a statement another is kept where a third party speaks."""

from __future__ import annotations

from dragoman.finding.draft import Draft
from dragoman.finding.layout import Layout

CLAUSAL = frozenset({"that", "quote", "beside", "clause"})


def nest(layout: Layout, drafts: list[Draft]) -> list[tuple[Draft, int | None]]:
    """The drafts in order of their contents, each with the position of the one in whose content it lies.

    A belief or wish inside a statement, and what the speaker says of himself, are part of the statement; a quotation
    that no one speaks holds no statements.
    """
    ordered = sorted(drafts, key=lambda d: (d.content[0][0], -d.content[-1][1], d.at))
    parents = [_parent(ordered, draft) for draft in ordered]
    kept: dict[int, int] = {}
    out: list[tuple[Draft, int | None]] = []
    for number, draft in enumerate(ordered):
        parent = parents[number]
        while parent is not None and parent not in kept:
            parent = parents[parent]
        if parents[number] is None:
            stays = not _is_adrift(layout, draft) and not _is_double(out, draft)
        else:
            stays = parent is not None and _speaks_for_itself(layout, draft, ordered[parent])
        if stays:
            kept[number] = len(out)
            out.append((draft, kept[parent] if parent is not None else None))
    return out


def _parent(drafts: list[Draft], draft: Draft) -> int | None:
    """The draft with the shortest content over the cue."""
    best, size = None, 0
    for number, other in enumerate(drafts):
        if other.content[0][0] > draft.at:
            break
        if other is draft or not _holds(other, draft.at) or _holds(draft, other.at):
            continue
        length = sum(last - first for first, last in other.content)
        if best is None or length < size:
            best, size = number, length
    return best


def _holds(draft: Draft, at: int) -> bool:
    return any(first <= at < last for first, last in draft.content)


def _is_adrift(layout: Layout, draft: Draft) -> bool:
    """Whether the cue stands in a quotation that no draft holds."""
    return layout.quoted[draft.at] != -1 and draft.frame != "beside"


def _is_double(kept: list[tuple[Draft, int | None]], draft: Draft) -> bool:
    return any(other.content == draft.content for other, _ in kept[-4:])


def _speaks_for_itself(layout: Layout, draft: Draft, parent: Draft) -> bool:
    """Whether a nested draft is another party's speech."""
    if draft.source is None or draft.kind != "speech" or draft.frame not in CLAUSAL:
        return False
    head = draft.source.head
    named = layout.reading.pos[head] == "PROPN"
    if not named and (layout.reading.pos[head] != "NOUN" or layout.quoted[draft.at] != -1):
        return False
    return parent.source is None or layout.reading.lower[head] != layout.reading.lower[parent.source.head]
