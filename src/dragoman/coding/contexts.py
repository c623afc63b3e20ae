"""The contexts of an event, from its row and from the words of its sentence."""

from __future__ import annotations

from dragoman.coding.compose import Coding
from dragoman.coding.lexicon import Lexicon
from dragoman.language.reading import Reading


def contexts_of(coding: Coding, reading: Reading, lexicon: Lexicon) -> tuple[str, ...]:
    """The contexts in the order of PLOVER's list."""
    return coding.contexts
