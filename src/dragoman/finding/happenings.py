"""Reading and the words of events in, candidate clauses out: what may be an event, before any sense is chosen."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from dragoman.language.clauses import Clause, clause_at, joined, verb_forms
from dragoman.language.grammar import Grammar
from dragoman.language.reading import Reading

UNCODED = frozenset({"caption", "furniture", "byline", "dateline"})


def find_happenings(reading: Reading, words: AbstractSet[str], rules: Grammar) -> dict[int, Clause]:
    """The clauses headed by a token whose lemma (or, for participles, form) is one of `words`, by that token.

    Captions are left out: they describe a picture.
    """
    found: dict[int, Clause] = {}
    lemma, lower = reading.lemma, reading.lower
    for sentence in reading.sentences:
        if sentence.kind in UNCODED:
            continue
        for i in range(sentence.first, sentence.last):
            if lemma[i] in words or lower[i] in words or _other_form(reading, i, words):
                clause = clause_at(reading, i, rules)
                if clause is not None:
                    found[i] = clause
    return found


def _other_form(reading: Reading, i: int, words: AbstractSet[str]) -> bool:
    """A plural that the model takes for a name, or a part of a word with a hyphen."""
    word = reading.lower[i]
    if reading.pos[i] == "PROPN" and word.endswith("s") and word[:-1] in words:
        return True
    if reading.pos[i] == "VERB" and any(form in words for form in verb_forms(reading, i)):
        return True
    return any(form in words for form in joined(reading, i))
