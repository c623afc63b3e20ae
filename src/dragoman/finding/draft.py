"""An attribution while it is being found, in tokens instead of characters."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.language.reading import Reading

Range = tuple[int, int]

DASHES = frozenset({"-", "--", "\N{EN DASH}", "\N{EM DASH}", "\N{HORIZONTAL BAR}"})
PUNCTUATION = DASHES | {",", ";", ":", ".", "…", "...", "/", "|"}


@dataclass(frozen=True, slots=True)
class Source:
    """Tokens [first, last) that name a source, and their head."""

    first: int
    last: int
    head: int


@dataclass(slots=True)
class Draft:
    """`cue` and `content` are token ranges in order; `row` is the cue row's id; `at` is the cue's main token."""

    row: str
    stance: str
    kind: str
    frame: str
    cue: list[Range]
    at: int
    content: list[Range] = field(default_factory=list)
    source: Source | None = None


def trimmed(reading: Reading, first: int, last: int) -> Range | None:
    """The range less punctuation at its edges (quotation marks and brackets stay), or None if nothing is left."""
    words = reading.words
    while first < last and words[last - 1] in PUNCTUATION:
        last -= 1
    while first < last and words[first] in PUNCTUATION:
        first += 1
    return (first, last) if first < last else None
