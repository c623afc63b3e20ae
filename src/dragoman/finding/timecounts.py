"""How values are computed that count units: durations, "two days ago", "last week", quarters, sets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dragoman.finding.calendar import UNKNOWN, days_of, length, shifted, unit_value
from dragoman.finding.timescene import Found, Scene, Sense

GRAIN = {"TH": "D", "TM": "D", "TS": "D", "F": "W"}  # the unit whose value tells when something counted in these was
NEAR_COMPARISON = 6  # sentences after which a report's "a year ago" no longer means the quarter named
NOTHING = Sense("")  # takes the words, gives no expression


def shift(found: Found, scene: Scene) -> Sense | None:
    """The unit so far from the document's: last week, this year."""
    unit = found.unit() or "Y"
    return Sense(unit_value(GRAIN.get(unit, unit), scene.day, found.offset()))


def narrative(found: Found, scene: Scene) -> Sense | None:
    """The unit so far from the one spoken of: the same day, the following year."""
    unit = GRAIN.get(found.unit(), found.unit())
    told = scene.narrated(found, unit)
    count = found.offset() + int(found.row.arg or 0)
    if found.row.arg and scene.reading.pos[found.last : found.last + 1] in (["DET"], ["NOUN"], ["PROPN"], ["PRON"]):
        return None
    if told is None:
        return Sense(unit_value(unit, None if found.has("SAME") else scene.day, count))
    return Sense(unit_value(unit, told, count))


def back_then(found: Found, scene: Scene) -> Sense | None:
    """The time spoken of, at its own grain."""
    return Sense(scene.last if scene.last and scene.narrated(found, "") else found.row.arg)


def part_of(found: Found, scene: Scene) -> Sense | None:
    """Earlier or later in the week, month or year: to the document's day or from it."""
    unit = GRAIN.get(found.unit(), found.unit())
    value = unit_value(unit, scene.anchor(found) if unit == "D" else scene.day, found.offset())
    since, until = days_of(value)
    today = scene.day.isoformat() if scene.day else None
    mod = "END" if found.has("LATER", "LATE", "end") else "MID" if found.has("middle") else "START"
    if today and since and until and since <= today <= until:
        if found.has("EARLIER"):
            until = today
        elif found.has("LATER"):
            since = today
    return Sense(value, mod=mod, since=since, until=until)


def the_year(found: Found, scene: Scene) -> Sense | None:
    """The year spoken of: this one; with its end told ("the year ended June 30"), a length."""
    if scene.after(found, "HYPHEN"):
        return None
    if scene.after(found, "ENDED"):
        return Sense("P1Y", type="DURATION")
    return Sense(unit_value("Y", scene.day))


def year_end(found: Found, scene: Scene) -> Sense | None:
    """Year-end: the last day of the year."""
    year = found.get("YEAR") or unit_value("Y", scene.day)
    return Sense(f"{year}-12-31")


def quarter(found: Found, scene: Scene) -> Sense | None:
    """A quarter by its number: of the year named, else the last begun, or the next where the tense is future."""
    number = int("".join(c for c in found.get("ORD") if c.isdigit()))
    if not 1 <= number <= 4:
        return None
    if found.has("YEAR"):
        return Sense(f"{found.get('YEAR')}-Q{number}")
    if scene.day is None:
        return Sense(f"XXXX-Q{number}")
    now = (scene.day.month + 2) // 3
    if found.has("LAST", "NEXT", "THIS"):
        year = scene.day.year + found.offset()
    else:
        way = scene.direction(found)
        year = scene.day.year - (number > now and way <= 0) + (number < now - 1 and way > 0)
    return Sense(f"{year - (found.row.arg == 'earlier'):04d}-Q{number}")


def latest(found: Found, scene: Scene) -> Sense | None:
    """The last unit that is over; "the latest quarter" of a report is the quarter that it spoke of."""
    unit = found.row.arg
    if unit == "Q" and scene.quarter:
        return Sense(scene.quarter)
    return Sense(unit_value(unit, scene.day, -1))


def the_quarter(found: Found, scene: Scene) -> Sense | None:
    """The quarter spoken of, else the last one that is over."""
    return Sense(scene.quarter or unit_value("Q", scene.day, -1))


