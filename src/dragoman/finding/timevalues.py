"""How a pattern's value is computed: one operation a name in the `op` column of patterns.tsv."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dragoman.finding.calendar import unit_value, weekday_near
from dragoman.finding.timecounts import COUNTED
from dragoman.finding.timefeasts import FEASTS
from dragoman.finding.timescene import Found, Scene, Sense

Operation = Callable[[Found, Scene], Sense | None]

CLOSE_DAYS = 30
PLAIN_YEARS = range(1900, 2060)  # four digits that are a year wherever nothing speaks against it
NEXT_DAYS = 240  # a date farther ahead is not meant where only a distant word points ahead
NEAR_DAYS = 75  # a date without its year is this near rather than ten months off, whatever the tense


def fixed(found: Found, scene: Scene) -> Sense | None:
    """The value that the row gives."""
    return Sense(found.row.arg)


def attributive(found: Found, scene: Scene) -> Sense | None:
    """The row's value where the word stands before its noun ("earlier reports")."""
    reading, at = scene.reading, found.first
    return Sense(found.row.arg) if reading.dep[at] == "amod" and (not at or reading.lower[at - 1] != "-") else None


def soon(found: Found, scene: Scene) -> Sense | None:
    """The row's value, but not in "as soon as" or "soon after"."""
    return None if scene.before(found, "AS") or scene.after(found, "SOON") else Sense(found.row.arg)


def day(found: Found, scene: Scene) -> Sense | None:
    """A day so many days from the document's, and its part."""
    reading, at = scene.reading, found.first
    if reading.words[at].istitle() and at and reading.pos[at - 1] == "PROPN":
        return None  # the paper USA Today
    arg = found.row.arg
    count = found.offset() + (int(arg) if arg.lstrip("-").isdigit() else 0)
    part = arg if arg.isupper() else ""
    return Sense(_with_part(unit_value("D", scene.day, count), found, part))


def narrative_day(found: Found, scene: Scene) -> Sense | None:
    """A part of the day spoken of, or of the days around it."""
    return Sense(_with_part(unit_value("D", scene.anchor(found), found.offset()), found))


def _with_part(value: str, found: Found, part: str = "") -> str:
    part = part or found.get("DAYPART") or found.get("DAWN")
    return f"{value}T{part}" if part else value


def weekday(found: Found, scene: Scene) -> Sense | None:
    """A weekday by the tense of what it dates, or as "last", "next", "this" say."""
    if not found.has("WEEKDAY"):
        return day(found, scene)
    if scene.named(found):
        return None
    number = int(found.get("WEEKDAY"))
    if scene.day is None:
        return Sense(_with_part(f"XXXX-WXX-{number}", found))
    return Sense(_with_part(_weekday(found, scene, scene.day, number).isoformat(), found))


def _weekday(found: Found, scene: Scene, today: date, number: int) -> date:
    arg = found.row.arg
    if arg == "last":
        return weekday_near(today - timedelta(days=1), number, -1)
    if arg == "next":
        return weekday_near(today + timedelta(days=1), number, 1)
    if arg == "week":
        monday = today - timedelta(days=today.isoweekday() - 1)
        return monday + timedelta(days=7 * found.offset() + number - 1)
    if arg == "this":
        way = 1 if found.has("coming") else -1 if found.has("past") else scene.direction(found) or 1
        return weekday_near(today, number, way)
    return weekday_near(today, number, scene.direction(found) or -1)


def narrative_weekday(found: Found, scene: Scene) -> Sense | None:
    """The weekday before or after what was spoken of."""
    number, told = int(found.get("WEEKDAY")), scene.anchor(found)
    if told is None:
        return Sense(f"XXXX-WXX-{number}")
    way = found.offset()
    return Sense(weekday_near(told + timedelta(days=way), number, way).isoformat())


def month_day(found: Found, scene: Scene) -> Sense | None:
    """A day of a month, of the year given or the one that the tense asks for."""
    number, month = _day_number(found.get("DAY")), found.get("MONTH")
    if scene.after(found, "PERCENT"):
        return None
    year = _year(found, scene, int(month), number)
    return Sense(_with_part(f"{year}-{month}-{number:02d}", found))


def _day_number(text: str) -> int:
    return int("".join(c for c in text if c.isdigit()))


