"""Layout and a cue verb in, what it governs out: its clause, object, infinitive and phrases, each run to its end."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.finding.draft import Range, trimmed
from dragoman.finding.layout import Layout
from dragoman.finding.sources import NOMINAL, VERBAL, is_passive
from dragoman.language.reading import Reading

BESIDE_OBJECT = frozenset(
    {"of", "for", "with", "as", "to", "against", "from", "about", "over", "into", "on", "despite"}
)
ADJUNCTS = frozenset({"prep", "advmod", "npadvmod", "advcl", "prt", "acomp", "dobj", "xcomp", "oprd", "attr"})
PREDICATES = frozenset({"oprd", "acomp", "attr"})
SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
SUBJECT_WORDS = 14  # words at most in a subject that the parser cut off its clause
QUESTION_TAGS = frozenset({"WRB", "WP", "WDT", "WP$"})


@dataclass(slots=True)
class Complements:
    """Token ranges of what a verb governs to its right, None where it does not.

    `clause_head` is the verb of `clause`; `is_hung` tells that the parser hung the clause on another word. `bare` is a
    clause whose head the tagger takes for no verb. `rest` is what stands beside an object or a passive ("as a spy", "of
    lying"); `phrases` are (first token, range after it).
    """

    cue: Range
    passive: bool = False
    clause: Range | None = None
    clause_head: int | None = None
    is_hung: bool = False
    bare: Range | None = None
    object: Range | None = None
    object_clause: Range | None = None
    infinitive: Range | None = None
    gerund: Range | None = None
    small: Range | None = None
    rest: Range | None = None
    phrases: list[tuple[int, Range]] = field(default_factory=list)


def complements_of(layout: Layout, v: int, cue: Range) -> Complements:
    """The complements to the right of the verb, each run to its end within the sentence."""
    reading = layout.reading
    out = Complements(cue, is_passive(reading, v))
    _, high = layout.edge(v)
    right = [c for c in reading.children[v] if cue[1] <= c < high]
    for c in right:
        dep = reading.dep[c]
        if dep == "ccomp" or (dep == "advcl" and _is_clause(reading, v, c)):
            _add_clause(layout, v, c, right, out)
        elif dep == "xcomp" and out.infinitive is None and out.gerund is None:
            _add_xcomp(layout, v, c, right, out)
        elif dep in PREDICATES or (dep == "prep" and reading.lower[c] in BESIDE_OBJECT):
            out.rest = out.rest or _run(layout, v, c, right)
        _add_phrase(layout, v, c, right, out)
    _add_object(layout, v, right, out)
    if out.clause is None:
        _find_clause(layout, v, out)
    return out


def _is_clause(reading: Reading, v: int, c: int) -> bool:
    """Whether an adverbial clause is in truth the verb's complement: without a mark, or a question, and no comma."""
    first = reading.subtree(c)[0]
    if reading.words[first - 1] == "," or reading.pos[first] == "AUX" or reading.child(c, "nsubj", "nsubjpass") is None:
        return False
    if reading.tag[c] in ("VBG", "VBN") and reading.child(c, "aux", "auxpass") is None:
        return False
    return reading.tag[first] in QUESTION_TAGS or reading.child(c, "mark") is None


def _add_clause(layout: Layout, v: int, c: int, right: list[int], out: Complements) -> None:
    reading = layout.reading
    whole = _run(layout, v, c, right)
    if whole is None or out.clause is not None:
        return
    if _is_infinitive(reading, c):
        out.object_clause = out.object_clause or whole
    elif reading.pos[c] not in VERBAL and not any(reading.pos[k] in VERBAL for k in reading.children[c]):
        out.bare, out.small = whole, whole
    else:
        out.clause, out.clause_head = (_subject_start(reading, c, out.cue[1], whole[0]), whole[1]), c


def _subject_start(reading: Reading, c: int, after: int, first: int) -> int:
    """Where a clause begins; one that seems to lack its subject begins right after the cue if a noun stands there."""
    if any(reading.dep[k] in SUBJECT_DEPS for k in reading.children[c]) or first - after > SUBJECT_WORDS:
        return first
    between = range(after, first)
    nouns = any(reading.tag[i] in ("NN", "NNS") and reading.dep[i] != "npadvmod" for i in between)
    return after if nouns and reading.pos[after] not in ("ADP", "PUNCT") else first


def _is_infinitive(reading: Reading, c: int) -> bool:
    return any(reading.lower[k] == "to" and reading.dep[k] == "aux" for k in reading.children[c])


def _add_xcomp(layout: Layout, v: int, c: int, right: list[int], out: Complements) -> None:
    reading = layout.reading
    whole = _run(layout, v, c, right)
    if whole is None:
        return
    if reading.tag[whole[0]] in QUESTION_TAGS and out.clause is None:
        out.clause, out.clause_head = whole, c
    elif _is_infinitive(reading, c):
        out.infinitive = whole
    elif reading.tag[c] == "VBG":
        out.gerund = whole
    else:
        out.rest = whole


def _add_phrase(layout: Layout, v: int, c: int, right: list[int], out: Complements) -> None:
    """A phrase by its first word, whether the parser takes that for a preposition, a particle or a mark."""
    reading = layout.reading
    first = reading.subtree(c)[0]
    if reading.tag[first] in ("IN", "RP", "TO") and reading.dep[first] != "aux":
        whole = _run(layout, v, c, right, after=first + 1)
        if whole is not None:
            out.phrases.append((first, whole))


def _add_object(layout: Layout, v: int, right: list[int], out: Complements) -> None:
    """The direct object with what belongs to it, and the verb's other complements joined to it."""
    reading = layout.reading
    held = next((c for c in right if reading.dep[c] in ("dobj", "dative", "oprd") and reading.pos[c] != "ADP"), None)
    if held is None:
        return
    first, last = reading.subtree(held)
    high = layout.edge(v)[1]
    first, last = max(first, out.cue[1]), min(last, high)
    reached = last
    for c in right:
        if c > held and _joins_object(reading, c) and reading.subtree(c)[0] <= reached + 1:
            reached = min(reading.subtree(c)[1], high)
    whole = trimmed(reading, first, reached)
    if reading.dep[held] == "dobj":
        out.object = whole
    if out.infinitive is not None and out.infinitive[0] >= last:
        out.object_clause = (first, out.infinitive[1])
    if whole is not None and _is_predicated(layout, held, right, whole):
        out.small = whole


def _is_predicated(layout: Layout, held: int, right: list[int], whole: Range) -> bool:
    """Whether something is said of the object: a predicate beside it, or a quotation in it."""
    reading = layout.reading
    if reading.dep[held] == "oprd" or any(reading.dep[c] in PREDICATES for c in right):
        return True
    beside = (*right, *reading.children[held])
    if any(c > held and reading.lower[c] in ("as", "to") and reading.dep[c] == "prep" for c in beside):
        return True
    return any(
        i in layout.opens or (reading.lower[i] in ("a", "an") and reading.pos[i - 1] in NOMINAL)
        for i in range(whole[0] + 1, whole[1])
    )


def _joins_object(reading: Reading, c: int) -> bool:
    if reading.dep[c] == "prep":
        return reading.lower[c] in BESIDE_OBJECT
    return reading.dep[c] in ("xcomp", "oprd", "acomp", "acl", "relcl", "dobj", "attr")


def _find_clause(layout: Layout, v: int, out: Complements) -> None:
    """A that-clause that the parser hung on a noun in between ("told a meeting of envoys that ...")."""
    reading = layout.reading
    _, high = layout.edge(v)
    for i in range(out.cue[1], high):
        if reading.lower[i] == "that" and reading.dep[i] == "mark" and reading.head[i] > i:
            head = reading.head[i]
            if v in _above(reading, head):
                out.clause = trimmed(reading, i, min(max(reading.subtree(head)[1], i + 1), high))
                out.clause_head, out.is_hung = head, True
            return
        if reading.pos[i] in VERBAL and reading.tag[i] != "VBN":
            return


def _above(reading: Reading, i: int) -> list[int]:
    """The heads over a token, nearest first."""
    out = []
    while reading.head[i] != i:
        i = reading.head[i]
        out.append(i)
    return out


def _run(layout: Layout, v: int, c: int, right: list[int], *, after: int | None = None) -> Range | None:
    """The range of a dependent, run on over the verb's later adjuncts that follow it without a comma."""
    reading = layout.reading
    first, last = reading.subtree(c)
    first = max(first, v + 1) if after is None else after
    for k in right:
        if k > c and reading.subtree(k)[0] == last and (reading.dep[k] in ADJUNCTS or last == after):
            last = reading.subtree(k)[1]
    return trimmed(reading, first, min(last, layout.edge(v)[1]))
