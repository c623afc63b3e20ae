"""Names and common nouns in, what they stand for out: tries over folded words, for the longest match at a token."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Generic, TypeVar

Value = TypeVar("Value")

ACRONYM = 10  # characters up to which capitals are taken for an acronym, dots included
SPOKEN = 4  # letters from which an acronym is also written as a word: "Asean", "Nato"
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


class Trie(Generic[Value]):
    """Longest match of word sequences; a name of capitals only ("US") is no match for other case."""

    def __init__(self) -> None:
        self._root: dict[str, _Node[Value]] = {}

    def add(self, name: str, value: Value) -> None:
        """Enter a name; several values may stand under one."""
        plain = name.isascii() and name.replace(" ", "").isalpha()
        words = name.lower().split() if plain else [fold(word) for word in pieces(name)]
        if not words:
            return
        level: dict[str, _Node[Value]] | None = self._root
        node: _Node[Value] | None = None
        for word in words:
            if level is None:
                assert node is not None
                level = node.below = {}
            node = level.get(word)
            if node is None:
                node = level[word] = _Node()
            level = node.below
        assert node is not None
        if name.isupper() and len(name) <= ACRONYM:
            node.capitals = _with(node.capitals, value)
        else:
            node.values = _with(node.values, value)

    def longest(
        self, folded: Sequence[str], words: Sequence[str], first: int, last: int
    ) -> tuple[int, tuple[Value, ...]] | None:
        """One past the last token of the longest name that begins at `first`, and its values.

        `folded` holds the folded words (a hyphen folds to ""); no match reaches `last`.
        """
        node = self._root.get(folded[first])
        found, i = None, first
        while node is not None:
            i += 1
            values = self._allowed(node, words[i - 1] if i == first + 1 else None)
            if values:
                found = (i, values)
            while i < last and not folded[i]:
                i += 1
            if i >= last or node.below is None:
                break
            node = node.below.get(folded[i])
        return found

    @staticmethod
    def _allowed(node: _Node[Value], only: str | None) -> tuple[Value, ...]:
        if not node.capitals:
            return node.values
        if only is None or only.isupper() or (len(only) >= SPOKEN and only[0].isupper()):
            return node.capitals + node.values
        return node.values


class _Node(Generic[Value]):
    __slots__ = ("below", "capitals", "values")

    def __init__(self) -> None:
        self.below: dict[str, _Node[Value]] | None = None
        self.values: tuple[Value, ...] = ()
        self.capitals: tuple[Value, ...] = ()


def _with(values: tuple[Value, ...], value: Value) -> tuple[Value, ...]:
    return values if any(value is known for known in values) else (*values, value)
