"""How far an event is told as a fact: negation, modals, conditions, governing words and questions around it."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import Struct

from dragoman.language.clauses_voice import is_infinitive
from dragoman.language.reading import Reading
from dragoman.tables.table import Tables

HEADLINES = frozenset({"title", "heading"})

ACTUAL, NEGATED, FUTURE, HYPOTHETICAL = "actual", "negated", "future", "hypothetical"
REFUSED, PURPOSE, IDLE, UNLESS = "refused", "purpose", "idle", "unless"  # will not; in order to; the power to
FAR = 6  # governors looked at above a predicate
FINITE = frozenset({"VBD", "VBZ", "VBP"})
CONTENT = frozenset({"xcomp", "ccomp", "pcomp", "advcl", "acl"})
COMPLEMENTS = frozenset({"for", "of", "on", "to", "about", "against", "with", "from", "into"})
PREDICATES = ("VERB", "AUX")


class MoodRow(Struct, frozen=True):
    """A word that bears on the factuality of what it governs; kind is aux, mark, neg, governor, duty or proviso."""

    word: str
    kind: str
    effect: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Moods:
    """The table by kind: word -> effect."""

    aux: dict[str, str]
    mark: dict[str, str]
    neg: dict[str, str]
    governor: dict[str, str]
    duty: dict[str, str]
    proviso: dict[str, str]


def moods(tables: Tables) -> Moods:
    """The table of factuality words."""
    by: dict[str, dict[str, str]] = {"aux": {}, "mark": {}, "neg": {}, "governor": {}, "duty": {}, "proviso": {}}
    for row in tables.rows("words/en/factuality", MoodRow):
        by[row.kind][row.word] = row.effect
    return Moods(by["aux"], by["mark"], by["neg"], by["governor"], by["duty"], by["proviso"])


def factuality_of(reading: Reading, token: int, light: int | None, rules: Moods) -> str:
    """One of actual, negated, future, hypothetical; refused for a negated future, purpose for a plain "in order to".

    Args:
        token: the predicate; `light`: the verb that carries it, if it is a noun under a light verb.
    """
    sentence = reading.sentences[reading.sentence_of[token]]
    if reading.words[sentence.last - 1] == "?":
        return HYPOTHETICAL
    own = FUTURE if sentence.kind in HEADLINES and _is_headline_future(reading, token) else _own(reading, token, rules)
    if light is not None:
        own = _stronger(own, _verb_mood(reading, light, rules, FAR))
    elif reading.pos[token] in PREDICATES:
        own = _stronger(own, _verb_mood(reading, token, rules, FAR))
    else:
        own = _stronger(own, _noun_mood(reading, token, rules))
    return own


def _is_headline_future(reading: Reading, token: int) -> bool:
    """A headline's infinitive is what is to come: the minister to visit Oslo."""
    above = reading.head[token]
    whole = reading.dep[token] in ("relcl", "acl") and reading.head[above] == above
    return (above == token or whole) and is_infinitive(reading, token)


def is_obliged(reading: Reading, token: int, rules: Moods) -> bool:
    """Whether a verb stands under must, should, ought to, has to or needs to."""
    if any(reading.tag[c] == "MD" and reading.lower[c] in rules.duty for c in reading.children[token]):
        return True
    return reading.lemma[token] in rules.duty and any(reading.dep[c] == "xcomp" for c in reading.children[token])


def is_denied(reading: Reading, token: int, rules: Moods) -> bool:
    """Whether a verb is negated, or is itself one of not doing: failed to."""
    if rules.governor.get(reading.lemma[token]) == NEGATED:
        return True
    return any(reading.lower[c] in rules.neg for c in reading.children[token])


def _stronger(a: str, b: str) -> str:
    if {a, b} == {NEGATED, FUTURE}:
        return REFUSED
    order = (IDLE, UNLESS, REFUSED, NEGATED, HYPOTHETICAL, FUTURE, PURPOSE, ACTUAL)
    return min(a, b, key=order.index)


def _own(reading: Reading, token: int, rules: Moods) -> str:
    for child in reading.children[token]:
        if reading.dep[child] in ("neg", "det", "advmod", "preconj") and reading.lower[child] in rules.neg:
            return NEGATED
    return ACTUAL


