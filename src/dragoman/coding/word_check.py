"""Sense rows and what their examples yield in, faults out: contradicting, untested, dead and shadowed rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.coding.lexicon import SenseRow
from dragoman.record import Event

FaultKind = Literal["contradiction", "untested", "dead", "shadowed"]
BLOCKER = "NONE"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a row, and what to do about it."""

    kind: FaultKind
    row: str
    advice: str


def faults_of(rows: Sequence[SenseRow], yields: Mapping[str, tuple[Event, ...]], types: frozenset[str]) -> list[Fault]:
    """All faults, row by row.

    Args:
        rows: the senses in the order in which they are tried.
        yields: row id -> the events of its example.
        types: the PLOVER types; any other type is an operator or `NONE`.
    """
    found = list(contradictions(rows))
    for row in rows:
        if not row.example:
            found.append(Fault("untested", row.id, "give it an example sentence of your own"))
        elif row.id in yields:
            found.extend(_tried(row, yields[row.id], types))
    return found


def contradictions(rows: Iterable[SenseRow]) -> Iterable[Fault]:
    """Rows of one lemma with the same needs and different types: the second can never win."""
    first: dict[tuple[str, str, frozenset[str]], SenseRow] = {}
    for row in rows:
        key = (row.lemma, row.pos, frozenset(row.needs.split()))
        before = first.setdefault(key, row)
        if before is not row and before.type != row.type and not before.content:
            yield Fault("contradiction", row.id, f"{before.id} has the same needs and another type; tell them apart")


def _tried(row: SenseRow, events: tuple[Event, ...], types: frozenset[str]) -> Iterable[Fault]:
    if row.type == BLOCKER:
        if events:
            yield Fault("dead", row.id, f"its example yields {events[0].type} by {events[0].rule}")
        return
    right = [e for e in events if e.type == row.type] if row.type in types else list(events)
    if not right:
        told = ", ".join(f"{e.type} by {e.rule}" for e in events) or "nothing"
        yield Fault("dead", row.id, f"its example yields {told}; `dragoman words try` shows why")
    elif all(event.rule != row.id for event in right):
        yield Fault("shadowed", row.id, f"its example is coded by {right[0].rule}; ask for more, or drop the row")
