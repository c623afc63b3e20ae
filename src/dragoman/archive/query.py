"""Questions in, rows out: filters become one SQL statement with bound values."""

from __future__ import annotations

import calendar
import datetime
import re
import sqlite3
from functools import cache
from pathlib import Path

import msgspec

from dragoman.errors import ArchiveError

VIEWS = Path(__file__).parent / "views"
Row = dict[str, object]
Value = str | int | float


class EventQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Which events; every filter that is given must hold.

    Actors and recipients are countries (alpha-3), keys of the actor tables, or words of a name. Days are YYYY,
    YYYY-MM or YYYY-MM-DD. `counted` leaves out what is negated, future or hypothetical and what repeats an event of the article.
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


class StatementQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Which statements; `text` searches their words."""

    speaker: str | None = None
    stance: str | None = None
    mode: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    limit: int | None = None


class ActorQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Which actors, with the number of documents and events that they are in."""

    name: str | None = None
    country: str | None = None
    sector: str | None = None
    limit: int | None = None


class TimelineQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Events of one party towards another by day, week, month or year: counts and mean PLOVER score."""

    actor: str
    recipient: str | None = None
    by: str = "month"
    since: str | None = None
    until: str | None = None


class NetworkQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Who acts on whom: countries, with counts of cooperation and conflict and the mean score."""

    since: str | None = None
    until: str | None = None
    type: str | None = None
    limit: int | None = None


class DocumentQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Which documents hold the words, best first, with a snippet."""

    text: str
    limit: int | None = None


Question = EventQuestion | StatementQuestion | ActorQuestion | TimelineQuestion | NetworkQuestion | DocumentQuestion
Filters = list[tuple[str, tuple[Value, ...]]]

PERIODS = {
    "day": "day",
    "week": "date(day, '-6 days', 'weekday 1')",
    "month": "substr(day, 1, 7)",
    "year": "substr(day, 1, 4)",
}
SIDE = {"actor": "actor", "recipient": "recipient"}


def asked(connection: sqlite3.Connection, question: Question) -> list[Row]:
    """The rows of an answer, as dictionaries in the order of the answer's columns.

    Raises:
        ArchiveError: a day, period or search that cannot be read.
    """
    name, filters, order = _plan(question)
    where = " AND ".join(f"({condition})" for condition, _ in filters) or "1"
    limit = getattr(question, "limit", None)
    sql = view(name).replace("/*where*/", where).replace("/*order*/", order)
    sql += f" LIMIT {int(limit)}" if limit is not None else ""
    values = [value for _, bound in filters for value in bound]
    return run_query(connection, sql, values)


def run_query(connection: sqlite3.Connection, sql: str, values: list[Value] | None = None) -> list[Row]:
    """The rows of one SQL statement that only reads.

    Raises:
        ArchiveError: SQLite cannot run it.
    """
    try:
        cursor = connection.execute(sql, values or [])
        columns = [column[0] for column in cursor.description or ()]
        return [dict(zip(columns, row, strict=True)) for row in cursor]
    except sqlite3.Error as error:
        raise ArchiveError(f"the question cannot be answered: {error}; see docs/archive.md for the columns") from error


@cache
def view(name: str) -> str:
    """The SQL of a view."""
    return (VIEWS / f"{name}.sql").read_text(encoding="utf-8").rstrip()


def _plan(question: Question) -> tuple[str, Filters, str]:
    """View, filters and order of a question."""
    if isinstance(question, EventQuestion):
        return "events", _event_filters(question), "e.day, e.document, e.n"
    if isinstance(question, StatementQuestion):
        return "statements", _statement_filters(question), "s.document, s.n"
    if isinstance(question, ActorQuestion):
        return "actors", _actor_filters(question), ""
    if isinstance(question, TimelineQuestion):
        return "timeline", _timeline_filters(question), _period(question.by)
    if isinstance(question, NetworkQuestion):
        kind: Filters = [("e.type = ?", (question.type.upper(),))] if question.type else []
        return "network", kind + _between("e.day", question.since, question.until), ""
    return "documents", [("document_words MATCH ?", (search(question.text),))], ""


def _event_filters(question: EventQuestion) -> Filters:
    filters: Filters = []
    for side in SIDE:
        wanted = getattr(question, side)
        if wanted:
            filters.append(_party(side, wanted))
    for column in ("type", "mode", "voice", "factuality"):
        value = getattr(question, column)
        if value:
            filters.append((f"e.{column} = ?", (value.upper() if column == "type" else value,)))
    if question.place:
        filters.append(("p.name = ? COLLATE NOCASE OR p.country = ?", (question.place, question.place.upper())))
    if question.speaker:
        filters.append(("speaker.name LIKE ? OR speaker.key = ?", (f"%{question.speaker}%", question.speaker)))
    if question.text:
        inside = "e.document IN (SELECT rowid FROM document_words WHERE document_words MATCH ?)"
        filters.append((inside, (search(question.text),)))
    if question.min_confidence is not None:
        filters.append(("e.confidence >= ?", (question.min_confidence,)))
    if question.counted:
        filters.append(("e.factuality IN ('actual', 'historical') AND e.same_as IS NULL", ()))
    return filters + _between("e.day", question.since, question.until)


def _party(side: str, wanted: str) -> tuple[str, tuple[Value, ...]]:
    """A condition that the event has such a party: a country by its code, else a key or words of a name."""
    if re.fullmatch(r"[A-Z]{3}", wanted):
        return (
            "(e.document, e.n) IN (SELECT document, event FROM party WHERE side = ? AND country = ?)",
            (SIDE[side], wanted),
        )
    named = (
        "EXISTS (SELECT 1 FROM party q JOIN actor a ON a.document = q.document AND a.id = q.actor"
        " WHERE q.document = e.document AND q.event = e.n AND q.side = ? AND (a.key = ? OR a.name LIKE ?))"
    )
    return named, (SIDE[side], wanted, f"%{wanted}%")


def _statement_filters(question: StatementQuestion) -> Filters:
    filters: Filters = []
    if question.speaker:
        filters.append(("a.name LIKE ? OR a.key = ?", (f"%{question.speaker}%", question.speaker)))
    for column in ("stance", "mode"):
        value = getattr(question, column)
        if value:
            filters.append((f"s.{column} = ?", (value,)))
    if question.text:
        inside = "((s.document << 16) | s.n) IN (SELECT rowid FROM statement_words WHERE statement_words MATCH ?)"
        filters.append((inside, (search(question.text),)))
    return filters + _between("coalesce(s.since, d.published)", question.since, question.until)


def _actor_filters(question: ActorQuestion) -> Filters:
    filters: Filters = []
    if question.name:
        filters.append(("a.name LIKE ? OR a.key = ?", (f"%{question.name}%", question.name)))
    if question.country:
        filters.append(("a.country = ?", (question.country.upper(),)))
    if question.sector:
        filters.append(("a.sector = ?", (question.sector.upper(),)))
    return filters


def _timeline_filters(question: TimelineQuestion) -> Filters:
    filters = [_party("actor", question.actor)]
    if question.recipient:
        filters.append(_party("recipient", question.recipient))
    return filters + _between("e.day", question.since, question.until)


def _period(by: str) -> str:
    if by not in PERIODS:
        raise ArchiveError(f"--by {by}: count by one of {', '.join(PERIODS)}")
    return PERIODS[by]


def _between(column: str, since: str | None, until: str | None) -> Filters:
    filters: Filters = []
    if since:
        filters.append((f"{column} >= ?", (first_day(since),)))
    if until:
        filters.append((f"{column} <= ?", (last_day(until),)))
    return filters


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
        year, month, day = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
        datetime.date(year, month or 1, day or 1)
    except ValueError:
        raise ArchiveError(f"{period!r} is no day, month or year: write YYYY, YYYY-MM or YYYY-MM-DD") from None
    return year, month, day


def search(text: str) -> str:
    """Words for the full text index: all of them must be there, "quoted" ones in a row."""
    phrases = re.findall(r'"([^"]+)"|(\S+)', text)
    words = [(phrase or word).replace('"', " ").strip() for phrase, word in phrases]
    return " ".join(f'"{word}"' for word in words if word)
