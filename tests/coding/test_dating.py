"""Which expression dates a predicate, and which one nearby does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.coding.dating import event_interval
from dragoman.finding.times import TimeRules, find_times
from dragoman.language.reading import Reading
from dragoman.tables.table import Tables

DAY = "2021-03-18"  # a Thursday
RULES = TimeRules(Tables())

WEEK = ("2021-03-15", "2021-03-18")

CASES = [
    ("The premier met the envoy on Monday.", "met", "2021-03-15", "2021-03-15"),
    ("The premier, who enjoys the backing of the army, met the envoy earlier in the week.", "met", *WEEK),
    ("The premier met the envoy on Monday and pledged to back the truce.", "pledged", "2021-03-15", "2021-03-15"),
    ("On Monday, the premier met the envoy and pledged to back the truce.", "pledged", "2021-03-15", "2021-03-15"),
    ("Troops surrounded the port and seized two ships on Tuesday.", "surrounded", "2021-03-16", "2021-03-16"),
    ("The premier met the envoy on Monday and the rebels rejected the truce.", "rejected", None, None),
    ("The minister, who took office in January, arrived in Ankara on Monday.", "arrived", "2021-03-15", "2021-03-15"),
    ("The minister, who took office in January, arrived in Ankara on Monday.", "took", "2021-01-01", "2021-01-31"),
    ("The minister, who took office in January, arrived in Ankara.", "arrived", None, None),
    ("The ministry said on Tuesday that rebels attacked the town on Sunday.", "attacked", "2021-03-14", "2021-03-14"),
    ("The ministry said on Tuesday that rebels had attacked the town on Sunday.", "said", "2021-03-16", "2021-03-16"),
    ("The ministry said on Tuesday that rebels had attacked the town.", "attacked", None, None),
    ("The talks were held in Geneva last week.", "talks", "2021-03-08", "2021-03-14"),
    ("The two sides have been holding talks since January.", "talks", "2021-01-01", "2021-03-18"),
    ("The two sides have been holding talks since January.", "holding", "2021-01-01", "2021-03-18"),
    ("Between 2015 and 2017 the army shelled the city.", "shelled", "2015-01-01", "2017-12-31"),
    ("Hungary rejected last month's proposal.", "rejected", None, None),
    ("Hungary rejected the proposal last month.", "rejected", "2021-02-01", "2021-02-28"),
    ("France condemned the 2015 deal.", "condemned", None, None),
    ("In 2019, France recalled its envoy and expelled two diplomats.", "expelled", "2019-01-01", "2019-12-31"),
    ("He is expected to visit Cairo next month.", "visit", "2021-04-01", "2021-04-30"),
    ("A visit to Baku on Friday was cancelled.", "visit", "2021-03-12", "2021-03-12"),
    ("Police arrested 20 people Wednesday in raids across the capital.", "arrested", "2021-03-17", "2021-03-17"),
    ("The union called off the strike after the vote on Monday.", "called", None, None),
    ("The envoy had left three days ago.", "left", "2021-03-15", "2021-03-15"),
    ("Rebels shelled the camp on Monday, killing six people.", "killing", "2021-03-15", "2021-03-15"),
    ("Rebels shelled the camp, killing six people, after the truce broke down on Monday.", "killing", None, None),
    ("The navy staged the largest exercise since 1991.", "staged", None, None),
    ("In 2019, the king sacked the cabinet. He closed the port.", "closed", "2019-01-01", "2019-12-31"),
    ("In 2019, the king sacked the cabinet. He has closed the port.", "closed", None, None),
    ("On Monday, the king sacked the cabinet. He closed the port.", "closed", None, None),
    ("The two fell out last month. Back then, the king closed the port.", "closed", "2021-02-01", "2021-02-28"),
    ("The two armies have traded fire for the past two weeks.", "traded", "2021-03-04", "2021-03-18"),
    ("The two armies have planned a drill for next month.", "planned", None, None),
    ("The group will remain in the valley until Sunday.", "remain", None, "2021-03-21"),
]


@pytest.mark.parametrize(("text", "word", "since", "until"), CASES)
def test_an_event_is_dated_by_the_expression_of_its_clause(
    read: Callable[..., Reading], text: str, word: str, since: str | None, until: str | None
) -> None:
    reading = read(text, DAY)
    head = reading.words.index(word)
    found = event_interval(reading, head, 0, len(reading), find_times(reading, RULES))
    assert (found and found.since, found and found.until) == (since, until)
