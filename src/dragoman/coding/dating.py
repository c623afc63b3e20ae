"""A predicate and the article's time expressions in, the one that dates it out."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from itertools import islice, takewhile
from operator import attrgetter

from msgspec.structs import replace

from dragoman.language.reading import Reading
from dragoman.record import Timex

INSIDE_NOUN = frozenset({"amod", "nummod", "compound", "nmod", "poss", "quantmod", "det"})
# Dependencies that stay in a predicate's own clause, climbed from the expression to the predicate.
SAME_CLAUSE = frozenset(
    {"prep", "pobj", "dobj", "attr", "oprd", "npadvmod", "advmod", "dative", "agent", "acomp", "nmod", "appos", "pcomp"}
    | {"nsubj", "nsubjpass", "amod", "compound", "conj", "quantmod", "nummod"}
)
TO_VERB = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "pobj", "prep", "xcomp", "acomp", "oprd", "pcomp", "agent"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
# TimeML's relations, as prepositions say them: what lies before or after a day is not on it.
OPEN_ENDED = {"since": "from", "until": "to", "till": "to", "through": "on"}
BESIDE = frozenset({"before", "after", "following", "by", "ahead", "than", "beyond", "past"})
OF_NOUN = frozenset({"since", "of", "from", "until", "till", "between"})  # under a noun: "the worst raid since 2019"
MOST_STEPS = 12
FRAMED_SENTENCES = 4  # sentences, its own and those before it, in which a predicate may find its frame
FRAME_CHARACTERS = 12  # "In early 2019, ...": what may stand before the expression that opens a sentence
WEEK = 7


@dataclass(frozen=True, slots=True)
class _Tied:
    """An expression, its head token, the word it modifies, and the preposition between."""

    time: Timex
    token: int
    governor: int
    preposition: str


def event_interval(reading: Reading, head: int, first: int, last: int, times: tuple[Timex, ...]) -> Timex | None:
    """The expression that dates a predicate, its days widened by "since", "until", "between" and "from ... to".

    Args:
        head: the predicate's token: a verb or a noun such as "visit".
        first, last: the tokens [first, last) of the clause; others count only if they hang from the predicate.
        times: the article's expressions, in order.

    None where no expression with days is tied to the predicate: "after the vote on Monday" does not date the main verb,
    nor does the time of a relative clause, of a complement, or of a noun's own modifier ("last month's attack").
    """
    tied = [t for t in _tied(reading, head, times) if t.time.since or t.time.until]
    own = _own(reading, head, first, last, tied)
    if own is None:
        own = _shared(reading, head, tied) or _accompanied(reading, head, tied)
    return _interval(reading, own, tied) if own else _framed(reading, head, times)


def _tied(reading: Reading, head: int, times: tuple[Timex, ...]) -> list[_Tied]:
    """The expressions of the predicate's sentence with what they modify."""
    return [_tie(reading, time) for time in _of_sentence(reading, reading.sentence_of[head], times)]


def _of_sentence(reading: Reading, number: int, times: tuple[Timex, ...]) -> list[Timex]:
    sentence = reading.sentences[number]
    start, end = reading.span(sentence.first, sentence.last)
    first = bisect_left(times, start, key=attrgetter("start"))
    return list(takewhile(lambda time: time.start < end, islice(times, first, None)))


def _framed(reading: Reading, head: int, times: tuple[Timex, ...]) -> Timex | None:
    """The expression that opens a paragraph told in the simple past ("In 2019, ... He also accused ...").

    Only one that lies over a week back, or is a week or more, frames what follows: a report's own "On Monday" not.
    """
    if not _tells_on(reading, head):
        return None
    number = reading.sentence_of[head]
    block = reading.sentences[number].block
    for before in range(number, max(number - FRAMED_SENTENCES, -1), -1):
        if reading.sentences[before].block != block:
            break
        found = _of_sentence(reading, before, times)
        if found:
            opens = reading.start[reading.sentences[before].first] + FRAME_CHARACTERS >= found[0].start
            framing = before < number and opens and _is_background(reading, found[0])
            return found[0] if framing else None
    return None


def _tells_on(reading: Reading, head: int) -> bool:
    """Whether the predicate is a main verb in the simple past."""
    verb = next(iter(_verbs_over(reading, head)), head)
    if reading.tag[verb] != "VBD" or reading.child(verb, "aux", "auxpass") is not None:
        return False
    while reading.dep[verb] == "conj" and reading.head[verb] != verb:
        verb = reading.head[verb]
    return reading.head[verb] == verb


def _is_background(reading: Reading, time: Timex) -> bool:
    day = (reading.document.published or "")[:10]
    if not day or not time.since or not time.until or time.until >= day:
        return False
    since, until, today = (date.fromisoformat(d) for d in (time.since, time.until, day))
    return (until - since).days >= WEEK or (today - until).days > WEEK


def _tie(reading: Reading, time: Timex) -> _Tied:
    inside = range(bisect_left(reading.start, time.start), bisect_left(reading.start, time.end))
    token = next((i for i in inside if reading.head[i] not in inside), inside[0])
    while reading.dep[token] == "conj" and reading.pos[reading.head[token]] not in {"VERB", "AUX"}:
        if reading.head[token] == token:
            break
        token = reading.head[token]
    governor, preposition = reading.head[token], ""
    if reading.dep[token] == "prep" and governor not in inside:
        preposition = reading.lower[token]
    while reading.dep[token] in {"pobj", "prep", "pcomp"} and reading.pos[governor] in {"ADP", "SCONJ", "ADV"}:
        if not preposition and _leads(reading, governor, inside[0]):
            preposition = reading.lower[governor]
        if reading.head[governor] == governor:
            break
        token, governor = governor, reading.head[governor]
    return _Tied(time, token, governor, preposition)


