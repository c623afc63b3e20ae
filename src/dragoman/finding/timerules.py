"""The time tables in, one index of words and one tree of patterns out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec import Struct

from dragoman.errors import TableError
from dragoman.finding.tense import CueRow
from dragoman.finding.timevalues import OPERATIONS
from dragoman.record import TimexType
from dragoman.tables.table import Tables

FOLDER = "words/en/times"
# Classes whose words alone never make a time expression: no search starts from them.
LIGHT = frozenset(
    {"NUM", "ONES", "TEENS", "TENS", "HUNDRED", "THOUSAND", "FRACTION", "VAGUE", "ORD", "DAY", "FIRSTTWO", "LAST"}
    | {"PREVIOUS", "THIS", "NEXT", "COMING", "FOLLOWING", "LATEST", "SAME", "EACH", "FISCAL", "AGO", "EARLIER", "LATER"}
    | {"EARLY", "LATE", "MID", "ADJ", "MIDDLE", "ENDWORD"}
)
BESIDE = "BESIDE_"  # of classes of words that stand in no pattern
NUMERALS = (
    (re.compile(r"(?:1[5-9]|20)\d\d"), "YEAR"), (re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d+"), "NUM"),
    (re.compile(r"[1-9]|1[0-2]"), "SMALL"), (re.compile(r"\d\d"), "TWO"), (re.compile(r"\d{4}"), "FOURDIGITS"),
    (re.compile(r"0?[1-9]|[12]\d|3[01]"), "DAY"), (re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)"), "DAY"),
    (re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)"), "DAYTH"),
    (re.compile(r"\d{1,2}(?:st|nd|rd|th)"), "ORD"), (re.compile(r"\d{3}0s|['’]?[2-9]0s"), "DECADE"),
    (re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?"), "CLOCK"),
    (re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}"), "SLASHES"), (re.compile(r"['’]\d\d"), "SHORTYEAR"),
    (re.compile(r"mid-(?:1[5-9]|20)\d\d"), "MIDYEAR"), (re.compile(r"mid-(?:\d{3}|[2-9])0s"), "MIDDECADE"),
    (re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}"), "DOTS"), (re.compile(r"(?:1[5-9]|20)\d\d[-–]\d{2}(?:\d\d)?"), "YEARS"),
)  # fmt: skip
COUNTS = frozenset({"NUM", "SMALL", "TWO", "FOURDIGITS", "DAY", "ORD"})  # need a unit or a month beside them
TELLING = re.compile("|".join(f"(?:{shape.pattern})" for shape, kind in NUMERALS if kind not in COUNTS))

Keys = dict[str, str]


class WordRow(Struct, frozen=True, rename={"kind": "class"}):
    """A row of words.tsv."""

    word: str
    kind: str
    value: str = ""
    tags: tuple[str, ...] = ()
    capital: bool = False


class PatternRow(Struct, frozen=True):
    """A row of patterns.tsv."""

    id: str
    pattern: str
    type: TimexType = "DATE"
    op: str = "none"
    arg: str = ""
    mod: str | None = None


class PhraseRow(Struct, frozen=True):
    """A row of phrases.tsv: one of the ways to fill an element of a pattern."""

    id: str
    name: str
    pattern: str


class ModifierRow(Struct, frozen=True):
    """A row of modifiers.tsv."""

    words: str
    on: tuple[str, ...]
    mod: str


class HolidayRow(Struct, frozen=True):
    """A row of holidays.tsv."""

    name: str
    rule: str = ""
    value: str = ""
    note: str | None = None


@dataclass(slots=True, eq=False)
class Node:
    """A state of the pattern tree: where each class or word leads, and the row that ends here."""

    next: dict[str, Node] = field(default_factory=dict)
    row: PatternRow | None = None
    order: int = 0


class TimeRules:
    """The time tables, loaded once.

    Raises:
        TableError: an unknown class, direction or pattern.
    """

    def __init__(self, tables: Tables) -> None:
        self.words: dict[str, list[WordRow]] = {}
        self.beside: dict[str, set[str]] = {}
        self.core: set[str] = set()
        for word in tables.rows(f"{FOLDER}/words", WordRow):
            self._learn(word)
        self.classes = {row.kind for rows in self.words.values() for row in rows} | {kind for _, kind in NUMERALS}
        self.literals: set[str] = set()
        self.tree = Node()
        self._phrases: dict[str, list[str]] = {}
        for phrase in tables.rows(f"{FOLDER}/phrases", PhraseRow):
            self._phrases.setdefault(phrase.name, []).append(phrase.pattern)
        for order, row in enumerate(tables.rows(f"{FOLDER}/patterns", PatternRow)):
            self._plant(row, order)
        self.holidays = {row.name: row for row in tables.rows(f"{FOLDER}/holidays", HolidayRow)}
        for name in self.holidays:
            self._plant(PatternRow("holiday", name, "DATE", "holiday", name), 0)
            self.core.add(max(name.split(), key=len))
        self.modifiers = {tuple(row.words.split()): row for row in tables.rows(f"{FOLDER}/modifiers", ModifierRow)}
        self.longest_modifier = max(len(words) for words in self.modifiers)
        self.cues = {row.word: row for row in tables.rows(f"{FOLDER}/cues", CueRow)}
        self.known = self.literals | set(self.words)

    def keys(self, lower: str, word: str, tag: str) -> Keys:
        """What a token may stand for in a pattern: itself, and its classes with their values."""
        keys = {lower: lower} if lower in self.literals else {}
        for row in self.words.get(lower, ()):
            if (not row.tags or tag in row.tags) and not (row.capital and word[:1].islower()):
                keys[row.kind] = row.value
        if numeral(lower):
            keys |= {kind: lower for shape, kind in NUMERALS if shape.fullmatch(lower)}
        return keys

    def _learn(self, row: WordRow) -> None:
        if row.kind.startswith(BESIDE):
            self.beside.setdefault(row.kind.removeprefix(BESIDE), set()).add(row.word)
            return
        self.words.setdefault(row.word, []).append(row)
        if row.kind not in LIGHT:
            self.core.add(row.word)

    def _plant(self, row: PatternRow, order: int) -> None:
        if row.op not in OPERATIONS:
            raise TableError(f"{FOLDER}: {row.id}: no operation {row.op!r}; it may be {sorted(OPERATIONS)}")
        nodes = [self.tree]
        for element in _elements(row.pattern):
            nodes = self._grow(nodes, element)
        for node in nodes:
            if node.row is None:
                node.row, node.order = row, order

    def _grow(self, nodes: list[Node], element: str) -> list[Node]:
        """The nodes that an element leads to from the nodes given."""
        out = list(nodes) if element.endswith("?") else []
        for option in element.removesuffix("?").split("/"):
            if option in self._phrases:
                for phrase in self._phrases[option]:
                    inner = nodes
                    for part in _elements(phrase):
                        inner = self._grow(inner, part)
                    out.extend(node for node in inner if node not in out)
                continue
            if option.isupper() and option not in self.classes:
                raise TableError(f"{FOLDER}: no class {option!r}; add words of it to words.tsv, or mend the pattern")
            if not option.isupper():
                self.literals.add(option)
            out.extend(node.next.setdefault(option, Node()) for node in nodes)
        return out


def numeral(lower: str) -> bool:
    """Whether a token is written with digits, in a way that the patterns may know."""
    return lower[:1].isdigit() or lower.startswith("mid-") or (lower[:1] in "'’" and lower[1:2].isdigit())


def _elements(pattern: str) -> Iterator[str]:
    if not pattern.strip():
        raise TableError("a time pattern without elements: write at least one word or class")
    return iter(pattern.split())
