"""What an archive can be asked: one struct a kind of question, with the filters that it takes."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Mapping

import msgspec

from dragoman.errors import ArchiveError


class EventQuestion(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which events, in the order of their days; every filter that is given must hold.

    Actor, recipient and speaker are a country (alpha-3, in capitals), a key of the actor tables, or part of a name. A
    place is a name or a country. Days are YYYY, YYYY-MM or YYYY-MM-DD; an event without a day has that of its document.
    `text` are words that the document holds ("quoted" ones in a row). `counted` leaves out what is negated, future or
    hypothetical and what repeats an event of the article.
    """

    actor: str | None = None
    recipient: str | None = None
    type: str | None = None
    mode: str | None = None
    since: str | None = None
    until: str | None = None
    place: str | None = None
    voice: str | None = None
    factuality: str | None = None
    speaker: str | None = None
    text: str | None = None
    min_confidence: float | None = None
    counted: bool = False
    limit: int | None = None


class StatementQuestion(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which statements, in the order of their days; `text` searches their own words."""

    speaker: str | None = None
    stance: str | None = None
    mode: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    limit: int | None = None


class ActorQuestion(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which actors, those in most documents first, with the number of events on each side of which they stand."""

    name: str | None = None
    country: str | None = None
    sector: str | None = None
    kind: str | None = None
    limit: int | None = None


class TimelineQuestion(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Events that count of one party (towards another) by day, week, month or year: numbers and mean PLOVER score."""

    actor: str
    recipient: str | None = None
    by: str = "month"
    since: str | None = None
    until: str | None = None
    limit: int | None = None


class NetworkQuestion(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which country acts on which: events that count, cooperation and conflict apart, and the mean PLOVER score."""

    since: str | None = None
    until: str | None = None
    type: str | None = None
    limit: int | None = None


class SearchQuestion(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which documents and which statements hold the words, best first, with a snippet; the limit is for each."""

    text: str
    within: str | None = None
    limit: int | None = None


Question = EventQuestion | StatementQuestion | ActorQuestion | TimelineQuestion | NetworkQuestion | SearchQuestion

QUESTIONS: dict[str, type[Question]] = {
    "events": EventQuestion, "statements": StatementQuestion, "actors": ActorQuestion, "timeline": TimelineQuestion,
    "network": NetworkQuestion, "find": SearchQuestion,
}  # fmt: skip


def question(kind: str, filters: Mapping[str, object]) -> Question:
    """A question by its name and filters.

    Raises:
        ArchiveError: no such question or filter, or a value of the wrong type.
    """
    if kind not in QUESTIONS:
        raise ArchiveError(f"no question is called {kind!r}; ask one of {', '.join(QUESTIONS)}")
    try:
        return msgspec.convert(dict(filters), QUESTIONS[kind])
    except msgspec.ValidationError as error:
        known = ", ".join(QUESTIONS[kind].__struct_fields__)
        raise ArchiveError(f"{kind}: {error}; the filters are {known}") from None


def first_day(period: str) -> str:
    """The first day of a year, month or day.

    Raises:
        ArchiveError: it is none of the three.
    """
    year, month, day = _parts(period)
    return datetime.date(year, month or 1, day or 1).isoformat()


def last_day(period: str) -> str:
    """The last day of a year, month or day.

    Raises:
        ArchiveError: it is none of the three.
    """
    year, month, day = _parts(period)
    month = month or 12
    return datetime.date(year, month, day or calendar.monthrange(year, month)[1]).isoformat()


def _parts(period: str) -> tuple[int, int, int]:
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", period)
    try:
        given = [int(part) for part in match.groups() if part] if match else [0]
        datetime.date(*given, *(1,) * (3 - len(given)))
    except ValueError:
        raise ArchiveError(f"{period!r} is no day, month or year: write YYYY, YYYY-MM or YYYY-MM-DD") from None
    year, month, day = *given, *(0,) * (3 - len(given))
    return year, month, day


def search_words(text: str) -> str:
    """Words for the full text index: all of them must be there, "quoted" ones in a row, a last * for any ending.

    Raises:
        ArchiveError: no word to search for.
    """
    found = []
    for phrase, word in re.findall(r'"([^"]*)"|(\S+)', text):
        words = (phrase or word).replace('"', " ").strip()
        stem = words.rstrip("*")
        if re.search(r"\w", stem):
            found.append(f'"{stem}"' + ("*" if stem != words else ""))
    if not found:
        raise ArchiveError(f"{text!r} holds no word to search for; give one or more")
    return " ".join(found)
