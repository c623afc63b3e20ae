"""Reading and gazetteer in, place names out, each with what it may mean: which words of the article name places."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from dragoman.language.reading import Reading
from dragoman.record import Span
from dragoman.tables.gazetteer import DIVISIONS, Entry, Gazetteer, Meaning, name_key

LONGEST = 6
SHORTEST = 3
GEOGRAPHIC = frozenset({"GPE", "LOC", "FAC"})
LONG_CAPITALS = 4
KINDS = ("town", "kind", "admin")
NAMES = GEOGRAPHIC | {"ORG", "PERSON", "PRODUCT", "EVENT", "WORK_OF_ART"}
NAMED_FOR = frozenset({"ORG", "EVENT", "LAW"})
DATELINE_ENDS = frozenset({",", "(", "-", "--", "\u2013", "\u2014"})
KNOWN_TOWN = 50_000
LARGE_TOWN = 250_000
LARGE_DIVISION = 1_000_000


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
class _Scene:
    """What the whole article says of its names: the model's name at each token, which words name people, which stand in
    it in lower case too, how often the model takes a name for a place, and the places found so far."""

    reading: Reading
    gazetteer: Gazetteer
    covering: list[int]
    people: frozenset[str]
    common: frozenset[str]
    votes: Counter[str]
    found: list[Found]


def find_places(reading: Reading, gazetteer: Gazetteer) -> list[Found]:
    """The place names of the article, in order, none overlapping another."""
    scene = _scene(reading, gazetteer)
    found = scene.found
    for sentence in reading.sentences:
        i = sentence.first
        while i < sentence.last:
            place = _place_at(scene, i, sentence.last) if reading.words[i][:1].isupper() else None
            if place is not None and not _is_namesake(scene, place):
                found.append(place)
            i = place.last if place else i + 1
    return sorted([*found, *_unlisted(scene)], key=lambda place: place.first)


def is_dateline(reading: Reading, first: int, last: int) -> bool:
    """Capitals that open a sentence, parted from it by a comma, a bracket or a dash, or by the end of the capitals."""
    sentence = reading.sentences[reading.sentence_of[first]]
    if sentence.kind == "dateline":
        return True
    if first != sentence.first or last >= sentence.last or not reading.words[first].isupper():
        return False
    following = reading.words[last]
    return following in DATELINE_ENDS or (following.istitle() and len(reading.words[first]) >= LONG_CAPITALS)


def _scene(reading: Reading, gazetteer: Gazetteer) -> _Scene:
    covering = [-1] * len(reading)
    people: Counter[str] = Counter()
    votes: Counter[str] = Counter()
    for number, name in enumerate(reading.names):
        covering[name.first : name.last] = [number] * (name.last - name.first)
        if name.label == "PERSON" and name.last - name.first > 1:
            if not gazetteer.lookup(_key(reading, name.first, name.last)):
                people.update(reading.lower[name.first : name.last])
        elif name.label in GEOGRAPHIC:
            votes[reading.text(name.first, name.last).lower()] += 1
    named = frozenset(word for word, times in people.items() if times >= votes[word])
    common = frozenset(word for word in reading.words if word.islower())
    return _Scene(reading, gazetteer, covering, named, common, votes, [])


def _place_at(scene: _Scene, i: int, end: int) -> Found | None:
    """The longest name of a place that starts at the token, if the article means a place by it."""
    longest = _run_length(scene, i, end)
    site = _site_at(scene, i, longest)
    if site is not None:
        return site
    state = _state_at(scene, i, end)
    for length in range(longest, state.last - state.first if state else 0, -1):
        entries = _entries(scene, i, i + length)
        if entries:
            place = _found(scene, i, i + length, Meaning(None, "", entries))
            if scene.reading.words[i + length - 1].endswith("-"):
                place = replace(place, cut=1)
            if _is_place(scene, place):
                return place
    return state if state and _is_state(scene, state) else None


def _is_namesake(scene: _Scene, place: Found) -> bool:
    """Part of the name of somebody who is called like a place."""
    reading, first = scene.reading, place.first
    if place.last > first + 1:
        return False
    given, words = scene.gazetteer.given, reading.words
    if first and words[first - 1][0].isupper() and reading.lower[first - 1] in given:
        return not scene.found or scene.found[-1].last != first
    if reading.lower[first] in given and not place.label and first + 1 < len(reading) and words[first + 1][0].isupper():
        return reading.dep[first] == "compound" and reading.lower[first + 1] not in scene.gazetteer.words["organ"]
    pairs = ((first, first + 2), (first - 1, first + 1))
    return any(
        a >= 0 and b <= len(reading) and " ".join(reading.lower[a:b]) in scene.gazetteer.words["namesake"]
        for a, b in pairs
    )


def _entries(scene: _Scene, first: int, last: int) -> tuple[Entry, ...]:
    """What the tables have under a name, with or without its word for a division ("Kano State", "Kunar Province")."""
    entries = scene.gazetteer.lookup(_key(scene.reading, first, last))
    if entries or last - first == 1 or scene.reading.lower[last - 1] not in scene.gazetteer.words["admin"]:
        return entries
    known = scene.gazetteer.lookup(_key(scene.reading, first, last - 1))
    return tuple(entry for entry in known if entry.feature.startswith("ADM"))


def _run_length(scene: _Scene, i: int, end: int) -> int:
    """How many tokens from the one given may be one name: capitals, with particles between them."""
    last = i + 1
    particles = scene.gazetteer.words["particle"]
    for j in range(i + 1, min(i + LONGEST, end)):
        if scene.reading.words[j][0].isupper():
            last = j + 1
        elif scene.reading.lower[j] not in particles:
            break
    return last - i


def _site_at(scene: _Scene, i: int, longest: int) -> Found | None:
    """A run of capitals that ends in a word for a street, a building or a landmark ("Kingsley Road")."""
    reading, sites = scene.reading, scene.gazetteer.words["site"]
    last = i + 1
    while last < i + longest and reading.words[last][0].isupper() and reading.lower[last - 1] not in sites:
        last += 1
    if last == i + 1 or reading.lower[last - 1] not in sites or _is_one_of_people(scene, i):
        return None
    if reading.lower[i] in scene.gazetteer.words["title"] or reading.lower[i] == "the":
        return None
    if (
        last < i + longest
        and reading.words[last][0].isupper()
        and reading.lower[last] not in scene.gazetteer.words["never"]
    ):
        return None
    if reading.words[last - 1].endswith(".") and last < len(reading) and reading.words[last][0].isupper():
        return None
    known = scene.gazetteer.written.meaning.get(reading.words[i])
    if scene.gazetteer.lookup(_key(reading, i, last)) or (known and known.form == "name"):
        return None
    return _found(scene, i, last, Meaning(None, "site", ()))


def _is_one_of_people(scene: _Scene, i: int) -> bool:
    number = scene.covering[i]
    return number >= 0 and scene.reading.names[number].label == "PERSON"


def _state_at(scene: _Scene, i: int, end: int) -> Found | None:
    """A name written as the tables write it, a hyphen and what follows it cut off ("U.S.-led")."""
    written, word = scene.gazetteer.written, scene.reading.words[i]
    for length in range(min(written.longest.get(word, 0), end - i), 0, -1):
        known = written.meaning.get(scene.reading.text(i, i + length))
        if known and not (len(word) < SHORTEST and i and scene.reading.pos[i - 1] == "NUM"):
            return _found(scene, i, i + length, known)
    code = scene.gazetteer.codes.get(word)
    if code and (_follows_town(scene, i) or any(e.name.lower() in scene.votes for e in code.entries)):
        return _found(scene, i, i + 1, code)
    first, hyphen, rest = word.partition("-")
    known = written.meaning.get(first) if hyphen else None
    return replace(_found(scene, i, i + 1, known), cut=len(hyphen + rest)) if known else None


def _follows_town(scene: _Scene, i: int) -> bool:
    """After a comma and a name that is no person's: "Salem, OR", not "A. Bell, QC"."""
    if i < 2 or scene.reading.words[i - 1] != "," or not scene.reading.words[i - 2][0].isupper():
        return False
    return not _is_one_of_people(scene, i - 2)


