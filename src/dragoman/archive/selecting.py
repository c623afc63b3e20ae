"""A question in, the SQL statement that answers it out, with the values to bind and the plan that suits its filters."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from dragoman.archive.questions import (
    ActorQuestion,
    EventQuestion,
    NetworkQuestion,
    Question,
    SearchQuestion,
    StatementQuestion,
    TimelineQuestion,
    first_day,
    last_day,
    search_words,
)
from dragoman.errors import ArchiveError

VIEWS = Path(__file__).parent / "views"
FEW = 2000  # documents up to which they are read one by one; with more, events are walked by day until enough are found
ALL = -1  # as a limit of SQLite's
COUNTRY = re.compile("[A-Z]{3}")
COUNTS = "e.same_as IS NULL AND e.factuality IN ('actual', 'historical')"
PERIODS = {
    "day": "day",
    "week": "date(day, '-6 days', 'weekday 1')",
    "month": "substr(day, 1, 7)",
    "year": "substr(day, 1, 4)",
}
WITHIN = ("documents", "statements")

Value = str | int | float


@dataclass
class Filters:
    """Conditions that must all hold, with their values in order."""

    conditions: list[str] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)

    def add(self, condition: str, *values: Value) -> None:
        """One more condition."""
        self.conditions.append(condition)
        self.values += values

    def equal(self, column: str, value: str | None) -> None:
        """The column has the value, if one is asked for."""
        if value:
            self.add(f"{column} = ?", value)

    def days(self, column: str, since: str | None, until: str | None) -> None:
        """The day in the column lies in the periods' span; one without a day does not."""
        if since or until:
            self.add(f"{column} >= ?", first_day(since) if since else "0")
        if until:
            self.add(f"{column} <= ?", last_day(until))

    @property
    def where(self) -> str:
        """The conditions as SQL."""
        return " AND ".join(f"({condition})" for condition in self.conditions) or "1"


@dataclass(frozen=True)
class Selection:
    """A statement and its values."""

    sql: str
    values: tuple[Value, ...]


def selection(connection: sqlite3.Connection, question: Question) -> Selection:
    """The statement that answers a question.

    Raises:
        ArchiveError: a day, period or search that cannot be read.
    """
    if isinstance(question, EventQuestion):
        return _filled("events", _events(connection, question))
    if isinstance(question, StatementQuestion):
        return _filled("statements", _statements(connection, question))
    if isinstance(question, ActorQuestion):
        return _actors(question)
    if isinstance(question, TimelineQuestion):
        return _timeline(question)
    if isinstance(question, NetworkQuestion):
        return _network(question)
    return _search(question)


@cache
def view(name: str) -> str:
    """The SQL of a view."""
    return (VIEWS / f"{name}.sql").read_text(encoding="utf-8").rstrip()


def _filled(name: str, chosen: Selection) -> Selection:
    return Selection(view(name).replace("/*chosen*/", chosen.sql), chosen.values)


def _limit(limit: int | None) -> str:
    return f" LIMIT {int(limit)}" if limit is not None else ""


def _events(connection: sqlite3.Connection, question: EventQuestion) -> Selection:
    """Document and n of the events, in the order of their days."""
    few = _few(connection, list(_event_documents(question)))
    sides = [(side, who) for side, who in ((0, question.actor), (1, question.recipient)) if who]
    countries = [(side, who) for side, who in sides if COUNTRY.fullmatch(who)]
    filters = Filters()
    if few is not None:
        source, key, day = "event e", ("ifnull(e.day, '')", "e.document", "e.n"), "+e.day"
        filters.add(f"e.document IN ({few})")
    elif countries:
        source = "country_event x CROSS JOIN event e ON e.document = x.document AND e.n = x.event"
        key, day = ("x.day", "x.document", "x.event"), "x.day"
        side, who = countries.pop(0)
        filters.add("x.country = ? AND x.receives = ?", who, side)
    else:
        # the index by day has type and voice too, so that events of a rare kind are found in it alone
        source = "event x CROSS JOIN event e ON e.document = x.document AND e.n = x.n"
        key, day = ("ifnull(x.day, '')", "x.document", "x.n"), "x.day"
        filters.equal("x.type", question.type and question.type.upper())
        filters.equal("x.voice", question.voice)
    for side, who in countries:
        _of_country(filters, side, who, key)
    for side, who in sides:
        if not COUNTRY.fullmatch(who):
            _named(filters, side, who)
    _event_facts(filters, question)
    filters.days(day, question.since, question.until)
    order = ", ".join((day, *key[1:]))
    sql = f"SELECT e.document, e.n FROM {source} WHERE {filters.where} ORDER BY {order}{_limit(question.limit)}"
    return Selection(sql, tuple(filters.values))


