"""Records in, W3C Web Annotations as JSON-LD out: every entry tied to the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

import msgspec

from dragoman.export.sieve import Sieve
from dragoman.record import Event, Record, Span

Json = dict[str, object]
FILE = "annotations.jsonld"
HEAD = b'{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:dragoman:annotations","type":"AnnotationPage","items":[\n'
AROUND = 32  # characters before and after, so that a quotation is found again in a page
GEONAMES = "https://sws.geonames.org/"


def items(records: Iterable[Record], sieve: Sieve) -> Iterator[Json]:
    """Mentions, statements, times, places and the events that pass, one annotation each; no pairs.

    Positions count code points of the record's text; the quotation finds the words in the page itself.
    Source: Web Annotation Data Model, W3C Recommendation of 2017.
    """
    for record in records:
        yield from _mentions(record)
        yield from _statements(record)
        yield from _times(record)
        yield from _places(record)
        yield from (_event(record, event) for event in sieve.events(record))


def parts(records: Iterable[Record], sieve: Sieve) -> Iterator[tuple[str, bytes]]:
    """One AnnotationPage, piece by piece."""
    encoder, before = msgspec.json.Encoder(), HEAD
    for annotation in items(records, sieve):
        yield FILE, before + encoder.encode(annotation)
        before = b",\n"
    yield FILE, (b"\n]}\n" if before == b",\n" else before + b"]}\n")


def _mentions(record: Record) -> Iterator[Json]:
    for actor in record.actors:
        facts = {
            "actor": actor.id, "kind": actor.kind, "country": actor.country, "sectors": actor.sectors, "key": actor.key,
        }  # fmt: skip
        body = [_text(actor.name, "identifying"), _data(facts)]
        for mention in actor.mentions:
            name = f"{actor.id}:{mention.start}"
            yield _annotation(record, name, "identifying", body, [(mention.start, mention.end)])


def _statements(record: Record) -> Iterator[Json]:
    names = {actor.id: actor.name for actor in record.actors}
    for statement in record.statements:
        speaker = names.get(statement.speaker or "")
        facts = {
            "speaker": statement.speaker, "mode": statement.mode, "addressee": statement.addressee,
            "stance": statement.stance, "anonymous": statement.anonymous, "source": statement.source,
            "cue": statement.cue, "parent": statement.parent,
        }  # fmt: skip
        body = [*([_text(speaker, "identifying")] if speaker else []), _text("statement", "tagging"), _data(facts)]
        yield _annotation(record, statement.id, "tagging", body, list(statement.content))


def _times(record: Record) -> Iterator[Json]:
    for number, time in enumerate(record.times):
        facts = {"type": time.type, "value": time.value, "mod": time.mod, "from": time.since, "to": time.until}
        body = [_text(time.value, "identifying"), _data(facts)]
        yield _annotation(record, f"time{number}", "identifying", body, [(time.start, time.end)])


def _places(record: Record) -> Iterator[Json]:
    for number, place in enumerate(record.places):
        source: Json = {
            "type": "SpecificResource",
            "source": f"{GEONAMES}{place.geonames_id}/",
            "purpose": "identifying",
        }
        facts = {
            "name": place.name, "reading": place.reading, "precision": place.precision, "lat": place.lat,
            "lon": place.lon, "country": place.country,
        }  # fmt: skip
        body = [*([source] if place.geonames_id else []), _text(place.name, "identifying"), _data(facts)]
        yield _annotation(record, f"place{number}", "identifying", body, [(place.start, place.end)])


def _event(record: Record, event: Event) -> Json:
    label = f"{event.type} {event.mode}" if event.mode else event.type
    body = [_text(label, "classifying"), _data(msgspec.to_builtins(event))]
    return _annotation(record, event.id, "classifying", body, [event.evidence])


def _text(value: str, purpose: str) -> Json:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _data(facts: Mapping[str, object]) -> Json:
    value = msgspec.json.encode({name: fact for name, fact in facts.items() if fact not in (None, [], ())})
    return {"type": "TextualBody", "value": value.decode(), "format": "application/json", "purpose": "describing"}


def _annotation(record: Record, name: str, motivation: str, body: list[Json], spans: list[Span]) -> Json:
    urn = f"urn:dragoman:{quote(record.document.id, safe='')}"
    source = record.document.url or urn
    targets = [{"source": source, "selector": _selectors(record.document.text, span)} for span in spans]
    return {
        "id": f"{urn}#{name}",
        "type": "Annotation",
        "motivation": motivation,
        "generator": {"id": f"urn:dragoman:version:{record.dragoman}", "type": "Software", "name": "dragoman"},
        "body": body,
        "target": targets[0] if len(targets) == 1 else targets or source,
    }


def _selectors(text: str, span: Span) -> list[Json]:
    start, end = span
    quotation: Json = {
        "type": "TextQuoteSelector", "exact": text[start:end], "prefix": text[max(0, start - AROUND) : start],
        "suffix": text[end : end + AROUND],
    }  # fmt: skip
    return [quotation, {"type": "TextPositionSelector", "start": start, "end": end}]
