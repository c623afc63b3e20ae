"""The day and the place of an event, each with what it rests on."""

from __future__ import annotations

import datetime
import re

from dragoman.coding.compose import Coding
from dragoman.coding.dating import event_interval
from dragoman.coding.findings import Findings
from dragoman.coding.placing import event_place
from dragoman.record import EventDate, Factuality, Statement, Timex

VERBAL = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
TOLD_AS_DONE = frozenset({"actual", "negated"})
ISO_DAY = re.compile(r"[12]\d{3}-[01]\d-[0-3]\d")
WHEN = "when"
HISTORICAL_DAYS = 365
ANCIENT_YEARS = 80
RECENT = "2000"  # the year from which a document without date is judged


def when(
    coding: Coding, clause: tuple[int, int], statement: Statement | None, findings: Findings
) -> tuple[EventDate | None, bool]:
    """The event's days, and whether they are told as background: over more than a year before the document's date.

    An expression tied to the predicate comes first; then the day of the statement that the predicate makes; then, for
    what is said, the day of the statement around it; then, for what is told as done, the document's day.
    """
    time = _tied(coding, clause, findings)
    day = _day(findings)
    if time is not None:
        return EventDate(time.since, time.until, "text"), _is_past(time.until or time.since, day)
    spoken = _spoken(coding, findings)
    if spoken is not None and spoken.date is not None:
        return EventDate(spoken.date.since, spoken.date.until, "statement"), False
    if statement is not None and statement.date is not None and coding.type in VERBAL:
        return EventDate(statement.date.since, statement.date.until, "statement"), False
    if not day or coding.factuality not in TOLD_AS_DONE:
        return None, False
    return EventDate(day, day, "document"), False


def where(coding: Coding, clause: tuple[int, int], statement: Statement | None, findings: Findings) -> int | None:
    """The event's place, or for what is said the place where it was said."""
    heads = _predicates(coding)
    for head in heads:
        place = event_place(findings.reading, head, *clause, findings.places)
        if place is not None:
            return place
    return statement.place if statement is not None and coding.type in VERBAL else None


def is_ancient(coding: Coding, clause: tuple[int, int], findings: Findings) -> bool:
    """Whether the text itself dates the event to what only historians write about."""
    time = _tied(coding, clause, findings)
    last = time.until or time.since if time is not None else None
    return bool(last) and int(str(last)[:4]) < int((_day(findings) or RECENT)[:4]) - ANCIENT_YEARS


def factuality_when(factuality: Factuality, past: bool) -> Factuality:
    """What was done more than a year before is historical."""
    return "historical" if past and factuality == "actual" else factuality


def _day(findings: Findings) -> str:
    """The document's day in ISO 8601; empty where it has none."""
    published = findings.reading.document.published or ""
    return published[:10] if ISO_DAY.match(published) else ""


def _tied(coding: Coding, clause: tuple[int, int], findings: Findings) -> Timex | None:
    for head in _predicates(coding):
        time = event_interval(findings.reading, head, *clause, findings.times)
        if time is not None:
            return time
    return _of_when(_predicates(coding)[0], findings)


def _spoken(coding: Coding, findings: Findings) -> Statement | None:
    """The statement of which the event's predicate is the cue: "his remarks that ...", "accused"."""
    heads = _predicates(coding)
    pairs = zip(findings.attributions, findings.statements, strict=True)
    return next((statement for attribution, statement in pairs if attribution.cue_head in heads), None)


def _of_when(head: int, findings: Findings) -> Timex | None:
    """The expression that a relative "when" stands for: in 2019, when troops seized the town."""
    reading = findings.reading
    above = reading.head[head]
    if reading.dep[head] not in ("relcl", "advcl") or not any(reading.lower[c] == WHEN for c in reading.children[head]):
        return None
    before = [t for t in findings.times if t.start <= reading.start[above] < t.end]
    return before[0] if before and before[0].since else None


def _predicates(coding: Coding) -> tuple[int, ...]:
    clause = coding.match.clause
    return (clause.head,) if clause.light is None else (clause.light, clause.head)


def _is_past(last: str | None, day: str) -> bool:
    if not last or not day:
        return False
    published = datetime.date.fromisoformat(day)
    return datetime.date.fromisoformat(last[:10]) < published - datetime.timedelta(days=HISTORICAL_DAYS)
