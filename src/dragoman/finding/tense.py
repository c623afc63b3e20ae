"""Which way from the document's day an expression points, by the verbs and words that it hangs from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from dragoman.language.reading import Reading

MOST_STEPS = 8  # heads climbed; what lies farther off does not date the expression
CLOSE_STEPS = 2  # through a preposition to the verb
PRESENT_TAGS = frozenset({"VBZ", "VBP"})
COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl"})


class CueRow(Struct, frozen=True):
    """A row of cues.tsv."""

    word: str
    direction: Literal["future", "past"]
    over: Literal["any", "complement"]


def direction(reading: Reading, token: int, cues: Mapping[str, CueRow]) -> int:
    """2 or 1 for the future, -1 or -2 for the past, 0 where nothing tells; 2 where the word that tells is close.

    Args:
        token: the expression's head; its own heads are climbed to the root.
        cues: words and lemmas that tell.
    """
    below = token
    for step in range(MOST_STEPS):
        at = reading.head[below]
        if at == below:
            break
        found = _cued(reading, at, below, cues) or _tense(reading, at, cues)
        if not found and step < CLOSE_STEPS and _is_present(reading, at) and reading.dep[token] != "poss":
            return -1 if reading.sentences[reading.sentence_of[at]].kind == "title" else 2
        if found:
            return found * (2 if step < CLOSE_STEPS else 1)
        below = at
    return 0


def _cued(reading: Reading, at: int, below: int, cues: Mapping[str, CueRow]) -> int:
    """What a word on the way up tells."""
    row = cues.get(reading.lower[at]) or cues.get(reading.lemma[at])
    if row is None or (row.over == "complement" and reading.dep[below] not in COMPLEMENTS):
        return 0
    return 1 if row.direction == "future" else -1


def _tense(reading: Reading, at: int, cues: Mapping[str, CueRow]) -> int:
    """What a verb on the way up tells by its form."""
    tag = reading.tag[at]
    if not tag.startswith("VB"):
        return 0
    helpers = [c for c in reading.children[at] if reading.dep[c] in {"aux", "auxpass"}]
    if any(row.direction == "future" for h in helpers if (row := cues.get(reading.lower[h]))):
        return 1
    tags = {reading.tag[h] for h in helpers}
    if tag == "VBD" or "VBD" in tags or any(reading.lemma[h] == "have" for h in helpers):
        return -1
    if tag == "VBN":
        return 1 if tags & PRESENT_TAGS else -1
    to_come = tag == "VB" and "TO" in tags and reading.sentences[reading.sentence_of[at]].kind == "title"
    return int(to_come)  # "Premier to meet envoy Monday"


def _is_present(reading: Reading, at: int) -> bool:
    """Whether a verb is in the present: the day that it dates is to come (talks begin Monday)."""
    if reading.tag[at] == "VBG":
        return any(reading.tag[c] in PRESENT_TAGS for c in reading.kids(at, "aux"))
    return reading.tag[at] in PRESENT_TAGS
