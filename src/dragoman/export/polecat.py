"""Records in, rows as in POLECAT's 40 columns out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.export.codes import country, sectors_of
from dragoman.export.delimited import Row
from dragoman.export.dyads import Pair, day_of, host, is_political, number, pairs, place_of
from dragoman.export.sieve import Sieve
from dragoman.record import Actor, Event, Place, Record

PARTS = ";"
QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
PEOPLE = ("person",)
ORGANISATIONS = ("government", "military", "police", "armed_group", "party", "igo", "ngo", "company", "media")


def rows(records: Iterable[Record], sieve: Sieve) -> Iterator[Row]:
    """One row an event and pair of parties; the recipient's cells are `None` where there is none."""
    return sieve.once_a_day(_keyed(records, sieve))


def file(row: Row) -> str:
    """A file a year."""
    return f"ngecEventsDV-{row['Event Date'][:4]}.txt"


def _keyed(records: Iterable[Record], sieve: Sieve) -> Iterator[tuple[object, Row]]:
    for record in records:
        story = _story_cells(record)
        for event in sieve.events(record):
            day = day_of(event)
            if day is None:
                sieve.left_out["without a day"] += 1
                continue
            found = list(pairs(record, event, is_political))
            sieve.left_out["without a party"] += not found
            for pair in found:
                row = _row(record, event, pair) | story | {"Event Date": day.isoformat()}
                yield (day, *map(_named, pair), event.type, event.mode), row


def _named(actor: Actor | None) -> tuple[str, str]:
    return (actor.key or actor.name, actor.country or "") if actor else ("", "")


def _row(record: Record, event: Event, pair: Pair) -> Row:
    actor, recipient = pair
    return {
        "Event ID": str(number(record.document.id, event.id, actor.id, recipient.id if recipient else "")),
        "Event Type": event.type,
        "Event Mode": event.mode or "",
        "Intensity": f"{event.score:.1f}",
        "Quad Code": QUADS[event.quad],
        "Contexts": PARTS.join(event.contexts),
        **_party_cells("Actor", actor, event),
        **(_party_cells("Recipient", recipient, event) if recipient else {}),
        **_place_cells(place_of(record, event)),
    }


def _party_cells(side: str, actor: Actor, event: Event) -> Row:
    sectors = sectors_of(actor)
    inside = [m.text for m in actor.mentions if event.evidence[0] <= m.start < event.evidence[1]]
    return {
        f"{side} Name": actor.name,
        f"{side} Country": actor.country or "",
        f"{side} COW": country(actor.country).cow,
        f"Primary {side} Sector": sectors[0] if sectors else "",
        f"{side} Sectors": PARTS.join(sectors),
        f"{side} Title": PARTS.join(dict.fromkeys(role.title for role in actor.roles if not role.former)),
        f"{side} Name Raw": (inside or [mention.text for mention in actor.mentions] or [actor.name])[0],
    }


def _place_cells(place: Place | None) -> Row:
    if place is None:
        return {}
    return {
        "Placename": place.name,
        "City": place.name if place.precision == "point" else "",
        "Province": place.name if place.precision == "admin" else "",
        "Country": place.country or "",
        "Latitude": "" if place.lat is None else str(place.lat),
        "Longitude": "" if place.lon is None else str(place.lon),
        "GeoNames ID": str(place.geonames_id or ""),
        "Raw Placename": place.text,
        "Feature Type": place.feature or "",
    }


def _story_cells(record: Record) -> Row:
    document = record.document
    places = [place.name for place in record.places if place.reading == "literal"]
    return {
        "Source": document.outlet or host(document.url) or "",
        "Publication Date": document.published or "",
        "Story People": _names(record, PEOPLE),
        "Story Organizations": _names(record, ORGANISATIONS),
        "Story Locations": PARTS.join(dict.fromkeys(places)),
        "Language": document.language or "",
        "Version": f"dragoman {record.dragoman}",
    }


def _names(record: Record, kinds: tuple[str, ...]) -> str:
    """Parties that the text or the tables name; descriptions are left out."""
    named = [a.name for a in record.actors if a.kind in kinds and (a.key or any(m.form == "name" for m in a.mentions))]
    return PARTS.join(dict.fromkeys(named))
