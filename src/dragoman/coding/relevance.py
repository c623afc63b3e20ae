"""Codings with their actors in, whether they tell of politics out: sport and private life use its words too."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.coding.domains import weighed
from dragoman.coding.parting import Parted
from dragoman.language.reading import Reading
from dragoman.record import Actor

OFFICIAL_KINDS = frozenset({"government", "military", "police", "armed_group"})
OFFICIAL_SECTORS = frozenset({"GOV", "MIL", "COP", "LEG", "REB", "UAF", "SPY"})
PUBLIC_KINDS = frozenset({"state", "government", "military", "police", "armed_group", "party", "igo"})
PUBLIC_SECTORS = frozenset("GOV MIL COP LEG JUD PTY REB UAF SPY OPP ELI PRM CRM UNK PRE LAB REF SOC".split())
WORLD_BODIES = frozenset({"UNO", "EUR", "IGO", "IMG"})
ENOUGH = 2  # how far another domain must outweigh politics: at 1, a dozen real reports of the development gold fall


def tells_of_politics(
    parted: Parted, reading: Reading, actors: Mapping[str, Actor], words: Mapping[str, tuple[str, int]]
) -> bool:
    """Whether a public party stands on a side or the sentence speaks of politics, and not plainly of something else."""
    sides = [actors[ident] for ident in (*parted.actors, *parted.recipients) if ident in actors]
    if any(map(_official, sides)):
        return True
    sentence = reading.sentences[reading.sentence_of[parted.coding.match.clause.head]]
    politics, other = weighed(reading.lower[sentence.first : sentence.last], words)
    if other >= ENOUGH + politics:
        return False
    return politics > 0 or any(map(_public, sides))


def _official(actor: Actor) -> bool:
    """An organ, a force or somebody in office: what they do is politics, while states play football too."""
    return actor.kind in OFFICIAL_KINDS or actor.sector in OFFICIAL_SECTORS


def _public(actor: Actor) -> bool:
    if actor.kind in PUBLIC_KINDS or actor.country in WORLD_BODIES:
        return True
    if actor.kind == "population" and actor.country:
        return True
    return bool(PUBLIC_SECTORS & {*actor.sectors, actor.sector})
