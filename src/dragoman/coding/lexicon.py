"""The sense and operator tables, checked and indexed for lookup by lemma."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from msgspec import Struct

from dragoman.coding.contexts import context_terms
from dragoman.coding.domains import domain_words
from dragoman.coding.factuality import moods
from dragoman.coding.intensity import harms
from dragoman.coding.standing import standings
from dragoman.errors import TableError
from dragoman.language.grammar import grammar
from dragoman.language.reading import Reading
from dragoman.tables.actors import StateRow
from dragoman.tables.table import SHIPPED, Tables

FOLDER = "words/en/events"
NOT_SENSES = frozenset({"classes", "light", "operators"})
WEIGHT = {"inf": 2, "word": 4, "class": 3, "actor": 2, "any": 1, "none": 1, "must": 3, "fault": 3, "many": 2}
MARKS = {"*": "any", "-": "none", "ACTOR": "actor", "MUST": "must", "FAULT": "fault", "MANY": "many", "INF": "inf"}
DEFAULT_RECIPIENT = {
    "v": (("obj",),),
    "n": (("on",), ("against",), ("of",), ("to",), ("with",), ("for",)),
    "a": (("with",), ("to",), ("of",), ("against",)),
}


class SenseRow(Struct, frozen=True):
    """One line of a sense table; docs/words.md says what the cells mean."""

    id: str
    lemma: str
    pos: str
    needs: str = ""
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    type: str = ""
    mode: str | None = None
    cameo: str | None = None
    contexts: tuple[str, ...] = ()
    example: str = ""
    note: str = ""


class ClassRow(Struct, frozen=True):
    """A class of nouns that senses ask for: lemmas, pairs of modifier and lemma, and kinds of actor."""

    name: str
    words: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    note: str = ""


class LightRow(Struct, frozen=True):
    """A verb that lends its subject and prepositions to its object; `shift` is an operator or empty."""

    lemma: str
    shift: str = ""
    note: str = ""


class WeightRow(Struct, frozen=True):
    """A property of a coding and its weight in log-odds; scripts/fit_confidence.py writes them."""

    property: str
    weight: float


class LemmaRow(Struct, frozen=True):
    """A lemma that the model gives in error, and the one meant."""

    wrong: str
    right: str


class TypeRow(Struct, frozen=True):
    """A PLOVER type: its quad class, score and the CAMEO code where nothing more specific is known."""

    type: str
    quad: int
    score: float
    cameo: str
    gloss: str = ""


class ModeRow(Struct, frozen=True):
    """A mode of a type and its score."""

    type: str
    mode: str
    score: float
    cameo: str
    gloss: str = ""


class OperatorRow(Struct, frozen=True):
    """What an operator makes of a content event; `*` fits any type or mode, `-` no event at all."""

    operator: str
    content: str
    content_mode: str
    type: str
    mode: str | None = None
    cameo: str | None = None
    factuality: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """One condition on a role, or on one of several; any filler fits; kind is a value of MARKS, word or class."""

    roles: tuple[str, ...]
    fillers: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class Sense:
    """A row ready for matching; sides are alternatives of joined roles.

    `needed` are the roles in which the row asks for a word or a class.
    """

    row: SenseRow
    needs: tuple[Need, ...]
    actor: tuple[tuple[str, ...], ...]
    recipient: tuple[tuple[str, ...], ...]
    weight: int
    needed: frozenset[str]


class Lexicon:
    """The words of events, loaded once.

    Raises:
        TableError: a row with an unknown class, type, mode or filler, or an id twice.
    """

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.classes = class_index(tables.rows(f"{FOLDER}/classes", ClassRow))
        aliases = tables.rows("words/en/lemmas", LemmaRow)
        light = {row.lemma: row.shift for row in tables.rows(f"{FOLDER}/light", LightRow)}
        self.grammar = grammar(tables, light | {a.wrong: light[a.right] for a in aliases if a.right in light})
        self.moods = moods(tables)
        self.domains = domain_words(tables)
        self.states = {row.key: row.name for row in tables.rows("actors/states", StateRow)}
        self.contexts, self.harms = context_terms(tables), harms(tables)
        self.confidence = {row.property: row.weight for row in tables.rows("ontology/confidence", WeightRow)}
        self.standings = standings(tables)
        self.types = {row.type: row for row in tables.rows("ontology/types", TypeRow)}
        self.modes = {(row.type, row.mode): row for row in tables.rows("ontology/modes", ModeRow)}
        self.operators = operator_index(tables.rows(f"{FOLDER}/operators", OperatorRow))
        senses = self._senses(sense_rows(tables))
        self.senses = senses | {
            (a.wrong, "v"): senses[a.right, "v"] for a in aliases
            if (a.right, "v") in senses and (a.wrong, "v") not in senses
        }  # fmt: skip

    @cached_property
    def words(self) -> frozenset[str]:
        """The first word of every lemma: what may begin an event."""
        return frozenset(lemma.split(" ", 1)[0] for lemma, _ in self.senses)

    def classes_of(self, reading: Reading, token: int) -> frozenset[str]:
        """The classes of the noun at a token, with those that hold it with one of its modifiers."""
        lemma = reading.lemma[token].lower()
        held = self.classes.of.get(lemma, frozenset())
        if lemma in self.classes.heads:
            for child in reading.children[token]:
                held |= self.classes.of_pair.get((reading.lemma[child].lower(), lemma), frozenset())
        return held

    def make(self, operator: str, kind: str, mode: str | None) -> OperatorRow | None:
        """What an operator makes of a content of a type and mode: the most specific row, or None."""
        rows = self.operators.get(operator, {})
        return rows.get((kind, mode or "")) or rows.get((kind, "*")) or rows.get(("*", "*"))

    def _senses(self, rows: Iterable[SenseRow]) -> dict[tuple[str, str], tuple[Sense, ...]]:
        index: dict[tuple[str, str], list[Sense]] = {}
        seen: set[str] = set()
        for row in rows:
            if row.id in seen:
                raise TableError(f"{FOLDER}: the sense {row.id} stands twice; give one of them another id")
            seen.add(row.id)
            index.setdefault((row.lemma, row.pos), []).append(self._sense(row))
        return {key: tuple(sorted(senses, key=lambda s: -s.weight)) for key, senses in index.items()}

    def _sense(self, row: SenseRow) -> Sense:
        if row.pos not in DEFAULT_RECIPIENT:
            raise TableError(f"sense {row.id}: pos {row.pos!r} is none of v, n, a")
        if row.type not in self.types and row.type != "NONE" and row.type not in self.operators:
            raise TableError(f"sense {row.id}: type {row.type!r} is no PLOVER type and no operator of operators.tsv")
        if row.mode and (row.type, row.mode) not in self.modes:
            raise TableError(f"sense {row.id}: {row.type} has no mode {row.mode!r}; see ontology/modes.tsv")
        needs = tuple(self._need(row, part) for part in row.needs.split())
        actor = sides(row.actor) or (("subj",),)
        recipient = () if row.recipient == ("-",) else sides(row.recipient) or DEFAULT_RECIPIENT[row.pos]
        weight = sum(max(WEIGHT[kind] for kind, _, _ in need.fillers) for need in needs)
        named = {role for need in needs if {"class", "word"} & {k for k, _, _ in need.fillers} for role in need.roles}
        return Sense(row, needs, actor, recipient, weight, frozenset(named))

    def _need(self, row: SenseRow, part: str) -> Need:
        role, _, fillers = part.partition(":")
        if not role or not fillers:
            raise TableError(f"sense {row.id}: {part!r} in needs is not role:filler")
        return Need(tuple(role.split("/")), tuple(self._filler(row, filler) for filler in fillers.split("/")))

    def _filler(self, row: SenseRow, filler: str) -> tuple[str, str, bool]:
        wanted = not filler.startswith("!")
        value = filler if wanted else filler[1:]
        if value in MARKS:
            return MARKS[value], "", wanted
        if value.startswith("="):
            return "word", value[1:].replace("_", " "), wanted
        if value not in self.classes.names:
            raise TableError(f"sense {row.id}: {value!r} is no class of classes.tsv; write ={value} for the very word")
        return "class", value, wanted


def sense_rows(tables: Tables) -> Iterable[SenseRow]:
    """The rows of every sense table, shipped and own, files in alphabetical order."""
    roots = (SHIPPED, tables.own) if tables.own else (SHIPPED,)
    names = {path.stem for root in roots for path in (root / FOLDER).glob("*.tsv")} - NOT_SENSES
    for name in sorted(names):
        yield from tables.rows(f"{FOLDER}/{name}", SenseRow)


@dataclass(frozen=True, slots=True)
class Classes:
    """Lemma -> classes, and (modifier, lemma) -> classes."""

    names: frozenset[str]
    of: dict[str, frozenset[str]]
    of_pair: dict[tuple[str, str], frozenset[str]]
    heads: frozenset[str]
    of_kind: dict[str, frozenset[str]]


def class_index(rows: list[ClassRow]) -> Classes:
    """The classes turned round: from words to the classes that hold them."""
    single: dict[str, set[str]] = {}
    pair: dict[tuple[str, str], set[str]] = {}
    kinds: dict[str, set[str]] = {}
    for row in rows:
        for kind in row.kinds:
            kinds.setdefault(kind, set()).add(row.name)
        for entry in row.words:
            modifier, _, lemma = entry.rpartition(" ")
            if modifier:
                pair.setdefault((modifier, lemma), set()).add(row.name)
            else:
                single.setdefault(lemma, set()).add(row.name)
    frozen = {word: frozenset(held) for word, held in single.items()}
    pairs = {k: frozenset(v) for k, v in pair.items()}
    heads = frozenset(lemma for _, lemma in pairs)
    of_kind = {kind: frozenset(held) for kind, held in kinds.items()}
    return Classes(frozenset(r.name for r in rows), frozen, pairs, heads, of_kind)


def operator_index(rows: list[OperatorRow]) -> dict[str, dict[tuple[str, str], OperatorRow]]:
    """Operator -> (content type, content mode) -> what they make."""
    index: dict[str, dict[tuple[str, str], OperatorRow]] = {}
    for row in rows:
        index.setdefault(row.operator, {})[row.content, row.content_mode] = row
    return index


def sides(cells: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Alternatives of joined roles."""
    return tuple(tuple(cell.split("&")) for cell in cells)
