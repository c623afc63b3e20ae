"""Layout and a cue verb in, the quotations that stand beside it out: before, after, or on both sides of it."""

from __future__ import annotations

from dragoman.finding.draft import DASHES, Draft, Range, Source
from dragoman.finding.layout import Layout
from dragoman.finding.quotation_marks import STOPS, Quotation
from dragoman.finding.sources import noun_phrase
from dragoman.language.reading import Reading

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
REACH = 30  # words between a cue and the quotation it introduces
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
BEFORE_QUOTE = DASHES | {",", ":"}
SPEECH_STOPS = STOPS | DASHES | {","}


def quotes_beside(
    layout: Layout, v: int, cue: Range, source: Source | None, before: list[Draft], *, to_person: bool
) -> tuple[list[Range], Source | None]:
    """The content in quotations beside the cue and the source, mended where the parse ran across a mark.

    `to_person`: the cue's object is who is spoken to, so that a quotation may follow it.
    """
    if source is not None and layout.quoted[source.head] != layout.quoted[v]:
        source = None
    left = _left(layout, v, cue, source)
    out: list[Range] = []
    if left is not None:
        source = source or _source_beside(layout, left.last, cue)
        if source is not None and not _taken(left, before):
            out.append((_beginning(layout, left, before), left.last))
    right = _right(layout, v, cue, source, to_person)
    if right is not None and source is not None and not _taken(right, before):
        if not out:
            out.extend(_led_up(layout, v, cue, source, right))
        out.append((right.first - _that(layout, right.first), right.last))
    return out, source


def _that(layout: Layout, first: int) -> int:
    """How many words before the quotation belong to it: 'wrote that, "..."'."""
    if first > 1 and layout.reading.words[first - 1] == "," and layout.reading.lower[first - 2] == "that":
        return 2
    return 0


def _led_up(layout: Layout, v: int, cue: Range, source: Source, right: Quotation) -> list[Range]:
    """What begins the sentence that a quotation in lower case ends: 'Sooner or later, he said, "it ends."'."""
    reading = layout.reading
    low, left = layout.low[v], min(cue[0], source.first)
    inner = right.first + 1
    if left - 2 <= low or reading.words[left - 1] != "," or not reading.words[inner][0].islower():
        return []
    return [(low, left - 1)]


def _taken(quotation: Quotation, before: list[Draft]) -> bool:
    spoken = [draft for draft in before[-6:] if draft.frame == "quote"]
    return any(first <= quotation.first < last for draft in spoken for first, last in draft.content)


def _left(layout: Layout, v: int, cue: Range, source: Source | None) -> Quotation | None:
    """The quotation that ends right before the cue and its subject ('"...", he said')."""
    reading = layout.reading
    low = layout.low[v]
    left = min(cue[0], source.first) if source is not None else cue[0]
    at = left - 1
    while source is None and at > low and at not in layout.closes and at > left - REACH:
        if reading.lower[at] in layout.speaking or reading.words[at] in STOPS:
            return None
        at -= 1
    comma = at >= low and reading.words[at] in BEFORE_QUOTE
    if at not in layout.closes:
        at -= comma
    quotation = layout.closes.get(at)
    if quotation is None or quotation.first < low:
        return None
    inner = at - 1
    while inner in layout.closes or reading.words[inner] in {"'", "\N{RIGHT SINGLE QUOTATION MARK}"}:
        inner -= 1
    if not comma and reading.words[inner] not in SPEECH_STOPS:
        return None
    if layout.low[quotation.first] < quotation.first and _has_complement(reading, v, cue[1]):
        return None
    return quotation


def _has_complement(reading: Reading, v: int, after: int) -> bool:
    """Whether something other than the quotation is said: a clause, or an object with a phrase ("accused Holt of")."""
    right = [reading.dep[c] for c in reading.children[v] if c >= after]
    return "ccomp" in right or ("dobj" in right and "prep" in right)


def _beginning(layout: Layout, quotation: Quotation, before: list[Draft]) -> int:
    """Where the content begins: at the quotation, or with the sentence that it ends."""
    low = layout.low[quotation.first]
    if low >= quotation.first:
        return quotation.first
    if layout.reading.words[quotation.first - 1] in BEFORE_QUOTE:
        return quotation.first
    used = any(low <= first < quotation.first for draft in before[-3:] for first, _ in draft.cue)
    return quotation.first if used else low


def _source_beside(layout: Layout, after: int, cue: Range) -> Source | None:
    """The noun phrase between a quotation and the cue, or right after the cue."""
    reading = layout.reading
    first = after + (reading.words[after] == ",") if after < len(reading) else after
    if first < cue[0]:
        inside = [i for i in range(first, cue[0]) if reading.pos[i] in NOMINAL]
        if not inside:
            return None
        head = next((i for i in inside if not first <= reading.head[i] < cue[0]), inside[-1])
        return Source(first, cue[0], head)
    high = layout.high[cue[1] - 1]
    head_found = next((i for i in range(cue[1], min(cue[1] + 8, high)) if reading.pos[i] in NOMINAL
                       and not cue[1] <= reading.head[i] < high), None)  # fmt: skip
    if head_found is None:
        return None
    found = noun_phrase(layout, head_found)
    return Source(max(found.first, cue[1]), found.last, found.head) if found.first >= cue[1] - 1 else None


def _right(layout: Layout, v: int, cue: Range, source: Source | None, to_person: bool) -> Quotation | None:
    """The quotation that the cue introduces ('he said: "..."')."""
    reading = layout.reading
    high = layout.high[v]
    quotation, finite = None, False
    for k in range(cue[1], min(cue[1] + REACH, high)):
        if k in layout.opens:
            quotation = layout.opens[k]
            break
        if reading.lower[k] in layout.speaking and reading.tag[k][0] == "V":
            return None
        finite = finite or reading.tag[k] in FINITE
    if quotation is None and reading.words[high - 1] == ":":
        return layout.opens.get(high)
    if quotation is None or quotation.first == cue[0]:
        return None
    before = quotation.first - 1
    if finite and reading.words[before] != ":":
        return None
    adjacent = quotation.first == cue[1] or (source is not None and source.last == quotation.first)
    to_person = to_person and any(
        reading.dep[c] in ("dobj", "dative") and reading.subtree(c)[1] == quotation.first for c in reading.children[v]
    )
    if reading.words[before] not in BEFORE_QUOTE and not adjacent and not to_person:
        return None
    return quotation if _is_whole(layout, v, quotation) else None


def _is_whole(layout: Layout, v: int, quotation: Quotation) -> bool:
    """Whether the quotation is all that is said: the verb's clause neither begins before it nor runs on after it."""
    reading = layout.reading
    inside = reading.words[quotation.last - 2] if quotation.closed else ""
    if any(v < c < quotation.first and reading.dep[c] in ("ccomp", "xcomp") for c in reading.children[v]):
        return False
    if quotation.last >= layout.edge(v)[1] or inside in SPEECH_STOPS:
        return True
    clause = next((c for c in reading.children[v] if c > v and reading.dep[c] in ("ccomp", "dobj", "oprd")), None)
    if clause is None:
        return reading.words[quotation.first - 1] in BEFORE_QUOTE
    first, last = reading.subtree(clause)
    return quotation.first <= clause < quotation.last and first >= quotation.first and last <= quotation.last + 1
