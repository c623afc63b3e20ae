"""Records in, rows of GDELT 2.0's events and mentions out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from msgspec import Struct

from dragoman.export.codes import Party, act, act_row, country, party
from dragoman.export.delimited import Row
from dragoman.export.dyads import day_of, host, is_political, number, pairs, place_of, sentence_number
from dragoman.export.sieve import Sieve
from dragoman.record import Actor, Event, Place, Record

NO_PLACE = "0"  # what GDELT's files hold where their codebook's five types do not apply
NOT_FOUND = "-1"
WEB, CITATION = "1", "2"
US = "USA"


class Entry(Struct, frozen=True):
    """An event between two coded parties on a day."""

    id: int
    record: Record
    event: Event
    day: datetime.date
    actor: Actor
    recipient: Actor | None


class Told(Struct, frozen=True):
    """A row, and the sources of the articles that tell the event, by article."""

    row: Row
    sources: dict[str, str]


def event_rows(records: Iterable[Record], sieve: Sieve) -> Iterator[Row]:
    """One row an event and pair of parties; NumMentions counts its tellings in the article.

    Source: GDELT Event Codebook V2.0; FractionDate as the files have it, (month - 1) * 30 + day days into the year.
    """
    keyed = ((entry.id, _told(entry, sieve)) for entry in entries(records, sieve))
    for told in sieve.once_a_day(keyed, _told_together):
        counts = {"NumArticles": str(len(told.sources)), "NumSources": str(len({*told.sources.values()}))}
        yield told.row | counts


def mention_rows(records: Iterable[Record], sieve: Sieve) -> Iterator[Row]:
    """One row for each telling of each event of `event_rows`, under the same GLOBALEVENTID."""
    for entry in entries(records, sieve):
        for telling in sieve.tellings(entry.record, entry.event):
            yield _mention_row(entry, telling)


def entries(records: Iterable[Record], sieve: Sieve) -> Iterator[Entry]:
    """The events that GDELT has room for: dated, and with an acting party that has a code."""
    for record in records:
        for event in sieve.events(record):
            day = day_of(event)
            if day is None:
                sieve.left_out["without a day"] += 1
                continue
            found = list(pairs(record, event, _has_code))
            sieve.left_out["without a party that has a code"] += not found
            for actor, recipient in found:
                yield Entry(_id(record, event, actor, recipient, sieve), record, event, day, actor, recipient)


def events_file(row: Row) -> str:
    """The name of the update that a row belongs to."""
    return f"{_update(row['DATEADDED'] or row['SQLDATE'])}.export.CSV"


def mentions_file(row: Row) -> str:
    """The name of the update that a row belongs to."""
    return f"{_update(row['MentionTimeDate'] or row['EventTimeDate'])}.mentions.CSV"


def _update(stamp: str) -> str:
    return stamp[:8] + "000000"


def _has_code(actor: Actor) -> bool:
    return is_political(actor) and bool(party(actor).code)


def _id(record: Record, event: Event, actor: Actor, recipient: Actor | None, sieve: Sieve) -> int:
    """One id for all that one-a-day takes together, else one for each event of each article."""
    if sieve.one_a_day:
        other = party(recipient).code if recipient else ""
        return number(str(day_of(event)), party(actor).code, other, act(event))
    return number(record.document.id, event.id, actor.id, recipient.id if recipient else "")


def _event_row(entry: Entry, sieve: Sieve) -> Row:
    day, code, document = entry.day, act(entry.event), entry.record.document
    classes = act_row(code)
    mentions = str(len(sieve.tellings(entry.record, entry.event)))
    return {
        "GLOBALEVENTID": str(entry.id),
        "SQLDATE": f"{day:%Y%m%d}",
        "MonthYear": f"{day:%Y%m}",
        "Year": f"{day:%Y}",
        "FractionDate": f"{day.year + ((day.month - 1) * 30 + day.day) / 365:.4f}",
        **_party_cells("Actor1", entry.actor),
        **(_party_cells("Actor2", entry.recipient) if entry.recipient else {}),
        "IsRootEvent": str(int(_in_lead(entry.record, entry.event))),
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": classes.gdelt_quad,
        "GoldsteinScale": classes.goldstein,
        "NumMentions": mentions,
        "Actor1Geo_Type": NO_PLACE,
        "Actor2Geo_Type": NO_PLACE,
        **_geo_cells(place_of(entry.record, entry.event)),
        "DATEADDED": _stamp(document.published),
        "SOURCEURL": document.url or document.id,
    }


def _party_cells(side: str, actor: Actor) -> Row:
    coded: Party = party(actor)
    cells = {
        f"{side}Code": coded.code,
        f"{side}Name": actor.name.upper(),
        f"{side}CountryCode": coded.country,
        f"{side}KnownGroupCode": coded.group,
    }
    return cells | {f"{side}Type{n}Code": role for n, role in enumerate(coded.roles, 1)}


def _in_lead(record: Record, event: Event) -> bool:
    """Whether the event stands in the title or the first paragraph."""
    paragraphs = [block for block in record.document.blocks if block.kind == "paragraph"]
    return not paragraphs or event.evidence[0] < paragraphs[0].end


def _geo_cells(place: Place | None) -> Row:
    """The action's place. A country has no coordinates here, where GDELT writes its centre; ids are no GNS ids."""
    fips = country(place.country).fips if place else ""
    if place is None or not fips:
        return {"ActionGeo_Type": NO_PLACE}
    land = country(place.country).name
    division = _division(place, fips)
    whole = {"point": place.name, "admin": place.name}.get(place.precision)
    feature = {"country": fips, "admin": division[2:] if fips == "US" else division}.get(place.precision, "")
    return {
        "ActionGeo_Type": _geo_type(place),
        "ActionGeo_Fullname": f"{whole}, {land}" if whole else land,
        "ActionGeo_CountryCode": fips,
        "ActionGeo_ADM1Code": division if whole else fips,
        "ActionGeo_Lat": "" if place.lat is None else str(place.lat),
        "ActionGeo_Long": "" if place.lon is None else str(place.lon),
        "ActionGeo_FeatureID": feature,
    }


