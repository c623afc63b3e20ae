"""Reading, places and attributions in, the cast out: mentions found, chained and resolved on the document's date."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from dragoman.finding.attribution import Attribution
from dragoman.finding.mentions import find_mentions
from dragoman.language.reading import Reading
from dragoman.record import Actor, Mention, Place
from dragoman.resolving.appositions import appositions
from dragoman.resolving.cast import Cast
from dragoman.resolving.claims import Claim, Scene
from dragoman.resolving.context import context_of
from dragoman.resolving.describing import describe
from dragoman.resolving.parties import Parties, Party, introduce
from dragoman.resolving.references import References
from dragoman.resolving.repeats import relatives, repeat_names
from dragoman.resolving.roles import settle_country
from dragoman.tables.actors import ActorTables
from dragoman.tables.names import fold
from dragoman.tables.phrasing import PronounRow

OFFICIAL = frozenset({"government", "military", "police"})  # kinds that are of the country in play
OFFICIAL_SECTORS = frozenset({"GOV", "LEG", "JUD", "SPY", "MIL", "COP"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj"})
UNKNOWN = ("UNK",)  # PLOVER's sector of who is not identified


def resolve_actors(
    reading: Reading, places: tuple[Place, ...], attributions: list[Attribution], tables: ActorTables
) -> Cast:
    """The actors of the article with their mentions.

    A phrase first says what it can by itself; persons are then joined by name, descriptions, pronouns and bare
    offices by what the article has said so far.
    """
    day = (reading.document.published or "")[:10] or None
    scene = Scene(reading, tables, find_mentions(reading, tables), _by_token(reading, places), day)
    describe(scene)
    parties = Parties(scene)
    beside = appositions(scene)
    groups: dict[int, tuple[Party, ...]] = {}
    _add_named(scene, parties, beside, groups)
    repeat_names(scene, parties)
    _refer(scene, References(context_of(scene, parties, attributions), parties, groups), beside)
    return _cast(scene, parties, groups)


def _by_token(reading: Reading, places: tuple[Place, ...]) -> dict[int, Place]:
    out: dict[int, Place] = {}
    for place in places:
        for i in range(bisect_left(reading.start, place.start), bisect_left(reading.start, place.end)):
            out[i] = place
    return out


def _add_named(scene: Scene, parties: Parties, beside: dict[int, int], groups: dict[int, tuple[Party, ...]]) -> None:
    """Parties of what has a name or an identity: full names first, so that surnames find them."""
    ordered = sorted(scene.claims.items())
    short = []
    for head, claim in ordered:
        if head in beside or _waits(claim):
            continue
        if (
            claim.form == "name" and claim.last - claim.first == 1 and not claim.named
        ):  # "Shell", if a Jo Shell is known
            claim.named = (fold(scene.reading.words[head]),)
        if not claim.named and not claim.person and claim.identity and claim.identity[0] == "name":
            claim.named = claim.identity[1:2] if len(claim.identity) == 2 else ()
        if len(claim.named) == 1 and (claim.identity is None or not claim.person):
            short.append((head, claim))
        else:
            parties.add(claim)
    # what the model knows for a name first, titled ones before bare ones
    for _, claim in sorted(short, key=lambda pair: (pair[1].sort is not None, not (pair[1].nouns or pair[1].gender))):
        _add_surname(scene, parties, claim)
    for head, claims in sorted(scene.joint.items()):
        if head in parties.at:
            groups[head] = (*(parties.add(claim) for claim in claims), parties.at[head])
    for head, other in sorted(beside.items()):
        if other in parties.at:
            parties.join(parties.at[other], scene.claims[head])


def _add_surname(scene: Scene, parties: Parties, claim: Claim) -> None:
    """A name of one word: a person whom the article or the tables know, a person of its own, or no person."""
    if claim.kind == "state" or (claim.key and parties.surname(claim.named[0]) is None):
        parties.add(replace(claim, named=()))
        return
    known, listed = parties.by_surname(claim), introduce(scene, claim)
    if known is not None and not (
        listed.key and listed.nouns and known.key is None and not known.nouns & set(claim.nouns)
    ):
        parties.join(known, replace(claim, person=True, kind="person", identity=None, sort=None))
        return
    claim = listed
    other = parties.known(("name", *claim.named)) or parties.abbreviated(claim.name) or parties.shortened(claim.named)
    if not claim.person and other is not None:
        parties.join(other, replace(claim, named=(), kind=other.kind))
        return
    if claim.sort is not None and not claim.person:
        claim = _subject(scene, claim)
    if not claim.person:
        claim = replace(claim, named=())
    if claim.sort is None:
        parties.add(claim)


def _subject(scene: Scene, claim: Claim) -> Claim:
    """A name that nobody explains: who acts under it is a person, or under capitals an organisation."""
    dep = scene.reading.dep[claim.head]
    if dep not in ("nsubj", "nsubjpass", "dobj", "poss", "pobj") or not claim.name[0].isupper():
        return claim
    identity = ("name", *claim.named)
    if claim.name.isupper():
        return replace(claim, kind="ngo" if dep != "pobj" else "other", sort=None, identity=identity)
    above = scene.reading.lower[scene.reading.head[claim.head]]
    if dep == "pobj" and "partner" not in scene.tables.phrasing.bearings.get(above, ()):
        return claim
    return replace(claim, kind="person", person=True, sort=None, identity=identity)


def _waits(claim: Claim) -> bool:
    """Whether the claim needs what the article has said before."""
    if claim.by_office:
        return True
    if claim.named or (claim.form == "name" and claim.identity):
        return False
    if claim.sort is not None or claim.open or claim.owner is not None:
        return True
    return claim.form == "nominal" and claim.definite and claim.country is None


def _refer(scene: Scene, references: References, beside: dict[int, int]) -> None:
    """Resolve in text order what waits: pronouns, descriptions, bare offices; then the first persons in quotes."""
    parties, context = references.parties, references.context
    pronouns = scene.tables.phrasing.pronouns
    for head, claim in scene.claims.items():
        official = claim.kind in OFFICIAL or (claim.person and OFFICIAL_SECTORS & set(claim.sectors[:1]))
        if claim.open and claim.form == "name" and official and head in parties.at:
            country = parties.at[head].country or references.service_country(claim)
            parties.at[head].country = country or context.country(head)
    waiting = {h: c for h, c in scene.claims.items() if h not in parties.at and h not in beside}
    late = []
    for token in sorted([*waiting, *scene.mentions.pronouns], key=context.turn):
        if token in waiting:
            _settle(scene, references, waiting[token])
            if token in scene.joint and token in parties.at and token not in references.groups:
                references.groups[token] = (*(parties.add(c) for c in scene.joint[token]), parties.at[token])
            continue
        row = pronouns.get(scene.reading.lower[token])
        aside = scene.reading.child(token, "appos")
        if row is not None and aside is not None and aside in parties.at:
            _point(parties, token, parties.at[aside])
            continue
        if row is not None and row.person == 1:
            late.append((token, row))
        elif row is not None:
            party = references.pronoun(token, row)
            if party is None and token not in references.groups:
                party = _somebody(scene, parties, token, row)
            _point(parties, token, party)
    for token, row in late:
        _point(parties, token, references.pronoun(token, row))
    for head, other in beside.items():
        _belong(parties, scene.claims[head], parties.at.get(other))


def _belong(parties: Parties, claim: Claim, party: Party | None) -> None:
    """Let a person described as somebody's ("its spokesman, Jo Roe") be of that side."""
    owner = parties.at.get(claim.owner) if claim.owner is not None else None
    if party is None or owner is None or not party.person or owner.person or party.country is not None:
        return
    party.country = owner.country
    party.sectors = party.sectors if party.sectors not in ((), UNKNOWN) else owner.sectors


