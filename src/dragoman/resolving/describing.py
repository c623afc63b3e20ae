"""Phrases in, claims out: what each says by itself of the actor it stands for."""

from __future__ import annotations

from dataclasses import replace

from dragoman.finding.mentions import Phrase, Segment
from dragoman.language.reading import Name
from dragoman.record import ActorKind, MentionForm
from dragoman.resolving.claims import Claim, Scene, organisation_claim, state_claim
from dragoman.resolving.persons import person_claim, person_name
from dragoman.resolving.roles import folded, join_states, noun_claim
from dragoman.resolving.ties import STATE_SEATS, Ties, complement, pick, set_apart, ties_of
from dragoman.tables.actors import Named, OrganisationRow, Person, StateName
from dragoman.tables.names import fold, pieces

PLURALS = frozenset({"NNS", "NNPS"})
GROUPS = frozenset({"police", "military", "population"})
NAMED_LABELS = frozenset({"ORG", "FAC", "NORP", "PRODUCT", "GPE", "LOC"})


def describe(scene: Scene) -> None:
    """Make the claims of all phrases, those that others depend on first."""
    phrases = scene.mentions.phrases
    scene.lands = {place.country for place in scene.places.values() if place.country}
    for phrase in phrases.values():
        for known in (n for s in phrase.segments for n in s.names):
            scene.lands.update(_lands(known))
            if not (isinstance(known, StateName) and known.how == "name"):
                scene.attested.update(_lands(known))
        for person in (n for s in phrase.segments for n in s.names if isinstance(n, Person)):
            scene.people.update((fold(word), person) for word in pieces(person.name))
    reading = scene.reading
    people = [n for n in reading.names if n.label == "PERSON" and n.last - n.first > 1]
    scene.surnames = {fold(reading.words[n.last - 1 - (reading.tag[n.last - 1] == "POS")]) for n in people}
    scene.called = {fold(reading.words[n.first]) for n in people if reading.words[n.first].istitle()}
    depth = _depths(scene.reading.head)
    for head in sorted(phrases, key=lambda i: (-depth[i], i)):
        claim = _claim(scene, phrases[head])
        if claim is not None:
            scene.claims[claim.head] = claim
    for name in scene.reading.names:
        _inner_name(scene, name)


def _inner_name(scene: Scene, name: Name) -> None:
    """A name that the parse makes part of a phrase about something else: "a Nordea clerk", "the Ida Solberg prize"."""
    reading, phrases = scene.reading, scene.mentions.phrases
    last = name.last - (reading.tag[name.last - 1] == "POS")
    first, head = name.first + (reading.tag[name.first] == "DT"), last - 1
    if name.label not in ("PERSON", "ORG") or head in phrases or head in scene.claims or first > head:
        return
    if reading.pos[head] != "PROPN" or reading.dep[head] not in ("compound", "nmod") or head in scene.places:
        return
    around = phrases.get(reading.head[head])
    if around is None or any(s.first < last and first < s.last for s in around.segments):
        return
    outer = scene.claims.get(around.head)
    if (
        outer is not None
        and outer.named
        and reading.pos[head + 1] == "PROPN"
        and fold(reading.words[head]) in outer.named
    ):
        return
    claim = _claim(scene, Phrase(head, first, first, last))
    if claim is not None:
        scene.claims[head] = claim


def _lands(name: Named) -> tuple[str, ...]:
    """The countries of which a name speaks."""
    if isinstance(name, StateName):
        return (name.row.key,)
    if isinstance(name, OrganisationRow):
        return (name.country,) if name.country else ()
    return tuple({row.country: None for row in name.tenures if row.country})


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
    if _is_no_party(scene, phrase):
        _attributive(scene, phrase)
        return None
    within = _collective(scene, phrase)
    if within is not None:
        return within
    place = scene.places.get(phrase.head)
    if final is None or (final.nouns and place is not None and place.feature and place.reading != "demonym"):
        return _unlisted(scene, phrase)
    if final.names:
        return _named(scene, phrase, final)
    return noun_claim(scene, phrase, final)


def _is_no_party(scene: Scene, phrase: Phrase) -> bool:
    """Nouns that are parties only where they act ("the summit"), and those of another sense ("Christmas party")."""
    reading, bearings = scene.reading, scene.tables.phrasing.bearings
    if "acts" in bearings.get(reading.lemma[phrase.head].lower(), ()):
        return not _acts(scene, phrase.head)
    final = phrase.final
    if final is None or not final.nouns or final.nouns[0].row.kind != "party":
        return False
    return any("festive" in bearings.get(reading.lower[i], ()) for i in range(phrase.own, phrase.head))


