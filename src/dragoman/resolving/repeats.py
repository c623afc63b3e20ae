"""Parties in, further mentions of them out: names told again where the parse or the model took them for less."""

from __future__ import annotations

from dragoman.language.reading import Reading
from dragoman.resolving.claims import Scene
from dragoman.resolving.parties import Parties, Party
from dragoman.tables.names import fold

WORDY = frozenset({"PROPN", "NOUN", "ADJ", "X"})
LONGEST = 4  # tokens of a repeated name


def repeat_names(scene: Scene, parties: Parties) -> None:
    """Mention known parties where one of their names stands alone, in capitals, and is no mention so far."""
    reading = scene.reading
    taken = {
        i
        for party in parties.all
        for first, last, form, _ in party.mentions
        if form == "name"
        for i in range(first, last)
    }
    i = 0
    while i < len(reading):
        if i in taken or not _capital(reading, i):
            i += 1
            continue
        last = i + 1
        while last < len(reading) and last not in taken and _capital(reading, last) and last - i < LONGEST:
            last += 1
        party = _named(scene, parties, i, last)
        if party is not None:
            parties.mention(party, last - 1, i, last, "name")
        i = last


def _capital(reading: Reading, i: int) -> bool:
    return reading.words[i][0].isupper() and reading.pos[i] in WORDY


def _named(scene: Scene, parties: Parties, first: int, last: int) -> Party | None:
    reading = scene.reading
    words = tuple(fold(reading.words[i]) for i in range(first, last))
    party = parties.known(("name", *words))
    if party is not None or first in parties.at:
        return party
    if last - first > 1:
        return parties.full_name(words) or parties.shortened(words)
    common = reading.pos[first] != "PROPN" and first not in scene.mentions.name_at
    if common and first == _start(reading, first) and reading.lower[first] == reading.lemma[first].lower():
        return None  # a common word that begins a sentence
    return parties.surname(words[0])


def _start(reading: Reading, i: int) -> int:
    return reading.sentences[reading.sentence_of[i]].first


def relatives(scene: Scene, parties: Parties) -> dict[int, Party]:
    """Relative pronouns with the party of the noun that their clause describes."""
    reading, bearings = scene.reading, scene.tables.phrasing.bearings
    out: dict[int, Party] = {}
    for i, word in enumerate(reading.lower):
        if reading.tag[i] not in ("WP", "WDT") or "relative" not in bearings.get(word, ()):
            continue
        verb = reading.head[i]
        while reading.dep[verb] not in ("relcl", "ROOT") and reading.head[verb] != verb and reading.head[verb] < i + 12:
            verb = reading.head[verb]
        noun = reading.head[verb]
        if reading.dep[verb] == "relcl" and noun in parties.at:
            out[i] = parties.at[noun]
    return out