def _somebody(scene: Scene, parties: Parties, token: int, row: PronounRow) -> Party | None:
    """Who acts as "he" or "they" without having been named."""
    if row.gender == "n" or scene.reading.dep[token] not in ("nsubj", "nsubjpass"):
        return None
    return parties.create(
        Claim(
            token, token, token + 1, "pronoun", "person", scene.reading.words[token], sectors=UNKNOWN, person=True,
            plural=row.number == "many", gender=row.gender,
        )
    )  # fmt: skip


def _point(parties: Parties, token: int, party: Party | None) -> None:
    if party is not None:
        parties.mention(party, token, token, token + 1, "pronoun")


def _settle(scene: Scene, references: References, claim: Claim) -> None:
    """Give a waiting claim to the party it means, to the organ of the country in play, or to a party of its own."""
    parties = references.parties
    if claim.sort is not None:
        party = references.description(claim)
        if party is not None:
            parties.join(party, claim)
        elif claim.nouns and claim.head not in references.groups:
            parties.add(replace(claim, sort=None))
        elif claim.head not in references.groups:
            _unnamed(scene, parties, claim)
        return
    owner = parties.at.get(claim.owner) if claim.owner is not None else None
    if claim.owner is None and claim.definite:
        party = references.same_noun(claim) or references.leader(claim) or references.same_ending(claim)
        party = party or (references.named_later(claim) if claim.by_office else references.same_kind(claim))
        if party is not None:
            parties.join(party, claim)
            return
    if claim.open or (owner is not None and claim.country is None):
        country = references.service_country(claim) or references.context.country(claim.head)
        country = owner.country if owner is not None else country
        if country in scene.tables.states and country is not None:
            settle_country(scene, claim, country)
    parties.add(claim)


