"""How likely a coding is right: a logistic sum of what it rests on, with weights fitted on the development gold."""

from __future__ import annotations

import math
from collections.abc import Mapping

from dragoman.coding.parting import Parted

SPECIFIC = 3  # weight of a row's needs from which it counts as specific: a class or a word
LEAST, MOST = 0.05, 0.98


def confidence_of(parted: Parted, fitted: Mapping[str, float]) -> float:
    """A probability from 0 to 1, three digits."""
    total = sum(fitted.get(name, 0.0) for name in properties(parted))
    return round(min(max(1 / (1 + math.exp(-total)), LEAST), MOST), 3)


def properties(parted: Parted) -> tuple[str, ...]:
    """The properties of a coding that weights are fitted to."""
    coding = parted.coding
    names = ["any", f"type:{coding.type}", f"recipient:{parted.basis}", f"mood:{coding.factuality}"]
    if coding.match.sense.weight >= SPECIFIC:
        names.append("specific")
    if len(coding.chain) > 1:
        names.append("operator")
    if coding.match.clause.pos == "n":
        names.append("noun")
    if coding.match.clause.shift:
        names.append("shift")
    if not parted.actors:
        names.append("no actor")
    return tuple(names)
