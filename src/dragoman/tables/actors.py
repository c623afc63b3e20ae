"""The actor tables as rows, and the indexes over them that the resolvers ask."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import Struct, field

from dragoman.record import ActorKind
from dragoman.tables.names import ACRONYM, Names, folded_words
from dragoman.tables.phrasing import Phrasing
from dragoman.tables.table import Tables

INTRODUCED = "~"  # before a holder's alias: a short form that counts only once the article has introduced the person


class StateRow(Struct, frozen=True):
    """A state or territory: its names, people, seats of government, and its codes in other coders' schemes."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    alpha2: str | None = None
    cameo: str | None = None
    fips: str | None = None
    cow: str | None = None
    geonames_id: int | None = None
    since: str | None = field(default=None, name="from")
    until: str | None = None
    source: str | None = None


class OrganisationRow(Struct, frozen=True):
    """A named party that is neither a state nor a person."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: ActorKind = "other"
    country: str | None = None
    sectors: tuple[str, ...] = ()
    parent: str | None = None
    since: str | None = field(default=None, name="from")
    until: str | None = None
    source: str | None = None


class OrganRow(Struct, frozen=True):
    """A kind of organ that many states have; which state's is told by the text."""

    id: str
    words: tuple[str, ...]
    kind: ActorKind
    sectors: tuple[str, ...] = ()
    title: str | None = None
    source: str | None = None


class AgentRow(Struct, frozen=True):
    """A role noun; `form` says what its bearer does: office, member, crowd, speaker or private."""

    id: str
    singular: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    kind: ActorKind = "person"
    sectors: tuple[str, ...] = ()
    form: str = "private"
    source: str | None = None


class HolderRow(Struct, frozen=True):
    """One tenure of an office; `key` is the person's."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    gender: str | None = None
    title: str = ""
    of: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    since: str | None = field(default=None, name="from")
    until: str | None = None
    source: str | None = None


class KindRow(Struct, frozen=True):
    """A sector, or a non-state code, and the kind of actor that has it."""

    code: str
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class StateName:
    """A state under one of its names; `how` is name, adjective, people, capital or seat."""

    row: StateRow
    how: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the tables with all tenures, in order of their dates."""

    key: str
    name: str
    gender: str | None
    tenures: tuple[HolderRow, ...]
    spelled: tuple[tuple[str, ...], ...] = ()  # the folded words of each spelling of the whole name


Named = StateName | OrganisationRow | Person


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun for an organ or an agent, and whether it is a plural."""

    row: OrganRow | AgentRow
    plural: bool


class ActorTables:
    """The actor tables, read and indexed once.

    Raises:
        TableError: a table that does not hold what it should.
    """

    def __init__(self, tables: Tables) -> None:
        self.phrasing = Phrasing(tables)
        self.names: Names[Named] = Names()
        self.nouns: Names[Noun] = Names()
        self.kinds = {row.code: row.kind for row in tables.rows("actors/sector_kinds", KindRow)}
        self.states: dict[str, StateRow] = {}
        self.organisations: dict[str, OrganisationRow] = {}
        self.people: dict[str, Person] = {}
        self.surnames: dict[str, list[Person]] = {}
        self.seats: dict[str, set[str]] = {}
        self.posts: dict[str, list[HolderRow]] = {}
        self.offices: dict[tuple[str, str], list[HolderRow]] = {}
        self._add_states(tables.rows("actors/states", StateRow))
        self._add_organisations(tables.rows("actors/organisations", OrganisationRow))
        self._add_holders(tables.rows("actors/holders", HolderRow))
        self._add_nouns(tables.rows("actors/organs", OrganRow), tables.rows("actors/agents", AgentRow))

    def _add_states(self, rows: list[StateRow]) -> None:
        for row in rows:
            self.states[row.key] = row
            groups = {
                "name": (row.name, *row.aliases), "adjective": row.adjectives, "people": row.demonyms,
                "capital": row.capital, "seat": row.seats,
            }  # fmt: skip
            given: set[str] = set()
            for how, names in groups.items():
                for name in names:
                    if name not in given:
                        self.names.add(name, StateName(row, how))
                    given.add(name)

    def _add_organisations(self, rows: list[OrganisationRow]) -> None:
        for row in rows:
            self.organisations[row.key] = row
            for name in dict.fromkeys((row.name, *row.aliases)):
                self.names.add(name.removeprefix("the ").removeprefix("The "), row)

    def _add_holders(self, rows: list[HolderRow]) -> None:
        tenures: dict[str, list[HolderRow]] = {}
        for row in rows:
            tenures.setdefault(row.key, []).append(row)
            if row.of:
                self.posts.setdefault(row.of, []).append(row)
                self.seats.setdefault(row.title, set()).add(row.of)
                self.offices.setdefault((row.of, row.title.replace("-", " ")), []).append(row)
        for key, held in tenures.items():
            held.sort(key=lambda row: row.since or "")
            names = dict.fromkeys(name for row in held for name in (row.name, *row.aliases))
            whole = {name: tuple(folded_words(name)) for name in names if not name.startswith(INTRODUCED)}
            person = Person(key, held[0].name, held[0].gender, tuple(held), tuple(whole.values()))
            self.people[key] = person
            self._name(person, names, whole)

    def _name(self, person: Person, names: dict[str, None], whole: dict[str, tuple[str, ...]]) -> None:
        short: set[str] = set()
        for name in names:
            words = whole.get(name)
            if words is None:
                short.add(" ".join(folded_words(name.removeprefix(INTRODUCED))))
                continue
            self.names.add_words(words, person, capitals=name.isupper() and len(name) <= ACRONYM)
            while len(words) > 1 and "suffix" in self.phrasing.bearings.get(words[-1], ()):
                words = words[:-1]
            if words:
                short.add(words[-1])
        for word in sorted(w for w in short if len(w) > 1):  # the X of Frederik X is no surname
            self.surnames.setdefault(word, []).append(person)

    def _add_nouns(self, organs: list[OrganRow], agents: list[AgentRow]) -> None:
        for organ in organs:
            for words in organ.words:
                self.nouns.add(words, Noun(organ, False))
                if (many := plural(words)) and many not in organ.words:
                    self.nouns.add(many, Noun(organ, True))
        for agent in agents:
            for words in agent.singular:
                self.nouns.add(words, Noun(agent, False))
            for words in agent.plural:
                if words not in agent.singular:
                    self.nouns.add(words, Noun(agent, True))


def plural(words: str) -> str | None:
    """The plural of an organ's name, None for one that is a plural or has a complement."""
    if words.endswith(("s", "police", "military", "people")) or " of " in words or words.isupper():
        return None
    return f"{words[:-1]}ies" if words.endswith("y") and words[-2] not in "aeou" else f"{words}s"
