"""Records in, FollowTheMoney entities out: articles, parties, and the events in which they are involved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.export.codes import codes, country
from dragoman.export.dyads import day_of, host, is_political, number, place_of
from dragoman.export.sieve import Sieve
from dragoman.record import Actor, Event, Record

Values = dict[str, list[str]]
FILE = "entities.ftm.json"


def entities(records: Iterable[Record], sieve: Sieve) -> Iterator[tuple[str, str, Values]]:
    """Id, schema and properties of each entity once: nothing is taken apart into pairs.

    A party with a key in the tables is one entity everywhere; one that only the text names is one for each document.
    """
    known: set[str] = set()
    told: set[object] = set()
    for record in records:
        events = list(sieve.events(record))
        if not events:
            continue
        yield _article_id(record), "Article", _article(record)
        by_id = {actor.id: actor for actor in record.actors if is_political(actor)}
        for name in dict.fromkeys(name for event in events for name in (*event.actors, *event.recipients)):
            if name in by_id and _party_id(record, by_id[name]) not in known:
                known.add(_party_id(record, by_id[name]))
                yield _party_id(record, by_id[name]), codes().kinds[by_id[name].kind].schema, _party(by_id[name])
        for event in events:
            key = _key(record, event, by_id)
            if not sieve.one_a_day or key not in told:
                told.add(key)
                yield _event(record, event, by_id)


def parts(records: Iterable[Record], sieve: Sieve) -> Iterator[tuple[str, bytes]]:
    """The entities as lines of JSON, checked and cleaned by the library's own model."""
    from followthemoney import model

    encoder = msgspec.json.Encoder(order="sorted")
    for name, schema, values in entities(records, sieve):
        entity = model.make_entity(schema)
        entity.id = name
        for prop, found in values.items():
            entity.add(prop, found)
        properties = {prop: sorted(found) for prop, found in entity.to_dict()["properties"].items()}
        yield FILE, encoder.encode({"id": name, "schema": schema, "properties": properties}) + b"\n"


def _article_id(record: Record) -> str:
    return f"dragoman-{number('article', record.document.id)}"


def _party_id(record: Record, actor: Actor) -> str:
    named = ("key", actor.key) if actor.key else ("actor", record.document.id, actor.id)
    return f"dragoman-{number(*named)}"


def _article(record: Record) -> Values:
    document = record.document
    return _filled(
        title=document.title, sourceUrl=document.url, publisher=document.outlet or host(document.url),
        publishedAt=document.published, author=document.byline, language=document.language,
        fileName=document.id,
    )  # fmt: skip


def _party(actor: Actor) -> Values:
    titles = {role.title: None for role in actor.roles if not role.former}
    values = _filled(name=actor.name, country=country(actor.country).alpha2.lower())
    return values | ({"position": list(titles)} if actor.kind == "person" and titles else {})


def _key(record: Record, event: Event, by_id: dict[str, Actor]) -> object:
    sides = (event.actors, event.recipients)
    known = (tuple(_party_id(record, by_id[name]) for name in side if name in by_id) for side in sides)
    return (day_of(event), *known, event.type, event.mode)


def _event(record: Record, event: Event, by_id: dict[str, Actor]) -> tuple[str, str, Values]:
    document, day, place = record.document, day_of(event), place_of(record, event)
    sides = [[by_id[name] for name in side if name in by_id] for side in (event.actors, event.recipients)]
    label = " ".join(filter(None, (event.type, event.mode)))
    title = " - ".join(", ".join(actor.name for actor in side) for side in sides if side)
    values = _filled(
        name=f"{label}: {title}", startDate=day.isoformat() if day else None,
        endDate=event.date.until if day and event.date else None, location=place.name if place else None,
        country=country(place.country).alpha2.lower() if place else None, summary=document.text[slice(*event.evidence)],
        sourceUrl=document.url, proof=_article_id(record), publisher=document.outlet or host(document.url),
        recordId=f"{document.id}#{event.id}",
    )  # fmt: skip
    values["organizer"], values["involved"] = ([_party_id(record, actor) for actor in side] for side in sides)
    values["keywords"] = [event.type, *filter(None, (event.mode, event.cameo)), *event.contexts]
    return f"dragoman-{number('event', document.id, event.id)}", "Event", values


def _filled(**values: str | None) -> Values:
    return {name: [value] for name, value in values.items() if value}
