"""A phrase that ends in a person's name in, what it says of the person out: name, titles, office on the day."""

from __future__ import annotations

from dataclasses import replace

from dragoman.finding.mentions import NO_NAME, Phrase, Segment
from dragoman.record import Role
from dragoman.resolving.claims import Claim, Scene
from dragoman.resolving.tenures import FORMER, office, standing
from dragoman.resolving.ties import Ties, ties_of
from dragoman.tables.actors import AgentRow, Person
from dragoman.tables.names import fold, pieces

TITLED = frozenset({"office", "speaker", "member"})
UNOFFICIAL = frozenset({"other", "ngo", "company", "media", "party"})
OFFICIAL = ("GOV",)  # what "president" or "director" says unless it is of a body that is no government's
OWN_SECTOR = frozenset({"private", "crowd"})
IN_HOUSE = ("LEG",)  # members of a house act for it rather than for their party: "Likud lawmakers"


def person_name(scene: Scene, phrase: Phrase) -> tuple[int, int] | None:
    """Tokens of the person's name that ends the phrase, if it ends in one."""
    reading, head = scene.reading, phrase.head
    final, model = phrase.final, scene.mentions.name_at.get(head)
    if final is not None and final.names:
        return (final.first, final.last) if isinstance(final.names[0], Person) else None
    if reading.pos[head] != "PROPN" and not (
        model is not None and model.label == "PERSON" and reading.words[head].istitle()
    ):
        return None
    person = model is not None and model.label == "PERSON" and head not in scene.places
    person = person or _by_given_name(scene, phrase)
    if final is not None and not (
        person and model is not None and model.last - model.first > 1 + final.last - final.first
    ):
        return None
    before = [s for s in phrase.segments if s.last <= head]
    first = max([phrase.own, *(s.last for s in before)])
    title = next((s for s in reversed(before) if s.last == first), None)
    titled = (
        title is not None
        and bool(title.nouns)
        and not title.nouns[0].plural
        and isinstance(title.nouns[0].row, AgentRow)
        and title.nouns[0].row.kind == "person"
    )
    if final is not None:
        first = max(phrase.own, model.first if model else head)
    if titled and not person and reading.lower[head] in scene.tables.phrasing.name_heads:
        return None  # "General Assembly"
    while first < head and (
        not reading.words[first][0].isupper() or reading.pos[first] in NO_NAME or _is_honorific(scene, first)
    ):
        first, titled = first + 1, titled or _is_honorific(scene, first)
    return (first, phrase.head + 1) if person or titled else None