def _key(reading: Reading, first: int, last: int) -> str:
    return name_key(reading.words[first] if last == first + 1 else reading.text(first, last))


def _found(scene: _Scene, first: int, last: int, meaning: Meaning) -> Found:
    number, form = scene.covering[first], meaning.form or None
    if number < 0:
        return Found(first, last, meaning.state, form, meaning.entries, "", (first, last))
    name = scene.reading.names[number]
    opens = name.first + (scene.reading.lower[name.first] == "the")
    whole = (min(first, opens), max(last, name.last))
    return Found(first, last, meaning.state, form, meaning.entries, name.label, whole)


def _is_state(scene: _Scene, place: Found) -> bool:
    """A state's name or a listed adjective, unless it is a person's name."""
    alone = place.last == place.first + 1
    if place.form != "name" or not alone or scene.reading.lower[place.first] not in scene.people:
        return place.label != "PERSON" or place.form != "name" or place.whole == (place.first, place.last)
    return place.label in GEOGRAPHIC and _is_locative(scene, place)


def _is_place(scene: _Scene, place: Found) -> bool:
    """Whether a listed name is meant as a place here: by the model's label, the words around it, and its size."""
    reading, first = scene.reading, place.first
    lower, single = reading.lower[first], place.last == first + 1
    if _is_contained(scene, place) or _is_container(scene, place) or _is_described(scene, place):
        return True
    if _is_called(scene, place) or _is_of_kind(scene, place) or _is_coordinated(scene, place):
        return True
    if _is_too_common(scene, place) if single else _key(reading, first, place.last) in scene.gazetteer.words["never"]:
        return False
    if place.label in GEOGRAPHIC:
        return not (single and lower in scene.people) or _is_locative(scene, place)
    whole = place.whole == (first, place.last)
    if place.label == "PERSON":
        return whole and _is_place_despite(scene, place)
    if place.label in NAMED_FOR and not whole:
        return _is_known(place, KNOWN_TOWN) and reading.pos[first] == "PROPN"
    if single and lower in scene.people:
        return False
    if _is_locative(scene, place) or is_dateline(reading, first, place.last):
        return True
    if single and reading.pos[first] != "PROPN":
        return False
    small = KNOWN_TOWN if _modifies_folk(scene, place) else LARGE_TOWN
    return _is_known(place, small) or scene.votes[reading.text(first, place.last).lower()] > 0


