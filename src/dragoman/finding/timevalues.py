"""How a pattern's value is computed: one operation a name in the `op` column of patterns.tsv."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dragoman.finding.calendar import SEASONS, UNKNOWN, VALUE, easter, nth_weekday, unit_value, weekday_near
from dragoman.finding.timecounts import COUNTED
from dragoman.finding.timescene import Found, Scene, Sense

Operation = Callable[[Found, Scene], Sense | None]

CLOSE_DAYS = 30
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
    lower = scene.reading.lower
    if lower[found.first - 1 : found.first] == ["as"] or lower[found.last : found.last + 1] in (["after"], ["as"]):
        return None
    return Sense(found.row.arg)


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
    if scene.reading.lower[found.last : found.last + 1] in (["%"], ["percent"]):
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
        return 1 if ahead <= 180 else -1
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
    reading, at = scene.reading, found.first
    before = reading.lower[at - 1] if at else ""
    after = reading.tag[at + 1] if at + 1 < len(reading) else ""
    joined = reading.start[at + 1 : at + 2] == [reading.end[at]] and reading.lower[at + 1] in {"-", "%"}
    if before in scene.rules.not_before_year or joined:
        return False
    counts = after in {"NNS", "JJ", "NN"} and reading.dep[at] == "nummod"
    if reading.lower[at + 1 : at + 2] and reading.lower[at + 1] in scene.rules.not_after_year:
        return False
    if number < 1900 or number > 2059:
        return before in scene.rules.before_year and not counts
    return True


def year_range(found: Found, scene: Scene) -> Sense | None:
    """1989-90, 1997-1999."""
    years = [p.value for p in found.parts if p.key in {"YEAR", "TWO"}] or re.split("[-–]", found.get("YEARS"))
    last = years[1] if len(years[1]) == 4 else years[0][:2] + years[1]
    return Sense(f"{years[0]}/{last}") if int(last) > int(years[0]) else None


def spoken_year(found: Found, scene: Scene) -> Sense | None:
    """Nineteen ninety-four, the year two thousand."""
    return Sense(_spoken(found))


def _spoken(found: Found) -> str:
    tens = int(found.get("TENS") or 0) + int(found.get("ONES") or 0)
    return f"{int(found.get('ONES')) * 1000}" if found.has("THOUSAND") else f"{1900 + tens}"


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
    if found.has("FISCAL") or scene.reading.lower[found.first - 1 : found.first] in (["of"], ["in"], ["since"]):
        return Sense(_century_of(int(found.get("SHORTYEAR")[1:])))
    return None


def month_short_year(found: Found, scene: Scene) -> Sense | None:
    """March '89."""
    return Sense(f"{_century_of(int(found.get('SHORTYEAR')[1:]))}-{found.get('MONTH')}")


def century(found: Found, scene: Scene) -> Sense | None:
    """The 11th century: "10"."""
    return Sense(f"{_day_number(found.get('ORD')) - 1:02d}")


def season(found: Found, scene: Scene) -> Sense | None:
    """A season by its year, by "last" and "next", or by the tense."""
    name = found.get("SEASON")
    if found.has("YEAR") or found.has("TENS"):
        return Sense(f"{found.get('YEAR') or _spoken(found)}-{name}")
    if scene.day is None:
        return Sense(f"XXXX-{name}")
    today = scene.day
    if found.has("year"):
        return Sense(f"{today.year + found.offset():04d}-{name}")
    return Sense(f"{_season_year(found, scene, today, SEASONS[name]):04d}-{name}")


def bare_season(found: Found, scene: Scene) -> Sense | None:
    """A season named alone: only after a preposition ("by summer")."""
    reading, at = scene.reading, found.first
    tied = at and reading.lower[at - 1] in scene.rules.before_year and reading.dep[at] == "pobj"
    return season(found, scene) if tied else None


def _season_year(found: Found, scene: Scene, today: date, start: int) -> int:
    """The year in which the season meant begins: the one over for "last", the one to come for "next"."""
    since = (today.month - start) % 12
    begun = today.year - (today.month < start)
    if found.has("THIS"):
        return begun if since < 3 else today.year
    if found.has("NEXT", "COMING"):
        return begun + 1
    if found.has("LAST", "PREVIOUS"):
        return begun - (since < 3)
    way = scene.direction(found)
    return begun + 1 if way > 0 and since >= 3 else begun


def holiday(found: Found, scene: Scene) -> Sense | None:
    """A holiday of the year that the tense asks for; null, with a note, where its calendar is not computed."""
    row = scene.rules.holidays[found.row.arg]
    if not row.rule:
        return Sense(row.value, note=row.note)
    if VALUE.fullmatch(row.rule):
        return Sense(row.rule)
    if scene.day is None:
        return Sense(f"XXXX-{row.rule}" if len(row.rule) == len("12-25") else UNKNOWN["D"])
    way = scene.direction(found)
    near = [_holiday(row.rule, scene.day.year + step) for step in (-1, 0, 1)]
    if way == -2:
        return Sense(max(d for d in near if d <= scene.day).isoformat())
    if way == 2:
        return Sense(min(d for d in near if d >= scene.day).isoformat())
    return Sense(min(near, key=lambda d: abs((d - scene.day).days if scene.day else 0)).isoformat())


def _holiday(rule: str, year: int) -> date:
    """The day of a rule: MM-DD, MM-n-weekday, easter+days."""
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    month, _, rest = rule.partition("-")
    number, _, day_of_week = rest.rpartition("-")
    return nth_weekday(year, int(month), int(number), int(day_of_week)) if number else date(year, int(month), int(rest))


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
    "short-year": short_year, "decade": decade, "year-decade": year_decade, "century": century, "season": season,
    "bare-season": bare_season, "holiday": holiday, "clock": clock, **COUNTED,
}  # fmt: skip
