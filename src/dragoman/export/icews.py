"""Records in, rows as in ICEWS's yearly files out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.export.codes import act, act_row, codes, country, country_name, sectors_of
from dragoman.export.delimited import Row
from dragoman.export.dyads import day_of, host, is_political, number, pairs, place_of, sentence_number
from dragoman.export.sieve import Sieve
from dragoman.record import Actor, Event, Place, Record


def rows(records: Iterable[Record], sieve: Sieve) -> Iterator[Row]:
    """One row an event and pair of parties; an event without a recipient has none, as ICEWS has no half pairs."""
    return sieve.once_a_day(_keyed(records, sieve))


def file(row: Row) -> str:
    """A file a year."""
    return f"events.{row['Event Date'][:4]}.tab"


def _keyed(records: Iterable[Record], sieve: Sieve) -> Iterator[tuple[object, Row]]:
    for record in records:
        for event in sieve.events(record):
            day = day_of(event)
            if day is None:
                sieve.left_out["without a day"] += 1
                continue
            found = [(a, b) for a, b in pairs(record, event, is_political) if b is not None]
            sieve.left_out["without two parties"] += not found
            for source, target in found:
                row = _row(record, event, source, target) | {"Event Date": day.isoformat()}
                key = (day, _names(source), _names(target), act(event))
                yield key, row


def _row(record: Record, event: Event, source: Actor, target: Actor) -> Row:
    document, code = record.document, act(event)
    return {
        "Event ID": str(number(document.id, event.id, source.id, target.id)),
        "Event Text": act_row(code).label,
        "CAMEO Code": code,
        "Intensity": act_row(code).intensity,
        **_party_cells("Source", source),
        **_party_cells("Target", target),
        "Story ID": str(number(document.id)),
        "Sentence Number": str(sentence_number(record, event)),
        "Publisher": document.outlet or host(document.url) or "",
        **_place_cells(place_of(record, event)),
    }


def _names(actor: Actor) -> tuple[str, str]:
    return actor.key or actor.name, actor.country or ""


def _party_cells(side: str, actor: Actor) -> Row:
    named = [name for sector in sectors_of(actor) for name in _sector_names(sector)]
    land = country(actor.country).icews
    return {
        f"{side} Name": land if actor.kind == "state" and land else actor.name,
        f"{side} Sectors": ",".join(dict.fromkeys(named)),
        f"{side} Country": land or country_name(actor.country),
    }


def _sector_names(sector: str) -> tuple[str, ...]:
    row = codes().sectors.get(sector)
    return row.icews if row else ()


def _place_cells(place: Place | None) -> Row:
    if place is None:
        return {}
    return {
        "City": place.name if place.precision == "point" else "",
        "Province": place.name if place.precision == "admin" else "",
        "Country": country(place.country).icews,
        "Latitude": "" if place.lat is None else str(place.lat),
        "Longitude": "" if place.lon is None else str(place.lon),
    }
