"""Names and common nouns in, what they stand for out: the longest match of folded words at a token."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Generic, TypeVar

Value = TypeVar("Value")

ACRONYM = 10  # characters up to which capitals are taken for an acronym, dots included
SPOKEN = 4  # letters from which an acronym is also written as a word: "Asean", "Nato"
PLAIN = re.compile(r"[A-Za-z0-9 -]+")
PIECE = re.compile(r"'s\b|[^\W_]+(?:[.&][^\W_]+|'(?!s\b)[^\W_]+)*\.?|&")
CUT = str.maketrans({"’": "'", "‘": "'", ".": None, "-": None, "ʼ": "'"})
APART = {"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}


def fold(word: str) -> str:
    """Lower case, without accents, dots and hyphens: "U.S." and "US" are one word, "Élysée" is "elysee"."""
    low = word.translate(CUT).lower()
    if low.isascii():
        return low
    plain = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    return "".join(APART.get(c, c) for c in plain)


def pieces(name: str) -> list[str]:
    """The words of a name, cut as the parse cuts them."""
    return PIECE.findall(name.replace("’", "'"))


def folded_words(name: str) -> list[str]:
    """The folded words of a name; most names are plain and need no more than splitting."""
    if PLAIN.fullmatch(name):
        return name.lower().replace("-", " ").split()
    return [fold(word) for word in pieces(name)]


class Names(Generic[Value]):
    """Longest match of word sequences; a name of capitals only ("US") is no match for other case."""

    def __init__(self) -> None:
        self._values: dict[str, tuple[Value, ...]] = {}
        self._capitals: dict[str, tuple[Value, ...]] = {}
        self._lengths: dict[str, set[int]] = {}  # numbers of words of the names that begin with a word

    def add(self, name: str, value: Value) -> None:
        """Enter a name; several values may stand under one."""
        self.add_words(folded_words(name), value, capitals=name.isupper() and len(name) <= ACRONYM)

    def add_words(self, words: Sequence[str], value: Value, *, capitals: bool = False) -> None:
        """Enter a name by its folded words; `capitals`: it is one only where the text has it in capitals."""
        if not words:
            return
        key = " ".join(words)
        held = self._capitals if capitals else self._values
        known = held.get(key)
        if known is None:
            held[key] = (value,)
        elif not any(value is other for other in known):
            held[key] = (*known, value)
        first, count = words[0], len(words)
        lengths = self._lengths.get(first)
        if lengths is None:
            self._lengths[first] = {count}
        else:
            lengths.add(count)

    def longest(
        self, folded: Sequence[str], words: Sequence[str], first: int, last: int
    ) -> tuple[int, tuple[Value, ...]] | None:
        """One past the last token of the longest name that begins at `first`, and its values.

        `folded` holds the folded words (a hyphen folds to ""); no match reaches `last`.
        """
        lengths = self._lengths.get(folded[first])
        if lengths is None:
            return None
        key, i, count = folded[first], first + 1, 1
        longest = max(lengths) if len(lengths) > 1 else next(iter(lengths))
        found = self._values_of(key, words[first]) if 1 in lengths else ()
        best = (i, found) if found else None
        while count < longest:
            while i < last and not folded[i]:
                i += 1
            if i >= last:
                break
            key, i, count = f"{key} {folded[i]}", i + 1, count + 1
            if count in lengths and (found := self._values_of(key, None)):
                best = (i, found)
        return best

    def _values_of(self, key: str, only: str | None) -> tuple[Value, ...]:
        """The values of a name; `only` is the text's word where the name has but one."""
        values, capitals = self._values.get(key, ()), self._capitals.get(key)
        if capitals and (only is None or only.isupper() or (len(only) >= SPOKEN and only.istitle() and only.isalpha())):
            return capitals + values
        return values
