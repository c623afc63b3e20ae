"""The words that tell how a phrase is meant: pronouns, honorifics, general descriptions and what bears on an office."""

from __future__ import annotations

from msgspec import Struct

from dragoman.record import ActorKind
from dragoman.tables.names import Names
from dragoman.tables.table import Tables


class PronounRow(Struct, frozen=True):
    """A personal or possessive pronoun; `owner` marks one that stands before its noun."""

    word: str
    person: int
    number: str
    gender: str | None = None
    owner: str | None = None


class HonorificRow(Struct, frozen=True):
    """A form of address or a rank, with what it tells of its bearer."""

    words: str
    gender: str | None = None
    sectors: tuple[str, ...] = ()


class DescriptionRow(Struct, frozen=True):
    """A noun that says no more than what sort of party is meant: state, group, place, or several of them."""

    word: str
    number: str
    sort: str


class BearingRow(Struct, frozen=True):
    """A word beside a role noun and what it does to it."""

    word: str
    sort: str


class GivenNameRow(Struct, frozen=True):
    """A given name, and the gender of those who mostly bear it."""

    word: str
    gender: str | None = None


class NameHeadRow(Struct, frozen=True):
    """The head word of names like "Association of Fishermen", and what so named parties mostly are."""

    word: str
    kind: ActorKind
    sectors: tuple[str, ...] = ()


class AlikeRow(Struct, frozen=True):
    """An organ or agent that, of one country, is the same party as another."""

    id: str
    stands_for: str


class Phrasing:
    """The tables of `words/en/actors`, read once.

    Raises:
        TableError: a table that does not hold what it should.
    """

    def __init__(self, tables: Tables) -> None:
        self.pronouns = {row.word: row for row in tables.rows("words/en/actors/pronouns", PronounRow)}
        self.honorifics: Names[HonorificRow] = Names()
        for row in tables.rows("words/en/actors/honorifics", HonorificRow):
            self.honorifics.add(row.words, row)
        self.descriptions: dict[str, dict[str, str]] = {}
        for described in tables.rows("words/en/actors/descriptions", DescriptionRow):
            self.descriptions.setdefault(described.word, {})[described.sort] = described.number
        self.bearings: dict[str, frozenset[str]] = {}
        for bearing in tables.rows("words/en/actors/bearings", BearingRow):
            self.bearings[bearing.word] = self.bearings.get(bearing.word, frozenset()) | {bearing.sort}
        self.given = {row.word: row.gender for row in tables.rows("words/en/actors/given_names", GivenNameRow)}
        self.name_heads = {row.word: row for row in tables.rows("words/en/actors/name_heads", NameHeadRow)}
        self.alike = {row.id: row.stands_for for row in tables.rows("words/en/actors/alike", AlikeRow)}
