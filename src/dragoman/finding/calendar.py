"""Days and TimeML values: a value's first and last day, and values counted from a day."""

from __future__ import annotations

import calendar
import re
from datetime import MAXYEAR, MINYEAR, date, timedelta

Days = tuple[str | None, str | None]

NO_DAYS: Days = (None, None)
MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200}
UNKNOWN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "F": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX",
    "H": "XXXX-HX", "Y": "XXXX", "E": "XXX", "C": "XX",
}  # fmt: skip
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|W(?P<week>\d\d)(?:-(?P<weekday>WE|[1-7]))?"
    r"|(?P<season>SP|SU|FA|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?(?:T.*)?"
)


def days_of(value: str) -> Days:
    """The first and last day of a value, ISO 8601; (None, None) for what is no stretch of the calendar.

    A winter is unknown: "the winter of 1994" may begin or end in that year.
    """
    if re.fullmatch(r"\d{2,3}", value):
        size = 10 ** (4 - len(value))
        return _ordered(int(value) * size or 1, 1, int(value) * size + size - 1, 12)
    if "/" in value:
        first, _, last = value.partition("/")
        return days_of(first)[0], days_of(last)[1]
    match = VALUE.fullmatch(value)
    if match is None:
        return NO_DAYS
    try:
        return _days(match)
    except ValueError:
        return NO_DAYS


def _days(match: re.Match[str]) -> Days:
    part = match.groupdict()
    year = int(part["year"])
    if part["quarter"]:
        return _ordered(year, 3 * int(part["quarter"]) - 2, year, 3 * int(part["quarter"]))
    if part["half"]:
        return _ordered(year, 6 * int(part["half"]) - 5, year, 6 * int(part["half"]))
    if part["season"]:
        start = SEASONS[part["season"]]
        return NO_DAYS if start == 12 else _ordered(year, start, year, start + 2)
    if part["week"]:
        first, last = {None: (1, 7), "WE": (6, 7)}.get(part["weekday"]) or (int(part["weekday"]),) * 2
        week = int(part["week"])
        return date.fromisocalendar(year, week, first).isoformat(), date.fromisocalendar(year, week, last).isoformat()
    if part["day"]:
        return (date(year, int(part["month"]), int(part["day"])).isoformat(),) * 2
    if part["month"]:
        return _ordered(year, int(part["month"]), year, int(part["month"]))
    return _ordered(year, 1, year, 12)


def _ordered(year: int, month: int, last_year: int, last_month: int) -> Days:
    last = calendar.monthrange(last_year, last_month)[1]
    return date(year, month, 1).isoformat(), date(last_year, last_month, last).isoformat()


def first_day(value: str) -> date | None:
    """The first day of a value."""
    first = days_of(value)[0]
    return date.fromisoformat(first) if first else None


def unit_value(unit: str, day: date | None, count: float = 0) -> str:
    """The value of the unit (D, W, WE, M, Q, H, Y, E, C) that lies `count` units from the one that holds the day."""
    if day is None:
        return UNKNOWN[unit]
    try:
        return _named(unit, _moved(unit, day, count))
    except (ValueError, OverflowError):
        return "PAST_REF" if count < 0 else "FUTURE_REF"


def _moved(unit: str, day: date, count: float) -> date:
    if unit in MONTHS:
        return plus_months(day, round(MONTHS[unit] * count))
    return day + timedelta(days=round({"D": 1, "W": 7, "WE": 7, "F": 14}[unit] * count))


def plus_months(day: date, months: int) -> date:
    """The same day so many months on, or the last of that month.

    Raises:
        ValueError: outside the years 1 to 9999.
    """
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year}")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _named(unit: str, day: date) -> str:
    year, week, _ = day.isocalendar()
    names = {
        "D": day.isoformat(), "W": f"{year:04d}-W{week:02d}", "WE": f"{year:04d}-W{week:02d}-WE",
        "M": f"{day.year:04d}-{day.month:02d}", "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "H": f"{day.year:04d}-H{(day.month + 5) // 6}", "Y": f"{day.year:04d}", "E": f"{day.year // 10:03d}",
        "C": f"{day.year // 100:02d}",
    }  # fmt: skip
    return names.get(unit) or names["W"]


def shifted(value: str, unit: str, count: float) -> str | None:
    """A value moved by so many units with its own grain kept ("1989-Q3", Y, -1 -> "1988-Q3"); None if it cannot be."""
    match = VALUE.fullmatch(value)
    if match is None:
        return None
    part = match.groupdict()
    if unit in {"Y", "E"} and (part["quarter"] or part["half"] or part["season"]):
        return f"{int(value[:4]) + int(count * MONTHS[unit] // 12):04d}{value[4:]}"
    first = first_day(value)
    if first is None:
        return None
    grain = "D" if part["day"] else "M" if part["month"] else "W" if part["week"] else "Q" if part["quarter"] else "Y"
    try:
        return _named(grain, _moved(unit, first, count))
    except (ValueError, OverflowError):
        return None


def length(unit: str, count: str | float) -> str:
    """A duration's value: length("Y", 2) = "P2Y", length("TH", 24) = "PT24H", length("Q", 3) = "P9M"; "X" is kept."""
    if unit == "WE":
        return f"P{_plain(count)}WE"
    if unit == "F":
        return length("W", count if isinstance(count, str) else 2 * count)
    if unit.startswith("T"):
        if unit == "TH" and count == 0.5:
            return "PT30M"
        return f"PT{_plain(count)}{unit[1]}"
    if isinstance(count, str):
        return f"P{count}{'M' if unit == 'Q' else unit}"
    if unit in {"Q", "E", "C"}:
        months = MONTHS[unit] * count
        return f"P{_plain(months)}M" if unit == "Q" else f"P{_plain(months / 12)}Y"
    if unit == "Y" and count % 1 == 0.5 and count > 1:
        return f"P{int(count)}Y6M"
    return f"P{_plain(count)}{unit}"


def _plain(count: str | float) -> str:
    return count if isinstance(count, str) else f"{count:g}" if count < 1e6 else str(int(count))


def weekday_near(day: date, weekday: int, direction: int) -> date:
    """The weekday (1 Monday) on the day or nearest before it (-1) or after it (1)."""
    away = (weekday - day.isoweekday()) % 7
    return day + timedelta(days=away if direction > 0 or away == 0 else away - 7)


def nth_weekday(year: int, month: int, number: int, weekday: int) -> date:
    """The first, second ... or (-1) last such weekday (1 Monday) of a month."""
    if number < 0:
        return weekday_near(date(year, month, calendar.monthrange(year, month)[1]), weekday, -1)
    return weekday_near(date(year, month, 1), weekday, 1) + timedelta(weeks=number - 1)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's algorithm)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