def _collective(scene: Scene, phrase: Phrase) -> Claim | None:
    """ "A group of thieves", "dozens of police officers": the party is what they consist of."""
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
    called = phrase.last - phrase.own == 1 and fold(scene.reading.words[phrase.head]) in scene.called
    if named.how == "name" and called and row.key not in scene.attested:
        return _first_name(scene, phrase)
    if named.how == "name" and place is not None and place.country not in (None, row.key):
        return _settlement(scene, phrase)
    reading = place.reading if place is not None else None
    if named.how in STATE_SEATS and reading != "government" and (named.how == "capital" or reading == "literal"):
        return None
    if named.how == "people" and (scene.reading.tag[phrase.head] in PLURALS or phrase.head not in scene.places):
        return _people(scene, phrase, row.key)
    if named.how == "adjective" and _counts_people(scene, phrase.head):
        return _people(scene, phrase, row.key, plural=True)
    form: MentionForm = "name" if named.how == "name" else "metonym" if named.how in STATE_SEATS else "demonym"
    return state_claim(scene, phrase.head, phrase.first, phrase.last, row.key, form)


def _first_name(scene: Scene, phrase: Phrase) -> Claim:
    """A state's name that is someone's given name in the article: "Georgia" after "Georgia Stevens"."""
    word = scene.reading.words[phrase.head]
    return Claim(
        phrase.head, phrase.first, phrase.last, "name", "person", word, person=True, named=(fold(word),), definite=True
    )  # fmt: skip


def _counts_people(scene: Scene, head: int) -> bool:
    """Whether an adjective stands for people who are counted: "thousands of Taiwanese", "two Chinese"."""
    reading, prep = scene.reading, scene.reading.head[head]
    if reading.child(head, "nummod") is not None and reading.pos[head] in ("NOUN", "PROPN"):
        return reading.head[head] != head and reading.dep[head] not in ("compound", "amod", "nmod")
    if reading.dep[head] != "pobj" or reading.lower[prep] != "of":
        return False
    return "collective" in scene.tables.phrasing.descriptions.get(reading.lower[reading.head[prep]], ())


def _people(scene: Scene, phrase: Phrase, key: str, plural: bool = False) -> Claim:
    """People of a state; "ethnic Albanians" are of the state in which they live."""
    reading, bearings = scene.reading, scene.tables.phrasing.bearings
    plural = plural or reading.tag[phrase.head] in PLURALS
    ethnic = any("ethnic" in bearings.get(reading.lower[i], ()) for i in range(phrase.own, phrase.head))
    identity = ("people", key) if plural and not ethnic else None
    return Claim(
        phrase.head, phrase.first, phrase.last, "demonym", "population" if plural else "person",
        reading.text(phrase.own, phrase.last), None if ethnic else key, ("CVL",) if ethnic else (),
        identity=identity, plural=plural, person=not plural, open=ethnic, nouns=(f"ethnic-{key}",) if ethnic else (),
    )  # fmt: skip


def _settlement(scene: Scene, phrase: Phrase) -> Claim | None:
    """A town that acts stands for its people, as in POLECAT's convention; a capital for its state."""
    place = scene.places.get(phrase.head)
    if place is None or place.reading != "government" or place.country is None or _is_surname(scene, phrase):
        return None
    if place.country not in scene.tables.states:
        return None
    if _is_seat(scene, phrase, place.country):
        return state_claim(scene, phrase.head, phrase.first, phrase.last, place.country, "metonym")
    return Claim(
        phrase.head, phrase.first, phrase.last, "metonym", "population", place.name, place.country, ("CVL",),
        identity=("place", place.name), definite=True,
    )  # fmt: skip


def _is_surname(scene: Scene, phrase: Phrase) -> bool:
    return phrase.last - phrase.own == 1 and fold(scene.reading.words[phrase.head]) in scene.surnames


def _is_seat(scene: Scene, phrase: Phrase, country: str) -> bool:
    names = phrase.final.names if phrase.final else ()
    return any(isinstance(n, StateName) and n.row.key == country for n in names)


