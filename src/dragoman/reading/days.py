"""Dates as pages write them in, ISO days out; what is no real day is None."""

from __future__ import annotations

import datetime
import re

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
MONTH = "(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:T?\d{4,6}Z?)?$")
YEAR_FIRST = re.compile(r"(?P<year>\d{4})[/.](?P<month>\d\d?)[/.](?P<day>\d\d?)(?!\d)")
MONTH_FIRST = re.compile(MONTH + r"\.? (?P<day>\d\d?)(?:st|nd|rd|th)?,? (?P<year>\d{4})(?!\d)", re.IGNORECASE)
DAY_FIRST = re.compile(
    r"(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th)?[ -]" + MONTH + r"\.?,?[ -](?P<year>\d{4})(?!\d)", re.IGNORECASE
)
WRITTEN = (MONTH_FIRST, DAY_FIRST)
FIRST_YEAR = 1900
LONGEST = 200  # characters in which a date is looked for


def day_of(text: str | None) -> str | None:
    """The day of an ISO, RFC 822 or written date or date-time, in its own time zone, as YYYY-MM-DD."""
    if not text:
        return None
    text = text[:LONGEST].strip()
    for pattern in (ISO, COMPACT, YEAR_FIRST):
        if match := pattern.match(text):
            return _day(match)
    return written_day(text)


def written_day(text: str) -> str | None:
    """The first day that is written out with the month's English name."""
    for pattern in WRITTEN:
        if match := pattern.search(text):
            return _day(match)
    return None


def _day(match: re.Match[str]) -> str | None:
    month = match["month"]
    number = int(month) if month.isdigit() else _month(month)
    try:
        day = datetime.date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None
    return day.isoformat() if day.year >= FIRST_YEAR else None


def _month(name: str) -> int:
    """1 to 12, or 0 for a word that only begins like a month."""
    stem = "sep" if name.lower() == "sept" else name.lower()
    return next((i for i, month in enumerate(MONTHS, 1) if month.startswith(stem)), 0)
