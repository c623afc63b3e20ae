"""Reading in, time expressions out, resolved against the document's date."""

from __future__ import annotations

from datetime import date

from dragoman.finding.calendar import days_of
from dragoman.finding.timerules import TELLING, Keys, Node, TimeRules, numeral
from dragoman.finding.timescene import Found, Part, Scene, Sense
from dragoman.finding.timevalues import OPERATIONS
from dragoman.language.reading import Reading
from dragoman.record import Timex, TimexType

__all__ = ["TimeRules", "find_times"]

NO_NAMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL"})
NEWS_YEARS = range(1600, 2600)
REACH = 9  # tokens before a telling word in which its pattern may begin


def find_times(reading: Reading, rules: TimeRules) -> tuple[Timex, ...]:
    """The time expressions of the article, in order, measured from `reading.document.published`.

    Without that day what is relative to it keeps X's in its value and has no days. Values are TimeML's, as TimeBank
    writes them.
    """
    names = tuple(n for n in reading.names if n.label not in NO_NAMES)
    scene = Scene(reading, rules, published_day(reading), names)
    times: list[Timex] = []
    done = 0
    for spot in _spots(reading, rules):
        if spot < done:
            continue
        found, sense = _at(scene, spot, done)
        if found is None:
            continue
        if sense is not None:
            times.append(_timex(scene, found, sense, done))
        done = found.last
    return tuple(times)


def published_day(reading: Reading) -> date | None:
    """The document's day, or None where it has none, or one that is no day or in no newspaper's time."""
    try:
        day = date.fromisoformat((reading.document.published or "")[:10])
    except ValueError:
        return None
    return day if day.year in NEWS_YEARS else None


def _spots(reading: Reading, rules: TimeRules) -> list[int]:
    """The tokens from which a search starts."""
    core = rules.core
    return [
        i for i, word in enumerate(reading.lower) if word in core or (not word.isalpha() and TELLING.fullmatch(word))
    ]


def _at(scene: Scene, spot: int, done: int) -> tuple[Found | None, Sense | None]:
    """The longest match that begins first, covers the spot and makes sense."""
    reading, rules = scene.reading, scene.rules
    sentence = reading.sentences[reading.sentence_of[spot]]
    start = spot
    while start > max(done, sentence.first, spot - REACH) and _known(rules, reading.lower[start - 1]):
        start -= 1
    keys: dict[int, Keys] = {}
    for first in range(start, spot + 1):
        for found in _matches(scene, first, sentence.last, keys):
            if found.last <= spot:
                break
            sense = OPERATIONS[found.row.op](found, scene)
            if sense is not None:
                return found, sense if sense.value else None
    return None, None


def _known(rules: TimeRules, lower: str) -> bool:
    return lower in rules.known or numeral(lower)


def _matches(scene: Scene, first: int, stop: int, keys: dict[int, Keys]) -> list[Found]:
    """The matches that begin at a token, the longest first, equals in the table's order."""
    reading, out = scene.reading, []
    stack: list[tuple[Node, int, tuple[Part, ...]]] = [(scene.rules.tree, first, ())]
    while stack:
        node, at, parts = stack.pop()
        if node.row is not None:
            out.append((-at, node.order, Found(node.row, first, at, parts)))
        if at >= stop or not node.next:
            continue
        if at not in keys:
            keys[at] = scene.rules.keys(reading.lower[at], reading.words[at], reading.tag[at])
        for key, value in keys[at].items():
            if key in node.next:
                stack.append((node.next[key], at + 1, (*parts, Part(key, at, value))))
    return [found for _, _, found in sorted(out, key=lambda entry: entry[:2])]


def _timex(scene: Scene, found: Found, sense: Sense, done: int) -> Timex:
    """The record's entry, with the words before it that modify it."""
    kind: TimexType = sense.type or found.row.type
    first, mod = _modified(scene, found, kind, done)
    start, end = scene.reading.span(first, found.last)
    since, until = (sense.since, sense.until) if sense.since else days_of(sense.value)
    if kind == "DATE":
        scene.mentioned(found, sense.value)
    return Timex(
        start=start, end=end, text=scene.reading.document.text[start:end], type=kind, value=sense.value,
        mod=mod or sense.mod or found.mod(), since=since, until=until, note=sense.note or _note(scene, sense.value),
    )  # fmt: skip


def _note(scene: Scene, value: str) -> str | None:
    """Why a value is left open."""
    return "no document date" if scene.day is None and value.startswith("XX") else None


def _modified(scene: Scene, found: Found, kind: str, done: int) -> tuple[int, str | None]:
    """The first token of the expression with its modifier, and TimeML's name for that."""
    lower, rules = scene.reading.lower, scene.rules
    least = max(done, scene.reading.sentences[scene.sentence(found)].first)
    for size in range(min(rules.longest_modifier, found.first - least), 0, -1):
        row = rules.modifiers.get(tuple(lower[found.first - size : found.first]))
        if row and (kind in row.on or f"{kind}:{found.row.op}" in row.on):
            first = found.first - size
            return first - (first > least and lower[first - 1] == "the"), row.mod
    return found.first, None
