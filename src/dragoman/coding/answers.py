"""Events in order, the same out, answers turned to whom they answer: "rejected the demand" is said to who made it."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.parting import Parted
from dragoman.coding.sides import Sides

ANSWERS = frozenset({"REJECT", "AGREE", "CONCEDE"})
ASKS = frozenset({"REQUEST", "AGREE", "ACCUSE", "THREATEN"})
ASKED = "proposal"  # the class of nouns for what is asked, offered or alleged
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
REACH = 6  # events back


def turn_answers(parted: list[Parted], sides: Sides, lexicon: Lexicon) -> list[Parted]:
    """Recipients of answers whose row found only "the demand": the side that last asked, offered or accused."""
    out: list[Parted] = []
    for one in parted:
        asker = _asker(one, out, sides) if _answers(one, sides, lexicon) else ()
        out.append(replace(one, recipients=asker, basis="clause") if asker else one)
    return out


def _answers(one: Parted, sides: Sides, lexicon: Lexicon) -> bool:
    if one.coding.type not in ANSWERS or one.basis != "other" or not one.actors:
        return False
    reading = sides.reading
    nouns = [t for group in one.coding.recipients for t in group]
    return any(
        ASKED in lexicon.classes_of(reading, t)
        and any(reading.lower[c] in DEFINITE for c in reading.kids(t, "det"))
        and not reading.kids(t, "prep", "poss", "acl")
        for t in nouns
    )


def _asker(one: Parted, before: list[Parted], sides: Sides) -> tuple[str, ...]:
    """Who last asked something of the answering side, or of its country."""
    own = {sides.countries.get(ident) or ident for ident in one.actors}
    for earlier in reversed(before[-REACH:]):
        asked = {sides.countries.get(ident) or ident for ident in earlier.recipients}
        asking = {sides.countries.get(ident) or ident for ident in earlier.actors}
        if earlier.coding.type in ASKS and asked & own and not asking & own:
            return earlier.actors
    return ()
