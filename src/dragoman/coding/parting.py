"""Codings in, codings with actors on their sides out; those without a political actor fall."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.coding.compose import JOINT, Coding
from dragoman.coding.sides import Sides

TWO_SIDED = frozenset({"CONSULT", "COOPERATE", "AID", "SANCTION"})  # nothing without another side
VISITED, HARM = "CONSULT", "ASSAULT"
HOSTED = frozenset({VISITED, "AID"})
THREAT, WARNING = "THREATEN", "threaten.warn"
MEETING = frozenset({"visit", "meet"})
DONE_TO = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "RETREAT", "AID", "CONCEDE"})


@dataclass(frozen=True, slots=True)
class Parted:
    """A coding whose sides are actors; `basis` is what the recipients rest on: row, other, clause, none or mutual."""

    coding: Coding
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    basis: str


def part(coding: Coding, sides: Sides) -> Parted | None:
    """The coding with its sides as actors; None where no political actor acts and none is acted on."""
    actors = sides.all_acting(coding.actors)
    if coding.mutual:
        if len(actors) == 1:
            actors += sides.named_other(coding.actors)
        return Parted(coding, actors, (), "mutual") if len(actors) > 1 else None
    recipients, basis = _acted_on(coding, actors, sides)
    if coding.type == THREAT and "obj" not in coding.match.clause.roles and _foretells_nothing(coding, sides):
        return None
    if coding.type == "REQUEST" and coding.match.sense.row.mode == "yield":
        recipients = tuple(dict.fromkeys(sides.state_of(r) for r in recipients))
    if not actors and recipients:
        if coding.type == HARM and sides.by_means(coding.actors):
            return Parted(coding, (), recipients, basis)
        actors = sides.named_other(coding.actors)
        if not actors and not _told_without_actor(coding):
            return None
    if not actors and not recipients:
        return None
    if not recipients and coding.type in TWO_SIDED and not (len(actors) > 1 and coding.type in JOINT):
        return None
    if not recipients or all(sides.kinds.get(r, "other") == "other" for r in recipients + actors):
        return Parted(coding, actors, recipients, basis) if sides.political(actors) else None
    return Parted(coding, actors, recipients, basis)


def _foretells_nothing(coding: Coding, sides: Sides) -> bool:
    """Whether a warning says how things are or might be, not what will be done: warned that camps were full."""
    reading, told = sides.reading, coding.match.clause.roles.get("comp", ())
    finite = [t for t in told if any(reading.dep[c] in ("nsubj", "nsubjpass") for c in reading.children[t])]
    modal = any(reading.lower[c] in sides.promising for t in finite for c in reading.children[t])
    return coding.chain[0].startswith(WARNING) and bool(finite) and not modal


def _told_without_actor(coding: Coding) -> bool:
    """A passive without agent, or a noun with its victim: "was arrested", "the killing of the envoy"."""
    clause = coding.match.clause
    if coding.type not in DONE_TO or (coding.actors and (clause.pos != "v" or "subj" in clause.roles)):
        return False
    return clause.pos == "v" or bool(clause.roles.get("of") or clause.roles.get("poss"))


def _acted_on(coding: Coding, actors: tuple[str, ...], sides: Sides) -> tuple[tuple[str, ...], str]:
    """Political actors in the row's roles, else what else stands there, else any political actor of the clause.

    With them what they rest on: row, other, clause or none.
    """
    hostile = coding.mode == "expel" or coding.type == HARM
    expelled = [t for tokens in coding.recipients for t in tokens] if hostile else []
    found = sides.opposite(expelled[0], actors) if expelled else ()
    found = found or sides.acted_on(coding.recipients, actors)
    if found:
        return found, "row"
    if len(actors) > 1 and coding.type in JOINT:
        return (), "none"
    received = coding.type in HOSTED or coding.mode in MEETING or coding.chain[-1].startswith(VISITED.lower())
    found = sides.hosts(coding.recipients, actors) if received else ()
    if found:
        return found, "row"
    found = sides.others((*coding.recipients, coding.deed), actors)
    if found:
        return found, "other"
    found = sides.acted_on(coding.fallback, actors)
    return found, "clause" if found else "none"
