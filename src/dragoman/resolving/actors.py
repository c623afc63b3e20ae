"""Reading, places and attributions in, the cast out: mentions found, chained and resolved on the document's date."""

from __future__ import annotations

from dragoman.finding.attribution import Attribution
from dragoman.language.reading import Reading
from dragoman.record import Place
from dragoman.resolving.cast import Cast
from dragoman.tables.table import Tables


class ActorTables:
    """The actor tables, indexed once."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables


def resolve_actors(
    reading: Reading, places: tuple[Place, ...], attributions: list[Attribution], tables: ActorTables
) -> Cast:
    """The actors of the article with their mentions."""
    return Cast((), {}, {})
