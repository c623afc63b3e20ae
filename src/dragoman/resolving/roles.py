"""A phrase with a role noun in, its claim out: the organ, the office and its holder, or people of that role."""

from __future__ import annotations

from dataclasses import replace

from dragoman.finding.mentions import Phrase, Segment
from dragoman.resolving.claims import Claim, Scene, organ_claim
from dragoman.resolving.persons import IN_HOUSE, UNOFFICIAL, known_person_claim, role_of, title_sectors
from dragoman.resolving.tenures import FORMER, holder, is_top, only_holder, only_seat
from dragoman.resolving.ties import Ties, complete, pick, set_apart, ties_of
from dragoman.tables.actors import AgentRow, Noun, OrganRow, StateName
from dragoman.tables.names import fold

BY_SIDE = frozenset({"member", "speaker"})  # in the plural these are their organisation: "Taliban fighters"
HELD = frozenset({"office", "speaker"})  # who no longer is one is of the former elite
HELD_SECTORS = frozenset({"GOV", "LEG", "JUD", "SPY", "MIL", "COP"})
FORCES = frozenset({"government", "military", "police", "armed_group", "party"})  # kinds of people of one sector
PARTIES = frozenset({"armed_group", "party", "igo", "ngo", "company", "media"})


def noun_claim(scene: Scene, phrase: Phrase, final: Segment) -> Claim:
    """The claim of a phrase whose head is a noun for an organ or an agent."""
    ties = ties_of(scene, phrase, final.first)
    noun = final.nouns[0]
    end = complete(scene, phrase.head, ties)
    if isinstance(noun.row, OrganRow):
        claim = _organ(scene, phrase, noun.row, ties)
    else:
        claim = _agent(scene, phrase, noun, noun.row, final, ties)
    join_states(scene, phrase, claim)
    claim.definite = ties.definite or (not ties.indefinite and claim.form != "nominal")
    claim.owner = ties.owner
    if claim.form == "name" and end > phrase.last and claim.identity:
        claim.identity += folded(scene, phrase.last, end)
        claim.name = f"{claim.name} {scene.reading.text(phrase.last, end)}"
    elif ties.town and claim.identity and claim.identity[0] == "organ":
        claim.identity += (ties.town,)
    claim.last = max(claim.last, end)
    words = _bearings(scene, final)
    if (
        ties.foreign
        or (claim.kind == "military" and "foreign" in words)
        or (claim.form == "nominal" and ties.indefinite)
    ):
        claim.open = False
    unlisted = ties.party is not None and ties.party.key is None and ties.party.kind in UNOFFICIAL
    bare = claim.form == "title" and not _is_marked(scene, phrase) and not _in_headline(scene, phrase.head)
    if unlisted or bare or (claim.plural and not ties.definite):
        claim.open = False
    if claim.plural and ties.definite and claim.country is None and ties.party is None and _is_pair(scene, phrase):
        claim.sort = ("several|people" if claim.person else "several") if claim.nouns else None
    organs = isinstance(noun.row, OrganRow) and scene.reading.tag[phrase.head] == "NNS"
    if organs and claim.country is None and ties.party is None and _is_pair(scene, phrase):  # "both governments"
        states = "state" in scene.tables.phrasing.descriptions.get(scene.reading.lower[phrase.head], ())
        claim.sort, claim.plural, claim.definite = "several|state" if states else "several", True, True
    claim.open = claim.open or ("ethnic" in words and claim.country is None)
    return claim


def _bearings(scene: Scene, final: Segment) -> set[str]:
    """What the words before the last of a noun's segment bear on it: "foreign troops", "ethnic Serbs"."""
    bearings = scene.tables.phrasing.bearings
    words = scene.reading.lower[final.first : final.last - 1]
    return {sort for word in words for sort in bearings.get(word, ())}


def join_states(scene: Scene, phrase: Phrase, claim: Claim) -> None:
    """Claims like this one for the other states before the noun: "French and German troops"."""
    states = [(s, pick(scene, s)) for s in phrase.segments if s.names and s.last <= phrase.head]
    keys = [(s, n.row.key) for s, n in states if isinstance(n, StateName) and not set_apart(scene, s)]
    if len(keys) < 2 or claim.country != keys[-1][1] or claim.named:
        return
    for segment, key in keys[:-1]:
        if scene.reading.lower[segment.last] not in ("and", ",", "-", "/"):
            continue
        identity = tuple(key if part == claim.country else part for part in claim.identity or ())
        scene.joint.setdefault(claim.head, []).append(
            replace(
                claim, head=segment.last - 1, first=segment.first, last=segment.last, form="demonym", country=key,
                identity=identity or None, key=key if claim.key == claim.country else None, named=(), roles=(),
                name=scene.tables.states[key].name if claim.kind == "state" else claim.name,
            )
        )  # fmt: skip


