"""Records in, rows as in Phoenix's daily files out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from dragoman.export.codes import act, act_row, country, party
from dragoman.export.delimited import Row
from dragoman.export.dyads import day_of, host, is_political, number, pairs, place_of, sentence_number
from dragoman.export.sieve import Sieve
from dragoman.record import Actor, Event, Place, Record

LISTS = ("SentenceID", "URLs", "NewsSources")
PARTS = ";"


def rows(records: Iterable[Record], sieve: Sieve) -> Iterator[Row]:
    """One row an event and pair of coded parties; with one-a-day ids, URLs and sources are lists of all tellings.

    Issues are the event's contexts with their counts, `NAME,count` parted by `;`.
    """
    return sieve.once_a_day(_keyed(records, sieve), _told_together)


def file(row: Row) -> str:
    """A file a day."""
    return f"events.full.{row['Date']}.txt"


def _keyed(records: Iterable[Record], sieve: Sieve) -> Iterator[tuple[object, Row]]:
    for record in records:
        for event in sieve.events(record):
            day = day_of(event)
            if day is None:
                sieve.left_out["without a day"] += 1
                continue
            found = [(a, b) for a, b in pairs(record, event, _has_code) if b is not None]
            sieve.left_out["without two parties that have codes"] += not found
            for source, target in found:
                dates = {"Date": f"{day:%Y%m%d}", "Year": f"{day:%Y}", "Month": f"{day:%m}", "Day": f"{day:%d}"}
                row = _row(record, event, source, target) | dates
                yield (day, party(source).code, party(target).code, act(event)), row


def _has_code(actor: Actor) -> bool:
    return is_political(actor) and bool(party(actor).code)


def _row(record: Record, event: Event, source: Actor, target: Actor) -> Row:
    document, code = record.document, act(event)
    classes = act_row(code)
    return {
        "EventID": str(number(document.id, event.id, source.id, target.id)),
        **_party_cells("Source", source),
        **_party_cells("Target", target),
        "EventCode": code,
        "EventRootCode": code[:2],
        "PentaClass": classes.pentaclass,
        "GoldsteinScore": classes.goldstein,
        "Issues": _issues(Counter(event.contexts)),
        **_place_cells(place_of(record, event)),
        "SentenceID": f"{number(document.id)}_{sentence_number(record, event)}",
        "URLs": document.url or document.id,
        "NewsSources": document.outlet or host(document.url) or "",
    }


def _party_cells(side: str, actor: Actor) -> Row:
    coded = party(actor)
    return {
        f"{side}ActorFull": coded.code,
        f"{side}ActorEntity": coded.country or coded.group,
        f"{side}ActorRole": coded.roles[0] if coded.roles else "",
        f"{side}ActorAttribute": PARTS.join(coded.roles[1:]),
    }


def _issues(counts: Counter[str]) -> str:
    return PARTS.join(f"{name.upper()},{count}" for name, count in counts.items())


def _place_cells(place: Place | None) -> Row:
    if place is None:
        return {}
    return {
        "Lat": "" if place.lat is None else str(place.lat),
        "Lon": "" if place.lon is None else str(place.lon),
        "LocationName": place.name if place.precision == "point" else "",
        "StateName": place.name if place.precision == "admin" else "",
        "CountryCode": country(place.country).cameo,
    }


def _told_together(first: Row, again: Row) -> Row:
    joined = {name: PARTS.join(_unique(first[name], again[name])) for name in LISTS}
    counts: Counter[str] = Counter()
    for row in (first, again):
        counts.update({name: int(n) for name, n in (part.split(",") for part in row["Issues"].split(PARTS) if part)})
    return first | joined | {"Issues": PARTS.join(f"{name},{count}" for name, count in counts.items())}


def _unique(*lists: str) -> list[str]:
    return list(dict.fromkeys(part for text in lists for part in text.split(PARTS) if part))
