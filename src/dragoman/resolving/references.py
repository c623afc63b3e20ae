"""Pronouns and descriptions in, the parties that they mean out, by agreement, grammar, distance and who is speaking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.language.reading import Reading
from dragoman.resolving.claims import Claim, state_claim
from dragoman.resolving.context import Context
from dragoman.resolving.parties import UNTOLD, Parties, Party
from dragoman.tables.names import fold
from dragoman.tables.phrasing import PronounRow

AGAIN = 12  # sentences back in which the same noun means the same party
REACH = 60  # mentions back that are weighed
FAR = {"one": 4, "many": 3}  # sentences back, by number
SIDES = frozenset(
    {"state", "government", "military", "police", "armed_group", "party", "igo", "ngo", "company", "media"}
)
BODIES = frozenset({"armed_group", "party", "igo", "ngo", "company", "media"})
TEAMS = frozenset({"armed_group", "party", "igo", "ngo", "company", "other"})  # not media: who is told is not meant
SERVICES = (("MIL",), ("COP",), ("SPY",))
OFFICIAL = frozenset({"military", "police", "government", "person"})
FIGHTING = frozenset({"PRM", "REB", "UAF"})
MANY = frozenset({"armed_group", "police", "military", "population", "party", "company", "government", "other"})
STATE_SECTORS = frozenset({"GOV", "MIL", "SPY", "LEG", "COP", "ELI"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS = frozenset({"dobj", "dative", "agent"})
ARGUMENTS = SUBJECTS | OBJECTS | {"pobj", "attr"}
SUBJECT, OBJECT, POSSESSOR, LOOSE = 3.0, 1.5, 1.0, 0.5  # weights of a candidate's grammatical role
KNOWN = 1.0  # for a gender that is known
PER_SENTENCE, PARALLEL, OWN_SUBJECT, SALIENT, FOR_WHAT = 2.0, 1.0, 2.0, 0.3, 5.0


@dataclass(slots=True)
class References:
    """The resolver of one article's pronouns and descriptions; `groups` takes those that mean several parties."""

    context: Context
    parties: Parties
    groups: dict[int, tuple[Party, ...]]
    paired: set[int] = field(default_factory=set)

    def pronoun(self, token: int, row: PronounRow) -> Party | None:
        """The party that a pronoun means, or None where the evidence is thin."""
        if row.person == 1:
            return self._speaking(token, row)
        best, chosen, at = 0.0, None, -1
        barred = self._barred(token)
        for head, party in self.parties.before(token, REACH):
            if party in barred:
                continue
            score = self._score(token, row, head, party)
            if score > best:
                best, chosen, at = score, party, head
        if row.number == "many" and self._pair(token, at):
            return None
        if chosen is not None and chosen.person:
            chosen.gender = chosen.gender or row.gender
        return chosen

    def _pair(self, token: int, nearer: int) -> bool:
        """Whether "they" are those joined as one subject, in this sentence or the one before, and last spoken of."""
        reading, at = self.context.scene.reading, self.parties.at
        for head, _ in self.parties.before(token, REACH):
            if head <= nearer or reading.sentence_of[token] - reading.sentence_of[head] > 1:
                return False
            joined = [c for c in reading.conjuncts(head) if c in at and c < token]
            if reading.dep[head] in SUBJECTS and len(joined) > 1:
                found = list({id(at[c]): at[c] for c in joined}.values())
                if len(found) > 1 and not any(party in self._barred(token) for party in found):
                    self.groups[token] = tuple(found)
                    return True
        return False

    def _speaking(self, token: int, row: PronounRow) -> Party | None:
        speaker = self.context.speaker(token)
        if speaker is None or row.number == "one":
            return speaker
        return self.side(speaker)

    def side(self, party: Party) -> Party | None:
        """Whom a speaker means by "we": the state of an official, else the organisation, else the party itself."""
        states = self.context.scene.tables.states
        if party.country in states and (party.kind == "state" or STATE_SECTORS & set(party.sectors)):
            return self.state(party.country)
        return None if party.person else party

    def state(self, key: str) -> Party:
        """The party of a state, made if the article has not named it."""
        return self.parties.known(("state", key)) or self.parties.create(
            state_claim(self.context.scene, -1, 0, 0, key, "nominal")
        )

    def _score(self, token: int, row: PronounRow, head: int, party: Party) -> float:
        reading = self.context.scene.reading
        far = reading.sentence_of[token] - reading.sentence_of[head]
        if far > FAR[row.number] or not _agrees(row, party, reading.tag[head]):
            return 0.0
        if self._speaks(token, party) or (far == 0 and self._directs(token, head)):
            return 0.0
        dep = reading.dep[head]
        weight = SUBJECT if dep in SUBJECTS else OBJECT if dep in OBJECTS else POSSESSOR if dep == "poss" else LOOSE
        if dep == reading.dep[token]:
            weight += PARALLEL
        if far == 0 and dep in SUBJECTS and self._governor(head) in self._governors(token):
            weight += OWN_SUBJECT
        if row.gender in ("m", "f") and party.gender == row.gender:
            weight += KNOWN
        if reading.dep[token] == "poss" and self._for_what(token, head):
            weight += FOR_WHAT
        return 10.0 + weight + SALIENT * min(len(party.mentions), 5) - PER_SENTENCE * far - 0.01 * (token - head)

    def _for_what(self, token: int, head: int) -> bool:
        """One is blamed or thanked for what one did oneself: "criticised Roe for his remarks", "hit back over his"."""
        reading = self.context.scene.reading
        link = reading.head[reading.head[token]]
        sorts = self.context.scene.tables.phrasing.bearings.get(reading.lower[link], ())
        if "wherefore" not in sorts or not head < link:
            return False
        above = reading.head[head]
        against = reading.dep[head] == "pobj" and "against" in self.context.scene.tables.phrasing.bearings.get(
            reading.lower[above], ()
        )
        return (reading.head[above] if against else above) == reading.head[link] and (
            against or reading.dep[head] == "dobj"
        )

    def _barred(self, token: int) -> list[Party]:
        """The other arguments of the token's predicate: they mean other parties, reflexives and possessors aside."""
        reading, at = self.context.scene.reading, self.parties.at
        if reading.lower[token].endswith(("self", "selves")):
            return []
        if reading.dep[token] == "poss":
            heads = [reading.head[token]]
        else:
            governor = self._governor(token)
            heads = [governor, *(c for child in reading.children[governor] for c in _argument(reading, child))]
            heads += self._shared_subject(governor) if reading.dep[token] not in SUBJECTS else []
        return [at[head] for head in heads if head in at and head != token]

    def _shared_subject(self, verb: int) -> list[int]:
        """The subject that a coordinated verb has from the first one."""
        reading = self.context.scene.reading
        while reading.dep[verb] == "conj" and reading.child(verb, *SUBJECTS) is None:
            verb = reading.head[verb]
            if (subject := reading.child(verb, *SUBJECTS)) is not None:
                return reading.conjuncts(subject)
        return []

    def _governor(self, token: int) -> int:
        reading = self.context.scene.reading
        above = reading.head[token]
        while reading.dep[token] in ("pobj", "conj", "agent") or reading.dep[above] in ("agent", "prep"):
            if above == reading.head[above]:
                break
            token, above = above, reading.head[above]
        return above

    def _governors(self, token: int) -> set[int]:
        """The heads above a token up to its clause's verb."""
        reading = self.context.scene.reading
        out: set[int] = set()
        while reading.head[token] != token:
            token = reading.head[token]
            out.add(token)
            if reading.pos[token] in ("VERB", "AUX"):
                break
        return out

    def _directs(self, token: int, head: int) -> bool:
        """Who demands that it stop does not mean itself."""
        reading = self.context.scene.reading
        verb = reading.head[token]
        if reading.dep[token] not in SUBJECTS or reading.dep[verb] not in ("ccomp", "xcomp"):
            return False
        above = reading.head[verb]
        sorts = self.context.scene.tables.phrasing.bearings.get(reading.lemma[above], ())
        while reading.dep[above] == "conj" and reading.child(above, *SUBJECTS) is None:
            above = reading.head[above]
        return "directs" in sorts and reading.dep[head] in SUBJECTS and reading.head[head] == above

    def _speaks(self, token: int, party: Party) -> bool:
        """In direct speech the third person is someone else than the speaker."""
        attribution = self.context.speech.get(token)
        return attribution is not None and attribution.mode == "direct" and self.context.speaker(token) is party

    def description(self, claim: Claim) -> Party | None:
        """The party that a noun without a name of its own means: "the country", "his party", "the group"."""
        sorts = (claim.sort or "").split("|")
        if claim.plural:
            self._several(claim, sorts)
            return None
        owner = self.parties.at.get(claim.owner) if claim.owner is not None else None
        if "state" in sorts and (claim.definite or owner is not None):
            return self._country(claim, owner)
        if "group" in sorts and claim.definite and claim.owner is None:
            near = next((p for p in self._near(claim.head, 3) if _is_team(p) and not p.plural), None)
            return self._same_head(claim) or near
        return None

    def _same_head(self, claim: Claim) -> Party | None:
        """The party described with the same noun before: "a panel ... the panel"."""
        reading = self.context.scene.reading
        for head, party in self.parties.before(claim.head, REACH):
            if reading.sentence_of[claim.head] - reading.sentence_of[head] > AGAIN:
                return None
            if reading.lower[head] == reading.lower[claim.head] and not party.plural:
                return party
        return None

    def _country(self, claim: Claim, owner: Party | None) -> Party | None:
        states = self.context.scene.tables.states
        if owner is not None:
            return self.state(owner.country) if owner.country in states else None
        if claim.country in states:
            return None
        barred = self._barred(claim.head)
        before = (p for _, p in self.parties.before(claim.head, REACH) if p.kind == "state" and p not in barred)
        found, speaker = next(before, None), self.context.speaker(claim.head)
        if found is None and speaker is not None and speaker.country in states:
            return self.state(speaker.country)
        return found

    def _several(self, claim: Claim, sorts: list[str]) -> None:
        if "several" not in sorts or not claim.definite or claim.owner is not None:
            return
        states, people = "state" in sorts, "people" in sorts
        found: list[Party] = []
        barred = [*self._barred(claim.head), *self._doers(claim.head)]
        for party in self._near(claim.head, 3):
            fits = party.kind == "state" if states else party.person if people else party.kind in SIDES or party.person
            if not fits or party.plural or party in barred or party in found:
                continue
            if people or not any(_one_side(party, other) for other in found):
                found.append(party)
        if states and len(found) > 2:
            found.sort(key=lambda party: -sum(mention[3] < claim.head for mention in party.mentions))
        if states and len(found) < 2:
            found = self._two_states(claim, barred)
        if not people:
            found = self._same_two(claim, states) or found
        if len(found) >= 2:
            self.groups[claim.head] = tuple(found[1::-1])
            self.paired.add(claim.head)

    def _same_two(self, claim: Claim, states: bool) -> list[Party]:
        """The two that "both sides" meant before, where the article goes on to speak of "the two countries"."""
        sentence_of, tables = self.context.scene.reading.sentence_of, self.context.scene.tables
        heads = [h for h in self.groups if h < claim.head and sentence_of[claim.head] - sentence_of[h] <= AGAIN]
        for head in sorted(heads, reverse=True):
            pair = self.groups[head]
            if head not in self.paired or len(pair) != 2:
                continue
            keys = [party.country for party in pair]
            if not states:
                return list(pair[::-1])
            if keys[0] != keys[1] and all(key in tables.states for key in keys):
                return [self.state(key) for key in reversed(keys) if key is not None]
        return []

    def _two_states(self, claim: Claim, barred: list[Party]) -> list[Party]:
        """The states of those last spoken of, themselves unnamed."""
        states, others = self.context.scene.tables.states, {party.country for party in barred}
        keys = (p.country for p in self._near(claim.head, 4) if p.kind == "state" or STATE_SECTORS & set(p.sectors[:1]))
        found = list(dict.fromkeys(key for key in keys if key in states and key not in others))
        return [self.state(key) for key in found[:2] if key is not None]

    def _doers(self, token: int) -> list[Party]:
        """Who acts in the clause around a token, or whom it is about: who sanctioned both sides is neither."""
        reading, at = self.context.scene.reading, self.parties.at
        verb = reading.head[token]
        while reading.pos[verb] not in ("VERB", "AUX") and reading.head[verb] != verb:
            verb = reading.head[verb]
        heads = [reading.head[verb]] if reading.dep[verb] == "relcl" else []
        subject = reading.child(verb, *SUBJECTS)
        heads += reading.conjuncts(subject) if subject is not None else self._shared_subject(verb)
        return [at[head] for head in heads if head in at and head != token]

    def same_noun(self, claim: Claim) -> Party | None:
        """The party introduced with the same role noun: "the envoy", "the protesters"."""
        if not claim.nouns:
            return None
        for party in self._near(claim.head, 2 * AGAIN if claim.by_office else AGAIN):
            if party.plural != claim.plural or not party.nouns & set(claim.nouns):
                continue
            if claim.country is None or party.country in (None, claim.country):
                return party
        return None

    def service_country(self, claim: Claim) -> str | None:
        """The country of the army or police last spoken of, for one of its men: "the army ... General Roe"."""
        if claim.sectors[:1] not in SERVICES:
            return None
        states = self.context.scene.tables.states
        for party in self._near(claim.head, 2):
            same = party.sectors[:1] == claim.sectors[:1] and party.kind in OFFICIAL and party.country in states
            if same:
                return party.country
        return None

    def same_ending(self, claim: Claim) -> Party | None:
        """The body whose name ends in the noun: "the International Criminal Court ... the court"."""
        if claim.person or claim.plural or claim.country is not None:
            return None
        word = fold(self.context.scene.reading.words[claim.head])
        for party in self._near(claim.head, AGAIN):
            named = not (party.person or party.plural) and party.key is not None and party.kind != "state"
            if named and fold(party.name.rsplit(" ", 1)[-1]) == word:
                return party
        return None

    def same_kind(self, claim: Claim) -> Party | None:
        """The organisation named before which a general noun means: "Brontel Holdings ... the company"."""
        if claim.person or claim.plural or claim.kind not in BODIES:
            return None
        for party in self._near(claim.head, 6):
            untold = party.kind in UNTOLD and not party.sectors
            if not (party.person or party.plural) and (party.kind == claim.kind or untold):
                return party
        return None

    def named_later(self, claim: Claim) -> Party | None:
        """The person to whom the article gives the same office further down."""
        for _, party in self.parties.after(claim.head, REACH):
            fits = party.person and party.named and not party.plural and party.nouns & set(claim.nouns)
            if fits and claim.country is not None and party.country == claim.country:
                return party
        return None

    def leader(self, claim: Claim) -> Party | None:
        """The head of a government spoken of before: "the Turkish leader"."""
        reading, bearings = self.context.scene.reading, self.context.scene.tables.phrasing.bearings
        if claim.plural or not claim.person or "leads" not in bearings.get(reading.lower[claim.head], ()):
            return None
        for party in self._near(claim.head, AGAIN):
            top = any("top" in bearings.get(role.title.lower(), ()) for role in party.roles if not role.former)
            if party.person and top and claim.country in (None, party.country):
                return party
        return None

    def _near(self, token: int, sentences: int) -> Iterator[Party]:
        reading = self.context.scene.reading
        for head, party in self.parties.before(token, REACH):
            if reading.sentence_of[token] - reading.sentence_of[head] > sentences:
                return
            yield party


def _is_team(party: Party) -> bool:
    return party.kind in TEAMS or not FIGHTING.isdisjoint(party.sectors)


def _one_side(a: Party, b: Party) -> bool:
    """Whether two parties are a state and its organ or official, or two organs of one state."""
    official = all(p.kind == "state" or STATE_SECTORS & set(p.sectors[:1]) for p in (a, b))
    return official and a.country is not None and a.country == b.country


def _argument(reading: Reading, child: int) -> list[int]:
    """The nouns by which a predicate's child is an argument of it."""
    if reading.dep[child] in ARGUMENTS:
        return reading.conjuncts(child)
    if reading.dep[child] in ("prep", "agent"):
        return [n for c in reading.children[child] if reading.dep[c] == "pobj" for n in reading.conjuncts(c)]
    return []


def _agrees(row: PronounRow, party: Party, tag: str) -> bool:
    """Number, gender and animacy of pronoun and party."""
    if row.gender == "n":
        return not party.person and not party.plural and party.kind != "population"
    if row.gender in ("m", "f"):
        alone = party.person or (party.kind == "population" and not party.key)
        return alone and not party.plural and party.gender in (None, row.gender)
    return party.plural or (not party.person and party.kind in MANY and tag != "PRP")
