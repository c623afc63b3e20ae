"""Claims in, parties out: which phrases name the same actor, by identity, by a person's name, by apposition."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field, replace

from dragoman.record import ActorKind, MentionForm, Role
from dragoman.resolving.claims import Claim, Scene
from dragoman.resolving.persons import known_person_claim
from dragoman.resolving.tenures import FORMER, likely_people, standing
from dragoman.tables.names import fold, pieces

UNTOLD = frozenset({"other", "ngo"})  # kinds given to a name that nothing is known of
CALLED_SHORT = frozenset({"company", "ngo", "media", "other"})
SHORTEST = 2  # letters of an abbreviation


@dataclass(slots=True, eq=False)
class Party:
    """An actor while the article is read; `mentions` are (first token, last, form, head)."""

    kind: ActorKind
    name: str
    country: str | None
    sectors: tuple[str, ...]
    key: str | None
    person: bool
    plural: bool
    gender: str | None
    named: tuple[str, ...]
    roles: list[Role] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    mentions: list[tuple[int, int, MentionForm, int]] = field(default_factory=list)


class Parties:
    """The parties of one article; `timeline` has a (head token, number of the party) for each mention, sorted."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.all: list[Party] = []
        self.at: dict[int, Party] = {}
        self.timeline: list[tuple[int, int]] = []
        self._number: dict[int, int] = {}
        self._known: dict[tuple[str, ...], Party] = {}
        self._initials: dict[str, list[Party]] = {}
        self._unlisted: dict[str, list[tuple[Party, tuple[str, ...]]]] = {}
        self._people: dict[str, list[Party]] = {}

    def add(self, claim: Claim) -> Party:
        """Give the claim to the party that it must mean, or to a new one."""
        party = self._known.get(claim.identity) if claim.identity else None
        if party is None and claim.person and claim.named:
            party = self._same_person(claim)
        if party is None and not claim.person and claim.identity and claim.identity[0] == "name":
            party = self.shortened(claim.identity[1:])
        if party is None:
            party = self._new(claim)
        self.join(party, claim)
        return party

    def join(self, party: Party, claim: Claim) -> None:
        """Let the claim's phrase be a mention of the party, and the party learn what the claim says."""
        if claim.identity:
            self._known.setdefault(claim.identity, party)
        if claim.person and claim.named:
            self._learn_name(party, claim)
        if party.kind in UNTOLD and party.key is None and claim.kind not in UNTOLD and not claim.person:
            party.kind = claim.kind
        party.nouns.update(claim.nouns)
        party.gender = party.gender or claim.gender
        party.country = party.country or claim.country
        if party.sectors in ((), ("UNK",)) or self._outdated(party, claim):
            party.sectors = claim.sectors or party.sectors
        bare, known = not party.roles, {(role.title.lower(), role.former) for role in party.roles}
        for role in claim.roles:
            if bare or (role.start is not None and (role.title.lower(), role.former) not in known):
                party.roles.append(role)
                known.add((role.title.lower(), role.former))
        self.mention(party, claim.head, claim.first, claim.last, claim.form)

    def mention(self, party: Party, head: int, first: int, last: int, form: MentionForm) -> None:
        """Note a mention of the party."""
        if head in self.at:
            return
        party.mentions.append((first, last, form, head))
        self.at[head] = party
        insort(self.timeline, (head, self._number[id(party)]))

    def before(self, token: int, limit: int) -> list[tuple[int, Party]]:
        """The last mentions before a token, nearest first."""
        end = bisect_left(self.timeline, (token, -1))
        return [(head, self.all[number]) for head, number in reversed(self.timeline[max(0, end - limit) : end])]

    def after(self, token: int, limit: int) -> list[tuple[int, Party]]:
        """The next mentions after a token, nearest first."""
        start = bisect_left(self.timeline, (token + 1, -1))
        return [(head, self.all[number]) for head, number in self.timeline[start : start + limit]]

    def known(self, identity: tuple[str, ...]) -> Party | None:
        """The party of an identity, if the article has it."""
        return self._known.get(identity)

    def surname(self, word: str) -> Party | None:
        """The person of the article whose last name it is; of several the one most spoken of."""
        found = [party for party in self._people.get(word, ()) if party.named[-1] == word]
        return max(found, key=lambda party: len(party.mentions)) if found else None

    def full_name(self, words: tuple[str, ...]) -> Party | None:
        """The person of the article called by exactly these words."""
        return next((party for party in self._people.get(words[-1], ()) if party.named == words), None)

    def abbreviated(self, letters: str) -> Party | None:
        """The one organisation whose name's capitals the letters are."""
        plain = letters.replace(".", "")
        if not plain.isupper() or len(plain) < SHORTEST:
            return None
        found = [party for party in self._initials.get(plain, ()) if not party.person]
        return found[0] if len(found) == 1 else None

    def shortened(self, words: tuple[str, ...]) -> Party | None:
        """The one organisation of the article alone whose longer name begins with the words."""
        longer = self._unlisted.get(words[0], []) if words else []
        found = [p for p, whole in longer if len(whole) > len(words) and whole[: len(words)] == words and not p.person]
        return found[0] if len(found) == 1 else None

    def create(self, claim: Claim) -> Party:
        """A party that no phrase has named so far."""
        party = self._new(claim)
        if claim.identity:
            self._known[claim.identity] = party
        return party

    def _new(self, claim: Claim) -> Party:
        party = Party(
            claim.kind, claim.name, claim.country, claim.sectors, claim.key, claim.person, claim.plural, claim.gender,
            claim.named,
        )  # fmt: skip
        self._number[id(party)] = len(self.all)
        self.all.append(party)
        if not claim.person and claim.kind != "state" and claim.form == "name":
            self._initials.setdefault(initials(claim.name), []).append(party)
        if claim.kind in CALLED_SHORT and claim.key is None and claim.form == "name":
            whole = tuple(fold(piece) for piece in pieces(claim.name.removeprefix("The ").removeprefix("the ")))
            if len(whole) > 1:
                self._unlisted.setdefault(whole[0], []).append((party, whole))
        return party

    def _outdated(self, party: Party, claim: Claim) -> bool:
        """Whether the text gives a present office to one whom the tables know for a past one."""
        if claim.sectors in ((), FORMER, ("UNK",)) or not claim.nouns:
            return False
        if self.scene.day is None:
            return party.sectors == FORMER
        past = {role.title.replace(" ", "-") for role in party.roles if role.former}
        return party.sectors == FORMER and bool(past) and not past & set(claim.nouns)

    def _learn_name(self, party: Party, claim: Claim) -> None:
        if len(claim.named) > len(party.named) and party.key is None:
            party.named, party.name, party.key = claim.named, claim.name, claim.key
            if claim.key:
                party.country, party.sectors = claim.country, claim.sectors
        party.kind, party.person = "person", True
        for word in claim.named:
            if len(word) < 2:
                continue
            known = self._people.setdefault(word, [])
            if party not in known:
                known.append(party)

    def _same_person(self, claim: Claim) -> Party | None:
        """A person of the article with that name: two with one surname and other given names stay two."""
        if claim.identity is None and len(claim.named) == 1:
            return self.by_surname(claim)
        found = [
            p for p in self._people.get(claim.named[-1], ())
            if (claim.key is None or p.key in (None, claim.key)) and _one_name(p.named, claim.named)
        ]  # fmt: skip
        return found[-1] if found else None

    def by_surname(self, claim: Claim) -> Party | None:
        """The person of the article whom a name of one word means, by gender, title and what was said last."""
        word = claim.named[0]
        found = self._people.get(word, [])
        found = [p for p in found if p.named[-1] == word] or found
        found = [p for p in found if not (claim.gender and p.gender and claim.gender != p.gender)]
        if len(found) > 1:
            alike = [p for p in found if p.nouns & set(claim.nouns)]
            found = alike or found
        if not found:
            return None
        if len(found) == 1:
            return found[0]
        ahead = [p for _, p in self.before(claim.head, 60) if p in found]
        used = [p for p in ahead if any(last - first == 1 and form == "name" for first, last, form, _ in p.mentions)]
        newest = ahead[0] if ahead else max(found, key=lambda p: (p.key is not None, len(p.mentions)))
        return used[0] if used and not self._just_named(newest, claim.head) else newest

    def _just_named(self, party: Party, token: int) -> bool:
        """Whether the party's full name stands in the same sentence or the one before."""
        sentence = self.scene.reading.sentence_of
        return any(
            last - first > 1 and sentence[token] - sentence[head] in (0, 1)
            for first, last, form, head in party.mentions
        )


def initials(name: str) -> str:
    """The capitals with which the words of a name begin."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper() and word not in ("The", "A"))


def _one_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: the shorter is part of the longer, initials counted."""
    short, long = sorted((one, other), key=len)
    left = list(long)
    for word in short:
        match = next((w for w in left if w == word or (1 in (len(w), len(word)) and w[0] == word[0])), None)
        if match is None:
            return False
        left.remove(match)
    return True


def introduce(scene: Scene, claim: Claim) -> Claim:
    """A surname that the article never explains, as the office holder whom it names on the day, if it is clear who.

    Where several of one state bear the name, the state at least is known.
    """
    if len(claim.named) != 1:
        return claim
    people = likely_people(scene.tables, claim.named[0], scene.day, scene.lands, claim.country, claim.nouns)
    if len(people) == 1:
        known = known_person_claim(scene, claim, people[0])
        if known.sectors == FORMER and claim.sectors and scene.day is None:
            known.sectors = claim.sectors
        return replace(known, person=True, kind="person", sort=None)
    countries = {standing(person, scene.day).country for person in people}
    if claim.country is None and len(countries) == 1 and claim.nouns:
        return replace(claim, country=countries.pop(), open=False)
    return claim
