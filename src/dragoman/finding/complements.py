"""Layout and a cue verb in, what it governs out: its clause, object, infinitive, phrases, and the clause before it."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.finding.draft import DASHES, Range, Source, trimmed
from dragoman.finding.layout import Layout
from dragoman.finding.sources import VERBAL, is_passive
from dragoman.language.reading import Reading

BESIDE_OBJECT = frozenset({"of", "for", "with", "as", "to", "against", "from", "about", "over", "into", "on", "despite"})
ADJUNCTS = frozenset({"prep", "advmod", "npadvmod", "advcl", "prt", "acomp", "dobj", "xcomp", "oprd", "attr"})


@dataclass(slots=True)
class Complements:
    """Token ranges of what a verb governs, None or empty where it does not; `prepositions` maps to (token, range)."""

    cue: Range
    passive: bool = False
    clause: list[Range] = field(default_factory=list)
    object: Range | None = None
    object_clause: Range | None = None
    infinitive: Range | None = None
    gerund: Range | None = None
    small: Range | None = None
    rest: Range | None = None
    prepositions: dict[str, tuple[int, Range]] = field(default_factory=dict)


def complements_of(layout: Layout, v: int, cue: Range) -> Complements:
    """The complements to the right of the verb, each run to its end within the sentence."""
    reading = layout.reading
    out = Complements(cue, is_passive(reading, v))
    _, high = layout.edge(v)
    right = [c for c in reading.children[v] if c >= cue[1] and c < high]
    for c in right:
        dep = reading.dep[c]
        if dep == "ccomp" and not out.clause:
            _add_clause(layout, v, c, right, out)
        elif dep == "xcomp" and out.infinitive is None and out.gerund is None:
            _add_xcomp(layout, v, c, right, out)
        elif dep in ("prep", "prt") and reading.lower[c] not in out.prepositions:
            whole = _run(layout, v, c, right, after=c + 1)
            if whole is not None:
                out.prepositions[reading.lower[c]] = (c, whole)
    _add_object(layout, v, right, out)
    return out


def _add_clause(layout: Layout, v: int, c: int, right: list[int], out: Complements) -> None:
    reading = layout.reading
    whole = _run(layout, v, c, right)
    if whole is None:
        return
    if any(reading.lower[k] == "to" and reading.dep[k] == "aux" for k in reading.children[c]):
        out.object_clause = whole
    elif reading.pos[c] not in VERBAL and reading.child(c, "cop", "aux") is None and reading.child(c, "mark") is None:
        out.small = whole
    else:
        out.clause = [whole]


def _add_xcomp(layout: Layout, v: int, c: int, right: list[int], out: Complements) -> None:
    reading = layout.reading
    whole = _run(layout, v, c, right)
    if whole is None:
        return
    if any(reading.lower[k] == "to" and reading.dep[k] == "aux" for k in reading.children[c]):
        out.infinitive = whole
    elif reading.tag[c] == "VBG":
        out.gerund = whole
    else:
        out.rest = whole


def _add_object(layout: Layout, v: int, right: list[int], out: Complements) -> None:
    """The direct object with what belongs to it, and the verb's other complements joined to it."""
    reading = layout.reading
    held = next((c for c in right if reading.dep[c] in ("dobj", "dative")), None)
    last = 0
    for c in right:
        joins = reading.dep[c] in ("oprd", "acomp") or reading.dep[c] == "prep" and reading.lower[c] in BESIDE_OBJECT
        if joins and out.rest is None and c != held:
            out.rest = _run(layout, v, c, right)
    if held is None or reading.dep[held] != "dobj":
        return
    first, last = reading.subtree(held)
    first, last = max(first, out.cue[1]), min(last, layout.edge(v)[1])
    reached = last
    for c in right:
        if c > held and _joins_object(reading, c) and reading.subtree(c)[0] <= reached + 1:
            reached = min(reading.subtree(c)[1], layout.edge(v)[1])
    out.object = trimmed(reading, first, reached)
    if out.infinitive is not None and out.infinitive[0] >= last:
        out.object_clause = (first, out.infinitive[1])
    if out.rest is not None and out.rest[0] >= last:
        out.small = (first, out.rest[1])


def _joins_object(reading: Reading, c: int) -> bool:
    if reading.dep[c] == "prep":
        return reading.lower[c] in BESIDE_OBJECT
    return reading.dep[c] in ("xcomp", "oprd", "acomp", "acl", "relcl", "dobj")


def _run(layout: Layout, v: int, c: int, right: list[int], *, after: int | None = None) -> Range | None:
    """The range of a dependent, run on over the verb's later adjuncts that follow it without a comma."""
    reading = layout.reading
    first, last = reading.subtree(c)
    first = max(first, v + 1) if after is None else after
    for k in right:
        if k > c and reading.dep[k] in ADJUNCTS and reading.subtree(k)[0] == last:
            last = reading.subtree(k)[1]
    return trimmed(reading, first, min(last, layout.edge(v)[1]))


def postposed(layout: Layout, v: int, cue: Range, source: Source) -> list[Range]:
    """What precedes a parenthetical cue ("The deal is dead, he said"), and what goes on after it."""
    reading = layout.reading
    low, high = layout.edge(v)
    left, right = min(cue[0], source.first), max(cue[1], source.last)
    if left - 1 <= low or reading.words[left - 1] not in DASHES and reading.words[left - 1] != ",":
        return []
    while low < left and reading.dep[low] == "cc":
        low += 1
    before = trimmed(reading, low, left)
    if before is None:
        return []
    goes_on = right < high and reading.words[right] == ","
    main = next((c for c in reading.children[v] if reading.dep[c] == "ccomp"), None)
    if main is None and reading.dep[v] in ("parataxis", "ccomp", "advcl"):
        main = reading.head[v]
    if main is None:
        return []
    out = [before]
    if main > right and goes_on and (after := trimmed(reading, right, high)) is not None:
        out.append(after)
    return out
