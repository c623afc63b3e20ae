"""The words whose grammar is their own, as the clause finder needs them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from msgspec import Struct

from dragoman.tables.table import Tables

HABITS = ("object_control", "partitive", "document", "addressed", "abstract", "asking", "promising")


class GrammarRow(Struct, frozen=True):
    """A word and its habit: object_control, addressed, partitive, abstract, asking, promising or document."""

    word: str
    habit: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words whose grammar is their own: verbs of object control, partitive nouns, documents, light verbs."""

    object_control: frozenset[str]
    partitive: frozenset[str]
    document: frozenset[str]
    addressed: frozenset[str]
    abstract: frozenset[str]
    asking: frozenset[str]
    promising: frozenset[str]
    light: Mapping[str, str]


def grammar(tables: Tables, light: Mapping[str, str]) -> Grammar:
    """The grammar table, sorted by habit, with the light verbs and what they do to their noun."""
    words: dict[str, set[str]] = {habit: set() for habit in HABITS}
    for row in tables.rows("words/en/grammar", GrammarRow):
        words[row.habit].add(row.word)
    return Grammar(light=light, **{habit: frozenset(found) for habit, found in words.items()})
