"""What every reader gives: a document, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.record import Document, Outcome

CHARACTERS_A_WORD = 6


@dataclass(frozen=True, slots=True)
class Article:
    """A document as read. With an `outcome`, it is not coded and its record says why; without, it goes on."""

    document: Document
    outcome: Outcome | None = None


def batches(articles: Iterable[Article], words: int) -> Iterator[list[Article]]:
    """Articles in runs of about so many words each (a word is taken as five characters and a blank)."""
    batch: list[Article] = []
    size = 0
    for article in articles:
        batch.append(article)
        size += len(article.document.text) // CHARACTERS_A_WORD + 1
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