def day_of_month(found: Found, scene: Scene) -> Sense | None:
    """The 15th: only after "on", "by" and the like, and of nothing."""
    reading = scene.reading
    of_something = reading.pos[found.last : found.last + 1] in (["NOUN"], ["PROPN"], ["ADJ"], ["NUM"], ["ADP"])
    if reading.dep[found.last - 1] != "pobj" or of_something:
        return None
    number = _day_number(found.get("DAYTH"))
    if scene.day is None:
        return Sense(f"XXXX-XX-{number:02d}")
    way = scene.direction(found)
    months = 1 if way > 0 and number < scene.day.day else -1 if way <= 0 and number > scene.day.day else 0
    return Sense(f"{unit_value('M', scene.day, months)}-{number:02d}")


def day_range(found: Found, scene: Scene) -> Sense | None:
    """Days of a month from one to another."""
    month, days = found.get("MONTH"), [_day_number(p.value) for p in found.parts if p.key == "DAY"]
    if days[0] >= days[1]:
        return None
    year = _year(found, scene, int(month), days[0])
    return Sense(f"{year}-{month}-{days[0]:02d}/{year}-{month}-{days[1]:02d}")


def _year(found: Found, scene: Scene, month: int, number: int | None) -> str:
    """The year given, or that of the nearest such day on the side that the tense tells."""
    if found.has("YEAR"):
        return found.get("YEAR")
    if scene.day is None:
        return "XXXX"
    today = scene.day
    if found.has("LAST", "NEXT", "THIS") and found.has("year"):
        return f"{today.year + found.offset():04d}"
    if found.has("SAME"):
        told = scene.anchor(found) or today
        return f"{told.year:04d}"
    return f"{_nearest_year(found, scene, today, month, number):04d}"


def _nearest_year(found: Found, scene: Scene, today: date, month: int, number: int | None) -> int:
    later = (month, number) > (today.month, today.day) if number else month > today.month
    same = month == today.month and (number is None or number == today.day)
    if found.row.arg == "this" or (same and found.row.arg not in {"last", "next"}):
        return today.year
    way = {"last": -1, "next": 1}.get(found.row.arg) or _nearer(
        scene.direction(found),
        ahead=(30 * (month - today.month) + (number - today.day if number else 0)) % 360,
        doubt=CLOSE_DAYS if number else 0,
    )
    if way < 0:
        return today.year - (later or same)
    return today.year + (not later)


def _nearer(way: int, ahead: int, doubt: int) -> int:
    """The tense's way, unless a name without its year would then lie far off and the other way it is near.

    Args:
        way: as `direction` gives it.
        ahead: days to the next such date, of years of 360.
        doubt: days in which the next date is meant even where the verb beside it is past ("extended to Nov. 20").
    """
    if way == 1:
        return 1 if ahead <= NEXT_DAYS else -1
    if way > 0:
        return 1
    return 1 if 0 < ahead <= (doubt if way == -2 else NEAR_DAYS) else -1


def iso_date(found: Found, scene: Scene) -> Sense | None:
    """2001-09-11."""
    month, number = (p.value for p in found.parts if p.key == "TWO")
    return _checked(found.get("YEAR"), int(month), int(number))


def slash_date(found: Found, scene: Scene) -> Sense | None:
    """10/27/89, the month first unless it cannot be one."""
    month, number, year = found.get("SLASHES").split("/")
    if int(month) > 12:
        month, number = number, month
    return _checked(year if len(year) == 4 else _century_of(int(year)), int(month), int(number))


def dotted_date(found: Found, scene: Scene) -> Sense | None:
    """27.10.1989."""
    number, month, year = found.get("DOTS").split(".")
    return _checked(year, int(month), int(number))


def _century_of(two: int) -> str:
    return f"{'19' if two > 49 else '20'}{two:02d}"


def _checked(year: str, month: int, number: int) -> Sense | None:
    return Sense(f"{year}-{month:02d}-{number:02d}") if 1 <= month <= 12 and 1 <= number <= 31 else None


def month(found: Found, scene: Scene) -> Sense | None:
    """A month, of the year given or the one that the tense asks for."""
    name = found.get("MONTH")
    if scene.named(found):
        return None
    return Sense(f"{_year(found, scene, int(name), None)}-{name}")


def year(found: Found, scene: Scene) -> Sense | None:
    """A year in digits, unless it counts something."""
    text = found.get("YEAR") or found.get("MIDYEAR").removeprefix("mid-")
    if len(found.parts) == 1 and not _is_year(found, scene, int(text)):
        return None
    return Sense(text)


