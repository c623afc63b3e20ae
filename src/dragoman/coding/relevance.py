"""Codings with their actors in, whether they tell of politics out: sport and private life use its words too."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.coding.domains import weighed
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.parting import Parted
from dragoman.coding.standing import HIGH, LOW, standing_of
from dragoman.language.reading import Reading
from dragoman.record import Actor

OFFICIAL_KINDS = frozenset({"government", "military", "police", "armed_group"})
OFFICIAL_SECTORS = frozenset({"GOV", "MIL", "COP", "LEG", "REB", "UAF", "SPY"})
ENOUGH = 2  # how far another domain must outweigh politics: at 1, a dozen real reports of the development gold fall


def tells_of_politics(parted: Parted, reading: Reading, actors: Mapping[str, Actor], lexicon: Lexicon) -> bool:
    """Whether the sides have standing, or some and the sentence speaks of politics, and not plainly of something else.

    States play football too, so that an official on a side outweighs the words of sport and a state does not.
    """
    sides = [actors[ident] for ident in dict.fromkeys((*parted.actors, *parted.recipients)) if ident in actors]
    standings = [standing_of(actor, lexicon.standings) for actor in sides]
    politics, other = weighed(reading, reading.sentence_of[parted.coding.match.clause.head], lexicon.domains)
    official = any(_official(a) and s >= HIGH for a, s in zip(sides, standings, strict=True))
    if other >= ENOUGH + politics and not official:
        return False
    total = sum(standings)
    crowd_or_victims = parted.coding.type == "PROTEST" or (parted.coding.type == "ASSAULT" and not parted.actors)
    return total >= HIGH or (politics > 0 and (total >= LOW or crowd_or_victims))


def _official(actor: Actor) -> bool:
    """An organ, a force or somebody in office: what they do is politics."""
    return actor.kind in OFFICIAL_KINDS or actor.sector in OFFICIAL_SECTORS
