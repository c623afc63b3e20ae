"""Reading and gazetteer in, place names with their reading and position out."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.finding.placenames import Found, is_dateline
from dragoman.finding.places import find_places
from dragoman.language.reading import Reading
from dragoman.record import Place, PlaceReading, Precision, Span
from dragoman.resolving.candidates import as_candidates, scored_candidates
from dragoman.resolving.metonyms import head_of, reading_inside, reading_of, relation_of
from dragoman.resolving.surroundings import Article, containers, survey
from dragoman.tables.gazetteer import STATE, Entry, Gazetteer

NATURE = frozenset(
    {"OCN", "SEA", "GULF", "STRT", "CNL", "LK", "STM", "MT", "DSRT", "CAPE", "AIRP", "NUC", "CMP", "PASS", "INSM"}
)
AREAS = frozenset({"ADM1", "ADM2", "RGN", "SEA", "GULF", "DSRT", "ISL", "CAPE", "LK", "STM"})


def locate(reading: Reading, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The place names of the article, in order, and the descriptions that add a place ("the Pakistani capital")."""
    article = survey(reading, gazetteer, find_places(reading, gazetteer))
    places = [_place(article, i) for i in range(len(article.found))]
    return tuple(sorted([*places, *_capitals(article)], key=lambda place: (place.start, place.end)))


def _place(article: Article, i: int) -> Place:
    reading, place = article.reading, article.found[i]
    how = _reading(article, i)
    start, end = reading.start[place.first], reading.end[place.last - 1] - place.cut
    scored = scored_candidates(article, i)
    text = reading.document.text[start:end]
    if not scored:
        return Place(start=start, end=end, text=text, name=text, reading=how, precision="unknown")
    entry = scored[0][1]
    if how == "government" and not _can_act(reading, place, entry):
        how = "literal"
    return Place(
        start=start, end=end, text=text, name=entry.name, reading=how, precision=_precision(entry),
        geonames_id=entry.geonames_id, lat=entry.lat, lon=entry.lon, country=entry.country, admin1=entry.admin1,
        feature=entry.feature, candidates=as_candidates(scored),
    )  # fmt: skip


def _reading(article: Article, i: int) -> PlaceReading:
    """What the words around a name say; a name that contains the one before it is meant as that one is."""
    reading, place = article.reading, article.found[i]
    if place.form == "people":
        return "demonym"
    if place.form == "site" or is_dateline(reading, place.first, place.last):
        return "literal"
    if i and containers(reading, article.gazetteer, article.found, i - 1):
        return _reading(article, i - 1)
    usage = article.gazetteer.usage
    if place.label == "ORG" and place.whole != (place.first, place.last):
        return reading_inside(reading, *place.whole, usage)
    if place.form == "adjective":
        relation, word = relation_of(reading, head_of(reading, place.first, place.last))
        return (usage.word("adjective", word) if relation == "modifier" else None) or "demonym"
    return reading_of(reading, place.first, place.last, usage)


def _can_act(reading: Reading, place: Found, entry: Entry) -> bool:
    """Rivers, camps and the like have no government; a continent acts only as a subject ("Europe wants ...")."""
    if entry.feature == "CONT":
        return relation_of(reading, head_of(reading, place.first, place.last))[0] in ("subject", "is", "has")
    return entry.feature not in NATURE


def _precision(entry: Entry) -> Precision:
    if entry.feature == STATE:
        return "country"
    if entry.lat is None:
        return "unknown"
    return "admin" if entry.feature in AREAS else "point"


def _capitals(article: Article) -> Iterator[Place]:
    """Descriptions of a capital that its sentence does not name: "the Pakistani capital", "the capital of Pakistan"."""
    reading = article.reading
    for place in article.found:
        phrase = _capital_phrase(article, place) if place.state else None
        capital = article.gazetteer.capital(place.state or "") if phrase else None
        if phrase and capital and not _is_named(article, phrase[0], capital):
            start, end = reading.span(*phrase)
            yield Place(
                start=start, end=end, text=reading.document.text[start:end], name=capital.name, reading="literal",
                precision="point", geonames_id=capital.geonames_id, lat=capital.lat, lon=capital.lon,
                country=capital.country, admin1=capital.admin1, feature=capital.feature,
            )  # fmt: skip


def _capital_phrase(article: Article, place: Found) -> Span | None:
    """The tokens of a description of a capital around a state's name or adjective, or None."""
    reading, words = article.reading, article.gazetteer.words["capital"]
    first, last = place.first, place.last
    if first > 1 and reading.lower[first - 1] == "of" and reading.lower[first - 2] in words:
        opens = first - 2
        return opens - (opens > 0 and reading.lower[opens - 1] == "the"), last
    head = last + (last < len(reading) and reading.lower[last] in ("'s", "\u2019s"))
    if head >= len(reading) or reading.lower[head] not in words:
        return None
    following = reading.pos[head + 1] if head + 1 < len(reading) else ""
    if following == "PROPN" or (following == "NOUN" and reading.lower[head + 1] != "city"):
        return None
    return first - (first > 0 and reading.lower[first - 1] == "the"), head + 1 + (following == "NOUN")


def _is_named(article: Article, token: int, capital: Entry) -> bool:
    """Whether the sentence of the token names the capital itself."""
    sentence = article.reading.sentences[article.reading.sentence_of[token]]
    return any(capital in place.entries for place in article.found if sentence.first <= place.first < sentence.last)
