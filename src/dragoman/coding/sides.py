"""Argument tokens in, actors out: the actor named, the one that owns what is named, or a new one of kind `other`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from dragoman.language.clauses import Clause
from dragoman.language.clauses_verbs import group
from dragoman.language.grammar import Grammar
from dragoman.language.reading import Reading
from dragoman.record import Actor, Mention, Timex
from dragoman.resolving.cast import Cast

MEANS = "means"  # the class of weapons and attacks that stand for whoever uses them
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET"})
OWNING = ("of", "from", "by", "in", "against", "on", "for", "to", "with", "at", "between", "near", "over")
MAKING = ("of", "by", "from")  # whose it is; the others say where or about whom
NAMES = ("compound", "amod", "nmod", "poss")
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
AMOUNT_LABELS = frozenset({"PERCENT", "MONEY", "QUANTITY"})  # nobody is acted on by an amount
BODIES = frozenset({"party", "armed_group", "igo", "ngo", "company", "media"})
COUNTED = frozenset({"dobj", "nsubjpass"})
DEPTH = 3  # noun phrases opened inside one another in search of an owner

ClassesOf = Callable[[Reading, int], frozenset[str]]


class Sides:
    """The cast of an article and the actors that its events add to it."""

    def __init__(
        self,
        reading: Reading,
        cast: Cast,
        rules: Grammar,
        times: tuple[Timex, ...] = (),
        hosts: Mapping[int, tuple[str, str]] | None = None,
        classes_of: ClassesOf | None = None,
    ) -> None:
        self.reading, self.cast = reading, cast
        self.partitive, self.abstract, self.promising = rules.partitive, rules.abstract, rules.promising
        spans = [(bisect_left(reading.start, t.start), bisect_left(reading.start, t.end)) for t in times]
        amounts = [(name.first, name.last) for name in reading.names if name.label in AMOUNT_LABELS]
        self.dated = {i for first, last in (*spans, *amounts) for i in range(first, last)}
        self.sector_of = {a.id: a.sector for a in cast.actors if a.kind == "person"}
        self.persons = {name.last - 1 for name in reading.names if name.label == "PERSON"}
        self.placed = {name.last - 1 for name in reading.names if name.label in PLACE_LABELS}
        self.kinds = {actor.id: actor.kind for actor in cast.actors}
        self.sectors = {actor.id: actor.sectors for actor in cast.actors}
        self.unknown = {a.id for a in cast.actors if a.kind == "other" and any(m.form == "name" for m in a.mentions)}
        self.countries = {a.id: a.country for a in cast.actors}
        self.placeless = {a.id for a in cast.actors if a.country is None}
        self.told: frozenset[int] = frozenset()
        self.towns = hosts or {}
        self.classes_of: ClassesOf = classes_of or (lambda reading, token: frozenset())
        self.hosted: dict[str, list[Mention]] = {}
        self.added: dict[int, Actor] = {}
        self.barred: frozenset[str] = frozenset()

    def actors(self) -> tuple[Actor, ...]:
        """The cast, then the actors added, in order of their events."""
        known = tuple(self._with_towns(actor) for actor in self.cast.actors)
        return known + tuple(self._with_towns(actor) for actor in self.added.values())

    def _with_towns(self, actor: Actor) -> Actor:
        """The actor with the towns that stood for it as hosts among its mentions."""
        if actor.id not in self.hosted:
            return actor
        mentions = {mention.start: mention for mention in (*self.hosted[actor.id], *actor.mentions)}
        return replace(actor, mentions=tuple(mentions[start] for start in sorted(mentions)))

    def hosts(self, groups: tuple[tuple[int, ...], ...], actors: tuple[str, ...]) -> tuple[str, ...]:
        """The states in whose towns somebody was received: who flies to Oslo visits Norway."""
        for tokens in groups:
            found = [ident for t in tokens if t in self.towns and (ident := self._host(t)) not in actors]
            if found:
                return tuple(dict.fromkeys(found))
        return ()

    def _host(self, token: int) -> str:
        key, name = self.towns[token]
        everyone = (*self.cast.actors, *self.added.values())
        ident = next((a.id for a in everyone if a.kind == "state" and a.country == key), None)
        if ident is None:
            ident = f"a{len(everyone) + 1}"
            self.added[token] = Actor(id=ident, name=name, kind="state", country=key, key=key)
            self.kinds[ident] = "state"
        start, end = self.reading.span(token, token + 1)
        text = self.reading.document.text[start:end]
        self.hosted.setdefault(ident, []).append(Mention(start, end, text, "metonym"))
        return ident

    def tokens(self, clause: Clause, role: str) -> tuple[int, ...]:
        """What stands in a role; a noun without subject takes its possessor, or a name before it."""
        tokens = clause.roles.get(role) or clause.roles.get(f"obj.{role}", ())
        if tokens or role != "subj" or clause.pos != "n":
            return tokens
        if "poss" in clause.roles:
            return clause.roles["poss"]
        return tuple(t for t in clause.roles.get("mod", ()) if self.named(t))

    def within(self, tokens: tuple[int, ...], role: str) -> tuple[int, ...]:
        """What a preposition on one of the nouns governs: took part in talks [with Chad]."""
        reading = self.reading
        found = (p for t in tokens for p in reading.kids(t, "prep") if reading.lower[p] == role)
        return tuple(n for p in found for c in reading.kids(p, "pobj") for n in group(reading, c))

    def parties_of(self, token: int) -> tuple[int, ...]:
        """The two or more that "leaders of Greece and Turkey", "envoys from both" are of, else the noun itself."""
        for role in ("of", "from"):
            found = self.within((token,), role)
            if len({self.named(t) for t in found} - {None}) > 1:
                return found
        return (token,)

    def named(self, token: int) -> str | None:
        """The political actor that the token heads or lies in."""
        ident = self.cast.at(token)
        if ident is None or ident in self.barred or self.kinds.get(ident) == "other":
            return None
        return ident

    def owner(self, token: int) -> str | None:
        """The political actor named by a noun phrase or owning what it names; None if there is none."""
        return self._owner(token, DEPTH, OWNING)

    def all_acting(self, tokens: tuple[int, ...]) -> tuple[str, ...]:
        """The actors of the acting side, each once, those of "both sides" too."""
        found: list[str] = []
        for token in (t for told in tokens for t in self._several(told)):
            group = self.cast.group.get(token)
            one = self.acting(token) if group is None else None
            if one in self.placeless and found and self._belongs(token, found):
                continue
            found.extend(group or ((one,) if one else ()))
        return tuple(dict.fromkeys(found))

    def _several(self, token: int) -> tuple[int, ...]:
        """The parties that people are of or from, where they are told by nothing else."""
        plural = self.reading.tag[token] == "NNS" and token not in self.cast.group
        both = [t for t in self.within((token,), "of") if t in self.cast.group] if plural else []
        if both:  # the ministers of the two countries
            return (both[0],)
        return self.parties_of(token) if plural and not self.reading.kids(token, "amod", "poss") else (token,)

    def _belongs(self, token: int, found: list[str]) -> bool:
        """Whether the party is told only as that of one named before it: the US and its allies."""
        owner = self.reading.child(token, "poss")
        return owner is not None and self.reading.pos[owner] == "PRON" and self.cast.at(owner) in found

    def is_name(self, token: int) -> bool:
        """Whether a word ends the name of a body: the National Rally is none."""
        ident = self.cast.head.get(token)
        return self.reading.pos[token] == "PROPN" and ident is not None and self.kinds.get(ident) in BODIES

    def is_abstract(self, token: int) -> bool:
        """Whether the noun is nothing that is acted on: to back a peace process with X is not to back X."""
        return self.reading.lemma[token].lower() in self.abstract

    def state_of(self, ident: str) -> str:
        """The state of a government's or army's country if the article names it, else the actor itself."""
        actor = next((a for a in self.cast.actors if a.id == ident), None)
        if actor is None or actor.kind not in ("military", "government", "police") or actor.country is None:
            return ident
        states = (a.id for a in self.cast.actors if a.kind == "state" and a.country == actor.country)
        return next(states, ident)

    def acted_on(self, groups: tuple[tuple[int, ...], ...], actors: tuple[str, ...]) -> tuple[str, ...]:
        """The political actors of the first alternative that names any but those who act.

        A person of whom nothing is known ends the search: a case against Roe over ties to Chad is none against Chad.
        """
        for tokens in groups:
            found = [ident for t in tokens for ident in self.owned_by(t, actors)]
            if found:
                return tuple(dict.fromkeys(found))
            if any(t in self.persons for t in tokens):
                return ()
        return ()

    def opposite(self, token: int, actors: tuple[str, ...]) -> tuple[str, ...]:
        """The state named before what the actors seem to own: who breaks with X expels "its" envoys, which are X's."""
        reading, owner = self.reading, self.reading.child(token, "poss")
        if owner is None or reading.pos[owner] != "PRON" or self.kinds.get(self.cast.at(token) or "") != "government":
            return ()
        lands = {a.id: a.country for a in self.cast.actors}
        own = {lands.get(ident) for ident in actors}
        if lands.get(self.cast.at(token) or "") not in own:
            return ()
        first = reading.sentences[reading.sentence_of[token]].first
        heads = (self.cast.head.get(t) for t in reversed(range(first, token)))
        others = (i for i in heads if i is not None and self.kinds.get(i) == "state" and lands.get(i) not in own)
        return next(((i,) for i in others), ())

    def owned_by(self, token: int, actors: tuple[str, ...]) -> tuple[str, ...]:
        """The actors named by a noun phrase or owning what it names, without those who act."""
        if token in self.dated or self.is_abstract(token):
            return ()
        group = self.cast.group.get(token)
        if group is not None:
            return tuple(ident for ident in group if ident not in actors)
        self.barred = frozenset(actors)
        one = self.owner(token)
        found = self._joined(token, one) if one else ()
        self.barred = frozenset()
        return found

    def _joined(self, token: int, one: str) -> tuple[str, ...]:
        """The owner and those named beside it: help [from Spain and Qatar]."""
        head = self.cast.head
        first = next((t for t in sorted(self.reading.descendants(token)) if head.get(t) == one), token)
        named = (self.named(t) for t in group(self.reading, first)[1:] if t in head) if first != token else ()
        return tuple(dict.fromkeys((one, *(ident for ident in named if ident))))

    def others(self, groups: tuple[tuple[int, ...], ...], actors: tuple[str, ...]) -> tuple[str, ...]:
        """Actors of kind `other`, known or new, for the first alternative that holds nouns."""
        for tokens in groups:
            free = (t for t in tokens if t not in self.dated and self.cast.at(t) not in actors)
            found = [ident for t in free if not self.is_abstract(t) and (ident := self.other(t))]
            if found:
                return tuple(found)
        return ()

    def by_means(self, tokens: tuple[int, ...]) -> bool:
        """Whether what is said to act is a weapon or an attack whose hand is not named: a car bomb, shelling."""
        return bool(tokens) and all(MEANS in self.classes_of(self.reading, self.core(t)) for t in tokens)

    def political(self, idents: tuple[str, ...]) -> bool:
        """Whether one of the actors is political."""
        return any(self.kinds.get(ident, "other") != "other" for ident in idents)

    def named_other(self, tokens: tuple[int, ...]) -> tuple[str, ...]:
        """Actors of kind `other` that have a name of their own, such as an organisation that no table knows."""
        found = [ident for t in tokens if (ident := self.cast.head.get(t)) is not None and ident in self.unknown]
        return tuple(dict.fromkeys(found))

    def acting(self, token: int) -> str | None:
        """The political actor that a noun phrase names as acting: itself, a group's members, or its nationality."""
        head = self.cast.head.get(token)
        if head is not None and self.kinds.get(head) != "other":
            return head
        if self.reading.lemma[token].lower() in self.partitive:
            return self._owner(token, DEPTH, ("of", "for", "from", "in"))
        found = self.named(token)
        if found is not None or self.reading.pos[token] not in NOMINAL:
            return found
        return self._by_name(token) or self._owner(token, 1, ("from", "by"))

    def core(self, token: int) -> int:
        """The noun that counts in "some of its restrictions"."""
        if self.reading.lemma[token].lower() in self.partitive:
            for child in self.reading.kids(token, "prep"):
                if self.reading.lower[child] == "of" and (inner := self.reading.child(child, "pobj")) is not None:
                    return inner
        return token

    def is_actor(self, token: int) -> bool:
        """Whether the noun itself names a political actor, or members of one."""
        head = self.cast.head.get(self.core(token))
        return head is not None and self.kinds.get(head) != "other"

    def is_counted(self, token: int) -> bool:
        """Whether a number stands for people: captured [eight], wounded [more than 120]."""
        reading = self.reading
        if reading.pos[token] != "NUM" or reading.dep[token] not in COUNTED or reading.tag[token - 1] == "$":
            return False
        return not any(reading.tag[c] in ("$", "SYM", "NN") for c in reading.children[token])

    def other(self, token: int) -> str | None:
        """A new actor of kind `other` for the noun phrase; None for what is no noun."""
        reading = self.reading
        known = self.cast.head.get(token)
        if known is not None:
            return known
        counted = self.is_counted(token)
        if not counted and (reading.pos[token] not in ("NOUN", "PROPN") or reading.tag[token] == "EX"):
            return None
        if token not in self.added:
            first, last = reading.subtree(token)
            start, end = reading.span(first, last)
            mention = Mention(start, end, reading.document.text[start:end], "nominal")
            name = reading.text(self._core(token, first), token + 1)
            number = len(self.cast.actors) + len(self.added) + 1
            self.added[token] = Actor(id=f"a{number}", name=name, kind="other", mentions=(mention,))
            if counted:  # "wounded 120"
                self.added[token] = replace(self.added[token], kind="population", sector="CVL", sectors=("CVL",))
                self.kinds[f"a{number}"] = "population"
        return self.added[token].id

    def _core(self, token: int, first: int) -> int:
        while first < token and self.reading.pos[first] in ("DET", "PUNCT", "ADP"):
            first += 1
        return first

    def _owner(self, token: int, depth: int, prepositions: tuple[str, ...]) -> str | None:
        found = self.named(token)
        if found is not None or depth == 0 or self.reading.pos[token] not in NOMINAL:
            return found
        return (
            self._by_name(token, "appos")
            or self._by_name(token, "poss")
            or self._in_phrases(token, depth, tuple(p for p in prepositions if p in MAKING))
            or self._by_name(token)
            or self._in_phrases(token, depth, prepositions)
        )

    def _by_name(self, token: int, *deps: str) -> str | None:
        for child in self.reading.children[token]:
            if self.reading.dep[child] in (deps or NAMES):
                found = self.named(child) or self._led_by(child)
                if found is not None:
                    return found
        return None

    def _led_by(self, modifier: int) -> str | None:
        """The name in a compound modifier: Saudi-led, Russian-backed."""
        for child in self.reading.children[modifier]:
            if self.reading.dep[child] in ("npadvmod", "compound", "nmod", "amod"):
                found = self.named(child)
                if found is not None:
                    return found
        return None

    def _in_phrases(self, token: int, depth: int, prepositions: tuple[str, ...]) -> str | None:
        reading = self.reading
        for child in reading.children[token]:
            if reading.dep[child] not in ("prep", "agent") or reading.lower[child] not in prepositions:
                continue
            for argument in reading.children[child]:
                if reading.dep[argument] == "pobj":
                    found = self._owner(argument, depth - 1, prepositions)
                    if found is not None:
                        return found
        return None
