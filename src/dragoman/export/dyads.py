"""An event's parties as pairs, for formats whose row has one source and one target."""

from __future__ import annotations

import datetime
import hashlib
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import permutations, product

from dragoman.export.codes import act, codes
from dragoman.record import Actor, Event, Place, Record

Pair = tuple[Actor, Actor | None]
SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n\s*\n")
ID_DIGITS = 13  # hexadecimal; 52 bits stay exact in the floats of spreadsheets, R and JSON


def pairs(record: Record, event: Event, wanted: Callable[[Actor], bool]) -> Iterator[Pair]:
    """The pairs of an event: each actor with each recipient; each with each, both ways, where they act on each other.

    Args:
        wanted: which parties the format has a place for; an event whose recipients all fall out has none.
    """
    by_id = {actor.id: actor for actor in record.actors}
    actors = [by_id[name] for name in event.actors if wanted(by_id[name])]
    recipients: list[Actor | None] = [by_id[name] for name in event.recipients if wanted(by_id[name])]
    if is_reciprocal(event):
        yield from permutations(actors, 2)
    else:
        yield from ((a, b) for a, b in product(actors, recipients or [None]) if a is not b)


def is_reciprocal(event: Event) -> bool:
    """Whether the actors act on each other: several, no recipient, and an act of that kind."""
    return len(event.actors) > 1 and not event.recipients and act(event).startswith(codes().reciprocal)


def is_political(actor: Actor) -> bool:
    """Whether a party may stand as source or target: things and bills may not, unless they are a country's."""
    return actor.kind != "other" or actor.country is not None


def day_of(event: Event) -> datetime.date | None:
    """The first day of an event; None where the record has none, or only the report's for a thing long past."""
    date = event.date
    if date is None or (event.factuality == "historical" and date.basis == "document"):
        return None
    first = date.since or date.until
    return datetime.date.fromisoformat(first) if first else None


def place_of(record: Record, event: Event) -> Place | None:
    """Where an event took place; None for a name that is not meant as a place."""
    place = record.places[event.place] if event.place is not None else None
    return place if place is not None and place.reading == "literal" else None


def number(*parts: str) -> int:
    """A stable id below 2**52 for what these texts name."""
    return int(hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:ID_DIGITS], 16)


def sentence_number(record: Record, event: Event) -> int:
    """The sentence in which an event is told, from 1, counted by full stops and blank lines: approximate."""
    return 1 + bisect_right(_sentence_starts(record.document.text), event.evidence[0])


def host(url: str | None) -> str | None:
    """The host of an address without `www.`"""
    found = re.match(r"https?://(?:www\.)?([^/:?#]+)", url or "")
    return found[1] if found else None


@lru_cache(maxsize=8)
def _sentence_starts(text: str) -> list[int]:
    return [found.end() for found in SENTENCE_END.finditer(text)]