def _event_documents(question: EventQuestion) -> Iterable[Selection]:
    """For each filter that few documents may pass, the documents that do."""
    for name in (question.actor, question.recipient):
        if name and not COUNTRY.fullmatch(name):
            condition, values = _who(name)
            sql = f"SELECT a.document FROM registry r CROSS JOIN actor a ON a.registry = r.id WHERE {condition}"
            yield Selection(sql, values)
    if question.speaker:
        condition, values = _who(question.speaker)
        yield Selection(
            f"SELECT s.document FROM registry r CROSS JOIN statement s ON s.said_by = r.id WHERE {condition}", values
        )
    if question.place:
        yield Selection(f"SELECT document FROM place p WHERE {_where(question.place)}", (question.place,))
    if question.text:
        sql = "SELECT rowid AS document FROM document_words WHERE document_words MATCH ?"
        yield Selection(sql, (search_words(question.text),))


def _few(connection: sqlite3.Connection, sets: list[Selection]) -> str | None:
    """The numbers of the documents that are in all of the sets, if they are few."""
    if not sets:
        return None
    inside = " AND ".join(f"document IN ({chosen.sql})" for chosen in sets[1:]) or "1"
    sql = f"SELECT DISTINCT document FROM ({sets[0].sql}) WHERE {inside} LIMIT {FEW + 1}"
    values = [value for chosen in sets for value in chosen.values]
    found = [str(row[0]) for row in connection.execute(sql, values)]
    return ", ".join(found) if len(found) <= FEW else None


def _of_country(filters: Filters, side: int, country: str, key: tuple[str, str, str]) -> None:
    day, document, event = key
    filters.add(
        "EXISTS (SELECT 1 FROM country_event c WHERE c.country = ? AND c.receives = ?"
        f" AND c.day = {day} AND c.document = {document} AND c.event = {event})",
        country,
        side,
    )


def _named(filters: Filters, side: int, who: str) -> None:
    condition, values = _who(who)
    filters.add(
        "EXISTS (SELECT 1 FROM party q JOIN actor a ON a.document = q.document AND a.n = q.actor"
        " WHERE q.document = e.document AND q.event = e.n AND q.receives = ?"
        f" AND a.registry IN (SELECT r.id FROM registry r WHERE {condition}))",
        side,
        *values,
    )


def _event_facts(filters: Filters, question: EventQuestion) -> None:
    filters.equal("e.type", question.type and question.type.upper())
    for column in ("mode", "voice", "factuality"):
        filters.equal(f"e.{column}", getattr(question, column))
    if question.place:
        place = "SELECT 1 FROM place p WHERE p.document = e.document AND p.n = e.place"
        filters.add(f"EXISTS ({place} AND {_where(question.place)})", question.place)
    if question.speaker:
        condition, values = _who(question.speaker)
        filters.add(
            "EXISTS (SELECT 1 FROM statement s WHERE s.document = e.document AND s.id = e.statement"
            f" AND s.said_by IN (SELECT r.id FROM registry r WHERE {condition}))",
            *values,
        )
    if question.text:
        found = "SELECT rowid FROM document_words WHERE document_words MATCH ?"
        filters.add(f"+e.document IN ({found})", search_words(question.text))
    if question.min_confidence is not None:
        filters.add("e.confidence >= ?", question.min_confidence)
    if question.counted:
        filters.add(COUNTS)


def _who(name: str) -> tuple[str, tuple[Value, ...]]:
    """A condition on the registry: a country by its code, else a key or part of a name."""
    if COUNTRY.fullmatch(name):
        return "r.country = ?", (name,)
    part = re.sub(r"([\\%_])", r"\\\1", name)
    return "r.key = ? OR r.name LIKE ? ESCAPE '\\'", (name, f"%{part}%")


def _where(place: str) -> str:
    return "p.country = ?" if COUNTRY.fullmatch(place) else "p.name = ? COLLATE NOCASE"


def _statements(connection: sqlite3.Connection, question: StatementQuestion) -> Selection:
    """Document and n of the statements, in the order of their days."""
    filters, sets = Filters(), []
    if question.speaker:
        condition, values = _who(question.speaker)
        said = f"SELECT s.document FROM registry r CROSS JOIN statement s ON s.said_by = r.id WHERE {condition}"
        sets.append(Selection(said, values))
        filters.add(f"+s.said_by IN (SELECT r.id FROM registry r WHERE {condition})", *values)
    for column in ("stance", "mode"):
        filters.equal(f"s.{column}", getattr(question, column))
    if question.text:
        words = search_words(question.text)
        found = "FROM statement_words WHERE statement_words MATCH ?"
        sets.append(Selection(f"SELECT rowid >> 16 AS document {found}", (words,)))
        filters.add(f"((s.document << 16) | s.n) IN (SELECT rowid {found})", words)
    few = _few(connection, sets)
    day = "s.day" if few is None else "+s.day"
    if few is not None:
        filters.add(f"s.document IN ({few})")
    filters.days(day, question.since, question.until)
    order = f"{day}, s.document, s.n{_limit(question.limit)}"
    sql = f"SELECT s.document, s.n FROM statement s WHERE {filters.where} ORDER BY {order}"
    return Selection(sql, tuple(filters.values))