def _organ(scene: Scene, phrase: Phrase, row: OrganRow, ties: Ties) -> Claim:
    reading, party = scene.reading, ties.party
    country = ties.country or (party.country if party else None)
    claim = organ_claim(scene, phrase.first, phrase.last, phrase.head, row, country)
    proper = [i for i in range(phrase.own, phrase.last) if reading.pos[i] == "PROPN" and reading.words[i][0].isupper()]
    if proper:
        claim.name = reading.text(proper[0], phrase.last)
    if any(i not in _known(phrase) for i in proper):
        claim.form, claim.identity = "name", ("name", *folded(scene, proper[0], phrase.last))
    elif party is not None and party.kind in PARTIES and party.key:
        claim.identity = ("organ", row.id, party.key)
        claim.sectors = tuple(dict.fromkeys(claim.sectors + party.sectors))
    elif ties.country is None and ties.indefinite:
        claim.identity = None
    return claim


def _known(phrase: Phrase) -> set[int]:
    return {i for segment in phrase.segments for i in range(segment.first, segment.last)}


def folded(scene: Scene, first: int, last: int) -> tuple[str, ...]:
    """The folded words of the tokens [first, last), hyphens left out."""
    return tuple(w for w in (fold(scene.reading.words[i]) for i in range(first, last)) if w)


def _agent(scene: Scene, phrase: Phrase, noun: Noun, row: AgentRow, final: Segment, ties: Ties) -> Claim:
    party, reading = ties.party, scene.reading
    alike = scene.tables.phrasing.alike
    by_side = (row.form in BY_SIDE or row.id in alike) and row.sectors != IN_HOUSE
    if noun.plural and party is not None and by_side and not ties.former:
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
    if claim.person and not noun.plural and row.form != "private":
        claim.roles = (
            role_of(scene, max(phrase.own, *(s.last for s in phrase.segments[:-1]), 0), final, ties, country),
        )
    if ties.former and (row.form in HELD or HELD_SECTORS & set(claim.sectors)):
        claim.sectors = FORMER
    if noun.plural:
        kind = scene.tables.kinds.get(claim.sectors[0] if claim.sectors else "")
        civil = row.form == "private" and kind == "government"  # lawyers
        claim.kind = kind if kind in FORCES and not civil else "population"
        stem = alike.get(row.id, row.id)
        claim.identity = ("organ" if stem != row.id else "agents", stem, country) if country else ("agents", stem)
    elif not ties.indefinite and not ties.former and (row.form in HELD or is_top(scene.tables, row.singular[0])):
        _office(scene, claim, final, ties)
    return claim


def _office(scene: Scene, claim: Claim, final: Segment, ties: Ties) -> None:
    """A bare title: the holder on the day, or the office itself."""
    title = scene.reading.text(final.first, final.last)
    claim.form, claim.by_office = "title", True
    private = ties.party is not None and ties.party.key is None and ties.party.kind in UNOFFICIAL
    of = ties.party.key if ties.party is not None and ties.party.key else ties.country
    of = of or only_seat(scene.tables, title)
    if of is None or private:
        return
    person = holder(scene.tables, of, title, scene.day)
    leads = "leads" in scene.tables.phrasing.bearings.get(scene.reading.lower[claim.head], ())
    if person is None and leads and of in scene.tables.organisations:
        person = only_holder(scene.tables, of, scene.day)
    if person is None:
        claim.identity = ("office", title.lower(), of)
        return
    known = known_person_claim(scene, claim, person)
    claim.key, claim.identity, claim.name, claim.named = known.key, known.identity, known.name, known.named
    claim.gender, claim.roles = known.gender, known.roles + claim.roles
    claim.sectors, claim.country = known.sectors or claim.sectors, known.country or claim.country


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
    elif claim.form == "title" and _is_marked(scene, phrase):
        _office(scene, claim, final, Ties(country))
    elif not claim.sectors and row.form == "speaker":
        claim.sectors = ("GOV",)


def _is_marked(scene: Scene, phrase: Phrase | None) -> bool:
    """Whether a title stands with "the" or an owner: "senior vice president" alone is of no state."""
    if phrase is None or phrase.possessor is not None:
        return phrase is not None
    bearings = scene.tables.phrasing.bearings
    return any("definite" in bearings.get(scene.reading.lower[i], ()) for i in range(phrase.own, phrase.head))


def _in_headline(scene: Scene, token: int) -> bool:
    return scene.reading.sentences[scene.reading.sentence_of[token]].kind in ("title", "heading")


def _is_pair(scene: Scene, phrase: Phrase) -> bool:
    """Whether a plural is said to be two."""
    bearings = scene.tables.phrasing.bearings
    return any("pair" in bearings.get(scene.reading.lower[i], ()) for i in range(phrase.own, phrase.head))
