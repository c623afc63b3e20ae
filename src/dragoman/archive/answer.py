"""The rows that answer a question, as records, Arrow or pandas."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.errors import ArchiveError

if TYPE_CHECKING:
    import pandas
    import pyarrow

Cell = str | int | float | bytes | None
MISSING = "{} is not installed; install it with: pip install 'dragoman[lake]'"


@dataclass(frozen=True)
class Answer:
    """Rows in order, each with a cell a column."""

    columns: tuple[str, ...]
    rows: list[tuple[Cell, ...]]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def records(self) -> list[dict[str, Cell]]:
        """The rows as dictionaries, in the order of the columns."""
        return list(self)

    def first(self, count: int) -> Answer:
        """The first rows only."""
        return Answer(self.columns, self.rows[:count])

    def column(self, name: str) -> list[Cell]:
        """The cells of one column."""
        place = self.columns.index(name)
        return [row[place] for row in self.rows]

    def arrow(self) -> pyarrow.Table:
        """An Arrow table.

        Raises:
            ArchiveError: pyarrow is not installed.
        """
        try:
            import pyarrow
        except ImportError:
            raise ArchiveError(MISSING.format("pyarrow")) from None
        return pyarrow.table({name: _typed(self.column(name)) for name in self.columns})

    def pandas(self) -> pandas.DataFrame:
        """A pandas data frame.

        Raises:
            ArchiveError: pandas is not installed.
        """
        try:
            import pandas
        except ImportError:
            raise ArchiveError(MISSING.format("pandas")) from None
        return pandas.DataFrame.from_records(self.rows, columns=list(self.columns))


def _typed(cells: Sequence[Cell]) -> list[Cell]:
    """Cells of one type: SQLite may give whole numbers and fractions in one column, and nothing but them mixes."""
    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds == {int, float}:
        return [None if cell is None else float(cell) for cell in cells]
    if len(kinds) > 1:
        return [None if cell is None else str(cell) for cell in cells]
    return list(cells)


def answered(connection: sqlite3.Connection, sql: str, values: Sequence[str | int | float] = ()) -> Answer:
    """The answer to one SQL statement that only reads.

    Raises:
        ArchiveError: SQLite cannot run it.
    """
    try:
        cursor = connection.execute(sql, values)
        columns = _told_apart(tuple(column[0] for column in cursor.description or ()))
        return Answer(columns, cursor.fetchall())
    except (sqlite3.Error, sqlite3.Warning) as error:
        raise ArchiveError(f"the question cannot be answered: {error}; docs/codebook.md lists the columns") from error


def _told_apart(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names of columns, a number after those that came before."""
    seen: dict[str, int] = {}
    out = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        out.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return tuple(out)
