"""Events in, the same events out, those told again linked to the first that tells them."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.record import Event


def link_repeats(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """`same_as` of an event is the first one of its type and mode with the same sides.

    Two with different dates in the text, or of which one is denied, are not the same.
    """
    first: dict[tuple[object, ...], list[Event]] = {}
    out: list[Event] = []
    for event in events:
        key = (event.type, frozenset(event.actors), frozenset(event.recipients))
        known = next((e for e in first.get(key, ()) if _agree(e, event)), None)
        if known is None:
            first.setdefault(key, []).append(event)
        out.append(event if known is None else replace(event, same_as=known.id))
    return tuple(out)


def _agree(a: Event, b: Event) -> bool:
    if (a.factuality == "negated") != (b.factuality == "negated"):
        return False
    if a.mode != b.mode and a.mode and b.mode:
        return False
    if a.date and b.date and a.date.basis == b.date.basis == "text":
        return a.date.since == b.date.since or a.date.until == b.date.until
    return True