def the_period(found: Found, scene: Scene) -> Sense | None:
    """The quarter that a report compares, where it names one."""
    near = scene.compared and scene.sentence(found) - scene.quarter_sentence <= NEAR_COMPARISON
    return Sense(scene.compared) if near and scene.compared else None


def weekend(found: Found, scene: Scene) -> Sense | None:
    """The weekend: the one over, or by tense the one to come."""
    if scene.day is None:
        return Sense(UNKNOWN["WE"])
    way = -1 if found.has("LAST") else 1 if found.has("NEXT", "COMING") else scene.direction(found) or -1
    return Sense(unit_value("WE", scene.day, -1 if way < 0 and scene.day.isoweekday() < 6 else 0))


def the_unit(found: Found, scene: Scene) -> Sense | None:
    """The month, the week: the one spoken of, else this one."""
    unit = "M" if found.has("month") else "W"
    if scene.after(found, "ENDED"):
        return Sense(length(unit, 1), type="DURATION")
    if scene.after(found, "OPEN"):
        return None
    return Sense(unit_value(unit, scene.narrated(found, unit) or scene.day))


def half(found: Found, scene: Scene) -> Sense | None:
    """The first or second half of a year."""
    number = int("".join(c for c in found.get("ORD") or found.get("FIRSTTWO") if c.isdigit()))
    if number > 2:
        return None
    if found.has("YEAR"):
        return Sense(f"{found.get('YEAR')}-H{number}")
    if scene.day is None:
        return Sense(f"XXXX-H{number}")
    now = 1 + (scene.day.month > 6)
    year = scene.day.year + found.offset()
    return Sense(f"{year - (number > now and not found.offset() and scene.direction(found) <= 0):04d}-H{number}")


def year_earlier(found: Found, scene: Scene) -> Sense | None:
    """The period spoken of, a year before, or in the year named."""
    if found.has("YEAR"):
        same = scene.compared or ""
        return Sense(found.get("YEAR") + (same[4:] if "-Q" in same else ""))
    if scene.after(found, "CURRENCY"):
        return None
    return Sense(_year_before(found, scene) or unit_value("Y", scene.day, -1))


def _year_before(found: Found, scene: Scene) -> str | None:
    """A comparison with a year ago is with the same quarter (or day on which a period ended) of that year."""
    if scene.compared and scene.sentence(found) - scene.quarter_sentence <= NEAR_COMPARISON:
        return shifted(scene.compared, "Y", -1)
    return None


def ago(found: Found, scene: Scene) -> Sense | None:
    """So many units before (or after) the document's day, to the unit."""
    unit = found.unit()
    if found.has("VAGUE") or not found.has("NUM", "TENS", "ONES", "a", "an", "half", "HUNDRED"):
        return Sense("PAST_REF")
    way = int(found.row.arg) if found.row.arg.lstrip("-").isdigit() else -1
    count = 0.5 if found.row.arg == "half" else found.count()
    if unit == "Y" and count == 1 and way < 0 and (value := _year_before(found, scene)):
        return Sense(value)
    return _counted(unit, scene.day, way * count)


def _counted(unit: str, day: date | None, count: float) -> Sense:
    """The unit's value so many units away; of hours and minutes the day, as a TIME, if it is sure."""
    if unit in GRAIN and unit != "F":
        return Sense(unit_value("D", day), type="TIME")
    if count % 1 and unit == "Y":
        return Sense(unit_value("M", day, 12 * count))
    if unit in {"E", "C"}:
        return Sense(unit_value("Y", day, count * (10 if unit == "E" else 100)))
    return Sense(unit_value(unit, day, count))


def earlier(found: Found, scene: Scene) -> Sense | None:
    """So many units before or after what was spoken of; a duration where nothing was."""
    unit, way = found.unit(), int(found.get("EARLIER") or found.get("LATER"))
    if unit == "Y" and found.count() == 1 and way < 0:
        return Sense(_year_before(found, scene) or unit_value("Y", scene.day, -1))
    told = scene.narrated(found, unit)
    if told is None or unit in {"TH", "TM", "TS"}:
        return Sense(length(unit, found.count()), type="DURATION")
    return _counted(unit, told, way * found.count())