def _actors(question: ActorQuestion) -> Selection:
    filters = Filters()
    if question.name:
        condition, values = _who(question.name)
        filters.add(condition, *values)
    filters.equal("r.country", question.country and question.country.upper())
    filters.equal("r.sector", question.sector and question.sector.upper())
    filters.equal("r.kind", question.kind)
    sql = view("actors").replace("/*where*/", filters.where) + _limit(question.limit)
    return Selection(sql, tuple(filters.values))


def _timeline(question: TimelineQuestion) -> Selection:
    if question.by not in PERIODS:
        raise ArchiveError(f"--by {question.by}: count by one of {', '.join(PERIODS)}")
    filters = Filters()
    if COUNTRY.fullmatch(question.actor):
        source, day, key = "country_event x", "x.day", ("x.day", "x.document", "x.event")
        filters.add("x.country = ? AND x.receives = 0 AND x.counts", question.actor)
    else:
        condition, values = _who(question.actor)
        acts = (
            "SELECT q.document, q.event FROM registry r CROSS JOIN actor a ON a.registry = r.id"
            " CROSS JOIN party q ON q.document = a.document AND q.actor = a.n AND q.receives = 0 WHERE " + condition
        )
        source, day, key = "event x", "+x.day", ("ifnull(x.day, '')", "x.document", "x.n")
        filters.add(f"(x.document, x.n) IN ({acts}) AND " + COUNTS.replace("e.", "x."), *values)
    if question.recipient and COUNTRY.fullmatch(question.recipient):
        _of_country(filters, 1, question.recipient, key)
    elif question.recipient:
        condition, values = _who(question.recipient)
        filters.add(
            "EXISTS (SELECT 1 FROM party q JOIN actor a ON a.document = q.document AND a.n = q.actor"
            f" WHERE q.document = {key[1]} AND q.event = {key[2]} AND q.receives = 1"
            f" AND a.registry IN (SELECT r.id FROM registry r WHERE {condition}))",
            *values,
        )
    filters.days(day, question.since, question.until)
    sql = view("timeline").replace("/*source*/", source).replace("/*where*/", filters.where)
    return Selection(sql.replace("/*period*/", PERIODS[question.by]) + _limit(question.limit), tuple(filters.values))


def _network(question: NetworkQuestion) -> Selection:
    """Whole months come from the counts by month; days of months that are cut are counted one by one."""
    since = first_day(question.since) if question.since else None
    until = last_day(question.until) if question.until else None
    cuts = sorted({day[:7] for day, edge in ((since, _starts), (until, _ends)) if day and not edge(day)})
    whole, cut = Filters(), Filters()
    if since or until:
        start, end = since or "0001-01-01", until or "9999-12-31"
        whole.add("month BETWEEN ? AND ?", start[:7], end[:7])
        cut.add("e.day BETWEEN ? AND ?", start, end)
    for month in cuts:
        whole.add("month <> ?", month)
    cut.add(" OR ".join(f"e.day BETWEEN '{month}-01' AND '{month}-31'" for month in cuts) or "0")
    for filters, column in ((whole, "type"), (cut, "e.type")):
        filters.equal(column, question.type and question.type.upper())
    directed = f"dyad WHERE {whole.where}"
    if cuts:
        directed = view("network_cut").replace("/*whole*/", whole.where).replace("/*cut*/", cut.where)
    values = (*cut.values, *whole.values) if cuts else whole.values
    return Selection(view("network").replace("/*directed*/", directed) + _limit(question.limit), tuple(values))


def _starts(day: str) -> bool:
    return day == first_day(day[:7])


def _ends(day: str) -> bool:
    return day == last_day(day[:7])


def _search(question: SearchQuestion) -> Selection:
    if question.within not in (None, *WITHIN):
        raise ArchiveError(f"--in {question.within}: search in one of {', '.join(WITHIN)}, or leave it out for both")
    words = search_words(question.text)
    limit = ALL if question.limit is None else question.limit
    parts = [view(f"find_{name}") for name in WITHIN if question.within in (None, name)]
    sql = "\nUNION ALL\n".join(f"SELECT * FROM ({part.replace('/*limit*/', str(int(limit)))})" for part in parts)
    return Selection(sql, (words, words) * len(parts))
