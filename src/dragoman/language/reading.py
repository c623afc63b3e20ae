"""The parse of an article as plain columns: one entry a token, offsets into the document's text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.record import BlockKind, Document, Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens [first, last) of one sentence, in a block of the kind given."""

    first: int
    last: int
    block: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens [first, last) that the model takes for a name, with its label (PERSON, ORG, GPE, NORP, DATE ...)."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Columns over the tokens of the coded blocks, in document order; `head[i] == i` is a sentence's root.

    `start` and `end` are code points of `document.text`; `head`, `children` and `sentence_of` are token or sentence
    numbers. `pos` is Universal Dependencies' part of speech, `tag` Penn's, `dep` spaCy's (ClearNLP) label.
    White space is no token here.
    """

    document: Document
    words: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    start: list[int]
    end: list[int]
    sentence_of: list[int]
    sentences: list[Sentence]
    children: list[list[int]]
    names: list[Name]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """Characters of the tokens [first, last)."""
        return self.start[first], self.end[last - 1]

    def text(self, first: int, last: int) -> str:
        """The words of the tokens [first, last) as they stand in the document."""
        return self.document.text[self.start[first] : self.end[last - 1]]

    def subtree(self, i: int) -> tuple[int, int]:
        """The leftmost token under `i` and one past the rightmost."""
        first = last = i
        stack = [i]
        while stack:
            token = stack.pop()
            first, last = min(first, token), max(last, token)
            stack.extend(self.children[token])
        return first, last + 1

    def descendants(self, i: int) -> Iterator[int]:
        """`i` and all tokens under it, unordered."""
        stack = [i]
        while stack:
            token = stack.pop()
            yield token
            stack.extend(self.children[token])

    def child(self, i: int, *deps: str) -> int | None:
        """The first dependent of `i` with one of the labels."""
        return next((c for c in self.children[i] if self.dep[c] in deps), None)

    def kids(self, i: int, *deps: str) -> list[int]:
        """The dependents of `i` with one of the labels, in order."""
        return [c for c in self.children[i] if self.dep[c] in deps]

    def conjuncts(self, i: int) -> list[int]:
        """`i` and what is coordinated with it to its right."""
        out = [i]
        for token in out:
            out.extend(c for c in self.children[token] if self.dep[c] == "conj")
        return sorted(out)
