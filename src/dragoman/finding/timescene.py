"""What is known when a value is computed: the words matched, the document's day, what was mentioned before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dragoman.finding.calendar import VALUE, first_day
from dragoman.finding.tense import direction
from dragoman.language.reading import Name, Reading
from dragoman.record import TimexType

if TYPE_CHECKING:  # the rules check their rows against the operations, which are written over scenes
    from dragoman.finding.timerules import PatternRow, TimeRules

NEAR_SENTENCES = 3  # how far back "the same day" looks for the day that it means
OFFSETS = frozenset(
    {"TODAY", "LAST", "PREVIOUS", "THIS", "CURRENT", "NEXT", "COMING", "FOLLOWING", "TONIGHT", "OVERNIGHT", "LATEST"}
)
FINER = {  # the parts of a value that make it fine enough to count such units from it
    "D": ("day", "weekday"), "W": ("day", "week"), "WE": ("day", "week"), "M": ("month", "day"),
    "Q": ("quarter", "month", "day"),
}  # fmt: skip
PARTS = ("EARLY", "LATE", "MID")


@dataclass(frozen=True, slots=True)
class Sense:
    """What an expression means; the days are those of the value where they are not given."""

    value: str
    type: TimexType | None = None
    mod: str | None = None
    since: str | None = None
    until: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One token of a match: the class (or word) it filled, and its value."""

    key: str
    token: int
    value: str


@dataclass(frozen=True, slots=True)
class Found:
    """The tokens [first, last) that fit a row's pattern."""

    row: PatternRow
    first: int
    last: int
    parts: tuple[Part, ...]

    def get(self, key: str) -> str:
        """The value of the first token of a class, or ""."""
        return next((p.value for p in self.parts if p.key == key), "")

    def has(self, *keys: str) -> bool:
        """Whether a token of one of the classes is there."""
        return any(p.key in keys for p in self.parts)

    def unit(self) -> str:
        """The unit's code, or ""."""
        return self.get("UNIT") or self.get("UNITS")

    def offset(self) -> int:
        """How far "last", "next" ... move."""
        return sum(int(p.value) for p in self.parts if p.key in OFFSETS)

    def count(self) -> float:
        """The number, 1 where there is none; of a range its first."""
        total, seen = 0.0, False
        for part in self.parts:
            if part.key == "NUM" and not seen:
                total, seen = total + float(part.value.replace(",", "")), True
            elif part.key in {"TENS", "ONES", "FRACTION"}:
                total, seen = total + float(part.value), True
            elif part.key == "HUNDRED":
                total, seen = (total or 1) * 100, True
            elif part.key == "half":
                total, seen = total + (1.5 if self.has("and") and not seen else 0.5), True
        return total if seen else 1.0

    def spoken_year(self) -> str:
        """The year of "nineteen ninety-four" or "two thousand"."""
        if self.has("THOUSAND"):
            return f"{int(self.get('ONES')) * 1000}"
        return f"{1900 + int(self.get('TENS') or 0) + int(self.get('ONES') or 0)}"

    def mod(self) -> str | None:
        """START, MID or END, where the words say so."""
        return next((p.value for p in self.parts if p.key in PARTS), self.row.mod)


@dataclass(slots=True)
class Scene:
    """One document while its expressions are read in order: `last` is the value mentioned before this one."""

    reading: Reading
    rules: TimeRules
    day: date | None
    names: tuple[Name, ...] = ()
    last: str | None = None
    last_sentence: int = 0
    quarter: str | None = None
    compared: str | None = None
    quarter_sentence: int = 0

    def before(self, found: Found, kind: str) -> bool:
        """Whether the word before the expression is one of a BESIDE class."""
        return found.first > 0 and self.reading.lower[found.first - 1] in self.rules.beside[kind]

    def after(self, found: Found, kind: str) -> bool:
        """Whether the word after the expression is one of a BESIDE class."""
        return found.last < len(self.reading) and self.reading.lower[found.last] in self.rules.beside[kind]

    def named(self, found: Found) -> bool:
        """Whether a lone word is part of a name that is none of a time: Friday Harbor, Theresa May."""
        if found.last - found.first > 1:
            return False
        reading, at = self.reading, found.first
        head = reading.head[at]
        if reading.dep[at] == "compound" and reading.pos[head] == "PROPN" and at < head:
            return True
        if at and reading.head[at - 1] == at and reading.dep[at - 1] == "compound" and reading.pos[at - 1] == "PROPN":
            return reading.dep[at] not in {"npadvmod", "pobj"}
        for name in self.names:
            if name.first <= at < name.last:
                return name.label == "PERSON" or at < name.last - 1
            if name.label == "PERSON" and reading.lower[name.last - 1] == reading.lower[at]:
                return reading.dep[at] != "pobj"
        return False

    def direction(self, found: Found) -> int:
        """Which way the expression points."""
        return direction(self.reading, self.head_of(found), self.rules.cues)

    def head_of(self, found: Found) -> int:
        """The token of the expression that hangs from outside it."""
        reading = self.reading
        inside = range(found.first, found.last)
        return next((i for i in inside if reading.head[i] not in inside), found.first)

    def anchor(self, found: Found) -> date | None:
        """The day, or first day, of what was mentioned shortly before; else the document's."""
        return self.narrated(found) or self.day

    def narrated(self, found: Found, unit: str = "D") -> date | None:
        """The day, or first day, of what was mentioned shortly before, if it is as fine as the unit."""
        if self.last is None or self.sentence(found) - self.last_sentence > NEAR_SENTENCES:
            return None
        match = VALUE.fullmatch(self.last)
        fine = match is not None and (unit not in FINER or any(match[name] for name in FINER[unit]))
        return first_day(self.last) if fine else None

    def sentence(self, found: Found) -> int:
        """The number of the expression's sentence."""
        return self.reading.sentence_of[found.first]

    def mentioned(self, found: Found, value: str) -> None:
        """Remember a value that later expressions may lean on."""
        match = VALUE.fullmatch(value)
        if match is None:
            return
        self.last, self.last_sentence = value, self.sentence(found)
        if found.row.op in {"quarter", "the-quarter"} and found.row.arg != "earlier":
            self.quarter = self.compared = value
            self.quarter_sentence = self.last_sentence
        elif self.compared is None and self.before(found, "ENDED"):
            self.compared, self.quarter_sentence = value, self.last_sentence
