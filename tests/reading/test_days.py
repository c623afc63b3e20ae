"""Dates as pages write them."""

from __future__ import annotations

import pytest

from dragoman.reading.days import day_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-03-04", "2021-03-04"),
        ("2021-03-04T23:30:00+05:30", "2021-03-04"),
        ("20210304", "2021-03-04"),
        ("20210304T101500Z", "2021-03-04"),
        ("2021/3/4", "2021-03-04"),
        ("Thu, 04 Mar 2021 10:15:00 GMT", "2021-03-04"),
        ("March 4, 2021", "2021-03-04"),
        ("4 March 2021", "2021-03-04"),
        ("4th Mar. 2021", "2021-03-04"),
        ("Sept 9, 2019", "2019-09-09"),
        ("Published on Thursday, March 4, 2021 at 9:30", "2021-03-04"),
        ("2021-02-30", None),
        ("0001-01-01", None),
        ("Marching 4, 2021", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_a_day_is_read_in_its_own_time_zone(text: str | None, day: str | None) -> None:
    assert day_of(text) == day