def _by_given_name(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase ends in a given name and one or two words more, none of them known for something else."""
    reading, head = scene.reading, phrase.head
    if phrase.final is not None or head in scene.places:
        return False
    first = head
    while (
        first > max(phrase.own, head - 3) and reading.pos[first - 1] == "PROPN" and reading.words[first - 1].istitle()
    ):
        first -= 1
    clear = all(not (s.first < head and s.last > first) for s in phrase.segments)
    return clear and any(fold(reading.words[i]) in scene.tables.phrasing.given for i in range(first, head))


def _is_honorific(scene: Scene, token: int) -> bool:
    words = scene.reading.words
    return scene.tables.phrasing.honorifics.longest([fold(words[token])], [words[token]], 0, 1) is not None


def person_claim(scene: Scene, phrase: Phrase, name: tuple[int, int]) -> Claim:
    reading = scene.reading
    ties = ties_of(scene, phrase, name[0])
    _address(scene, phrase.own, name[0], ties)
    words = _name_words(scene, name)
    claim = Claim(
        phrase.head, phrase.first, phrase.last, "name", "person", reading.text(*name), person=True, named=words,
        gender=ties.gender or _gender(scene, words), definite=True,
    )  # fmt: skip
    known = _known_person(scene, phrase, words, ties)
    if known is not None:
        claim = known_person_claim(scene, claim, known)
        if ties.country != claim.country and ties.country in {row.country for row in known.tenures}:
            claim.country, claim.sectors = ties.country, () if scene.day is None else claim.sectors
    describe_by_titles(scene, claim, ties)
    return claim


def known_person_claim(scene: Scene, claim: Claim, person: Person) -> Claim:
    """The claim with what the tables know of the person on the article's day."""
    stand = standing(person, scene.day)
    return replace(
        claim, key=person.key, identity=("person", person.key), name=person.name, gender=person.gender,
        named=tuple(fold(w) for w in pieces(person.name)), country=stand.country, sectors=stand.sectors,
        roles=stand.roles,
    )  # fmt: skip


def _name_words(scene: Scene, name: tuple[int, int]) -> tuple[str, ...]:
    """The folded words of a name without what follows a surname: "Jr.", "II"."""
    words = [w for w in (fold(scene.reading.words[i]) for i in range(*name)) if w and w != "'s"]
    while len(words) > 1 and "suffix" in scene.tables.phrasing.bearings.get(words[-1], ()):
        words.pop()
    return tuple(words)


def _gender(scene: Scene, named: tuple[str, ...]) -> str | None:
    given = scene.tables.phrasing.given
    return given.get(named[0]) if len(named) > 1 else None


def _address(scene: Scene, first: int, last: int, ties: Ties) -> None:
    """Forms of address and ranks before a name."""
    reading = scene.reading
    words = reading.words[first:last]
    folded = [fold(w) for w in words]
    for i in range(len(words)):
        match = scene.tables.phrasing.honorifics.longest(folded, words, i, len(words))
        if match is not None:
            row = match[1][0]
            ties.gender, ties.sectors = ties.gender or row.gender, ties.sectors or row.sectors


def _known_person(scene: Scene, phrase: Phrase, named: tuple[str, ...], ties: Ties) -> Person | None:
    """The person of the tables whom the full name names; of several the one whose country the phrase gives."""
    if phrase.final is None or not phrase.final.names:
        return _spelled_out(scene, named) if len(named) > 1 else None
    people = [name for name in phrase.final.names if isinstance(name, Person)]
    fitting = [p for p in people if ties.country is None or standing(p, scene.day).country == ties.country]
    active = [p for p in fitting if standing(p, scene.day).sectors not in ((), FORMER)]
    return next(iter(active or fitting or (people if len(people) == 1 else [])), None)


def _spelled_out(scene: Scene, named: tuple[str, ...]) -> Person | None:
    """The one person of the tables whose name has the same words, but more or fewer of them."""
    words = set(named)
    found: dict[str, tuple[Person, bool]] = {}
    for word in named:
        for person in scene.tables.surnames.get(word, ()):
            for known in person.spelled:
                fewer = len(known) > 1 and words.issuperset(known)
                same = bool(known) and known[0] == named[0]
                if fewer or (same and known[-1] == named[-1] and words.issubset(known)):
                    found[person.key] = (person, same or found.get(person.key, (person, False))[1])
    same_first = [person for person, same in found.values() if same]
    chosen = same_first or [person for person, _ in found.values()]
    return chosen[0] if len(chosen) == 1 else None


def describe_by_titles(scene: Scene, claim: Claim, ties: Ties) -> None:
    """Add what the titles before a name, or in apposition to it, say of the person."""
    country = ties.country or (ties.party.country if ties.party else None)
    roles = [role_of(scene, begun, segment, ties, country) for begun, segment in ties.titles]
    spoken = title_sectors(ties)
    past = {role.title for role in claim.roles if role.former}
    current = not ties.former and any(office(role.title) not in past for role in roles)
    if not claim.sectors or (claim.sectors == FORMER and spoken and (current or scene.day is None) and not ties.former):
        claim.sectors = FORMER if ties.former and _held_office(ties) else spoken or claim.sectors
    claim.country = claim.country or country
    claim.roles = claim.roles + tuple(roles)
    claim.nouns = claim.nouns + tuple(n.row.id for _, s in ties.titles for n in s.nouns)
    claim.open = claim.country is None and bool(ties.titles)


def title_sectors(ties: Ties) -> tuple[str, ...]:
    """The sectors that titles and the organisation they belong to give, primary first."""
    nouns = [s.nouns[0].row for _, s in ties.titles]
    agents = [row for row in nouns if isinstance(row, AgentRow)]
    own = tuple(s for row in agents for s in row.sectors)
    side = ties.party.sectors if ties.party is not None else ()
    private = ties.party is not None and not side and ties.party.kind in UNOFFICIAL
    if private and agents and agents[0].sectors == OFFICIAL:
        own = ()
    by_itself = bool(agents and own) and (agents[0].form in OWN_SECTOR or agents[0].sectors == IN_HOUSE)
    order = own + side if by_itself else side + own
    return tuple(dict.fromkeys(order + ties.sectors))


def _held_office(ties: Ties) -> bool:
    return any(isinstance(n.row, AgentRow) and n.row.form in TITLED for _, s in ties.titles for n in s.nouns)


def role_of(scene: Scene, begun: int, segment: Segment, ties: Ties, country: str | None) -> Role:
    """The role that a title gives, with its words from what ties it to the title itself."""
    reading, bearings = scene.reading, scene.tables.phrasing.bearings
    first = begun
    while first < segment.first and (reading.lower[first] in bearings or not reading.words[first][0].isalnum()):
        first += 1
    start, end = reading.span(first, segment.last)
    return Role(
        title=reading.document.text[start:end], of=ties.party.name if ties.party else None, country=country,
        former=ties.former, start=start, end=end,
    )  # fmt: skip
