"""The compiled gazetteer: names in, places of that name out."""

from __future__ import annotations

from dragoman.tables.table import Tables


class Gazetteer:
    """The places file, loaded once."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
