"""Which way from the document's day an expression points, by the verbs and words that it hangs from."""

from __future__ import annotations

from dragoman.language.reading import Reading

MOST_STEPS = 8  # heads climbed; what lies farther off does not date the expression
PAST_TAGS = frozenset({"VBD", "VBN"})
PRESENT_TAGS = frozenset({"VBZ", "VBP"})


def direction(reading: Reading, token: int, cues: dict[str, int]) -> int:
    """1 for the future, -1 for the past, 0 where nothing tells.

    Args:
        token: a token of the expression; its heads are climbed to the root.
        cues: words and lemmas that tell, with their direction.
    """
    at = token
    for _ in range(MOST_STEPS):
        found = _of(reading, at, cues)
        if found:
            return found
        if reading.head[at] == at:
            break
        at = reading.head[at]
    return 0


def _of(reading: Reading, at: int, cues: dict[str, int]) -> int:
    """What one token on the way up tells; 0 to climb on."""
    cued = cues.get(reading.lower[at]) or cues.get(reading.lemma[at])
    if cued:
        return cued
    tag = reading.tag[at]
    if not tag.startswith("VB"):
        return 0
    helpers = [c for c in reading.children[at] if reading.dep[c] in {"aux", "auxpass"}]
    for helper in helpers:
        cued = cues.get(reading.lower[helper])
        if cued:
            return cued
    tags = {reading.tag[h] for h in helpers}
    if tag == "VBD" or tags & {"VBD"} or (tags and any(reading.lemma[h] == "have" for h in helpers)):
        return -1
    if tag == "VBN":
        return 1 if tags & PRESENT_TAGS else -1
    if tag in PRESENT_TAGS or (tag == "VBG" and tags & PRESENT_TAGS):
        return -1 if reading.sentences[reading.sentence_of[at]].kind == "title" else 1
    return 0
