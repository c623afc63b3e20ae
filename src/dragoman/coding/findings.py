"""All that the coder knows of an article before it codes events."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.finding.attribution import Attribution
from dragoman.language.reading import Reading
from dragoman.record import Place, Statement, Timex
from dragoman.resolving.cast import Cast


@dataclass(frozen=True, slots=True)
class Findings:
    """One article's findings; `statements[i]` is what `attributions[i]` became."""

    reading: Reading
    times: tuple[Timex, ...]
    places: tuple[Place, ...]
    cast: Cast
    attributions: list[Attribution]
    statements: tuple[Statement, ...]
