"""A place name among an article's others in, the places that it may mean with scores out."""

from __future__ import annotations

import math

from dragoman.finding.placenames import Found
from dragoman.record import Candidate
from dragoman.resolving.surroundings import (
    Article,
    codes_of,
    companions,
    containers,
    is_contested,
    meanings_of,
    name_of,
)
from dragoman.tables.gazetteer import STATE, Entry

MOST_CANDIDATES = 5
CONSIDERED = 24
ALIAS_SHARE = 8
STATE_SIZE = 8.2
OWN_NAME = 1.0
CAPITAL = 0.5
SAME_COUNTRY = 1.5
SAME_DIVISION = 2.0
CONTAINED = 6.0
LISTED_TOGETHER = 1.0
KIND_SAID = 3.0
DIVISION = 0.75

Scored = list[tuple[float, Entry]]


def scored_candidates(article: Article, i: int) -> Scored:
    """The places that the name may mean, best first.

    A score adds the size of the place (log10 of inhabitants), whether the name is its own, its country's and division's
    share of the article, and what the words around it say. One name means one place throughout an article, unless a
    phrase around it says otherwise ("Paris, Texas").
    """
    place = article.found[i]
    entries = meanings_of(article.reading, article.gazetteer, place)
    inside = containers(article.reading, article.gazetteer, article.found, i)
    inside = inside or article.told.get(name_of(article.reading, place), frozenset())
    kind, beside = _kind(article, place), _companions_codes(article, i)
    scored = []
    for entry in entries if inside else _weighty(entries):
        score = math.log10(entry.population + 1) + OWN_NAME * entry.main + CAPITAL * (entry.feature == "PPLC")
        score += SAME_COUNTRY * article.shares.get(entry.country or "", 0.0)
        score += SAME_DIVISION * article.shares.get(entry.admin1 or "", 0.0)
        score += CONTAINED * bool(inside & codes_of(entry)) + LISTED_TOGETHER * (
            (entry.feature, entry.country) in beside
        )
        score += KIND_SAID * (bool(kind) and entry.feature.startswith(kind)) - DIVISION * (entry.feature[:3] == "ADM")
        scored.append((score, entry))
    return sorted(_state(article, i, scored) if place.state else scored, key=lambda pair: -pair[0])


def _weighty(entries: tuple[Entry, ...]) -> list[Entry]:
    """The largest places, without those that only an alias gives the name of one many times larger."""
    largest = max((entry.population for entry in entries if entry.main), default=0)
    return [entry for entry in entries if entry.main or entry.population * ALIAS_SHARE >= largest][:CONSIDERED]


def _state(article: Article, i: int, scored: Scored) -> Scored:
    """The state with its rivals: a division of the same name, or a town that the article puts elsewhere."""
    place = article.found[i]
    told = article.told.get(name_of(article.reading, place), frozenset())
    rivals = [
        (score, entry)
        for score, entry in scored
        if entry.country != place.state and (told & codes_of(entry) or is_contested((entry,)))
    ]
    score = STATE_SIZE + OWN_NAME + SAME_COUNTRY * article.shares.get(place.state or "", 0.0)
    return [(score, article.gazetteer.as_entry[place.state or ""]), *rivals]


def as_candidates(scored: Scored) -> tuple[Candidate, ...]:
    """The best candidates; their scores become weights that sum to 1 over all. An undisputed state has none."""
    if len(scored) == 1 and scored[0][1].feature == STATE:
        return ()
    top = scored[0][0]
    weights = [math.exp(score - top) for score, _ in scored]
    total = sum(weights)
    return tuple(
        Candidate(name=e.name, geonames_id=e.geonames_id, country=e.country, lat=e.lat, lon=e.lon,
                  score=round(weight / total, 3))
        for weight, (_, e) in list(zip(weights, scored, strict=True))[:MOST_CANDIDATES]
    )  # fmt: skip


def _kind(article: Article, place: Found) -> str:
    """The kind of place that the words beside a name say: "ADM", "PPL" or ""."""
    reading, words = article.reading, article.gazetteer.words
    if place.last < len(reading) and reading.lower[place.last] in words["admin"]:
        return "ADM"
    around = reading.lower[max(place.first - 3, 0) : place.last + 1]
    return "PPL" if any(word in words["town"] for word in around) else ""


def _companions_codes(article: Article, i: int) -> set[tuple[str, str | None]]:
    """Feature and country of the best known meanings of the names listed beside this one."""
    return {(e.feature, e.country) for other in companions(article, i) for e in other.entries[:1]}
