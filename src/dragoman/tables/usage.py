"""How place names are used: which word beside a name, in which relation, makes it a place, a government or a team."""

from __future__ import annotations

import msgspec

from dragoman.record import PlaceReading
from dragoman.tables.table import Tables

TABLE = "words/en/places/usage"
ANY = "*"


class UsageRow(msgspec.Struct, frozen=True):
    """Words that, standing in `relation` to a name, give it `reading`; "*" is any other word."""

    id: str
    relation: str
    words: tuple[str, ...]
    reading: PlaceReading


class Usage:
    """The usage table by relation and word."""

    def __init__(self, tables: Tables) -> None:
        rows = tables.rows(TABLE, UsageRow)
        self._readings = {(row.relation, word): row.reading for row in rows for word in row.words}

    def reading(self, relation: str, word: str) -> PlaceReading | None:
        """What the word says in that relation, else what the relation says by itself, else None."""
        return self._readings.get((relation, word)) or self._readings.get((relation, ANY))

    def word(self, relation: str, word: str) -> PlaceReading | None:
        """What the word itself says in that relation, or None."""
        return self._readings.get((relation, word))
