"""Reading and gazetteer in, place names with their reading and position out."""

from __future__ import annotations

from dragoman.language.reading import Reading
from dragoman.record import Place
from dragoman.tables.gazetteer import Gazetteer


def locate(reading: Reading, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The place names of the article, in order."""
    return ()
