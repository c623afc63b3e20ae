"""The steps of a breadcrumb in, the path of the article in its outlet out: without the front page."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from dragoman.tables.table import SHIPPED, read_rows


class FrontRow(Struct, frozen=True):
    """A name that breadcrumbs give to the front page, in lower case."""

    name: str


def without_front(steps: Iterable[str]) -> tuple[str, ...]:
    """The steps in order, each once, but for those that name the front page."""
    return tuple(step for step in dict.fromkeys(steps) if step.lower() not in _fronts())


@lru_cache(maxsize=1)
def _fronts() -> frozenset[str]:
    return frozenset(row.name for row in read_rows(SHIPPED / "reading" / "fronts.tsv", FrontRow))