def _is_year(found: Found, scene: Scene, number: int) -> bool:
    """Whether four digits are a year, by the words beside them."""
    reading, at = scene.reading, found.first
    joined = scene.after(found, "JOIN") and reading.start[at + 1] == reading.end[at]
    if joined or scene.before(found, "COUNT") or scene.after(found, "COUNTED"):
        return False
    if number not in PLAIN_YEARS:
        counts = reading.dep[at] == "nummod" and reading.pos[found.last : found.last + 1] in (["NOUN"], ["ADJ"])
        return scene.before(found, "YEAR") and not counts
    return True


def year_range(found: Found, scene: Scene) -> Sense | None:
    """1989-90, 1997-1999."""
    years = [p.value for p in found.parts if p.key in {"YEAR", "TWO"}] or re.split("[-–]", found.get("YEARS"))
    last = years[1] if len(years[1]) == 4 else years[0][:2] + years[1]
    return Sense(f"{years[0]}/{last}") if int(last) > int(years[0]) else None


def spoken_year(found: Found, scene: Scene) -> Sense | None:
    """Nineteen ninety-four, the year two thousand."""
    return Sense(found.spoken_year())


def decade(found: Found, scene: Scene) -> Sense | None:
    """The 1990s, the '90s, the nineties: without its century the twentieth."""
    if found.has("NINETIES", "NINETEEN"):
        return Sense(found.get("NINETIES"))
    digits = "".join(c for c in found.get("DECADE") or found.get("MIDDECADE") if c.isdigit())
    if len(digits) == 2 and not found.has("the"):
        return None
    return Sense(digits[:3] if len(digits) == 4 else f"19{digits[0]}")


def year_decade(found: Found, scene: Scene) -> Sense | None:
    """The 1990's."""
    year = found.get("YEAR")
    return Sense(year[:3]) if year.endswith("0") else None


def short_year(found: Found, scene: Scene) -> Sense | None:
    """'89: of the last hundred years."""
    if found.has("FISCAL") or scene.before(found, "SHORT_YEAR"):
        return Sense(_century_of(int(found.get("SHORTYEAR")[1:])))
    return None


def month_short_year(found: Found, scene: Scene) -> Sense | None:
    """March '89."""
    return Sense(f"{_century_of(int(found.get('SHORTYEAR')[1:]))}-{found.get('MONTH')}")


def century(found: Found, scene: Scene) -> Sense | None:
    """The 11th century: "10"."""
    return Sense(f"{_day_number(found.get('ORD')) - 1:02d}")


def clock(found: Found, scene: Scene) -> Sense | None:
    """A time of day, on the day named beside it, else on the one spoken of."""
    hours, minutes = _clock(found)
    if hours > 24:
        return None
    base = weekday(found, scene) if found.has("WEEKDAY", "TODAY", "THIS", "LAST") else None
    value = base.value.partition("T")[0] if base else unit_value("D", scene.anchor(found))
    return Sense(f"{value}T{hours:02d}:{minutes:02d}{found.get('ZONE')}")


def _clock(found: Found) -> tuple[int, int]:
    if found.has("HOUR"):
        text = found.get("HOUR")[1:]
    elif found.has("FOURDIGITS"):
        text = f"{found.get('FOURDIGITS')[:2]}:{found.get('FOURDIGITS')[2:]}"
    else:
        text = found.get("CLOCK") or f"{int(found.count()) if found.has('NUM') else found.get('SMALL')}:00"
    hours, minutes = (int(part) for part in text.split(":")[:2])
    if found.has("AMPM") and hours <= 12:
        hours = hours % 12 + int(found.get("AMPM"))
    elif found.get("DAYPART") in {"AF", "EV", "NI"} and hours < 12:
        hours += 12
    return hours, minutes


OPERATIONS: dict[str, Operation] = {
    "fixed": fixed, "attributive": attributive, "soon": soon, "day": day, "narrative-day": narrative_day,
    "weekday": weekday, "narrative-weekday": narrative_weekday, "month-day": month_day, "day-of-month": day_of_month,
    "day-range": day_range, "iso-date": iso_date, "slash-date": slash_date, "dotted-date": dotted_date, "month": month,
    "month-short-year": month_short_year, "year": year, "year-range": year_range, "spoken-year": spoken_year,
    "short-year": short_year, "decade": decade, "year-decade": year_decade, "century": century,
    "clock": clock, **FEASTS, **COUNTED,
}  # fmt: skip
