"""The words of a sentence in, whether they are of another domain than politics out."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from dragoman.language.reading import Reading
from dragoman.tables.table import Tables

POLITICS = "politics"


class DomainRow(Struct, frozen=True):
    """A word (lower case, as it stands or its lemma), or two, that speaks for a domain of news, with its weight."""

    word: str
    domain: str
    weight: int
    note: str = ""


def domain_words(tables: Tables) -> dict[str, tuple[str, int]]:
    """Word, or two words with a blank between, -> (domain, weight)."""
    rows = tables.rows("words/en/domains", DomainRow)
    return {row.word.replace("-", " "): (row.domain, row.weight) for row in rows}


def weighed(reading: Reading, number: int, words: Mapping[str, tuple[str, int]]) -> tuple[int, int]:
    """The weight of politics in sentence `number`, and that of the strongest other domain; each word counts once."""
    sentence = reading.sentences[number]
    found: dict[str, tuple[str, int]] = {}
    for i in range(sentence.first, sentence.last):
        word = reading.lower[i]
        after = i + 2 if i + 2 < sentence.last and reading.words[i + 1] == "-" else i + 1
        both = f"{word} {reading.lower[after]}" if after < sentence.last else ""
        for form in (both, word, reading.lemma[i]):
            if form in words:
                found[form] = words[form]
                break
    weights: dict[str, int] = {}
    for domain, weight in found.values():
        weights[domain] = weights.get(domain, 0) + weight
    politics = weights.pop(POLITICS, 0)
    return politics, max(weights.values(), default=0)
