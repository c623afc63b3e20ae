"""Attributions and the cast in, the record's statements out."""

from __future__ import annotations

from dragoman.finding.attribution import Attribution
from dragoman.language.reading import Reading
from dragoman.record import Place, Statement, Timex
from dragoman.resolving.cast import Cast


def code_statements(
    reading: Reading,
    attributions: list[Attribution],
    cast: Cast,
    times: tuple[Timex, ...],
    places: tuple[Place, ...],
) -> tuple[Statement, ...]:
    """One statement an attribution, in the same order, with its speaker, day and place."""
    return tuple(
        Statement(
            id=f"s{i + 1}", speaker=cast.at(a.source_head) if a.source_head is not None else None,
            source=a.source, cue=a.cue, content=a.content, mode=a.mode, stance=a.stance, anonymous=a.anonymous,
            occasion=a.occasion, parent=f"s{a.parent + 1}" if a.parent is not None else None,
        )
        for i, a in enumerate(attributions)
    )  # fmt: skip