def _is_place_despite(scene: _Scene, place: Found) -> bool:
    """A name that the model takes for a person's: a large place's, or one where only a place's makes sense."""
    if place.last - place.first == 1:
        if scene.reading.lower[place.first] in scene.people:
            return False
        if _modifies_folk(scene, place) or (_is_taken(scene, place) and _is_known(place, KNOWN_TOWN)):
            return True
    return _is_locative(scene, place) or _is_known(place, LARGE_DIVISION)


def _is_taken(scene: _Scene, place: Found) -> bool:
    """The object of a verb whose objects are places: "captured Goma"."""
    head = place.last - 1
    verb = scene.reading.lemma[scene.reading.head[head]]
    return scene.reading.dep[head] == "dobj" and scene.gazetteer.usage.word("object", verb) == "literal"


def _modifies_folk(scene: _Scene, place: Found) -> bool:
    """Before people, an organ or a site: "Cork residents", "Cairns police", "Samos camp"."""
    reading, noun = scene.reading, scene.reading.head[place.last - 1]
    if reading.dep[place.last - 1] not in ("compound", "nmod") or noun < place.last:
        return False
    while reading.dep[noun] == "compound" and reading.head[noun] > noun:
        noun = reading.head[noun]
    if reading.pos[noun] == "PROPN":
        return reading.lower[noun] in scene.gazetteer.words["organ"]
    lemma = reading.lemma[noun]
    return lemma in scene.gazetteer.words["folk"] or scene.gazetteer.usage.word("modifier", lemma) is not None


def _is_too_common(scene: _Scene, place: Found) -> bool:
    """A short or everyday word; one of the project's own tables counts, in capitals if it is an abbreviation there."""
    word = scene.reading.words[place.first]
    lower = word.lower()
    everyday = lower in scene.gazetteer.words["never"]
    if any(entry.listed for entry in place.entries):
        following = scene.reading.words[place.last] if place.last < len(scene.reading) else ""
        return (len(word) < SHORTEST and not word.isupper()) or (everyday and following[:1].isupper())
    if everyday or len(lower) < SHORTEST:
        return True
    shared = lower in scene.common or (lower in scene.gazetteer.given and not _is_known(place, LARGE_TOWN))
    if shared and not (place.label in GEOGRAPHIC and _is_locative(scene, place)) and not _modifies_folk(scene, place):
        return True
    return word.isupper() and len(word) < LONG_CAPITALS + 2 and not is_dateline(scene.reading, place.first, place.last)


