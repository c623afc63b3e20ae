"""Reading and gazetteer in, place names out, each with what it may mean: which words of the article name places."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dragoman.language.reading import Reading
from dragoman.record import Span
from dragoman.tables.gazetteer import Entry, Gazetteer, name_key

LONGEST = 6
SHORTEST = 3
GEOGRAPHIC = frozenset({"GPE", "LOC", "FAC"})
KNOWN_TOWN = 50_000
LARGE_TOWN = 250_000


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens [first, last) that name a place: a state's `form` (name, adjective, people), or `entries`, or neither.

    `label` is the model's label over them, `whole` the tokens of the longer name that they are part of.
    """

    first: int
    last: int
    state: str | None
    form: str | None
    entries: tuple[Entry, ...]
    label: str
    whole: Span


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the whole article says of its names: the model's name at each token, and who is called what."""

    reading: Reading
    gazetteer: Gazetteer
    covering: list[int]
    people: frozenset[str]
    votes: Counter[str]


def find_places(reading: Reading, gazetteer: Gazetteer) -> list[Found]:
    """The place names of the article, in order, none overlapping another."""
    scene = _scene(reading, gazetteer)
    found: list[Found] = []
    for sentence in reading.sentences:
        i = sentence.first
        while i < sentence.last:
            place = _place_at(scene, i, sentence.last) if reading.words[i][:1].isupper() else None
            if place is not None:
                found.append(place)
            i = place.last if place else i + 1
    return sorted([*found, *_unlisted(scene, found)], key=lambda place: place.first)


def _scene(reading: Reading, gazetteer: Gazetteer) -> _Scene:
    covering = [-1] * len(reading)
    people: set[str] = set()
    votes: Counter[str] = Counter()
    for number, name in enumerate(reading.names):
        covering[name.first : name.last] = [number] * (name.last - name.first)
        if name.label == "PERSON" and name.last - name.first > 1:
            people.update(reading.lower[name.first : name.last])
        if name.label in GEOGRAPHIC:
            votes[reading.text(name.first, name.last).lower()] += 1
    return _Scene(reading, gazetteer, covering, frozenset(people), votes)


def _place_at(scene: _Scene, i: int, end: int) -> Found | None:
    """The longest name of a place that starts at the token, if the article means a place by it."""
    state = _state_at(scene, i, end)
    longest = _run_length(scene, i, end)
    for length in range(longest, 0, -1):
        if state and length <= state.last - state.first:
            break
        entries = scene.gazetteer.lookup(_key(scene.reading, i, i + length))
        if entries:
            place = _found(scene, i, i + length, None, None, entries)
            if _is_place(scene, place):
                return place
    return state if state and _is_state(scene, state) else None


def _key(reading: Reading, first: int, last: int) -> str:
    if last == first + 1:
        return name_key(reading.words[first])
    return name_key(reading.text(first, last))


def _state_at(scene: _Scene, i: int, end: int) -> Found | None:
    names = scene.gazetteer.written
    for length in range(min(names.longest.get(scene.reading.words[i], 0), end - i), 0, -1):
        known = names.meaning.get(scene.reading.text(i, i + length))
        if known:
            return _found(scene, i, i + length, known.state, known.form, known.entries)
    return None


def _run_length(scene: _Scene, i: int, end: int) -> int:
    """How many tokens from the one given may be one name: capitals, with particles between them."""
    last = i + 1
    particles = scene.gazetteer.words["particle"]
    for j in range(i + 1, min(i + LONGEST, end)):
        word = scene.reading.words[j]
        if word[0].isupper():
            last = j + 1
        elif scene.reading.lower[j] not in particles:
            break
    return last - i


def _found(
    scene: _Scene, first: int, last: int, state: str | None, form: str | None, entries: tuple[Entry, ...]
) -> Found:
    number = scene.covering[first]
    if number < 0:
        return Found(first, last, state, form, entries, "", (first, last))
    name = scene.reading.names[number]
    return Found(first, last, state, form, entries, name.label, (min(first, name.first), max(last, name.last)))


def _is_state(scene: _Scene, place: Found) -> bool:
    """A state's name, unless it is part of a person's."""
    if place.label != "PERSON" or place.form != "name":
        return True
    return place.whole == (place.first, place.last) and scene.reading.lower[place.first] not in scene.people


def _is_place(scene: _Scene, place: Found) -> bool:
    """Whether a listed name is meant as a place here: by the model's label, the words before it, and its size."""
    reading, first = scene.reading, place.first
    lower = reading.lower[first]
    single = place.last == first + 1
    listed = any(entry.listed for entry in place.entries)
    if single and not listed and (lower in scene.gazetteer.words["never"] or len(lower) < SHORTEST):
        return False
    if place.label in GEOGRAPHIC:
        return True
    equal = place.whole == (first, place.last)
    if place.label == "PERSON" and not (equal and lower not in scene.people and _is_locative(scene, place)):
        return False
    if place.label == "ORG" and not equal:
        return _is_known(place, KNOWN_TOWN) and reading.pos[first] == "PROPN"
    if single and (reading.pos[first] != "PROPN" or lower in scene.people):
        return False
    if place.label in ("", "ORG", "NORP", "PERSON") and _is_locative(scene, place):
        return True
    return _is_known(place, LARGE_TOWN) or scene.votes[reading.text(first, place.last).lower()] > 0


def _is_locative(scene: _Scene, place: Found) -> bool:
    """After a preposition of place."""
    return place.first > 0 and scene.reading.lower[place.first - 1] in scene.gazetteer.words["locative"]


def _is_known(place: Found, people: int) -> bool:
    return any(entry.main and (entry.listed or entry.population >= people) for entry in place.entries)


def _unlisted(scene: _Scene, found: list[Found]) -> list[Found]:
    """Names that the model takes for places and no table has."""
    taken = {i for place in found for i in range(place.first, place.last)}
    unlisted = []
    for name in scene.reading.names:
        if name.label not in GEOGRAPHIC or any(i in taken for i in range(name.first, name.last)):
            continue
        first = name.first + (scene.reading.lower[name.first] == "the")
        if first < name.last and scene.reading.words[first][0].isupper():
            unlisted.append(Found(first, name.last, None, None, (), name.label, (name.first, name.last)))
    return unlisted
