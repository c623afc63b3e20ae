"""How likely a coding is right, from what it rests on."""

from __future__ import annotations

from dragoman.coding.compose import Coding

START = 0.6


def confidence_of(coding: Coding, actors: tuple[str, ...], recipients: tuple[str, ...]) -> float:
    """A probability from 0 to 1."""
    score = START + 0.03 * min(coding.match.sense.weight, 4)
    score += 0.08 if recipients or coding.mutual else -0.08
    score += 0.05 if coding.factuality == "actual" else -0.05
    score -= 0.2 if not actors else 0.0
    return round(min(max(score, 0.05), 0.95), 3)
