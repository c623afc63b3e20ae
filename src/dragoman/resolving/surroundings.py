"""Place names found in, what they say of each other out: an article's countries and divisions, and who lies in whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.finding.placenames import Found
from dragoman.language.reading import Reading
from dragoman.tables.gazetteer import DIVISIONS, Entry, Gazetteer, name_key

RIVAL_DIVISION = 1_000_000
CONTAINED_BY = (",", "in", "in the", ", in")
LISTED_WITH = (",", "and", "or", "&", "/", ", and", "-", "to")


@dataclass(frozen=True, slots=True)
class Article:
    """An article's place names.

    `shares`: from 0.5 to 1, by country (alpha-3) and division (GeoNames code); `told`: folded name to the codes that a
    phrase puts it in, wherever in the article.
    """

    reading: Reading
    gazetteer: Gazetteer
    found: list[Found]
    shares: dict[str, float]
    told: dict[str, frozenset[str]]


def survey(reading: Reading, gazetteer: Gazetteer, found: list[Found]) -> Article:
    """The article's places seen together; names in doubt count for no country."""
    told: dict[str, frozenset[str]] = {}
    counts: Counter[str] = Counter()
    for i, place in enumerate(found):
        around = containers(reading, gazetteer, found, i)
        if around:
            told.setdefault(name_of(reading, place), around)
        counts.update(_surely_in(reading, gazetteer, place, around))
    most = max(counts.values(), default=1)
    return Article(reading, gazetteer, found, {code: 0.5 + 0.5 * n / most for code, n in counts.items()}, told)


def name_of(reading: Reading, place: Found) -> str:
    """The folded name."""
    return name_key(reading.text(place.first, place.last))


def codes_of(entry: Entry) -> frozenset[str]:
    """The country and the division of a place."""
    return frozenset(code for code in (entry.country, entry.admin1) if code)


def meanings_of(reading: Reading, gazetteer: Gazetteer, place: Found) -> tuple[Entry, ...]:
    """All that a name may mean besides a state."""
    if place.form == "name" and place.state:
        return gazetteer.lookup(name_of(reading, place))
    return place.entries


def is_contested(entries: tuple[Entry, ...]) -> bool:
    """Whether a state shares its name with a large division of another (Georgia)."""
    return any(e.feature == "ADM1" and e.main and e.population >= RIVAL_DIVISION for e in entries)


def containers(reading: Reading, gazetteer: Gazetteer, found: list[Found], i: int) -> frozenset[str]:
    """Codes of the state or division that the words after a name put it in: "Salem, Ore.", "Kafr in Idlib province"."""
    place, following = found[i], found[i + 1] if i + 1 < len(found) else None
    if not following or following.form in ("adjective", "people") or following.first - place.last not in (1, 2):
        return frozenset()
    if " ".join(reading.words[place.last : following.first]) not in CONTAINED_BY:
        return frozenset()
    if _is_like(place, following) or _modifies_more(reading, following):
        return frozenset()
    inside = {following.state, *map(_division, meanings_of(reading, gazetteer, following))}
    possible = {code for e in meanings_of(reading, gazetteer, place) for code in (*codes_of(e), _division(e))}
    return frozenset(code for code in inside & possible if code)


def _modifies_more(reading: Reading, place: Found) -> bool:
    """Before a noun of its own: "In Newark, U.S. officials said"."""
    last = place.last - 1
    return reading.dep[last] in ("compound", "nmod", "amod", "poss") and reading.head[last] > last


def _is_like(place: Found, other: Found) -> bool:
    """Two states, or two divisions: they stand in a list, neither in the other."""
    if place.state or other.state:
        return bool(place.state and other.state)
    return all(found.entries[:1] and found.entries[0].feature == "ADM1" for found in (place, other))


def companions(article: Article, i: int) -> Iterator[Found]:
    """The names that stand beside a name in a list: "Florida, Georgia and Alabama"."""
    reading, found = article.reading, article.found
    for first, second, other in ((i - 1, i, i - 1), (i, i + 1, i + 1)):
        if first < 0 or second >= len(found) or not 1 <= found[second].first - found[first].last <= 2:
            continue
        if " ".join(reading.lower[found[first].last : found[second].first]) in LISTED_WITH:
            yield found[other]


def _surely_in(reading: Reading, gazetteer: Gazetteer, place: Found, around: frozenset[str]) -> Iterator[str]:
    """The country and the division that all meanings of a name share."""
    entries = meanings_of(reading, gazetteer, place)
    if place.state:
        if place.form != "name" or not is_contested(entries):
            yield place.state
        return
    meant = [e for e in entries if around & codes_of(e)] or [e for e in entries if e.main] or entries
    for level in {e.country for e in meant}, {e.admin1 for e in meant}:
        if len(level) == 1:
            yield from (code for code in level if code)


def _division(entry: Entry) -> str | None:
    """The code of a place that is itself a division."""
    return entry.admin1 if entry.feature in DIVISIONS or entry.feature == "ADM2" else None
