"""Which events an export lets through, and what it left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from dragoman.record import Event, Factuality, Record

Item = TypeVar("Item")

DONE: frozenset[Factuality] = frozenset({"actual", "historical"})
ALL: frozenset[Factuality] = frozenset({"actual", "historical", "negated", "future", "hypothetical"})


@dataclass(frozen=True, slots=True)
class Sieve:
    """What passes; `left_out` counts the rest by reason while an export runs.

    Args:
        factualities: those that pass.
        repeats: whether an event told again in the same article (`same_as`) is an entry of its own.
        one_a_day: whether the same parties' same act on one day is one entry, however many articles tell it.
        min_confidence: from 0 to 1.
    """

    factualities: frozenset[Factuality] = DONE
    repeats: bool = False
    one_a_day: bool = False
    min_confidence: float = 0.0
    left_out: Counter[str] = field(default_factory=Counter)

    def events(self, record: Record) -> Iterator[Event]:
        """The events of a record that pass."""
        return (event for event in record.events if self._passes(event))

    def tellings(self, record: Record, event: Event) -> list[Event]:
        """The event and, where repeats are folded into it, what tells it again in the article."""
        again = () if self.repeats else record.events
        return [event, *(other for other in again if other.same_as == event.id and self._sure(other))]

    def summary(self) -> str:
        """One line of what was left out, empty where nothing was."""
        reasons = [f"{count} {reason}" for reason, count in self.left_out.items() if count]
        return f"events left out: {', '.join(reasons)}\n" if reasons else ""

    def once_a_day(
        self, keyed: Iterable[tuple[object, Item]], merge: Callable[[Item, Item], Item] = lambda first, _: first
    ) -> Iterator[Item]:
        """The items; with `one_a_day` those of one key merged, held in memory until all are seen."""
        if not self.one_a_day:
            yield from (item for _, item in keyed)
            return
        kept: dict[object, Item] = {}
        for key, item in keyed:
            if key in kept:
                self.left_out["told before on the day"] += 1
            kept[key] = merge(kept[key], item) if key in kept else item
        yield from kept.values()

    def _passes(self, event: Event) -> bool:
        reason = self._reason(event)
        if reason:
            self.left_out[reason] += 1
        return not reason

    def _reason(self, event: Event) -> str:
        if event.factuality not in self.factualities:
            return event.factuality
        if event.same_as is not None and not self.repeats:
            return "told again in the article"
        return "" if event.confidence >= self.min_confidence else "below the confidence asked for"

    def _sure(self, event: Event) -> bool:
        return event.factuality in self.factualities and event.confidence >= self.min_confidence
