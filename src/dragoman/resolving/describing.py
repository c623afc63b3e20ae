"""Phrases in, claims out: what each says by itself of the actor it stands for."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from dragoman.finding.mentions import Phrase, Segment
from dragoman.record import ActorKind, MentionForm
from dragoman.resolving.claims import Claim, Scene, organ_claim, organisation_claim, state_claim
from dragoman.resolving.persons import known_person_claim, person_claim, person_name, title_sectors
from dragoman.resolving.tenures import FORMER, holder
from dragoman.resolving.ties import STATE_SEATS, Ties, complement, complete, pick, set_apart, ties_of
from dragoman.tables.actors import AgentRow, Noun, OrganisationRow, OrganRow, Person, StateName
from dragoman.tables.names import fold, pieces

BY_SIDE = frozenset({"member", "speaker"})  # in the plural these are their organisation: "Taliban fighters"
HELD = frozenset({"office", "speaker"})  # who no longer is one is of the former elite
HELD_SECTORS = frozenset({"GOV", "LEG", "JUD", "SPY", "MIL", "COP"})
PARTIES = frozenset({"armed_group", "party", "igo", "ngo", "company", "media"})
GROUPS = frozenset({"police", "military", "population"})
NAMED_LABELS = frozenset({"ORG", "FAC", "NORP", "PRODUCT", "GPE", "LOC"})


def describe(scene: Scene) -> None:
    """Make the claims of all phrases, those that others depend on first."""
    phrases = scene.mentions.phrases
    for phrase in phrases.values():
        for person in (n for s in phrase.segments for n in s.names if isinstance(n, Person)):
            scene.people.update((fold(word), person) for word in pieces(person.name))
    depth = _depths(scene.reading.head)
    for head in sorted(phrases, key=lambda i: (-depth[i], i)):
        claim = _claim(scene, phrases[head])
        if claim is not None:
            scene.claims[claim.head] = claim


def settle_country(scene: Scene, claim: Claim, country: str) -> None:
    """Give an open claim the country of the context: its organ, or who holds the office there on the day."""
    claim.country, claim.open = country, False
    phrase = scene.mentions.phrases.get(claim.head)
    final = phrase.final if phrase is not None else None
    if final is None or not final.nouns or claim.identity is not None:
        return
    row = final.nouns[0].row
    if isinstance(row, OrganRow):
        claim.identity = ("organ", scene.tables.phrasing.alike.get(row.id, row.id), country)
    elif claim.form == "title":
        _office(scene, claim, final, Ties(country))
    elif not claim.sectors and row.form == "speaker":
        claim.sectors = ("GOV",)


def _depths(heads: list[int]) -> list[int]:
    depth = [-1] * len(heads)
    for i in range(len(heads)):
        path = []
        while depth[i] < 0 and heads[i] != i:
            path.append(i)
            i = heads[i]
        level = depth[i] = max(depth[i], 0)
        for token in reversed(path):
            level += 1
            depth[token] = level
    return depth


def _claim(scene: Scene, phrase: Phrase) -> Claim | None:
    name = person_name(scene, phrase)
    if name is not None:
        return person_claim(scene, phrase, name)
    final = phrase.final
    within = _collective(scene, phrase)
    if within is not None:
        return within
    if final is None:
        return _unlisted(scene, phrase)
    if final.names:
        return _named(scene, phrase, final)
    return _noun(scene, phrase, final)


def _collective(scene: Scene, phrase: Phrase) -> Claim | None:
    """"A group of thieves", "dozens of police officers": the party is what they consist of."""
    sorts = scene.tables.phrasing.descriptions.get(scene.reading.lower[phrase.head])
    if sorts is None or "collective" not in sorts:
        return None
    found = complement(scene, phrase.head)
    if found is None or found[1] is None or not (found[1].plural or found[1].kind in GROUPS):
        return None
    return replace(found[1], head=phrase.head, first=phrase.first, last=max(found[1].last, phrase.last))


def _named(scene: Scene, phrase: Phrase, final: Segment) -> Claim | None:
    named = pick(scene, final)
    if isinstance(named, OrganisationRow):
        return organisation_claim(phrase.first, phrase.last, phrase.head, named)
    assert isinstance(named, StateName)
    if set_apart(scene, final):
        return None
    return _state(scene, phrase, named)


def _state(scene: Scene, phrase: Phrase, named: StateName) -> Claim | None:
    row, place = named.row, scene.places.get(phrase.head)
    if named.how == "name" and place is not None and place.country not in (None, row.key):
        return _settlement(scene, phrase)
    if named.how in STATE_SEATS and not (place is not None and place.reading == "government"):
        if named.how == "capital" or (place is not None and place.reading == "literal"):
            return None
    if named.how == "people" and phrase.head not in scene.places:
        plural = scene.reading.tag[phrase.head] in ("NNS", "NNPS")
        identity = ("people", row.key) if plural else None
        kind: ActorKind = "population" if plural else "person"
        return Claim(
            phrase.head, phrase.first, phrase.last, "demonym", kind, scene.reading.text(phrase.own, phrase.last),
            row.key, identity=identity, plural=plural, person=not plural,
        )  # fmt: skip
    form: MentionForm = "name" if named.how == "name" else "metonym" if named.how in STATE_SEATS else "demonym"
    return state_claim(scene, phrase.head, phrase.first, phrase.last, row.key, form)


def _settlement(scene: Scene, phrase: Phrase) -> Claim | None:
    """A town that acts stands for its people, as in POLECAT's convention; a capital for its state."""
    place = scene.places.get(phrase.head)
    if place is None or place.reading != "government" or place.country is None:
        return None
    if place.country not in scene.tables.states:
        return None
    if _is_seat(scene, phrase, place.country):
        return state_claim(scene, phrase.head, phrase.first, phrase.last, place.country, "metonym")
    return Claim(
        phrase.head, phrase.first, phrase.last, "metonym", "population", place.name, place.country, ("CVL",),
        identity=("place", place.name), definite=True,
    )  # fmt: skip


