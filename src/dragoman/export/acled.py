"""Records in, rows in the shape of ACLED's files out: our own events, of those types that ACLED knows."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from dragoman.export.codes import act, codes, country, sectors_of
from dragoman.export.delimited import Row
from dragoman.export.dyads import day_of, host, is_political, is_reciprocal, number, place_of
from dragoman.export.sieve import Sieve
from dragoman.record import Actor, Event, Place, Record
from dragoman.tables.table import Tables

PARTS = "; "
STATE_FORCES, RIOTERS, PROTESTERS, CIVILIANS, EXTERNAL, NOBODY = "1", "5", "6", "7", "8", "0"
ARMED = frozenset("1238")
WEEK = 7  # days
Sides = tuple[list[Actor], list[Actor]]


class AcledRow(Struct, frozen=True):
    """What an event of this type, mode and other side is called in ACLED."""

    type: str
    mode: str = ""
    versus: str = ""
    event_type: str = ""
    sub_event_type: str = ""
    disorder: str = ""


def rows(records: Iterable[Record], sieve: Sieve) -> Iterator[Row]:
    """One row an event: the first party of each side, the others of that side beside it as associates."""
    return sieve.once_a_day(_keyed(records, sieve))


def file(row: Row) -> str:
    """A file a year."""
    return f"acled-shaped-{row['year']}.csv"


def _keyed(records: Iterable[Record], sieve: Sieve) -> Iterator[tuple[object, Row]]:
    for record in records:
        for event in sieve.events(record):
            sides, place = _sides(record, event), place_of(record, event)
            kind, day = _kind(event, sides, place), day_of(event)
            if kind is None or day is None or not sides[0]:
                sieve.left_out[_reason(kind, day)] += 1
                continue
            row = _row(record, event, kind) | _sides_cells(event, sides, place) | _place_cells(place)
            dated = {"event_date": day.isoformat(), "year": str(day.year), "time_precision": _time_precision(event)}
            key = (day, *(tuple(actor.name for actor in side) for side in sides), act(event), row.get("location"))
            yield key, row | dated


def _reason(kind: AcledRow | None, day: object) -> str:
    if kind is None:
        return "no type of ACLED's"
    return "without a day" if day is None else "without a party"


def _sides(record: Record, event: Event) -> Sides:
    by_id = {actor.id: actor for actor in record.actors}
    actors = [by_id[name] for name in event.actors if is_political(by_id[name])]
    others = [by_id[name] for name in event.recipients if is_political(by_id[name])]
    return (actors[:1], actors[1:]) if is_reciprocal(event) else (actors, others)


@lru_cache(maxsize=1)
def _kinds() -> tuple[AcledRow, ...]:
    return tuple(Tables().rows("export/acled_types", AcledRow))


def _kind(event: Event, sides: Sides, place: Place | None) -> AcledRow | None:
    against = _against(event, sides, place)
    for row in _kinds():
        if row.type == event.type and row.mode in ("", event.mode) and row.versus in ("", *against):
            return row
    return None


def _against(event: Event, sides: Sides, place: Place | None) -> tuple[str, ...]:
    ours, theirs = ({_inter(actor, event, place) for actor in side} for side in sides)
    if CIVILIANS in theirs:
        return ("civilian",)
    return ("armed",) if ours and theirs and ours | theirs <= ARMED else ()


def _inter(actor: Actor, event: Event, place: Place | None) -> str:
    """The code of a kind of party; forces of a state outside it are external, where the place is known."""
    if event.type == "PROTEST" and actor.id in event.actors:
        return RIOTERS if event.mode in ("riot", "vandalize") else PROTESTERS
    found = [codes().sectors[sector].inter for sector in sectors_of(actor) if sector in codes().sectors]
    inter = next(filter(None, found), STATE_FORCES if actor.kind == "state" else "")
    outside = place is not None and place.country is not None and actor.country not in (None, place.country)
    return EXTERNAL if inter == STATE_FORCES and outside else inter


def _row(record: Record, event: Event, kind: AcledRow) -> Row:
    document, hurt = record.document, event.intensity
    return {
        "event_id_cnty": f"DRG{number(document.id, event.id)}",
        "disorder_type": kind.disorder,
        "event_type": kind.event_type,
        "sub_event_type": kind.sub_event_type,
        "source": document.outlet or host(document.url) or "",
        "notes": document.text[slice(*event.evidence)],
        "fatalities": "" if hurt is None or hurt.killed is None else str(hurt.killed),
        "tags": f"crowd size={hurt.crowd}" if hurt and hurt.crowd is not None else "",
    }


def _sides_cells(event: Event, sides: Sides, place: Place | None) -> Row:
    cells, inters = {}, []
    for n, side in enumerate(sides, 1):
        inter = _inter(side[0], event, place) if side else ""
        inters.append(inter or NOBODY)
        cells[f"actor{n}"] = side[0].name if side else ""
        cells[f"assoc_actor_{n}"] = PARTS.join(actor.name for actor in side[1:])
        cells[f"inter{n}"] = inter
    first, second = sorted(inters, key=lambda code: (code == NOBODY, code))
    violent = event.type == "ASSAULT" and inters[1] == CIVILIANS
    return cells | {"interaction": first + second, "civilian_targeting": "Civilian targeting" if violent else ""}


def _time_precision(event: Event) -> str:
    """1 a day, 2 a week at most, 3 longer."""
    date = event.date
    if date is None or not date.since or not date.until or date.since == date.until:
        return "1"
    first, last = (_ordinal(day) for day in (date.since, date.until))
    return "2" if last - first < WEEK else "3"


def _ordinal(day: str) -> int:
    return datetime.date.fromisoformat(day).toordinal()


def _place_cells(place: Place | None) -> Row:
    if place is None:
        return {}
    land = country(place.country)
    return {
        "iso": land.numeric,
        "country": land.name,
        "admin1": place.name if place.precision == "admin" else "",
        "location": place.name,
        "latitude": "" if place.lat is None else str(place.lat),
        "longitude": "" if place.lon is None else str(place.lon),
        "geo_precision": {"point": "1", "admin": "2"}.get(place.precision, "3"),
    }
