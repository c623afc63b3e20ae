"""Reading in, time expressions out, resolved against the document's date."""

from __future__ import annotations

from dragoman.language.reading import Reading
from dragoman.record import Timex
from dragoman.tables.table import Tables


class TimeRules:
    """The time tables, loaded once."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables


def find_times(reading: Reading, rules: TimeRules) -> tuple[Timex, ...]:
    """The time expressions of the article, in order, measured from `reading.document.published`."""
    return ()
