"""What the tests of this room share: the shipped tables, and casts of short texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.finding.statements import Cues, find_statements
from dragoman.language.reading import Reading
from dragoman.record import Actor
from dragoman.resolving.actors import resolve_actors
from dragoman.resolving.cast import Cast
from dragoman.resolving.locations import locate
from dragoman.tables.actors import ActorTables
from dragoman.tables.gazetteer import Gazetteer
from dragoman.tables.table import Tables

Played = Callable[..., "Play"]


class Play:
    """The cast of a text, asked by the words of a mention."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self.reading, self.cast = reading, cast

    def actor(self, words: str, nth: int = 0) -> Actor | None:
        """The actor at the last of the words, where they stand for the nth time."""
        start = -1
        for _ in range(nth + 1):
            start = self.reading.document.text.index(words, start + 1)
        token = self.reading.end.index(start + len(words))
        ident = self.cast.at(token)
        return next((actor for actor in self.cast.actors if actor.id == ident), None)

    def code(self, words: str, nth: int = 0) -> tuple[str | None, str | None] | None:
        """Country and sector of that actor."""
        actor = self.actor(words, nth)
        return None if actor is None else (actor.country, actor.sector)


@pytest.fixture(scope="session")
def tables() -> ActorTables:
    """The shipped actor tables."""
    return ActorTables(Tables())


@pytest.fixture(scope="session")
def play(read: Callable[..., Reading], tables: ActorTables) -> Played:
    """A function from a text, its day and its title to its cast."""
    shipped = Tables()
    gazetteer, cues = Gazetteer(shipped), Cues(shipped)

    def cast(text: str, published: str | None = None, title: str | None = None) -> Play:
        reading = read(text, published=published, title=title)
        return Play(
            reading, resolve_actors(reading, locate(reading, gazetteer), find_statements(reading, cues), tables)
        )

    return cast
