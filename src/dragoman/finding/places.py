"""Reading and gazetteer in, place names out, each with what it may mean: which words of the article name places."""

from __future__ import annotations

from dataclasses import replace

from dragoman.finding.placehood import SHORTEST, is_called, is_described, is_namesake, is_of_kind, is_place, is_state
from dragoman.finding.placenames import GEOGRAPHIC, Found, Scene, found_at, is_one_of_people, key_of, scene_of
from dragoman.language.reading import Reading
from dragoman.tables.gazetteer import Entry, Gazetteer, Meaning

LONGEST = 6
SHORT_CAPITALS = 6
TRAILING = "- \u00a0"
NAMES = GEOGRAPHIC | {"ORG", "PERSON", "PRODUCT", "EVENT", "WORK_OF_ART"}


def find_places(reading: Reading, gazetteer: Gazetteer) -> list[Found]:
    """The place names of the article, in order, none overlapping another."""
    scene = scene_of(reading, gazetteer)
    found = scene.found
    for sentence in reading.sentences:
        i = sentence.first
        while i < sentence.last:
            place = _place_at(scene, i, sentence.last) if reading.words[i][:1].isupper() else None
            if place is not None and not is_namesake(scene, place):
                found.append(place)
            i = place.last if place else i + 1
    return sorted([*found, *_unlisted(scene)], key=lambda place: place.first)


def _place_at(scene: Scene, i: int, end: int) -> Found | None:
    """The longest name of a place that starts at the token, if the article means a place by it."""
    longest = _run_length(scene, i, end)
    site = _site_at(scene, i, longest)
    if site is not None:
        return site
    state = _state_at(scene, i, end)
    for length in range(longest, state.last - state.first if state else 0, -1):
        if not scene.reading.words[i + length - 1][0].isupper():
            continue
        entries = _entries(scene, i, i + length)
        if entries:
            place = found_at(scene, i, i + length, Meaning(None, "", entries))
            written = scene.reading.words[i + length - 1]
            place = replace(place, cut=len(written) - len(written.rstrip(TRAILING)))
            if is_place(scene, place):
                return place
    return state if state and is_state(scene, state) else None


def _entries(scene: Scene, first: int, last: int) -> tuple[Entry, ...]:
    """What the tables have under a name, with or without its word for a division ("Kano State", "Kunar Province")."""
    entries = scene.gazetteer.lookup(key_of(scene.reading, first, last))
    if entries or last - first == 1 or scene.reading.lower[last - 1] not in scene.gazetteer.words["admin"]:
        return entries
    known = scene.gazetteer.lookup(key_of(scene.reading, first, last - 1))
    return tuple(entry for entry in known if entry.feature.startswith("ADM"))


def _run_length(scene: Scene, i: int, end: int) -> int:
    """How many tokens from the one given may be one name: capitals, with particles between them."""
    last = i + 1
    particles = scene.gazetteer.words["particle"]
    for j in range(i + 1, min(i + LONGEST, end)):
        if scene.reading.words[j][0].isupper():
            last = j + 1
        elif scene.reading.lower[j] not in particles:
            break
    return last - i


def _site_at(scene: Scene, i: int, longest: int) -> Found | None:
    """A run of capitals that ends in a word for a street, a building or a landmark ("Kingsley Road")."""
    reading, sites = scene.reading, scene.gazetteer.words["site"]
    last = i + 1
    while last < i + longest and reading.words[last][0].isupper() and reading.lower[last - 1] not in sites:
        last += 1
    if last == i + 1 or reading.lower[last - 1] not in sites or is_one_of_people(scene, i):
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
    if any(scene.gazetteer.lookup(key_of(reading, k, last)) for k in range(i, last - 1)) or (
        known and known.form == "name"
    ):
        return None
    return found_at(scene, i, last, Meaning(None, "site", ()))


def _state_at(scene: Scene, i: int, end: int) -> Found | None:
    """A name written as the tables write it, a hyphen and what follows it cut off ("U.S.-led")."""
    written, word = scene.gazetteer.written, scene.reading.words[i]
    for length in range(min(written.longest.get(word, 0), end - i), 0, -1):
        known = written.meaning.get(scene.reading.text(i, i + length))
        if known and not (len(word) < SHORTEST and i and scene.reading.pos[i - 1] == "NUM"):
            return found_at(scene, i, i + length, known)
    code = scene.gazetteer.codes.get(word)
    if code and (_follows_town(scene, i) or any(e.name.lower() in scene.votes for e in code.entries)):
        return found_at(scene, i, i + 1, code)
    first, hyphen, rest = word.partition("-")
    known = written.meaning.get(first) if hyphen else None
    return replace(found_at(scene, i, i + 1, known), cut=len(hyphen + rest)) if known else None


def _follows_town(scene: Scene, i: int) -> bool:
    """After a comma and a name that is no person's: "Salem, OR", not "A. Bell, QC"."""
    if i < 2 or scene.reading.words[i - 1] != "," or not scene.reading.words[i - 2][0].isupper():
        return False
    return not is_one_of_people(scene, i - 2)


def _unlisted(scene: Scene) -> list[Found]:
    """Names that no table has, where the model and the words before them, or what is said of them, make them places."""
    taken = {i for place in scene.found for i in range(place.first, place.last)}
    unlisted = []
    for name in scene.reading.names:
        first = name.first + (scene.reading.lower[name.first] == "the")
        if first == name.last or any(i in taken for i in range(first, name.last)):
            continue
        if not scene.reading.words[first][0].isupper() or scene.reading.lower[first] in scene.gazetteer.words["never"]:
            continue
        place = found_at(scene, first, name.last, Meaning(None, "", ()))
        before = name.first - 1
        if scene.reading.words[first].isupper() and len(scene.reading.words[first]) < SHORT_CAPITALS:
            continue
        located = before >= 0 and scene.reading.lower[before] in scene.gazetteer.words["within"]
        said = is_described(scene, place) or is_called(scene, place) or is_of_kind(scene, place)
        if (located and name.label in GEOGRAPHIC) or (said and name.label in NAMES):
            unlisted.append(place)
    return unlisted
