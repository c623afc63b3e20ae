"""Reading in, attributions out."""

from __future__ import annotations

from dragoman.finding.attribution import Attribution
from dragoman.language.reading import Reading
from dragoman.tables.table import Tables


class Cues:
    """The cue tables, loaded once."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables


def find_statements(reading: Reading, cues: Cues) -> list[Attribution]:
    """The statements of the article, in order of their contents."""
    return []
