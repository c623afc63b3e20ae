"""Attributions and times in, the day and place of speaking out, handed on while the same person speaks on."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.coding.dating import event_interval
from dragoman.finding.attribution import Attribution
from dragoman.language.reading import Reading
from dragoman.record import Interval, Place, Timex

APART = 4  # sentences at most between two statements of one speech
STEPS = 10  # dependencies at most between a place and the cue
BACK = (("back", "then"), ("at", "the", "time"), ("at", "that", "time"), ("that", "day"), ("that", "same", "day"))
PRECISION = {"point": 0, "admin": 1, "country": 2, "unknown": 3}


def days_of(
    reading: Reading, attributions: list[Attribution], speakers: list[str | None], times: tuple[Timex, ...]
) -> list[Interval | None]:
    """The days of speaking, one an attribution.

    A statement has the day that its cue's clause gives, else the day meant by "back then", else that of the same
    speaker's statement shortly before it ("He also said").
    """
    out: list[Interval | None] = []
    spoken: dict[str, tuple[int, Interval]] = {}
    told: tuple[int, Interval] | None = None
    for attribution, speaker in zip(attributions, speakers, strict=True):
        at = attribution.cue_head
        if at is None or attribution.parent is not None:
            out.append(None)
            continue
        sentence = reading.sentence_of[at]
        day = _own_day(reading, at, times)
        if day is None and (day := _day_before(reading, at, times)) is not None:
            told = (sentence, day)
        if day is None and _goes_on(reading, at):
            day = _handed_on(sentence, spoken.get(speaker or "")) or _handed_on(sentence, told)
        if day is not None and speaker is not None:
            spoken[speaker] = (sentence, day)
        out.append(day)
    return out


def place_of(reading: Reading, attribution: Attribution, places: tuple[Place, ...]) -> int | None:
    """The place, by its position, where the cue's clause says that the words were spoken; the most precise one."""
    at = attribution.cue_head
    if at is None:
        return None
    sentence = reading.sentences[reading.sentence_of[at]]
    start, end = reading.span(sentence.first, sentence.last)
    found = [
        (PRECISION[place.precision], number)
        for number, place in enumerate(places)
        if place.reading == "literal" and start <= place.start < end and _is_beside(reading, attribution, place, at)
    ]
    return min(found)[1] if found else None


def _own_day(reading: Reading, at: int, times: tuple[Timex, ...]) -> Interval | None:
    sentence = reading.sentences[reading.sentence_of[at]]
    time = event_interval(reading, at, sentence.first, sentence.last, times)
    return Interval(time.since, time.until) if time is not None else None


def _day_before(reading: Reading, at: int, times: tuple[Timex, ...]) -> Interval | None:
    """The interval that "back then" points to: the last one that was told before the sentence."""
    sentence = reading.sentences[reading.sentence_of[at]]
    words = reading.lower
    points = any(tuple(words[i : i + len(b)]) == b for i in range(sentence.first, at) for b in BACK)
    if not points:
        return None
    start = reading.start[sentence.first]
    earlier = [t for t in times if t.end <= start and t.since is not None and t.until is not None]
    return Interval(earlier[-1].since, earlier[-1].until) if earlier else None


def _handed_on(sentence: int, known: tuple[int, Interval] | None) -> Interval | None:
    """The day of what was told a few sentences before."""
    if known is None or not 0 <= sentence - known[0] <= APART:
        return None
    return known[1]


def _goes_on(reading: Reading, at: int) -> bool:
    """Whether the cue tells of the past, so that it can belong to a speech told before."""
    auxiliary = any(reading.dep[c] == "aux" for c in reading.children[at])
    return reading.tag[at] in ("VBD", "VBG") and not auxiliary


def _is_beside(reading: Reading, attribution: Attribution, place: Place, at: int) -> bool:
    """Whether the place stands in the cue's clause, outside source and content, after "in" or the like."""
    spans = (*attribution.content, *attribution.source)
    if any(first <= place.start < last for first, last in spans):
        return False
    i = max(bisect_left(reading.start, place.end) - 1, 0)
    prepositions = 0
    for _ in range(STEPS):
        prepositions += reading.pos[i] == "ADP" and reading.lower[i] != "of"
        above = reading.head[i]
        if above == at:
            return prepositions > 0
        if above == i or reading.dep[i] in ("relcl", "acl", "ccomp", "advcl"):
            return False
        i = above
    return False
