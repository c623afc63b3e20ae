"""A noun phrase in, what ties its name or noun to a country, an organisation and titles out."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.finding.mentions import Phrase, Segment
from dragoman.resolving.claims import Claim, Scene, organ_claim, organisation_claim
from dragoman.resolving.tenures import existing, likely_person, standing
from dragoman.tables.actors import Named, OrganisationRow, OrganRow, Person, StateName
from dragoman.tables.names import fold

STATE_SEATS = frozenset({"capital", "seat"})
PEOPLES = frozenset({"population", "state"})  # "Kashmiri militants", "Somaliland officials": whose land, not whose side


@dataclass(slots=True)
class Ties:
    """What stands before a phrase's name or noun: a country, an organisation, titles, and whether they are past."""

    country: str | None = None
    party: Claim | None = None
    titles: list[tuple[int, Segment]] = field(default_factory=list)
    former: bool = False
    definite: bool = False
    indefinite: bool = False
    foreign: bool = False
    owner: int | None = None
    town: str | None = None
    gender: str | None = None
    sectors: tuple[str, ...] = ()


def ties_of(scene: Scene, phrase: Phrase, last: int) -> Ties:
    """What the tokens [own, last) of the phrase, its possessor and its complement tie it to."""
    ties = Ties()
    _possessor(scene, phrase, ties)
    begun = phrase.own
    for segment in phrase.segments:
        if segment.last > last:
            break
        if segment.names:
            _tie_name(scene, segment, ties)
        else:
            begun = _tie_noun(scene, segment, begun, ties)
    _tie_words(scene, phrase, last, ties)
    return ties


def _possessor(scene: Scene, phrase: Phrase, ties: Ties) -> None:
    if phrase.possessor is None:
        return
    ties.definite = True
    if scene.reading.tag[phrase.possessor] == "PRP$":
        ties.owner = phrase.possessor
        return
    owner = scene.claims.get(phrase.possessor)
    if owner is not None:
        _tie_claim(owner, ties)
    elif phrase.possessor in scene.places:
        ties.country = scene.places[phrase.possessor].country


def _tie_claim(owner: Claim, ties: Ties) -> None:
    ties.country = ties.country or owner.country
    if owner.person and not owner.named:
        ties.sectors = ties.sectors or owner.sectors
    party = owner.kind not in ("state", "population") and (owner.kind != "other" or owner.form == "name")
    if party and not owner.person and ties.party is None:
        ties.party = owner


def _tie_name(scene: Scene, segment: Segment, ties: Ties) -> None:
    if set_apart(scene, segment):
        return
    named = pick(scene, segment)
    if isinstance(named, StateName):
        ties.country = named.row.key
    elif isinstance(named, OrganisationRow) and named.kind in PEOPLES:
        ties.country = ties.country or named.country
    elif isinstance(named, OrganisationRow):
        ties.party = organisation_claim(segment.first, segment.last, segment.last - 1, named)
        ties.country = ties.country or named.country
    elif isinstance(named, Person):
        ties.country = ties.country or standing(named, scene.day).country


def _tie_noun(scene: Scene, segment: Segment, begun: int, ties: Ties) -> int:
    row = segment.nouns[0].row
    if isinstance(row, OrganRow):
        country = ties.country or (ties.party.country if ties.party else None)
        if ties.party is None or row.kind != "party":
            ties.party = organ_claim(scene, segment.first, segment.last, segment.last - 1, row, country)
        return begun
    ties.titles.append((begun, segment))
    return segment.last


def _tie_words(scene: Scene, phrase: Phrase, last: int, ties: Ties) -> None:
    reading, bearings = scene.reading, scene.tables.phrasing.bearings
    titled = {i for segment in phrase.segments if segment.nouns for i in range(segment.first, segment.last)}
    for i in range(phrase.own, min(last, phrase.last)):
        sorts = bearings.get(reading.lower[i])
        if sorts:
            ties.former = ties.former or "former" in sorts
            ties.definite = ties.definite or "definite" in sorts
            ties.indefinite = ties.indefinite or "indefinite" in sorts
            ties.foreign = ties.foreign or "foreign" in sorts
        elif ties.country is None and ties.party is None and reading.pos[i] == "PROPN" and i not in titled:
            if _is_inside(scene, phrase, i):
                continue
            ties.country = _name_country(scene, i)
            ties.town = scene.places[i].name if i in scene.places else None
            if ties.country is None:
                ties.party = _unlisted_party(scene, i)


