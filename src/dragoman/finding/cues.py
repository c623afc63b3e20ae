"""The cue table, indexed by the forms of its words: which words attribute, in which frames, with which stance."""

from __future__ import annotations

from msgspec import Struct

from dragoman.finding.quotation_marks import MarkRow
from dragoman.tables.table import Tables


class CueRow(Struct, frozen=True):
    """One sense of a word that attributes; docs/statements.md tells the columns."""

    id: str
    lemma: str
    pos: str
    frames: tuple[str, ...]
    prepositions: tuple[str, ...]
    stance: str
    kind: str
    forms: tuple[str, ...]


class NounRow(Struct, frozen=True):
    """A noun about speech: a speaker who may go unnamed, an occasion, a label, or what holds words.

    An occasion's `means` is its name; a speaker's is "office" where "the minister" tells who it is; a document ("list",
    "video") is what "released" or "issued" may make known.
    """

    word: str
    kind: str
    means: str = ""


class Cues:
    """Tables of cues and marks, loaded once; `verbs`, `nouns` and so on give the rows of a lower-case form."""

    def __init__(self, tables: Tables) -> None:
        self.marks = {row.mark: row for row in tables.rows("words/en/quotation_marks", MarkRow)}
        self.verbs: dict[str, tuple[CueRow, ...]] = {}
        self.nouns: dict[str, tuple[CueRow, ...]] = {}
        self.adjectives: dict[str, tuple[CueRow, ...]] = {}
        self.adverbs: dict[str, tuple[CueRow, ...]] = {}
        self.prepositions: dict[str, tuple[CueRow, ...]] = {}
        self.marks_as_cues: dict[str, CueRow] = {}
        self.light: set[str] = set()
        indexes = {
            "verb": self.verbs, "noun": self.nouns, "adjective": self.adjectives, "adverb": self.adverbs,
            "preposition": self.prepositions,
        }  # fmt: skip
        for row in tables.rows("words/en/cues", CueRow):
            if row.pos == "light":
                self.light.update(forms_of(row))
                continue
            if row.pos == "mark":
                self.marks_as_cues[row.lemma] = row
                continue
            index = indexes[row.pos]
            for form in forms_of(row):
                index[form] = tuple(sorted((*index.get(form, ()), row), key=lambda r: "that" not in r.frames))
        nouns = tables.rows("words/en/speech_nouns", NounRow)
        self.speakers = frozenset(row.word for row in nouns if row.kind == "speaker")
        self.offices = frozenset(row.word for row in nouns if row.kind == "speaker" and row.means == "office")
        self.documents = frozenset(row.word for row in nouns if row.kind == "document")
        self.labels = frozenset(row.word for row in nouns if row.kind == "label")
        self.occasions = {row.word: row.means for row in nouns if row.kind == "occasion"}
        self.speaking = frozenset(f for f, rows in self.verbs.items() if any("quote" in row.frames for row in rows))


def forms_of(row: CueRow) -> list[str]:
    """The forms of a row's first word: regular ones made, irregular ones as the table gives them."""
    word = row.lemma.split(" ")[0]
    if row.pos in ("verb", "light"):
        past = list(row.forms) or [_past(word)]
        return list(dict.fromkeys([word, _third(word), _ing(word, past), *past]))
    if row.pos == "noun":
        return [word, _third(word)]
    return [word]


def _third(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ied"
    return word + "ed"


def _ing(word: str, past: list[str]) -> str:
    """The -ing form; the final letter is doubled where a regular past doubles it."""
    if past[0] == word + word[-1] + "ed":
        return word + word[-1] + "ing"
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1] + "ing"
    return word + "ing"