def _geo_type(place: Place) -> str:
    american = place.country == US
    kinds = {"point": "3" if american else "4", "admin": "2" if american else "5"}
    return kinds.get(place.precision, "1")


def _division(place: Place, fips: str) -> str:
    """The FIPS code of a first-level division: letters in the United States, digits elsewhere; others are not FIPS."""
    code = (place.admin1 or "").partition(".")[2]
    return fips + code if len(code) == 2 and (code.isalpha() if fips == "US" else code.isdigit()) else ""


def _stamp(published: str | None) -> str:
    return f"{published.replace('-', '')[:8]}000000" if published else ""


def _mention_row(entry: Entry, telling: Event) -> Row:
    document = entry.record.document
    return {
        "GLOBALEVENTID": str(entry.id),
        "EventTimeDate": f"{entry.day:%Y%m%d}000000",
        "MentionTimeDate": _stamp(document.published),
        "MentionType": WEB if document.url else CITATION,
        "MentionSourceName": host(document.url) or document.outlet or "",
        "MentionIdentifier": document.url or document.id,
        "SentenceID": str(sentence_number(entry.record, telling)),
        "Actor1CharOffset": _offset(entry.actor, telling),
        "Actor2CharOffset": _offset(entry.recipient, telling),
        "ActionCharOffset": str(telling.trigger[0]),
        "InRawText": "1",
        "Confidence": str(min(100, max(10, round(telling.confidence * 10) * 10))),
        "MentionDocLen": str(len(document.text)),
    }


def _offset(actor: Actor | None, telling: Event) -> str:
    """Where the party is named in the telling, else where it is named first."""
    starts = [mention.start for mention in actor.mentions] if actor else []
    inside = [start for start in starts if telling.evidence[0] <= start < telling.evidence[1]]
    return str((inside or starts)[0]) if starts else NOT_FOUND


def _told(entry: Entry, sieve: Sieve) -> Told:
    document = entry.record.document
    return Told(_event_row(entry, sieve), {document.id: host(document.url) or document.outlet or document.id})


def _told_together(first: Told, again: Told) -> Told:
    mentions = int(first.row["NumMentions"]) + int(again.row["NumMentions"])
    return Told(first.row | {"NumMentions": str(mentions)}, first.sources | again.sources)