def _is_seat(scene: Scene, phrase: Phrase, country: str) -> bool:
    names = phrase.final.names if phrase.final else ()
    return any(isinstance(n, StateName) and n.row.key == country for n in names)


def _noun(scene: Scene, phrase: Phrase, final: Segment) -> Claim:
    ties = ties_of(scene, phrase, final.first)
    noun = final.nouns[0]
    end = complete(scene, phrase.head, ties)
    if isinstance(noun.row, OrganRow):
        claim = _organ(scene, phrase, noun.row, ties)
    else:
        claim = _agent(scene, phrase, noun, noun.row, final, ties)
    claim.definite = ties.definite or (not ties.indefinite and claim.form != "nominal")
    claim.owner = ties.owner
    claim.last = max(claim.last, end)
    claim.open = claim.open and not ties.foreign and (claim.form != "nominal" or not ties.indefinite)
    return claim


def _organ(scene: Scene, phrase: Phrase, row: OrganRow, ties: Ties) -> Claim:
    reading, party = scene.reading, ties.party
    country = ties.country or (party.country if party else None)
    claim = organ_claim(scene, phrase.first, phrase.last, phrase.head, row, country)
    proper = [i for i in range(phrase.own, phrase.last) if reading.pos[i] == "PROPN" and reading.words[i][0].isupper()]
    if proper:
        claim.name = reading.text(proper[0], phrase.last)
    if any(i not in _known(phrase) for i in proper):
        claim.form, claim.identity = "name", ("name", *_folded(scene, proper[0], phrase.last))
    elif party is not None and party.kind in PARTIES and party.key:
        claim.identity = ("organ", row.id, party.key)
        claim.sectors = tuple(dict.fromkeys(claim.sectors + party.sectors))
    elif ties.country is None and ties.indefinite:
        claim.identity = None
    return claim


def _known(phrase: Phrase) -> set[int]:
    return {i for segment in phrase.segments for i in range(segment.first, segment.last)}


def _folded(scene: Scene, first: int, last: int) -> tuple[str, ...]:
    return tuple(w for w in (fold(scene.reading.words[i]) for i in range(first, last)) if w)


def _agent(scene: Scene, phrase: Phrase, noun: Noun, row: AgentRow, final: Segment, ties: Ties) -> Claim:
    party, reading = ties.party, scene.reading
    if noun.plural and party is not None and row.form in BY_SIDE and not ties.former:
        return replace(party, head=phrase.head, first=phrase.first, last=phrase.last, form="nominal", plural=True)
    ties.titles.append((final.first, final))
    country = ties.country or (party.country if party else None)
    claim = Claim(
        phrase.head, phrase.first, phrase.last, "nominal", row.kind, reading.text(phrase.own, phrase.last),
        country, title_sectors(ties), person=row.kind == "person", plural=noun.plural,
        nouns=tuple(n.row.id for n in final.nouns), open=country is None and row.form in HELD,
    )  # fmt: skip
    if not claim.sectors and row.form == "speaker" and country is not None:
        claim.sectors = ("GOV",)
    if ties.former and (row.form in HELD or HELD_SECTORS & set(claim.sectors)):
        claim.sectors = FORMER
    if noun.plural:
        stem = scene.tables.phrasing.alike.get(row.id, row.id)
        claim.identity = ("organ" if stem != row.id else "agents", stem, country) if country else ("agents", stem)
    elif not ties.indefinite and not ties.former and row.form in HELD:
        _office(scene, claim, final, ties)
    return claim


