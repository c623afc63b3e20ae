"""A predicate and the article's places in, the places where it happened out: those that hang on its clause."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from dragoman.language.reading import Reading
from dragoman.record import Place

STATIC = frozenset({"in", "at", "near", "inside", "outside", "within", "across", "throughout", "around", "on", "off"})
MOVING = frozenset({"to", "into", "through", "via", "over", "along", "toward", "towards", "onto", "between", "beyond"})
LEAVING = frozenset({"from"})
SETTING = frozenset({"during", "after", "before", "following", "at", "in", "on", "of", "amid", "to", "for"})
INNER = {"compound": 2, "nmod": 2, "amod": 2, "poss": 1, "appos": 1, "nummod": 1, "conj": 1}
OBJECTS = {"dobj": 1, "obj": 1, "nsubjpass": 1, "dative": 2, "attr": 2}
OUTWARD = {
    "xcomp": 2,
    "conj": 3,
    "pcomp": 2,
    "dobj": 1,
    "pobj": 2,
    "nsubjpass": 1,
    "nsubj": 2,
    "attr": 2,
    "prep": 1,
    "advcl": 3,
}
PRECISE = {"point": 0, "admin": 1, "country": 2, "unknown": 3}
ANY_KIND = "any"
DESCRIPTIONS = {
    "country": "country", "nation": "country", "city": "point", "town": "point", "village": "point",
    "province": "admin", "region": "admin", "island": "admin", "there": ANY_KIND,
}  # fmt: skip
AUTHORITIES = frozenset({"city", "nation"})
SENTENCES_BACK = 1
FARTHEST = 6
HIGHEST = 3


def event_place(reading: Reading, head: int, first: int, last: int, places: tuple[Place, ...]) -> int | None:
    """The place, as an index into `places`, of the event of the predicate `head` (a token) in the clause [first, last).

    Only a literal place that hangs on the predicate, its noun or its objects counts, never the dateline, and never a
    place that some other clause tells of. The nearest in the parse wins, then the more precise, then the first.
    """
    found = event_places(reading, head, first, last, places)
    return found[0] if found else None


def event_places(reading: Reading, head: int, first: int, last: int, places: tuple[Place, ...]) -> tuple[int, ...]:
    """All places of the event: the best one and those coordinated with it ("toured Nairobi, Kampala and Kigali")."""
    sentence = reading.sentences[reading.sentence_of[head]]
    bases = _bases(reading, head)
    ranked: list[tuple[int, int, int, int]] = []
    for i in _between(reading, places, sentence.first, sentence.last):
        cost = _cost(reading, places[i], bases) if places[i].reading == "literal" else None
        if cost is not None:
            outside = not first <= _token(reading, places[i]) < last
            ranked.append((cost + outside, PRECISE[places[i].precision], i, i))
    if not ranked:
        meant = _described(reading, head, places)
        return () if meant is None else (meant,)
    best = min(ranked)[2]
    listed = set(reading.conjuncts(_token(reading, places[best])))
    return (
        best,
        *(i for *_, i in sorted(ranked, key=lambda r: r[2]) if i != best and _token(reading, places[i]) in listed),
    )


def _described(reading: Reading, head: int, places: tuple[Place, ...]) -> int | None:
    """The place meant by "the country", "the city" or "there": the last such place named before, outside the clause."""
    for child in reading.children[head]:
        inner = reading.child(child, "pobj") if reading.dep[child] == "prep" else child
        if inner is None or (reading.dep[child] == "prep" and _preposition(reading.lower[child], True) is None):
            continue
        if reading.dep[child] not in ("prep", "dobj", "nsubjpass", "advmod"):
            continue
        kind = DESCRIPTIONS.get(reading.lower[inner])
        if reading.dep[child] == "dobj" and reading.lower[inner] in AUTHORITIES:
            continue
        if kind and (kind == ANY_KIND or reading.child(inner, "det") is not None):
            return _antecedent(reading, head, inner, kind, places)
    return None


def _antecedent(reading: Reading, head: int, token: int, kind: str, places: tuple[Place, ...]) -> int | None:
    first = reading.sentences[max(reading.sentence_of[token] - SENTENCES_BACK, 0)].first
    own = set(reading.descendants(head))
    for i in reversed(_between(reading, places, first, token)):
        place = places[i]
        fits = place.precision != "unknown" if kind == ANY_KIND else place.precision == kind
        named = place.reading == "literal" or (place.reading == "government" and place.precision == "country")
        if fits and named and _token(reading, place) not in own:
            return i
    return None


def _bases(reading: Reading, head: int) -> dict[int, int]:
    """Tokens that a place may hang on, with what that costs: the predicate, and the verbs that it depends on."""
    bases, token, cost = {head: 0}, head, 0
    for _ in range(HIGHEST):
        up = reading.head[token]
        if up == token or reading.dep[token] not in OUTWARD or _is_apart(reading, token):
            break
        cost += OUTWARD[reading.dep[token]]
        bases.setdefault(up, cost)
        token = up
    return bases


def _is_apart(reading: Reading, token: int) -> bool:
    """A clause with a conjunction of its own ("after gunmen fled") tells another event."""
    return reading.dep[token] == "advcl" and reading.child(token, "mark", "advmod") is not None


def _between(reading: Reading, places: tuple[Place, ...], first: int, last: int) -> range:
    """Indices of the places that start in the tokens [first, last)."""
    if last <= first:
        return range(0)
    starts = [place.start for place in places]
    return range(bisect_left(starts, reading.start[first]), bisect_left(starts, reading.end[last - 1]))


def _token(reading: Reading, place: Place) -> int:
    """The token of a place that hangs on something outside it."""
    last = max(bisect_left(reading.start, place.end) - 1, 0)
    first = max(bisect_right(reading.start, place.start) - 1, 0)
    inside = range(first, last + 1)
    return next((i for i in reversed(inside) if reading.head[i] not in inside), last)


def _cost(reading: Reading, place: Place, bases: dict[int, int]) -> int | None:
    """How far a place is from the predicate, climbing the parse; None if it does not lie under it as a place does.

    To a verb above the predicate only a preposition leads: its other arguments have places of their own.
    """
    token, cost, via = _token(reading, place), 0, ""
    for _ in range(FARTHEST):
        dep, up = reading.dep[token], reading.head[token]
        if dep == "pobj":
            word = reading.lower[up]
            step = None if _is_somebodys(reading, up, bases) else _preposition(word, not via)
            via = via or (word if word != "of" else "")
            token, up = up, reading.head[up]
            while reading.dep[token] == "prep" and reading.dep[up] == "prep":
                token, up = up, reading.head[up]
        else:
            step = _argument(dep, via, place)
        if step is None or up == token:
            return None
        cost += step
        if up in bases and (dep == "pobj" or not bases[up]):
            return cost + bases[up]
        if reading.pos[up] in ("VERB", "AUX"):
            return None
        token = up
    return None


def _is_somebodys(reading: Reading, preposition: int, bases: dict[int, int]) -> bool:
    """Where somebody is of: "Senator Ida Solberg of Vermont"."""
    governor = reading.head[preposition]
    return reading.lower[preposition] == "of" and reading.pos[governor] == "PROPN" and governor not in bases


def _argument(dep: str, via: str, place: Place) -> int | None:
    """The cost of an edge that is no preposition; not for what is a country's, nor for where a subject comes from."""
    if dep in INNER:
        return None if dep == "poss" and place.precision == "country" else INNER[dep]
    if dep in OBJECTS:
        return None if via in LEAVING else OBJECTS[dep] + (via in MOVING)
    return 2 if dep == "nsubj" and via in STATIC else None


def _preposition(word: str, direct: bool) -> int | None:
    """The cost of a preposition over the place itself, or over a noun that the place hangs on."""
    if not direct:
        return 1 if word in SETTING or word in STATIC or word in MOVING else None
    if word in STATIC:
        return 0
    if word in MOVING or word == "of":
        return 1
    return 2 if word in LEAVING else None
