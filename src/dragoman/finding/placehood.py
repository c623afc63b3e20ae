"""A listed name in an article in, whether the article means a place by it out."""

from __future__ import annotations

from dragoman.finding.placenames import GEOGRAPHIC, LONG_CAPITALS, Found, Scene, is_dateline, key_of
from dragoman.tables.gazetteer import DIVISIONS, name_key

SHORTEST = 3
KINDS = ("town", "kind", "admin")
NAMED_FOR = frozenset({"ORG", "EVENT", "LAW"})
KNOWN_TOWN = 50_000
LARGE_TOWN = 250_000
LARGE_DIVISION = 1_000_000


def is_state(scene: Scene, place: Found) -> bool:
    """A state's name or a listed adjective, unless it is a person's name."""
    alone = place.last == place.first + 1
    if place.form != "name" or not alone or scene.reading.lower[place.first] not in scene.people:
        return place.label != "PERSON" or place.form != "name" or place.whole == (place.first, place.last)
    return place.label in GEOGRAPHIC and _is_locative(scene, place)


def is_place(scene: Scene, place: Found) -> bool:
    """Whether a listed name is meant as a place here: by the model's label, the words around it, and its size."""
    reading, first = scene.reading, place.first
    lower, single = reading.lower[first], place.last == first + 1
    if _is_contained(scene, place) or _is_container(scene, place) or is_described(scene, place):
        return True
    if single and lower in scene.gazetteer.words["never"] and not _is_listed(place):
        return False
    if is_called(scene, place) or is_of_kind(scene, place) or _is_coordinated(scene, place):
        return True
    if _is_too_common(scene, place) if single else key_of(reading, first, place.last) in scene.gazetteer.words["never"]:
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


def is_namesake(scene: Scene, place: Found) -> bool:
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


def _is_place_despite(scene: Scene, place: Found) -> bool:
    """A name that the model takes for a person's: a large place's, or one where only a place's makes sense."""
    if place.last - place.first == 1:
        if scene.reading.lower[place.first] in scene.people:
            return False
        if _modifies_folk(scene, place) or (_is_taken(scene, place) and _is_known(place, KNOWN_TOWN)):
            return True
    return _is_locative(scene, place) or _is_known(place, LARGE_DIVISION)


def _is_taken(scene: Scene, place: Found) -> bool:
    """The object of a verb whose objects are places: "captured Goma"."""
    head = place.last - 1
    verb = scene.reading.lemma[scene.reading.head[head]]
    return scene.reading.dep[head] == "dobj" and scene.gazetteer.usage.word("object", verb) == "literal"


def _modifies_folk(scene: Scene, place: Found) -> bool:
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


def _is_too_common(scene: Scene, place: Found) -> bool:
    """A short or everyday word; one of the project's own tables counts, in capitals if it is an abbreviation there."""
    word = scene.reading.words[place.first]
    lower = word.lower()
    everyday = lower in scene.gazetteer.words["never"]
    if _is_listed(place):
        following = scene.reading.words[place.last] if place.last < len(scene.reading) else ""
        return (len(word) < SHORTEST and not word.isupper()) or (everyday and following[:1].isupper())
    if everyday or len(lower) < SHORTEST:
        return True
    shared = lower in scene.common or (lower in scene.gazetteer.given and not _is_known(place, LARGE_TOWN))
    if shared and not (place.label in GEOGRAPHIC and _is_locative(scene, place)) and not _modifies_folk(scene, place):
        return True
    short = word.isupper() and len(word) < LONG_CAPITALS + 2
    return short and not is_dateline(scene.reading, place.first, place.last) and not _in_capitals(scene, place)


def _in_capitals(scene: Scene, place: Found) -> bool:
    """Among words all in capitals, as in some headlines: "TALKS IN KABUL"."""
    words = scene.reading.words
    before = words[place.first - 1] if place.first else ""
    after = words[place.last] if place.last < len(words) else ""
    if before.isupper() and before.lower() in scene.gazetteer.words["locative"]:
        return True
    return after.isupper() and len(after) >= LONG_CAPITALS


def _is_contained(scene: Scene, place: Found) -> bool:
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


def _is_container(scene: Scene, place: Found) -> bool:
    """Between commas behind a place that lies in it: "New Quay, Ceredigion, ..."."""
    before = scene.found[-1] if scene.found else None
    if before is None or before.last + 1 != place.first or scene.reading.words[before.last] != ",":
        return False
    within = {e.admin1 for e in place.entries if e.feature.startswith("ADM")}
    return any(entry.admin1 in within for entry in before.entries if entry.admin1)


def is_called(scene: Scene, place: Found) -> bool:
    """After a word for its kind and "of": "the town of Karak"."""
    reading, first = scene.reading, place.first
    if first < 2 or reading.lower[first - 1] != "of":
        return False
    return any(reading.words[first - 2] in scene.gazetteer.words[group] for group in KINDS)


def _is_coordinated(scene: Scene, place: Found) -> bool:
    """Coordinated with a place that a preposition of place stands before: "from New Quay and Gwbert"."""
    reading, head = scene.reading, place.last - 1
    if reading.dep[head] not in ("conj", "appos"):
        return False
    before = next((f for f in reversed(scene.found) if f.first < place.first), None)
    return before is not None and before.first <= reading.head[head] < before.last and _is_locative(scene, before)


def is_of_kind(scene: Scene, place: Found) -> bool:
    """Before a word for its kind: "Abbassiya district"."""
    reading, last = scene.reading, place.last
    if last == len(reading) or reading.dep[last - 1] != "compound" or reading.pos[last - 1] != "PROPN":
        return False
    return any(reading.words[last] in scene.gazetteer.words[group] for group in KINDS)


def is_described(scene: Scene, place: Found) -> bool:
    """A subject that is said to be a place, or to lie somewhere: "Howe is a hamlet in ..."."""
    reading, head = scene.reading, place.last - 1
    verb = reading.head[head]
    if reading.dep[head] not in ("nsubj", "nsubjpass") or verb < head:
        return False
    if reading.dep[head] == "nsubjpass":
        return reading.lemma[verb] in ("locate", "situate")
    what = reading.child(verb, "attr") if reading.lemma[verb] == "be" else None
    return what is not None and reading.lemma[what] in scene.gazetteer.words["kind"]


def _is_locative(scene: Scene, place: Found) -> bool:
    """After a preposition of place."""
    return place.first > 0 and scene.reading.lower[place.first - 1] in scene.gazetteer.words["locative"]


def _is_listed(place: Found) -> bool:
    return any(entry.listed for entry in place.entries)


def _is_known(place: Found, people: int) -> bool:
    return any(entry.main and (entry.listed or entry.population >= people) for entry in place.entries)