def _unlisted(scene: Scene, phrase: Phrase) -> Claim | None:
    """A phrase whose head the tables do not know: a town, an unknown organisation, a description, or none."""
    reading, head = scene.reading, phrase.head
    sorts = scene.tables.phrasing.descriptions.get(reading.lower[head])
    ties = ties_of(scene, phrase, head)
    if sorts and "side" in sorts and ties.country in scene.tables.states and ties.country is not None:
        claim = state_claim(scene, head, phrase.first, phrase.last, ties.country, "nominal")
        join_states(scene, phrase, claim)
        return claim
    if sorts and ("group" in sorts or "several" in sorts) and ties.party is not None and ties.party.kind != "state":
        return replace(ties.party, head=head, first=phrase.first, last=phrase.last, form="nominal")
    if reading.pos[head] == "PROPN" and not (sorts and phrase.segments and "place" in sorts):
        return _settlement(scene, phrase) or _unknown_name(scene, phrase, ties)
    if sorts and "place" not in sorts:
        if ties.party is None and "state" in sorts:
            _attributive(scene, phrase)
        return _description(scene, phrase, ties, sorts)
    _attributive(scene, phrase)
    return None


def _unknown_name(scene: Scene, phrase: Phrase, ties: Ties) -> Claim | None:
    """A name that the tables do not have; of one word it may still turn out to be a surname."""
    reading, head = scene.reading, phrase.head
    model = scene.mentions.name_at.get(head)
    known = fold(reading.words[head]) in scene.people or _is_surname(scene, phrase)
    unfit = model is not None and model.label not in NAMED_LABELS
    if unfit or (head in scene.places and not known):
        _attributive(scene, phrase)
        return None
    first = _name_start(scene, phrase, model)
    if model is None and phrase.segments and phrase.segments[-1].last > first:
        _attributive(scene, phrase)
        return None
    label = model.label if model is not None else ""
    kind: ActorKind = "population" if label == "NORP" else "ngo" if _acts(scene, head) else "other"
    last = _name_end(scene, phrase, model)
    claim = Claim(
        head, phrase.first, last, "name", kind, reading.text(first, last), ties.country,
        identity=("name", *folded(scene, first, last)), definite=True,
        plural=reading.tag[head] == "NNPS" and kind == "population",
    )  # fmt: skip
    row = scene.tables.phrasing.name_heads.get(fold(reading.words[head]))
    if row is not None and (first < head or complement(scene, head) is not None):
        claim.kind, claim.sectors = row.kind, row.sectors
    word = fold(reading.words[head])
    if last - first == 1:
        claim.named = (word,)
        if word in scene.tables.phrasing.given and label != "ORG":
            claim.person, claim.kind, claim.gender, claim.identity = (
                True,
                "person",
                scene.tables.phrasing.given[word],
                None,
            )
    if last - first == 1 and model is None and not claim.person:
        claim.identity, claim.sort = None, "surname"
    return claim


def _name_start(scene: Scene, phrase: Phrase, model: Name | None) -> int:
    """The first token of the name: where the model has it begin, else the first of the capitalised run."""
    reading, head = scene.reading, phrase.head
    if model is not None:
        first = max(phrase.own, min(model.first, head))
        while first < head and not reading.words[first][0].isupper():
            first += 1
        return first
    first = head
    while first > phrase.own and reading.pos[first - 1] == "PROPN" and reading.words[first - 1][0].isupper():
        first -= 1
    return first


def _name_end(scene: Scene, phrase: Phrase, model: Name | None) -> int:
    """One past the name's last token: "University of Nairobi" runs on after its head."""
    reading = scene.reading
    last = phrase.last
    if model is not None and model.last > last and model.label == "ORG":
        last = model.last - (reading.tag[model.last - 1] == "POS")
    elif reading.lower[phrase.head] in scene.tables.phrasing.name_heads:
        found = complement(scene, phrase.head)
        last = found[0] + 1 if found is not None and reading.words[found[0]][0].isupper() else last
    return last


def _acts(scene: Scene, head: int) -> bool:
    """Whether a noun is the subject of a verb, its agent, or owns something."""
    dep, above = scene.reading.dep[head], scene.reading.head[head]
    return dep in ("nsubj", "nsubjpass", "poss") or (dep == "pobj" and scene.reading.dep[above] == "agent")


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
        if segment.nouns and segment.last > phrase.head:
            break
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
    if not any(s.names for s in run):
        return
    if name is not None:
        claim: Claim | None = person_claim(scene, part, name)
    elif final.names:
        claim = _named(scene, part, final)
    else:
        claim = noun_claim(scene, part, final)
    if claim is not None and claim.head not in scene.claims:
        scene.claims[claim.head] = claim
