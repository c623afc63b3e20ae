"""The words of a sentence in, whether they are of another domain than politics out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from dragoman.tables.table import Tables

POLITICS = "politics"


class DomainRow(Struct, frozen=True):
    """A word (lower case, as it stands) that speaks for a domain of news, with its weight."""

    word: str
    domain: str
    weight: int
    note: str = ""


def domain_words(tables: Tables) -> dict[str, tuple[str, int]]:
    """Word -> (domain, weight)."""
    return {row.word: (row.domain, row.weight) for row in tables.rows("words/en/domains", DomainRow)}


def weighed(sentence: Iterable[str], words: Mapping[str, tuple[str, int]]) -> tuple[int, int]:
    """The weight of politics in a sentence (lower-case words), and that of the strongest other domain."""
    weights: dict[str, int] = {}
    for word in dict.fromkeys(sentence):
        if word in words:
            domain, weight = words[word]
            weights[domain] = weights.get(domain, 0) + weight
    politics = weights.pop(POLITICS, 0)
    return politics, max(weights.values(), default=0)