def _is_contained(scene: _Scene, place: Found) -> bool:
    """Before a comma and the name of the state or division that one of its meanings lies in ("Salem, Ore.")."""
    reading, last = scene.reading, place.last
    if last + 1 >= len(reading) or reading.words[last] != "," or not reading.words[last + 1][:1].isupper():
        return False
    for end in (min(last + 3, len(reading)), last + 2):
        text = reading.text(last + 1, end)
        known = scene.gazetteer.written.meaning.get(text) or scene.gazetteer.codes.get(text)
        entries = known.entries if known else scene.gazetteer.lookup(name_key(text))
        within = {e.admin1 for e in entries if e.feature in DIVISIONS} | {known.state if known else None}
        if any(entry.admin1 in within or entry.country in within for entry in place.entries if entry.country):
            return True
    return False


def _is_container(scene: _Scene, place: Found) -> bool:
    """Between commas behind a place that lies in it: "New Quay, Ceredigion, ..."."""
    before = scene.found[-1] if scene.found else None
    if before is None or before.last + 1 != place.first or scene.reading.words[before.last] != ",":
        return False
    within = {e.admin1 for e in place.entries if e.feature.startswith("ADM")}
    return any(entry.admin1 in within for entry in before.entries if entry.admin1)


def _is_called(scene: _Scene, place: Found) -> bool:
    """After a word for its kind and "of": "the town of Karak"."""
    reading, first = scene.reading, place.first
    if first < 2 or reading.lower[first - 1] != "of":
        return False
    return any(reading.words[first - 2] in scene.gazetteer.words[group] for group in KINDS)


def _is_coordinated(scene: _Scene, place: Found) -> bool:
    """Coordinated with a place that a preposition of place stands before: "from New Quay and Gwbert"."""
    reading, head = scene.reading, place.last - 1
    if reading.dep[head] not in ("conj", "appos"):
        return False
    before = next((f for f in reversed(scene.found) if f.first < place.first), None)
    return before is not None and before.first <= reading.head[head] < before.last and _is_locative(scene, before)


def _is_of_kind(scene: _Scene, place: Found) -> bool:
    """Before a word for its kind: "Abbassiya district"."""
    reading, last = scene.reading, place.last
    if last == len(reading) or reading.dep[last - 1] != "compound" or reading.pos[last - 1] != "PROPN":
        return False
    return any(reading.words[last] in scene.gazetteer.words[group] for group in KINDS)


def _is_described(scene: _Scene, place: Found) -> bool:
    """A subject that is said to be a place, or to lie somewhere: "Howe is a hamlet in ..."."""
    reading, head = scene.reading, place.last - 1
    verb = reading.head[head]
    if reading.dep[head] not in ("nsubj", "nsubjpass") or verb < head:
        return False
    if reading.dep[head] == "nsubjpass":
        return reading.lemma[verb] in ("locate", "situate")
    what = reading.child(verb, "attr") if reading.lemma[verb] == "be" else None
    return what is not None and reading.lemma[what] in scene.gazetteer.words["kind"]


def _is_locative(scene: _Scene, place: Found) -> bool:
    """After a preposition of place."""
    return place.first > 0 and scene.reading.lower[place.first - 1] in scene.gazetteer.words["locative"]


def _is_known(place: Found, people: int) -> bool:
    return any(entry.main and (entry.listed or entry.population >= people) for entry in place.entries)


def _unlisted(scene: _Scene) -> list[Found]:
    """Names that no table has, where the model and the words before them, or what is said of them, make them places."""
    taken = {i for place in scene.found for i in range(place.first, place.last)}
    unlisted = []
    for name in scene.reading.names:
        first = name.first + (scene.reading.lower[name.first] == "the")
        if first == name.last or any(i in taken for i in range(first, name.last)):
            continue
        if not scene.reading.words[first][0].isupper() or scene.reading.lower[first] in scene.gazetteer.words["never"]:
            continue
        place = _found(scene, first, name.last, Meaning(None, "", ()))
        before = name.first - 1
        located = before >= 0 and scene.reading.lower[before] in scene.gazetteer.words["within"]
        said = _is_described(scene, place) or _is_called(scene, place) or _is_of_kind(scene, place)
        if (located and name.label in GEOGRAPHIC) or (said and name.label in NAMES):
            unlisted.append(place)
    return unlisted