def duration(found: Found, scene: Scene) -> Sense | None:
    """So many units."""
    if found.has("VAGUE"):
        return Sense(length(found.unit(), "X"))
    if found.has("the"):
        scene.compared = None
    count = 0.5 if found.row.arg == "half" else found.count()
    return Sense(length(found.unit(), count))


def age(found: Found, scene: Scene) -> Sense | None:
    """The age of a war or a truce is a length of time; a person's is no time expression."""
    if scene.after(found, "AGED"):
        return Sense(length(found.unit(), found.count()))
    return NOTHING


def none(found: Found, scene: Scene) -> Sense | None:
    """What looks like a time expression and is none."""
    return NOTHING


def nights(found: Found, scene: Scene) -> Sense | None:
    """Two nights: "P2NI"."""
    return Sense(f"P{found.count():g}{found.get('DAYPARTS')}")


def a_unit(found: Found, scene: Scene) -> Sense | None:
    """A year: a length after a preposition, a rate after what is counted ("$40 million a year")."""
    reading, at = scene.reading, found.first
    if scene.after(found, "HYPHEN") or (found.unit() == "Q" and scene.after(found, "OF")):
        return None
    if at and reading.pos[at - 1] in {"NOUN", "NUM", "SYM", "PROPN"}:
        return Sense("P1Y", type="SET") if found.unit() == "Y" else None
    return Sense(length(found.unit(), 1))


def bare(found: Found, scene: Scene) -> Sense | None:
    """Weeks, days: a length that is not told."""
    return Sense(length(found.unit(), "X"))


def span(found: Found, scene: Scene) -> Sense | None:
    """The last two weeks, the coming months: a length up to the document's day or from it."""
    counted = found.has("NUM", "TENS", "ONES", "HUNDRED")
    value = length(found.unit(), found.count() if counted else "X")
    since, until = _stretch(found, scene) if counted else (None, None)
    return Sense(value, since=since, until=until)


def _stretch(found: Found, scene: Scene) -> tuple[str | None, str | None]:
    if scene.day is None or found.unit() in GRAIN:
        return None, None
    grain = {"Q": ("M", 3), "Y": ("Y", 1), "E": ("Y", 10), "C": ("Y", 100)}.get(found.unit(), (found.unit(), 1))
    way = 1 if found.offset() > 0 else -1
    moved = shifted(scene.day.isoformat(), grain[0], way * grain[1] * found.count())
    ends = sorted((scene.day.isoformat(), moved or ""))
    return (ends[0], ends[1]) if moved else (None, None)


def every(found: Found, scene: Scene) -> Sense | None:
    """Every two weeks, each year."""
    return Sense(length(found.unit(), 2 if found.row.arg == "2" else found.count()))


def every_weekday(found: Found, scene: Scene) -> Sense | None:
    """Each Thursday, Mondays, Tuesday nights."""
    part = found.get("DAYPART") or found.get("DAYPARTS")
    return Sense(f"XXXX-WXX-{found.get('WEEKDAY') or found.get('WEEKDAYS')}{'T' + part if part else ''}")


def every_season(found: Found, scene: Scene) -> Sense | None:
    """Each spring."""
    return Sense(f"XXXX-{found.get('SEASON')}")


def every_daypart(found: Found, scene: Scene) -> Sense | None:
    """Every morning."""
    return Sense(f"XXXX-XX-XXT{found.get('DAYPART')}")


def often(found: Found, scene: Scene) -> Sense | None:
    """Annually, daily: the value that the word has."""
    return Sense(found.parts[0].value)


COUNTED: dict[str, Callable[[Found, Scene], Sense | None]] = {
    "shift": shift, "narrative": narrative, "back-then": back_then, "part-of": part_of, "the-year": the_year,
    "year-end": year_end, "quarter": quarter, "latest": latest, "the-quarter": the_quarter, "the-period": the_period,
    "half": half, "weekend": weekend, "the-unit": the_unit, "year-earlier": year_earlier, "ago": ago,
    "earlier": earlier, "duration": duration, "age": age, "none": none, "nights": nights, "a-unit": a_unit,
    "bare": bare, "span": span, "every": every, "per": every, "every-weekday": every_weekday,
    "every-daypart": every_daypart, "every-season": every_season, "fixed-value": often,
}  # fmt: skip
