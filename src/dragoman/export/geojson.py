"""Records in, a GeoJSON FeatureCollection out: a point an event that has coordinates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.export.dyads import day_of, place_of
from dragoman.export.sieve import Sieve
from dragoman.record import Event, Place, Record

Feature = dict[str, object]
FILE = "events.geojson"


def features(records: Iterable[Record], sieve: Sieve) -> Iterator[Feature]:
    """One feature an event, WGS 84, longitude first (RFC 7946); parties are lists, not pairs."""
    return sieve.once_a_day(_keyed(records, sieve))


def parts(records: Iterable[Record], sieve: Sieve) -> Iterator[tuple[str, bytes]]:
    """The collection, piece by piece."""
    encoder, before = msgspec.json.Encoder(), b'{"type":"FeatureCollection","features":[\n'
    for feature in features(records, sieve):
        yield FILE, before + encoder.encode(feature)
        before = b",\n"
    yield FILE, (b"\n]}\n" if before == b",\n" else before + b"]}\n")


def _keyed(records: Iterable[Record], sieve: Sieve) -> Iterator[tuple[object, Feature]]:
    for record in records:
        names = {actor.id: (actor.name, actor.country) for actor in record.actors}
        for event in sieve.events(record):
            place = place_of(record, event)
            if place is None or place.lat is None or place.lon is None:
                sieve.left_out["without coordinates"] += 1
                continue
            sides = [tuple(names[actor] for actor in side) for side in (event.actors, event.recipients)]
            key = (day_of(event), *sides, event.type, event.mode, place.lat, place.lon)
            point = {"type": "Point", "coordinates": [place.lon, place.lat]}
            properties = _properties(record, event, place) | {
                "actors": [name for name, _ in sides[0]],
                "recipients": [name for name, _ in sides[1]],
                "actor_countries": [country for _, country in sides[0]],
                "recipient_countries": [country for _, country in sides[1]],
            }
            name = f"{record.document.id}#{event.id}"
            yield key, {"type": "Feature", "id": name, "geometry": point, "properties": properties}


def _properties(record: Record, event: Event, place: Place) -> dict[str, object]:
    document, date, hurt = record.document, event.date, event.intensity
    return {
        "document": document.id,
        "url": document.url,
        "title": document.title,
        "published": document.published,
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "cameo": event.cameo,
        "quad": event.quad,
        "score": event.score,
        "from": date.since if date else None,
        "to": date.until if date else None,
        "date_basis": date.basis if date else None,
        "place": place.name,
        "place_country": place.country,
        "precision": place.precision,
        "geonames_id": place.geonames_id,
        "factuality": event.factuality,
        "voice": event.voice,
        "killed": hurt.killed if hurt else None,
        "injured": hurt.injured if hurt else None,
        "crowd": hurt.crowd if hurt else None,
        "evidence": document.text[slice(*event.evidence)],
        "confidence": event.confidence,
    }
