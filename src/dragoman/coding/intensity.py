"""How many were killed, hurt or came out: numbers that the sentence of an event gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from msgspec import Struct

from dragoman.language.reading import Reading
from dragoman.record import Intensity
from dragoman.tables.table import Tables

VIOLENT = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
CROWDED = "PROTEST"
HUNDRED = 100  # from here on a number before it multiplies
SIDES = ("dobj", "nsubjpass", "nsubj", "pobj", "obj")
LINKS = ("prep", "agent")


class HarmRow(Struct, frozen=True):
    """A word for harm to people, killed or injured; `victims` says where they stand: object, subject, itself."""

    id: str
    lemma: str
    pos: str
    harm: str
    victims: str
    note: str = ""


class NumberRow(Struct, frozen=True):
    """A word for a number."""

    word: str
    value: int


@dataclass(frozen=True, slots=True)
class Harms:
    """The words for harm by lemma, and for numbers."""

    words: Mapping[str, HarmRow]
    numbers: Mapping[str, int]


def harms(tables: Tables) -> Harms:
    """The tables, indexed."""
    numbers = {row.word: row.value for row in tables.rows("words/en/numbers", NumberRow)}
    return Harms({row.lemma: row for row in tables.rows("words/en/harm", HarmRow)}, numbers)


def intensity_of(
    kind: str, head: int, actors: tuple[int, ...], told: frozenset[int], reading: Reading, known: Harms
) -> Intensity | None:
    """The numbers of an event of type `kind` whose predicate is `head` and whose acting side stands at `actors`.

    `told` are the predicates of all events: a number belongs to the event of its own word, so that none counts twice.
    None where the text gives none; "dozens" and "hundreds" are no numbers.
    """
    if kind not in VIOLENT:
        return None
    found: dict[str, int] = {}
    for token, row in _harms(head, reading, known):
        if token != head and token in told:
            continue
        number = _victims(token, row, reading, known)
        if number is not None:
            found[row.harm] = max(found.get(row.harm, 0), number)
    crowd = None
    if kind == CROWDED:
        counts = [count for token in actors if (count := _count(token, reading, known)) is not None]
        crowd = max(counts, default=None)
    if not found and crowd is None:
        return None
    return Intensity(killed=found.get("killed"), injured=found.get("injured"), crowd=crowd)


def _harms(head: int, reading: Reading, known: Harms) -> Iterator[tuple[int, HarmRow]]:
    """The words for harm that are the predicate itself, hang on it or carry it."""
    sentence = reading.sentences[reading.sentence_of[head]]
    for token in range(sentence.first, sentence.last):
        row = known.words.get(reading.lemma[token].lower())
        if row is not None and (token == head or _above(head, token, reading) or _above(token, head, reading)):
            yield token, row


def _above(upper: int, lower: int, reading: Reading) -> bool:
    while reading.head[lower] != lower:
        lower = reading.head[lower]
        if lower == upper:
            return True
    return False


def _victims(token: int, row: HarmRow, reading: Reading, known: Harms) -> int | None:
    """The number of those harmed: with the word itself, or with what stands where its row says."""
    own = _count(token, reading, known)
    if own is not None or row.victims == "itself":
        return own
    passive = reading.child(token, "nsubjpass") is not None or reading.child(token, "auxpass") is not None
    wanted = ("nsubjpass", "nsubj") if row.victims == "subject" or passive else ("dobj",)
    for child in reading.children[token]:
        if reading.dep[child] in wanted and (number := _count(child, reading, known)) is not None:
            return number
        if reading.dep[child] in LINKS and reading.lower[child] == "of":
            inner = reading.child(child, "pobj")
            if inner is not None and (number := _count(inner, reading, known)) is not None:
                return number
    above = reading.head[token]
    return _count(above, reading, known) if reading.dep[token] in ("acl", "amod", "oprd", "acomp") else None


def _count(token: int, reading: Reading, known: Harms) -> int | None:
    """The number before a noun, or the number that stands for one: "12 people", "the two", "12 of them"."""
    for child in reading.children[token]:
        if reading.dep[child] == "nummod" and (value := _value(child, reading, known)) is not None:
            return value
    return _value(token, reading, known) if reading.pos[token] == "NUM" else None


def _value(token: int, reading: Reading, known: Harms) -> int | None:
    """A number in digits or words: "1,200", "twelve", "thirty-two", "two hundred"."""
    total = _single(reading.lower[token], known)
    for child in reading.children[token]:
        part = _single(reading.lower[child], known) if reading.dep[child] == "compound" and child < token else None
        if total is not None and part is not None:
            total = total * part if total >= HUNDRED else total + part
    return total


def _single(word: str, known: Harms) -> int | None:
    digits = word.replace(",", "")
    return int(digits) if digits.isascii() and digits.isdigit() else known.numbers.get(word)
