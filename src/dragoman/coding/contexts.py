"""The contexts of an event, from its row, the words of its sentence and paragraph, and who takes part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from msgspec import Struct

from dragoman.language.reading import Reading
from dragoman.tables.table import Tables

ENOUGH = 2.0  # one word that speaks for a context alone, or two that may
AROUND = 0.5  # what a word of the paragraph counts beside one of the sentence
SECTOR = "@"  # marks a term that is the sector of a party


class ContextRow(Struct, frozen=True):
    """A word (lower case, as it stands) or a sector of a party that speaks for a context; 2 alone, 1 with another."""

    id: str
    term: str
    context: str
    weight: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class ContextTerms:
    """Term -> its contexts with their weights; `order` is that of PLOVER's list."""

    of: Mapping[str, tuple[tuple[str, int], ...]]
    order: tuple[str, ...]


def context_terms(tables: Tables) -> ContextTerms:
    """The terms turned round for lookup."""
    found: dict[str, list[tuple[str, int]]] = {}
    rows = tables.rows("words/en/contexts", ContextRow)
    for row in rows:
        found.setdefault(row.term, []).append((row.context, row.weight))
    order = tuple(dict.fromkeys(row.context for row in rows))
    return ContextTerms({term: tuple(held) for term, held in found.items()}, order)


def contexts_of(
    given: tuple[str, ...], head: int, sectors: Iterable[str | None], reading: Reading, terms: ContextTerms
) -> tuple[str, ...]:
    """The row's contexts, then those that the text speaks for, in the order of PLOVER's list.

    A context needs a word in the sentence itself or a party; the paragraph only adds to that.
    """
    sentence = reading.sentences[reading.sentence_of[head]]
    words = set(reading.lower[sentence.first : sentence.last])
    words |= {f"{SECTOR}{sector}" for sector in sectors if sector}
    inside = _weighed(words, terms)
    around = _weighed(_paragraph(reading, sentence.block) - words, terms) if inside else {}
    told = {c for c, weight in inside.items() if weight + AROUND * around.get(c, 0) >= ENOUGH}
    return given + tuple(context for context in terms.order if context in told and context not in given)


def _weighed(words: Iterable[str], terms: ContextTerms) -> dict[str, int]:
    weights: dict[str, int] = {}
    for word in words:
        for context, weight in terms.of.get(word, ()):
            weights[context] = weights.get(context, 0) + weight
    return weights


def _paragraph(reading: Reading, block: int) -> set[str]:
    inside = [s for s in reading.sentences if s.block == block]
    return set(reading.lower[inside[0].first : inside[-1].last])
