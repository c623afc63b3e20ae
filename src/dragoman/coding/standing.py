"""How political an actor is by itself, so that what is no political event is left out."""

from __future__ import annotations

from msgspec import Struct

from dragoman.record import Actor
from dragoman.tables.table import Tables

ANY = "*"
HIGH, LOW = 2, 1  # enough by itself; enough where the words speak of politics


class StandingRow(Struct, frozen=True):
    """A kind and sector of actor, whether it has a country or key, and its standing."""

    kind: str
    sector: str
    known: str
    standing: int


def standings(tables: Tables) -> tuple[StandingRow, ...]:
    """The rows in their order."""
    return tuple(tables.rows("ontology/standing", StandingRow))


def standing_of(actor: Actor, rows: tuple[StandingRow, ...]) -> int:
    """0, 1 or 2; 2 makes an event political by itself."""
    named = actor.kind == "person" and any(mention.form == "name" for mention in actor.mentions)
    known = "yes" if actor.country is not None or actor.key is not None else "named" if named else "no"
    for row in rows:
        if row.kind == actor.kind and row.sector in (ANY, actor.sector) and row.known in (ANY, known):
            return row.standing
    return 0
