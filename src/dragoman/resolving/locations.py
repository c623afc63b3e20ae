"""Reading and gazetteer in, place names with their reading and position out."""

from __future__ import annotations

import math
from collections import Counter

from dragoman.finding.places import Found, find_places
from dragoman.language.reading import Reading
from dragoman.record import Candidate, Place, PlaceReading, Precision
from dragoman.resolving.metonyms import reading_of
from dragoman.tables.gazetteer import Entry, Gazetteer, State

MOST_CANDIDATES = 5
CONSIDERED = 24
AREAS = frozenset({"ADM1", "ADM2", "RGN", "SEA", "GULF", "DSRT", "ISL", "CAPE", "LK", "STM"})
OWN_NAME = 1.0
CAPITAL = 0.5
SAME_COUNTRY = 2.0
CONTAINED = 6.0
KIND_SAID = 3.0


def locate(reading: Reading, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The place names of the article, in order.

    One name means one place throughout an article, unless a phrase around it says otherwise ("Paris, Texas").
    Candidates are scored by the size of the place (log10 of inhabitants), whether the name is its own, its country's
    share of the article, and the words around it.
    """
    found = find_places(reading, gazetteer)
    countries = _countries(reading, found, gazetteer)
    return tuple(_place(reading, gazetteer, found, i, countries) for i in range(len(found)))


def _countries(reading: Reading, found: list[Found], gazetteer: Gazetteer) -> dict[str, float]:
    """Alpha-3 to its share of the article's places that are not in doubt."""
    counts: Counter[str] = Counter()
    for place in found:
        if place.state:
            counts[place.state] += 1
        elif place.entries and len({entry.country for entry in place.entries}) == 1 and place.entries[0].country:
            counts[place.entries[0].country] += 1
    most = max(counts.values(), default=1)
    return {country: 0.5 + 0.5 * count / most for country, count in counts.items()}


def _place(reading: Reading, gazetteer: Gazetteer, found: list[Found], i: int, countries: dict[str, float]) -> Place:
    place = found[i]
    how = _reading(reading, gazetteer, place)
    text = reading.text(place.first, place.last)
    start, end = reading.span(place.first, place.last)
    if place.state:
        return _state_place(start, end, text, how, gazetteer.by_key[place.state])
    scored = _scored(place, countries, _hints(reading, gazetteer, found, i))
    if not scored:
        return Place(start=start, end=end, text=text, name=text, reading=how, precision="unknown")
    entry = scored[0][1]
    return Place(
        start=start, end=end, text=text, name=entry.name, reading=how, precision=_precision(entry),
        geonames_id=entry.geonames_id, lat=entry.lat, lon=entry.lon, country=entry.country, admin1=entry.admin1,
        feature=entry.feature, candidates=_candidates(scored),
    )  # fmt: skip


def _state_place(start: int, end: int, text: str, how: PlaceReading, state: State) -> Place:
    return Place(
        start=start, end=end, text=text, name=state.name, reading=how, precision="country", country=state.key,
        geonames_id=state.geonames_id, feature="PCLI",
    )  # fmt: skip


def _reading(reading: Reading, gazetteer: Gazetteer, place: Found) -> PlaceReading:
    if place.form in ("adjective", "people"):
        return "demonym"
    if place.label == "ORG" and place.whole != (place.first, place.last):
        return "organisation"
    return reading_of(reading, place.first, place.last, gazetteer.usage)


def _hints(reading: Reading, gazetteer: Gazetteer, found: list[Found], i: int) -> tuple[frozenset[str], str]:
    """Countries and divisions that the words right after a name put it in, and the kind of place that they say."""
    place = found[i]
    inside: set[str] = set()
    following = found[i + 1] if i + 1 < len(found) else None
    if following and following.first == place.last + 1 and reading.words[place.last] == ",":
        inside.update({following.state} if following.state else {e.admin1 for e in following.entries if e.admin1})
    around = reading.lower[max(place.first - 3, 0) : place.last + 1]
    kind = "ADM" if place.last < len(reading) and reading.lower[place.last] in gazetteer.words["admin"] else ""
    if not kind and any(word in gazetteer.words["town"] for word in around):
        kind = "PPL"
    return frozenset(code for code in inside if code), kind


def _scored(place: Found, countries: dict[str, float], hints: tuple[frozenset[str], str]) -> list[tuple[float, Entry]]:
    """Candidates, best first."""
    inside, kind = hints
    scored = []
    for entry in place.entries[:CONSIDERED]:
        score = math.log10(entry.population + 1) + OWN_NAME * entry.main + CAPITAL * (entry.feature == "PPLC")
        score += SAME_COUNTRY * countries.get(entry.country or "", 0.0)
        score += CONTAINED * (entry.country in inside or entry.admin1 in inside)
        score += KIND_SAID * (bool(kind) and entry.feature.startswith(kind)) - 0.5 * (entry.feature[:3] == "ADM")
        scored.append((score, entry))
    return sorted(scored, key=lambda pair: -pair[0])


def _precision(entry: Entry) -> Precision:
    if entry.lat is None:
        return "unknown"
    return "admin" if entry.feature in AREAS else "point"


def _candidates(scored: list[tuple[float, Entry]]) -> tuple[Candidate, ...]:
    """The best candidates with scores from 0 to 1 that sum to at most 1."""
    top = scored[0][0]
    weights = [math.exp(score - top) for score, _ in scored]
    total = sum(weights)
    return tuple(
        Candidate(name=e.name, geonames_id=e.geonames_id, country=e.country, lat=e.lat, lon=e.lon,
                  score=round(weight / total, 3))
        for weight, (_, e) in list(zip(weights, scored, strict=True))[:MOST_CANDIDATES]
    )  # fmt: skip
