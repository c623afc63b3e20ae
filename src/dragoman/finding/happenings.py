"""Reading and the words of events in, candidate clauses out: what may be an event, before any sense is chosen."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from dragoman.language.clauses import Clause, clause_at
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
            if lemma[i] in words or lower[i] in words or (reading.pos[i] == "PROPN" and _singular(lower[i]) in words):
                clause = clause_at(reading, i, rules)
                if clause is not None:
                    found[i] = clause
    return found


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") else word
