"""Findings in, how each event came about out: its clause, the rows weighed, whom the arguments stand for."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.coding.events import find_parted
from dragoman.coding.findings import Findings
from dragoman.coding.lexicon import Lexicon, Sense
from dragoman.coding.matching import candidates, fits
from dragoman.coding.parting import Parted
from dragoman.coding.sides import Sides

BASES = {
    "row": "a role that the row names",
    "other": "what stands in the row's role, though it is no political actor",
    "clause": "another political actor of the clause",
    "mutual": "both did it together",
    "none": "nobody is named",
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A row of the lemma: its needs with whether each is met, and its weight (the heaviest that fits wins)."""

    row: str
    type: str
    weight: int
    needs: tuple[tuple[str, bool], ...]
    example: str

    @property
    def fits(self) -> bool:
        """Whether every need is met."""
        return all(met for _, met in self.needs)


@dataclass(frozen=True, slots=True)
class Argument:
    """What stands in a role of the clause, and the actor that it is taken for."""

    role: str
    words: str
    actor: str | None


@dataclass(frozen=True, slots=True)
class Trace:
    """How one event came about; `rows` are the rows that made it, outermost operator first."""

    predicate: str
    lemmas: tuple[str, ...]
    arguments: tuple[Argument, ...]
    weighed: tuple[Weighed, ...]
    rows: tuple[str, ...]
    recipient_from: str


def explain_events(findings: Findings, lexicon: Lexicon) -> list[Trace]:
    """One trace an event, in the order in which `code_events` gives the events."""
    sides, parted = find_parted(findings, lexicon)
    return [_trace(one, findings, lexicon, sides) for one in parted]


def _trace(parted: Parted, findings: Findings, lexicon: Lexicon, sides: Sides) -> Trace:
    clause, reading = parted.coding.match.clause, findings.reading
    return Trace(
        predicate=reading.words[clause.head], lemmas=clause.lemmas, rows=parted.coding.chain,
        arguments=tuple(_argument(role, token, sides) for role, tokens in clause.roles.items() for token in tokens),
        weighed=tuple(_weighed(sense, parted, lexicon, sides) for sense in candidates(clause, reading, lexicon)),
        recipient_from=BASES[parted.basis],
    )  # fmt: skip


def _argument(role: str, token: int, sides: Sides) -> Argument:
    reading = sides.reading
    words = " ".join(reading.text(*reading.subtree(token)).split())
    names = {actor.id: actor.name for actor in sides.actors()}
    return Argument(role, words, names.get(sides.owner(token) or ""))


def _weighed(sense: Sense, parted: Parted, lexicon: Lexicon, sides: Sides) -> Weighed:
    clause = parted.coding.match.clause
    asked = sense.row.needs.split()
    needs = tuple((text, fits(need, clause, sides, lexicon)) for text, need in zip(asked, sense.needs, strict=True))
    return Weighed(sense.row.id, sense.row.type, sense.weight, needs, sense.row.example)
