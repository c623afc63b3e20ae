"""Values and days: what a TimeML value covers, and how values are counted."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.finding.calendar import days_of, easter, length, nth_weekday, shifted, unit_value, weekday_near

VALUES = [
    ("1998-02-13", "1998-02-13", "1998-02-13"),
    ("1998-02-13TNI", "1998-02-13", "1998-02-13"),
    ("1998-02-13T14:30Z", "1998-02-13", "1998-02-13"),
    ("1998-02", "1998-02-01", "1998-02-28"),
    ("2000-02", "2000-02-01", "2000-02-29"),
    ("1998", "1998-01-01", "1998-12-31"),
    ("199", "1990-01-01", "1999-12-31"),
    ("19", "1900-01-01", "1999-12-31"),
    ("1998-Q3", "1998-07-01", "1998-09-30"),
    ("1998-H2", "1998-07-01", "1998-12-31"),
    ("1998-W01", "1997-12-29", "1998-01-04"),
    ("1998-W08-WE", "1998-02-21", "1998-02-22"),
    ("1998-W08-2", "1998-02-17", "1998-02-17"),
    ("1998-SU", "1998-06-01", "1998-08-31"),
    ("1998-05-05/1998-05-09", "1998-05-05", "1998-05-09"),
    ("1989/1990", "1989-01-01", "1990-12-31"),
    ("1998-WI", None, None),
    ("1998-02-30", None, None),
    ("1998-13", None, None),
    ("1998-W60", None, None),
    ("XXXX-WXX-5", None, None),
    ("PRESENT_REF", None, None),
    ("P2Y", None, None),
    ("", None, None),
]


@pytest.mark.parametrize(("value", "first", "last"), VALUES)
def test_a_value_covers_its_days(value: str, first: str | None, last: str | None) -> None:
    assert days_of(value) == (first, last)


UNITS = [
    ("D", -1, "2021-02-28"), ("W", -1, "2021-W08"), ("WE", 0, "2021-W09-WE"), ("F", -1, "2021-W07"),
    ("M", -3, "2020-12"), ("Q", -1, "2020-Q4"), ("H", -1, "2020-H2"), ("Y", 1, "2022"), ("E", -1, "201"),
    ("C", -1, "19"), ("Y", -5000, "PAST_REF"), ("C", 900, "FUTURE_REF"), ("D", -10_000_000, "PAST_REF"),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "count", "value"), UNITS)
def test_units_are_counted_from_a_day(unit: str, count: int, value: str) -> None:
    assert unit_value(unit, date(2021, 3, 1), count) == value


LENGTHS = [
    ("Y", 2, "P2Y"), ("Y", 2.5, "P2Y6M"), ("E", 2, "P20Y"), ("C", 0.5, "P50Y"), ("Q", 3, "P9M"), ("F", 2, "P4W"),
    ("TH", 24, "PT24H"), ("TH", 0.5, "PT30M"), ("TM", "X", "PTXM"),
    ("M", "X", "PXM"), ("WE", 2, "P2WE"), ("Q", "X", "PXM"),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "count", "value"), LENGTHS)
def test_lengths_are_written_as_timeml_does(unit: str, count: float | str, value: str) -> None:
    assert length(unit, count) == value


SHIFTED = [
    ("1989-Q3", "Y", -1, "1988-Q3"), ("1989-08-12", "Y", -1, "1988-08-12"), ("1989", "Y", -2, "1987"),
    ("2020-02-29", "Y", 1, "2021-02-28"), ("1989-08-30", "D", 2, "1989-09-01"), ("PRESENT_REF", "Y", 1, None),
    ("9999", "Y", 1, None),
]  # fmt: skip


@pytest.mark.parametrize(("value", "unit", "count", "moved"), SHIFTED)
def test_a_moved_value_keeps_its_grain(value: str, unit: str, count: int, moved: str | None) -> None:
    assert shifted(value, unit, count) == moved


EASTERS = [(1990, 4, 15), (2000, 4, 23), (2008, 3, 23), (2024, 3, 31), (2038, 4, 25)]


@pytest.mark.parametrize(("year", "month", "day"), EASTERS)
def test_easter_falls_on_its_sunday(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


def test_weekdays_lie_on_the_day_itself_or_beside_it() -> None:
    thursday = date(2021, 3, 18)
    assert weekday_near(thursday, 4, -1) == weekday_near(thursday, 4, 1) == thursday
    assert weekday_near(thursday, 3, 1) == date(2021, 3, 24)
    assert weekday_near(thursday, 5, -1) == date(2021, 3, 12)
    assert nth_weekday(2021, 11, 4, 4) == date(2021, 11, 25)
    assert nth_weekday(2021, 5, -1, 1) == date(2021, 5, 31)
