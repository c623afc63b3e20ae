"""Reading and a place name's tokens in, how the name is meant out: the place, its government, its people, a team."""

from __future__ import annotations

from dragoman.language.reading import Reading
from dragoman.record import PlaceReading
from dragoman.tables.usage import Usage

MODIFIERS = frozenset({"compound", "amod", "nmod"})
SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
OBJECTS = frozenset({"dobj", "dative", "attr", "oprd", "obj"})
PREPOSITIONS = frozenset({"prep", "agent", "dative", "prt"})
PAIRED = frozenset({"according", "because", "instead"})
WHERE = frozenset({"in", "on", "near", "off", "along", "between", "within"})
DEEPEST = 6


def reading_of(reading: Reading, first: int, last: int, usage: Usage) -> PlaceReading:
    """How the name in the tokens [first, last) is meant, by its predicate, preposition or noun, not by the name.

    "demonym" is also the reading of a name that modifies people or an organ ("Paris police").
    """
    head = head_of(reading, first, last)
    for _ in range(DEEPEST):
        relation, word = relation_of(reading, head)
        if relation != "name" or usage.word("venue", word) is None:
            return usage.reading(relation, word) or "literal"
        head = reading.head[head]
    return "literal"


def reading_inside(reading: Reading, first: int, last: int, usage: Usage) -> PlaceReading:
    """How a place name inside the organisation's name [first, last) is meant; a venue ("at Kano Hall") may be one."""
    if usage.word("venue", reading.lower[last - 1]) is None:
        return usage.reading("name", reading.lower[last - 1]) or "organisation"
    return "literal" if reading_of(reading, first, last, usage) == "literal" else "organisation"


def head_of(reading: Reading, first: int, last: int) -> int:
    """The token of [first, last) that hangs on something outside."""
    inside = range(first, last)
    return next((i for i in reversed(inside) if reading.head[i] not in inside or reading.head[i] == i), last - 1)


def relation_of(reading: Reading, token: int) -> tuple[str, str]:
    """The relation of a name's head to what governs it, and that word's lemma (lower case)."""
    for _ in range(DEEPEST):
        dep, head = reading.dep[token], reading.head[token]
        if head == token:
            return "root", _word(reading, head)
        if dep in MODIFIERS:
            return _modifier(reading, head)
        if dep == "poss":
            return "possessor", _word(reading, head)
        if dep in PASSIVE_SUBJECTS:
            return "passive", _word(reading, head)
        if dep in SUBJECTS:
            return _subject(reading, head)
        if dep == "pobj":
            return _prepositional(reading, head)
        if dep in OBJECTS:
            return "object", _word(reading, head)
        if dep not in ("conj", "appos"):
            break
        token = head
    return "list", _word(reading, reading.head[token])


def _word(reading: Reading, token: int) -> str:
    return reading.lemma[token].lower()


def _modifier(reading: Reading, noun: int) -> tuple[str, str]:
    """A name before a noun: the noun that ends a chain of modifiers, a proper one being part of a longer name."""
    while reading.dep[noun] == "compound" and reading.head[noun] > noun:
        noun = reading.head[noun]
    return ("name", reading.lower[noun]) if reading.pos[noun] == "PROPN" else ("modifier", _word(reading, noun))


def _subject(reading: Reading, verb: int) -> tuple[str, str]:
    """What a name is or has, else what it does."""
    lemma = _word(reading, verb)
    if lemma in ("be", "become", "remain"):
        what = reading.child(verb, "attr", "acomp", "oprd")
        if what is not None and _word(reading, what) in ("one", "part"):
            inner = reading.child(what, "prep")
            of = None if inner is None else reading.child(inner, "pobj")
            what = what if of is None else of
        if what is None:
            where = reading.child(verb, "prep")
            return "is", "located" if where is not None and reading.lower[where] in WHERE else lemma
        return "is", _word(reading, what)
    what = reading.child(verb, "dobj") if lemma == "have" else None
    return ("subject", lemma) if what is None else ("has", _word(reading, what))


def _prepositional(reading: Reading, preposition: int) -> tuple[str, str]:
    """The preposition is the relation, what it hangs on the word; of "according to" the first word counts."""
    word = reading.lower[preposition]
    governor = reading.head[preposition]
    while reading.dep[governor] == "prep" and reading.head[governor] != governor:
        word = reading.lower[governor] if reading.lower[governor] in PAIRED else word
        governor = reading.head[governor]
    return (word if reading.dep[preposition] in PREPOSITIONS else "prep"), _word(reading, governor)