def _noun_mood(reading: Reading, token: int, rules: Moods) -> str:
    head, dep = reading.head[token], reading.dep[token]
    if dep == "pobj":
        if reading.lower[head] in rules.neg:
            return NEGATED
        if reading.lower[head] not in COMPLEMENTS:
            return ACTUAL
        head = reading.head[head]
        return rules.governor.get(reading.lemma[head].lower(), ACTUAL).replace("pass", ACTUAL)
    if dep in ("nsubj", "nsubjpass") and reading.pos[head] in PREDICATES:
        return _stronger(_own(reading, head, rules), _verb_mood(reading, head, rules, 1))
    if dep in ("dobj", "attr") and reading.pos[head] in PREDICATES:
        governed = rules.governor.get(reading.lemma[head].lower(), "pass")
        above = _stronger(_own(reading, head, rules), _verb_mood(reading, head, rules, FAR))
        return above if governed == "pass" else _stronger(governed, above) if above == NEGATED else governed
    return ACTUAL


def _verb_mood(reading: Reading, verb: int, rules: Moods, far: int) -> str:
    mood = _own(reading, verb, rules)
    for child in reading.children[verb]:
        dep, word = reading.dep[child], reading.lower[child]
        if dep == "aux" and word in rules.aux:
            mood = _stronger(mood, _modal(reading, verb, word, rules))
        elif dep in ("mark", "advmod") and word in rules.mark:
            mood = _stronger(mood, HYPOTHETICAL)
    if mood == FUTURE and _has_proviso(reading, verb, rules):
        return UNLESS
    if mood == ACTUAL and far:
        mood = _stronger(mood, _above(reading, verb, rules, far - 1))
    return mood


def _has_proviso(reading: Reading, verb: int, rules: Moods) -> bool:
    """Whether the clause has an "unless": to come, if another does not do what is asked."""
    clauses = reading.kids(verb, "advcl")
    return any(reading.lower[c] in rules.proviso for clause in clauses for c in reading.kids(clause, "mark"))


def _modal(reading: Reading, verb: int, word: str, rules: Moods) -> str:
    """`would` under a verb of speech is the future of the past."""
    if word == "would" and reading.dep[verb] in ("ccomp", "conj", "ROOT"):
        conditional = any(reading.dep[c] == "aux" and reading.lemma[c] == "have" for c in reading.children[verb])
        return HYPOTHETICAL if conditional or reading.dep[verb] == "ROOT" else FUTURE
    return rules.aux[word]


def _above(reading: Reading, verb: int, rules: Moods, far: int) -> str:
    head, dep = reading.head[verb], reading.dep[verb]
    if head == verb:
        return ACTUAL
    if dep == "conj":
        return _shared(reading, verb, head, rules, far)
    if dep not in CONTENT:
        return ACTUAL
    if dep == "pcomp":
        if reading.lower[head] in rules.neg:
            return NEGATED
        head = reading.head[head]
    if dep == "acl" and not is_infinitive(reading, verb):
        return ACTUAL
    governed = rules.governor.get(reading.lemma[head].lower())
    if governed == "pass" and dep == "advcl":
        governed = None
    if governed == "pass":
        return _verb_mood(reading, head, rules, far)
    if governed is not None and dep != "advcl":
        return _governed(reading, head, governed, rules)
    if not is_infinitive(reading, verb) or dep not in ("advcl", "acl", "xcomp"):
        return ACTUAL
    if dep == "acl":
        return IDLE if governed is None else FUTURE
    return _stronger(PURPOSE, _verb_mood(reading, head, rules, far))


def _governed(reading: Reading, head: int, effect: str, rules: Moods) -> str:
    """`did not refuse to` is no denial."""
    if effect == NEGATED and _own(reading, head, rules) == NEGATED:
        return ACTUAL
    return effect


def _shared(reading: Reading, verb: int, head: int, rules: Moods, far: int) -> str:
    """A coordinated verb without subject and auxiliary of its own shares those of the first."""
    own = {reading.dep[c] for c in reading.children[verb]}
    if reading.pos[head] not in PREDICATES or own & {"nsubj", "nsubjpass", "aux", "auxpass"}:
        return ACTUAL
    if reading.tag[head] == "VB" and reading.tag[verb] in FINITE:  # would defend it but called for talks
        return ACTUAL
    mood = _verb_mood(reading, head, rules, far)
    return ACTUAL if mood == NEGATED else mood
