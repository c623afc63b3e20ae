"""The sense and operator tables, indexed for lookup by lemma."""

from __future__ import annotations

from dragoman.tables.table import Tables


class Lexicon:
    """The words of events, loaded once."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
