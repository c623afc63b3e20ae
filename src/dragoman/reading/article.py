"""What every reader gives: a document, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.record import Document, Outcome


@dataclass(frozen=True, slots=True)
class Article:
    """A document as read. With an `outcome`, it is not coded and its record says why; without, it goes on."""

    document: Document
    outcome: Outcome | None = None