def _office(scene: Scene, claim: Claim, final: Segment, ties: Ties) -> None:
    """A bare title: the holder on the day, or the office itself."""
    title = scene.reading.text(final.first, final.last)
    claim.form = "title"
    of = ties.party.key if ties.party is not None and ties.party.key else ties.country
    if of is None:
        return
    person = holder(scene.tables, of, title, scene.day)
    if person is None:
        claim.identity = ("office", title.lower(), of)
        return
    known = known_person_claim(scene, claim, person)
    claim.key, claim.identity, claim.name, claim.named = known.key, known.identity, known.name, known.named
    claim.gender, claim.roles = known.gender, known.roles
    claim.sectors, claim.country = known.sectors or claim.sectors, known.country or claim.country


def _unlisted(scene: Scene, phrase: Phrase) -> Claim | None:
    """A phrase whose head the tables do not know: a town, an unknown organisation, a description, or none."""
    reading, head = scene.reading, phrase.head
    sorts = scene.tables.phrasing.descriptions.get(reading.lower[head])
    ties = ties_of(scene, phrase, head)
    if sorts and ("group" in sorts or "several" in sorts) and ties.party is not None and ties.party.kind != "state":
        return replace(ties.party, head=head, first=phrase.first, last=phrase.last, form="nominal")
    if reading.pos[head] == "PROPN":
        return _settlement(scene, phrase) or _unknown_name(scene, phrase, ties)
    if sorts:
        return _description(scene, phrase, ties, sorts)
    _attributive(scene, phrase)
    return None


def _unknown_name(scene: Scene, phrase: Phrase, ties: Ties) -> Claim | None:
    reading, head = scene.reading, phrase.head
    model = scene.mentions.name_at.get(head)
    if model is None or model.label not in NAMED_LABELS or head in scene.places:
        _attributive(scene, phrase)
        return _bare_name(scene, phrase, ties, "") if model is None else None
    first = max(phrase.own, min(model.first, head))
    while first < head and not reading.words[first][0].isupper():
        first += 1
    kind: ActorKind = "population" if model.label == "NORP" else "other"
    if first == head:
        return _bare_name(scene, phrase, ties, kind)
    return Claim(
        head, phrase.first, phrase.last, "name", kind, reading.text(first, phrase.last), ties.country,
        identity=("name", *_folded(scene, first, phrase.last)), definite=True,
        plural=reading.tag[head] == "NNPS" and kind == "population",
    )  # fmt: skip


def _bare_name(scene: Scene, phrase: Phrase, ties: Ties, kind: ActorKind | Literal[""]) -> Claim:
    """A name of one word which the model does not take for a person's: it may still be a surname."""
    reading, head = scene.reading, phrase.head
    word = fold(reading.words[head])
    return Claim(
        head, phrase.first, phrase.last, "name", kind or "other", reading.words[head], ties.country,
        identity=("name", word) if kind else None, definite=True, named=(word,), sort=None if kind else "surname",
        plural=reading.tag[head] == "NNPS" and kind == "population",
    )  # fmt: skip


def _description(scene: Scene, phrase: Phrase, ties: Ties, sorts: dict[str, str]) -> Claim:
    reading = scene.reading
    tag = reading.tag[phrase.head]
    return Claim(
        phrase.head, phrase.first, phrase.last, "nominal", "other", reading.text(phrase.own, phrase.last),
        ties.country, plural=tag in ("NNS", "NNPS"), definite=ties.definite and not ties.indefinite,
        owner=ties.owner, sort="|".join(sorts), open=True,
    )  # fmt: skip


def _attributive(scene: Scene, phrase: Phrase) -> None:
    """Claims for the actors named before a noun that is none: "a Supreme Court ruling", "US-Taliban talks"."""
    run: list[Segment] = []
    for segment in phrase.segments:
        if run and segment.first > run[-1].last:
            _claim_run(scene, phrase, run)
            run = []
        run.append(segment)
    if run:
        _claim_run(scene, phrase, run)


def _claim_run(scene: Scene, phrase: Phrase, run: list[Segment]) -> None:
    first = phrase.first if run[0].first == phrase.segments[0].first else run[0].first
    own = phrase.own if first == phrase.first else first
    possessor = phrase.possessor if first == phrase.first else None
    part = Phrase(run[-1].last - 1, first, own, run[-1].last, possessor, tuple(run))
    name = person_name(scene, part)
    final = run[-1]
    if name is not None:
        claim: Claim | None = person_claim(scene, part, name)
    elif final.names:
        claim = _named(scene, part, final)
    else:
        claim = _noun(scene, part, final)
    if claim is not None and claim.head not in scene.claims:
        scene.claims[claim.head] = claim
