"""What one article says of its place names: the model's labels, who is called what, and the names found so far."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dragoman.language.reading import Reading
from dragoman.record import Span
from dragoman.tables.gazetteer import Entry, Gazetteer, Meaning, name_key

LONG_CAPITALS = 4
GEOGRAPHIC = frozenset({"GPE", "LOC", "FAC"})
DATELINE_ENDS = frozenset({",", "(", "-", "--", "\u2013", "\u2014"})


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens [first, last) that name a place: a state or `entries`; `form` is name, adjective or people of a state,
    site for a street or building that no table has, else None.

    `label` is the model's label over them, `whole` the tokens of the longer name that they are part of, `cut` the
    characters at the end that are no part of the name ("U.S.-led").
    """

    first: int
    last: int
    state: str | None
    form: str | None
    entries: tuple[Entry, ...]
    label: str
    whole: Span
    cut: int = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """What the whole article says of its names: the model's name at each token, which words name people, which stand in
    it in lower case too, how often the model takes a name for a place, and the places found so far."""

    reading: Reading
    gazetteer: Gazetteer
    covering: list[int]
    people: frozenset[str]
    common: frozenset[str]
    votes: Counter[str]
    found: list[Found]


def scene_of(reading: Reading, gazetteer: Gazetteer) -> Scene:
    """The article before any place is found; a word that is oftener a place than part of a full name names nobody."""
    covering = [-1] * len(reading)
    people: Counter[str] = Counter()
    votes: Counter[str] = Counter()
    for number, name in enumerate(reading.names):
        covering[name.first : name.last] = [number] * (name.last - name.first)
        if name.label == "PERSON" and name.last - name.first > 1:
            if not gazetteer.lookup(key_of(reading, name.first, name.last)):
                people.update(reading.lower[name.first : name.last])
        elif name.label in GEOGRAPHIC:
            votes[reading.text(name.first, name.last).lower()] += 1
    named = frozenset(word for word, times in people.items() if times >= votes[word])
    common = frozenset(word for word in reading.words if word.islower())
    return Scene(reading, gazetteer, covering, named, common, votes, [])


def found_at(scene: Scene, first: int, last: int, meaning: Meaning) -> Found:
    """The tokens [first, last) with what they mean and the model's name around them."""
    number, form = scene.covering[first], meaning.form or None
    if number < 0:
        return Found(first, last, meaning.state, form, meaning.entries, "", (first, last))
    name = scene.reading.names[number]
    opens = name.first + (scene.reading.lower[name.first] == "the")
    whole = (min(first, opens), max(last, name.last))
    return Found(first, last, meaning.state, form, meaning.entries, name.label, whole)


def key_of(reading: Reading, first: int, last: int) -> str:
    """The folded name of the tokens [first, last)."""
    return name_key(reading.words[first] if last == first + 1 else reading.text(first, last))


def is_one_of_people(scene: Scene, i: int) -> bool:
    """Whether the model takes the token for part of a person's name."""
    number = scene.covering[i]
    return number >= 0 and scene.reading.names[number].label == "PERSON"


def is_dateline(reading: Reading, first: int, last: int) -> bool:
    """Capitals that open a sentence, parted from it by a comma, a bracket or a dash, or by the end of the capitals."""
    sentence = reading.sentences[reading.sentence_of[first]]
    if sentence.kind == "dateline":
        return True
    if first != sentence.first or last >= sentence.last or not reading.words[first].isupper():
        return False
    following = reading.words[last]
    return following in DATELINE_ENDS or (following.istitle() and len(reading.words[first]) >= LONG_CAPITALS)
