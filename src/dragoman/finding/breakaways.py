"""Layout and a clause in, the clause out, cut before a verb of the same subject: "said it was ready and warned X"."""

from __future__ import annotations

from dragoman.finding.cues import Cues
from dragoman.finding.draft import Range, trimmed
from dragoman.finding.layout import Layout

PRONOUNS = frozenset({"he", "she", "it", "they"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def broken_off(layout: Layout, cues: Cues, v: int, clause: Range, head: int, shared: dict[int, int]) -> Range:
    """The clause cut before a further cue of the same speaker, which is entered in `shared`."""
    reading = layout.reading
    for i in range(clause[0] + 2, clause[1]):
        if layout.quoted[i] != layout.quoted[v] or i == head:
            continue
        rows = cues.verbs.get(reading.lower[i])
        if rows is None or not any(row.kind == "speech" for row in rows):
            continue
        if reading.tag[i] == "VBG" and reading.words[i - 1] == "," and reading.dep[i] in ("advcl", "conj"):
            at = i - 1
        elif _is_coordinated(layout, v, head, i):
            at = next((k for k in range(i - 1, clause[0], -1) if reading.tag[k] == "CC"), i)
        else:
            continue
        shared[i] = v
        return trimmed(reading, clause[0], at) or clause
    return clause


def _is_coordinated(layout: Layout, v: int, head: int, i: int) -> bool:
    """Whether the verb goes with the cue rather than with the clause it was hung on."""
    reading = layout.reading
    if reading.dep[i] != "conj" or reading.head[i] != head or reading.tag[i] != reading.tag[v]:
        return False
    if reading.tag[i] not in FINITE or reading.child(i, "nsubj", "nsubjpass", "aux") is not None:
        return False
    subject = reading.child(head, "nsubj", "nsubjpass")
    if subject is not None and reading.lower[subject] in PRONOUNS:
        return True
    auxiliary = reading.child(head, "aux", "auxpass")
    return reading.tag[head if auxiliary is None else auxiliary] != reading.tag[v]
