"""How the values of seasons and feast days are computed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from dragoman.finding.calendar import SEASONS, UNKNOWN, VALUE, easter, nth_weekday
from dragoman.finding.timescene import Found, Scene, Sense


def season(found: Found, scene: Scene) -> Sense | None:
    """A season by its year, by "last" and "next", or by the tense."""
    name = found.get("SEASON")
    if found.has("YEAR") or found.has("TENS"):
        return Sense(f"{found.get('YEAR') or found.spoken_year()}-{name}")
    if scene.day is None:
        return Sense(f"XXXX-{name}")
    today = scene.day
    if found.has("year"):
        return Sense(f"{today.year + found.offset():04d}-{name}")
    return Sense(f"{_season_year(found, scene, today, SEASONS[name]):04d}-{name}")


def bare_season(found: Found, scene: Scene) -> Sense | None:
    """A season named alone: only after a preposition ("by summer")."""
    tied = scene.before(found, "YEAR") and scene.reading.dep[found.first] == "pobj"
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


FEASTS: dict[str, Callable[[Found, Scene], Sense | None]] = {
    "season": season, "bare-season": bare_season, "holiday": holiday,
}  # fmt: skip