def _leads(reading: Reading, preposition: int, first: int) -> bool:
    """Whether a preposition leads to the expression, not to a noun before it ("between the two last month")."""
    return not any(reading.pos[i] in {"NOUN", "PROPN", "VERB"} for i in range(preposition + 1, first))


def _own(reading: Reading, head: int, first: int, last: int, tied: list[_Tied]) -> _Tied | None:
    """The expression of the predicate itself, or of its clause: the closest tie, then the nearest."""
    verbs = _verbs_over(reading, head)
    ranked = []
    for number, tie in enumerate(tied):
        rank = _rank(reading, head, verbs, tie)
        if rank is None or (rank > 1 and not first <= tie.token < last):
            continue
        ranked.append((rank, abs(tie.token - head), number))
    return tied[min(ranked)[2]] if ranked else None


def _rank(reading: Reading, head: int, verbs: list[int], tie: _Tied) -> int | None:
    """0 tied to the predicate, 1 to the verb that carries it, 2 to a word of its clause, None to something else."""
    if tie.preposition == "for" and tie.time.type != "DURATION":
        return None  # set for Monday
    if tie.preposition in BESIDE or (tie.preposition == "since" and not _lasts(reading, tie.governor)):
        return None
    if tie.governor == head:
        return 0
    if tie.governor in verbs:
        return 1
    modifies_noun = reading.dep[tie.token] in INSIDE_NOUN and tie.token < tie.governor
    if modifies_noun or tie.preposition in OF_NOUN:
        return None
    at = tie.governor
    for _ in range(MOST_STEPS):
        if at == head or at in verbs:
            return 2
        if reading.dep[at] not in SAME_CLAUSE or reading.pos[at] in {"VERB", "AUX"} or reading.lower[at] in BESIDE:
            return None
        at = reading.head[at]
    return None


def _lasts(reading: Reading, verb: int) -> bool:
    """Whether "since" can count from a verb: not from a simple past ("staged its largest drill since 1991")."""
    helped = any(reading.dep[c] == "aux" and reading.lemma[c] in {"have", "be"} for c in reading.children[verb])
    return helped or reading.tag[verb] in {"VBZ", "VBP", "NN", "NNS"}


def _verbs_over(reading: Reading, head: int) -> list[int]:
    """The verbs that carry the predicate: "held" for talks that were held, "began" for what began to move."""
    out: list[int] = []
    at = head
    while reading.dep[at] in TO_VERB and reading.head[at] != at and len(out) < 2:
        if reading.lower[at] in BESIDE:
            break
        at = reading.head[at]
        if reading.pos[at] in {"VERB", "AUX"}:
            out.append(at)
            if reading.dep[at] != "xcomp":
                break
    return out


def _shared(reading: Reading, head: int, tied: list[_Tied]) -> _Tied | None:
    """The expression of a predicate coordinated with this one, if it stands before both or after both."""
    verb = next(iter(_verbs_over(reading, head)), head) if reading.pos[head] not in {"VERB", "AUX"} else head
    before, after = _chain(reading, verb)
    for tie in tied:
        if _rank(reading, tie.governor, [], tie) is None:
            continue
        earlier = tie.governor in before and (tie.token < min(before) or not _subject_between(reading, before, verb))
        later = tie.governor in after and tie.token > tie.governor
        if earlier or (later and not _subject_between(reading, [verb], tie.governor)):
            return tie
    return None


def _accompanied(reading: Reading, head: int, tied: list[_Tied]) -> _Tied | None:
    """The expression of the verb that a bare participle accompanies: "shelled the camp on Monday, killing six"."""
    over = reading.head[head]
    if reading.tag[head] != "VBG" or reading.dep[head] != "advcl" or reading.child(head, "mark", *SUBJECTS) is not None:
        return None
    return next((tie for tie in tied if tie.governor == over and _rank(reading, over, [], tie) == 0), None)


def _chain(reading: Reading, verb: int) -> tuple[list[int], list[int]]:
    """The predicates coordinated before this one (nearest first), and those after it."""
    before, at = [], verb
    while reading.dep[at] == "conj" and reading.head[at] != at:
        at = reading.head[at]
        before.append(at)
    after = [c for c in reading.conjuncts(verb) if c != verb]
    return before, after


def _subject_between(reading: Reading, before: list[int], verb: int) -> bool:
    """Whether the later predicate, or one between, has a subject of its own."""
    at = verb
    while at not in before and reading.head[at] != at:
        if reading.child(at, *SUBJECTS) is not None:
            return True
        at = reading.head[at]
    return False


def _interval(reading: Reading, tie: _Tied, tied: list[_Tied]) -> Timex:
    """The expression with the days that its preposition makes of it."""
    time, today = tie.time, (reading.document.published or "")[:10] or None
    how = OPEN_ENDED.get(tie.preposition)
    if how == "from":
        return replace(time, until=today if today and time.since and today >= time.since else None)
    if how == "to":
        return replace(time, since=None)
    if tie.preposition in {"between", "from"}:
        end = next((t.time for t in tied if t.time.start > time.start and _closes(reading, tie, t)), None)
        if end and end.until and time.since and end.until >= time.since:
            return replace(time, until=end.until)
    return time


def _closes(reading: Reading, opening: _Tied, tie: _Tied) -> bool:
    """Whether an expression is the second one of "between ... and", "from ... to"."""
    start = bisect_left(reading.start, opening.time.end)
    end = bisect_left(reading.start, tie.time.start)
    return end - start <= 2 and reading.lower[end - 1] in {"and", "to", "until", "till"}