def _unnamed(scene: Scene, parties: Parties, claim: Claim) -> None:
    """A group or states that the article never names: a party of its own where it stands as an argument."""
    if scene.reading.dep[claim.head] not in ARGUMENTS:
        return
    sorts = (claim.sort or "").split("|")
    if "side" in sorts:
        return
    if "state" in sorts and claim.plural:
        parties.add(replace(claim, kind="state", identity=("states", claim.name.lower()), sort=None))
    elif "ally" in sorts and claim.plural:
        owner = parties.at.get(claim.owner) if claim.owner is not None else None
        of_state = claim.country is not None or (owner is not None and owner.kind == "state")
        parties.add(
            replace(claim, kind="state" if of_state else "population", sectors=() if of_state else UNKNOWN, sort=None)
        )
    elif "group" in sorts:
        parties.add(replace(claim, kind="ngo", sectors=UNKNOWN, sort=None))


def _cast(scene: Scene, parties: Parties, groups: dict[int, tuple[Party, ...]]) -> Cast:
    reading = scene.reading
    named = [party for party in parties.all if party.mentions]
    for party in named:
        party.mentions.sort()
    named.sort(key=lambda party: party.mentions[0])
    ids = {id(party): f"a{i + 1}" for i, party in enumerate(named)}
    head = {token: ids[id(party)] for token, party in {**relatives(scene, parties), **parties.at}.items()}
    spans = [(last - first, first, last, ids[id(p)]) for p in named for first, last, _, _ in p.mentions]
    cover: dict[int, str] = {}
    for _, first, last, ident in sorted(spans, reverse=True):
        cover.update(dict.fromkeys(range(first, last), ident))
    several = {token: tuple(ids[id(p)] for p in group if id(p) in ids) for token, group in groups.items()}
    return Cast(tuple(_actor(reading, party, ids[id(party)]) for party in named), head, cover, several)


def _actor(reading: Reading, party: Party, ident: str) -> Actor:
    mentions = []
    for first, last, form, _ in party.mentions:
        start, end = reading.span(first, last)
        mentions.append(Mention(start, end, reading.document.text[start:end], form))
    return Actor(
        id=ident, name=party.name, kind=party.kind, country=party.country,
        sector=party.sectors[0] if party.sectors else None, sectors=party.sectors, key=party.key,
        roles=tuple(party.roles), mentions=tuple(mentions),
    )  # fmt: skip
