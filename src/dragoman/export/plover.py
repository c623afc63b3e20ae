"""Records in, PLOVER's JSON out: one object an event and line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.export.codes import country, sectors_of
from dragoman.export.dyads import day_of, host, number, place_of
from dragoman.export.sieve import Sieve
from dragoman.record import Actor, Event, Place, Record

AUXILIARY = {"negated": "negation", "future": "future", "hypothetical": "hypothetical", "historical": "historical"}
Fields = dict[str, object]


def objects(records: Iterable[Record], sieve: Sieve) -> Iterator[Fields]:
    """One object an event, with all its parties in lists: nothing is taken apart into pairs.

    `auxiliary_mode` and `voice` are fields beside PLOVER's own. An event without a day or an actor cannot be written.
    """
    return sieve.once_a_day(_keyed(records, sieve))


def parts(records: Iterable[Record], sieve: Sieve) -> Iterator[tuple[str, bytes]]:
    """The objects as lines, with the name of their file."""
    encoder = msgspec.json.Encoder()
    for one in objects(records, sieve):
        yield "plover.jsonl", encoder.encode(one) + b"\n"


def _keyed(records: Iterable[Record], sieve: Sieve) -> Iterator[tuple[object, Fields]]:
    for record in records:
        by_id = {actor.id: actor for actor in record.actors}
        for event in sieve.events(record):
            day = day_of(event)
            if day is None or not event.actors:
                sieve.left_out["without a day" if day is None else "without a party"] += 1
                continue
            sides = [[by_id[name] for name in side] for side in (event.actors, event.recipients)]
            key = (day, *(tuple((a.key or a.name, a.country) for a in side) for side in sides), event.type, event.mode)
            yield key, _object(record, event, day.isoformat(), sides)


def _object(record: Record, event: Event, day: str, sides: list[list[Actor]]) -> Fields:
    document = record.document
    until = event.date.until if event.date and event.date.until != day else None
    fields: Fields = {
        "id": str(number(document.id, event.id)),
        "date": day,
        "enddate": until,
        "actor": [_party(actor, event) for actor in sides[0]],
        "recipient": [_party(actor, event) for actor in sides[1]],
        "event": event.type,
        "mode": event.mode,
        "auxiliary_mode": AUXILIARY.get(event.factuality),
        "context": list(event.contexts),
        "event_text": document.text[slice(*event.trigger)],
        "event_loc": _place(place_of(record, event)),
        "quad_code": event.quad,
        "event_scale": event.score,
        "size": _size(event),
        "voice": event.voice,
        "text": document.text[slice(*event.evidence)],
        "text_info": {"start": event.evidence[0], "end": event.evidence[1]},
        "cite_info": _citation(record),
        "coder": f"dragoman {record.dragoman}",
    }
    return _filled(fields)


def _filled(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if value not in (None, [], {}, "")}


def _party(actor: Actor, event: Event) -> Fields:
    inside = [m.text for m in actor.mentions if event.evidence[0] <= m.start < event.evidence[1]]
    fields: Fields = {
        "code": actor.country,
        "sector": list(sectors_of(actor)),
        "entity_text": next(iter([*inside, *(mention.text for mention in actor.mentions)]), None),
        "identifier_id": actor.key,
        "identifier_text": actor.name,
        "office": "; ".join(dict.fromkeys(role.title for role in actor.roles if not role.former)),
    }
    return _filled(fields)


def _place(place: Place | None) -> Fields | None:
    if place is None:
        return None
    fields: Fields = {
        "extracted_place": place.text,
        "resolved_place": place.name,
        "geonameid": place.geonames_id,
        "lat": place.lat,
        "lon": place.lon,
        "city": place.name if place.precision == "point" else None,
        "province": place.name if place.precision == "admin" else None,
        "country": country(place.country).name,
        "country_code": place.country,
        "feature_code": place.feature,
        "resolution": place.precision,
    }
    return _filled(fields)


def _size(event: Event) -> Fields:
    hurt = event.intensity
    return _filled({"dead": hurt.killed, "injured": hurt.injured, "crowd": hurt.crowd}) if hurt else {}


def _citation(record: Record) -> Fields:
    document = record.document
    return _filled(
        {
            "citation": document.id,
            "url": document.url,
            "title": document.title,
            "language": document.language,
            "publication": document.outlet or host(document.url),
            "published": document.published,
        }
    )
