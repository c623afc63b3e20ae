"""Reading and a place name's tokens in, how the name is meant out: the place, its government, its people, a team."""

from __future__ import annotations

from dragoman.language.reading import Reading
from dragoman.record import PlaceReading
from dragoman.tables.usage import Usage

MODIFIERS = frozenset({"compound", "amod", "nmod"})
SUBJECTS = frozenset({"nsubj", "csubj"})
OBJECTS = frozenset({"dobj", "dative", "attr", "oprd", "obj"})
PREPOSITIONS = frozenset({"prep", "agent", "dative"})
DEEPEST = 6


def reading_of(reading: Reading, first: int, last: int, usage: Usage) -> PlaceReading:
    """How the name in the tokens [first, last) is meant, by its predicate, preposition or noun, not by the name.

    "demonym" is also the reading of a name that modifies people or an organ ("Paris police").
    """
    relation, word = relation_of(reading, head_of(reading, first, last))
    return usage.reading(relation, word) or "literal"


def head_of(reading: Reading, first: int, last: int) -> int:
    """The token of [first, last) that hangs on something outside."""
    inside = range(first, last)
    return next((i for i in reversed(inside) if reading.head[i] not in inside or reading.head[i] == i), last - 1)


def relation_of(reading: Reading, token: int) -> tuple[str, str]:
    """The relation of a name's head to what governs it, and that word's lemma (lower case)."""
    for _ in range(DEEPEST):
        dep, head = reading.dep[token], reading.head[token]
        if head == token:
            return "root", reading.lemma[token].lower()
        if dep in MODIFIERS:
            return _modifier(reading, head)
        if dep == "poss":
            return "possessor", reading.lemma[head].lower()
        if dep in ("nsubjpass", "csubjpass"):
            return "passive", reading.lemma[head].lower()
        if dep in SUBJECTS:
            return "subject", reading.lemma[head].lower()
        if dep == "pobj":
            return _prepositional(reading, head)
        if dep in OBJECTS:
            return "object", reading.lemma[head].lower()
        if dep not in ("conj", "appos"):
            break
        token = head
    return "list", reading.lemma[reading.head[token]].lower()


def _modifier(reading: Reading, noun: int) -> tuple[str, str]:
    """A name before a noun: the noun that ends a chain of modifiers, a proper one being part of a longer name."""
    while reading.dep[noun] == "compound" and reading.head[noun] > noun:
        noun = reading.head[noun]
    if reading.pos[noun] == "PROPN":
        return "name", reading.lower[noun]
    return "modifier", reading.lemma[noun].lower()


def _prepositional(reading: Reading, preposition: int) -> tuple[str, str]:
    """The preposition is the relation, what it hangs on the word."""
    word = reading.lower[preposition]
    governor = reading.head[preposition]
    while reading.dep[governor] == "prep" and reading.head[governor] != governor:
        governor = reading.head[governor]
    return (word if reading.dep[preposition] in PREPOSITIONS else "prep"), reading.lemma[governor].lower()