def _is_inside(scene: Scene, phrase: Phrase, token: int) -> bool:
    """Whether a town's name is no more than a later word of a longer name: "Wake Forest University"."""
    before = token - 1
    return (
        token in scene.places
        and before >= phrase.own
        and before not in scene.places
        and scene.reading.pos[before] == "PROPN"
    )


def _unlisted_party(scene: Scene, token: int) -> Claim | None:
    """The organisation that the model sees before a noun: "Upjohn officials"."""
    model = scene.mentions.name_at.get(token)
    if model is None or model.label != "ORG" or token != model.first or not scene.reading.words[token][0].isupper():
        return None
    words = tuple(fold(scene.reading.words[i]) for i in range(model.first, model.last) if scene.reading.words[i] != "-")
    name = scene.reading.text(model.first, model.last)
    return Claim(token, model.first, model.last, "name", "ngo", name, identity=("name", *words))


def _name_country(scene: Scene, token: int) -> str | None:
    """The country of a town or of a person known by the surname: "Kano police", "Merkel government"."""
    if token in scene.places:
        return scene.places[token].country
    person = scene.people.get(scene.reading.lower[token]) or likely_person(
        scene.tables, scene.reading.lower[token], scene.day, scene.lands
    )
    return standing(person, scene.day).country if person is not None else None


def set_apart(scene: Scene, segment: Segment) -> bool:
    """ "Afghan-born", "Saudi-led", "pro-Beijing": the name does not say whose the noun is."""
    words, bearings = scene.reading.lower, scene.tables.phrasing.bearings
    after, before = segment.last, segment.first - 2
    if after + 1 < len(words) and words[after] == "-":
        return bool(bearings.get(words[after + 1], frozenset()) & {"apart", "backed"})
    return before >= 0 and words[before + 1] == "-" and "towards" in bearings.get(words[before], frozenset())


def pick(scene: Scene, segment: Segment) -> Named:
    """Of several actors of one name the likeliest: those that existed on the day, organisations before seats."""
    names = segment.names
    if len(names) == 1:
        return names[0]
    organisations = [name for name in names if isinstance(name, OrganisationRow)]
    states = [name for name in names if isinstance(name, StateName)]
    if states and states[0].how not in STATE_SEATS:
        place = scene.places.get(segment.first)
        meant = [state for state in states if place is not None and state.row.key == place.country]
        return (meant or states)[0]
    if organisations:
        return existing(organisations, scene.day)[0]
    return names[0]


def complement(scene: Scene, head: int) -> tuple[int, Claim | None, str | None] | None:
    """Of an "of", "for" or "in" phrase right after the head: its noun, that noun's claim, the country of a place."""
    reading, bearings = scene.reading, scene.tables.phrasing.bearings
    for child in reading.children[head]:
        if child < head or reading.dep[child] != "prep" or "belongs" not in bearings.get(reading.lower[child], ()):
            continue
        for target in reading.children[child]:
            if reading.dep[target] != "pobj":
                continue
            claim = scene.claims.get(target)
            if claim is not None and (claim.country or not claim.person or claim.plural):
                return target, claim, None
            if target in scene.places:
                return target, None, scene.places[target].country
    return None


def complete(scene: Scene, head: int, ties: Ties) -> int:
    """Take country and organisation from the complement where nothing before the noun gives them.

    Returns one past the last token of the complement, 0 if there is none.
    """
    found = complement(scene, head)
    if found is None:
        return 0
    target, claim, country = found
    if ties.country is None and (ties.party is None or ties.party.country is None):
        if claim is not None:
            _tie_claim(claim, ties)
        ties.town = scene.places[target].name if ties.country is None and country is not None else ties.town
        ties.country = ties.country or country
    return max(target + 1, claim.last if claim is not None else 0)
