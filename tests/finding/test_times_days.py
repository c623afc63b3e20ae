"""The days, modifiers and notes of time expressions, and what happens without a document's day."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from dragoman.finding.times import TimeRules, find_times
from dragoman.language.reading import Reading
from dragoman.record import Timex
from dragoman.tables.table import Tables

Read = Callable[..., Reading]

RULES = TimeRules(Tables())
THURSDAY = "2021-03-18"

INTERVALS = [
    ("The envoy left on Monday.", "2021-03-15", "2021-03-15"),
    ("The envoy left last week.", "2021-03-08", "2021-03-14"),
    ("The envoy left last month.", "2021-02-01", "2021-02-28"),
    ("The envoy left three months ago.", "2020-12-01", "2020-12-31"),
    ("The envoy left in 2013.", "2013-01-01", "2013-12-31"),
    ("The two met earlier in the week.", "2021-03-15", "2021-03-18"),
    ("The two met earlier this month.", "2021-03-01", "2021-03-18"),
    ("The two will meet later this month.", "2021-03-18", "2021-03-31"),
    ("The border was closed in the 1990s.", "1990-01-01", "1999-12-31"),
    ("The town was burned in the 16th century.", "1500-01-01", "1599-12-31"),
    ("The islands were taken in the spring of 1982.", "1982-03-01", "1982-05-31"),
    ("The islands were taken in the winter of 1982.", None, None),
    ("Orders fell in the second quarter of 1993.", "1993-04-01", "1993-06-30"),
    ("Raids have grown over the last two weeks.", "2021-03-04", "2021-03-18"),
    ("Aid will come over the next three months.", "2021-03-18", "2021-06-18"),
    ("The mayor was shot on Monday night.", "2021-03-15", "2021-03-15"),
    ("The weekend was calm.", "2021-03-13", "2021-03-14"),
    ("The march went on from April 5-9, 2019.", "2019-04-05", "2019-04-09"),
    ("The siege lasted two years.", None, None),
    ("The border is now closed.", None, None),
    ("The shrine was closed on Ashura.", None, None),
    ("They rallied on February 30.", None, None),
]


@pytest.mark.parametrize(("text", "since", "until"), INTERVALS)
def test_what_is_a_stretch_of_the_calendar_has_its_first_and_last_day(
    read: Read, text: str, since: str | None, until: str | None
) -> None:
    found = _one(read, text)
    assert (found.since, found.until) == (since, until)


MODIFIED = [
    ("The siege lasted about two years.", "about two years", "DURATION", "APPROX"),
    ("The siege lasted more than two years.", "more than two years", "DURATION", "MORE_THAN"),
    ("The siege lasted less than two years.", "less than two years", "DURATION", "LESS_THAN"),
    ("The siege lasted at least two years.", "at least two years", "DURATION", "EQUAL_OR_MORE"),
    ("The siege may last up to two years.", "up to two years", "DURATION", "EQUAL_OR_LESS"),
    ("The siege began in early 2014.", "early 2014", "DATE", "START"),
    ("The siege began in the middle of October.", "the middle of October", "DATE", "MID"),
    ("The siege ended late last month.", "late last month", "DATE", "END"),
    ("The siege began in mid-2014.", "mid-2014", "DATE", "MID"),
    ("The siege ended at dawn.", "dawn", "TIME", None),
    ("They meet every Monday.", "every Monday", "SET", None),
]


@pytest.mark.parametrize(("text", "words", "kind", "mod"), MODIFIED)
def test_words_that_modify_belong_to_the_expression(
    read: Read, text: str, words: str, kind: str, mod: str | None
) -> None:
    found = _one(read, text)
    assert (found.text, found.type, found.mod) == (words, kind, mod)


UNANCHORED = [
    ("The envoy left on Monday.", "XXXX-WXX-1"),
    ("The envoy left today.", "XXXX-XX-XX"),
    ("The envoy left last night.", "XXXX-XX-XXTNI"),
    ("The envoy left last week.", "XXXX-WXX"),
    ("The envoy left last month.", "XXXX-XX"),
    ("The envoy left three years ago.", "XXXX"),
    ("The envoy left in March.", "XXXX-03"),
    ("The envoy left on March 3.", "XXXX-03-03"),
    ("The envoy left last spring.", "XXXX-SP"),
    ("The envoy left over the weekend.", "XXXX-WXX-WE"),
    ("Profit rose in the third quarter.", "XXXX-Q3"),
    ("The pope spoke on Christmas Day.", "XXXX-12-25"),
    ("They met earlier in the week.", "XXXX-WXX"),
]


@pytest.mark.parametrize(("text", "value"), UNANCHORED)
@pytest.mark.parametrize("published", [None, "2021-00-00", "soon"])
def test_without_the_documents_day_nothing_relative_is_resolved(
    read: Read, text: str, value: str, published: str | None
) -> None:
    found = _one(read, text, published)
    assert (found.value, found.since, found.until) == (value, None, None)
    assert found.note == "no document date"


def test_without_the_documents_day_full_dates_are_resolved(read: Read) -> None:
    found = _one(read, "The treaty was signed on March 3, 2015.", None)
    assert (found.value, found.since, found.note) == ("2015-03-03", "2015-03-03", None)


@pytest.mark.parametrize("word", ["Nowruz", "Ramadan", "Yom Kippur", "Diwali"])
def test_a_feast_of_a_calendar_that_is_not_computed_says_so(read: Read, word: str) -> None:
    found = _one(read, f"The truce held until {word}.")
    assert (found.since, found.until) == (None, None)
    assert found.note is not None
    assert "not computed" in found.note


def test_a_headlines_present_tense_is_past(read: Read) -> None:
    reading = read("The two spoke for an hour.", THURSDAY, "Premier meets envoy Monday")
    assert find_times(reading, RULES)[0].value == "2021-03-15"


def test_a_headlines_infinitive_is_to_come(read: Read) -> None:
    reading = read("The two will speak for an hour.", THURSDAY, "Premier to meet envoy Monday")
    assert find_times(reading, RULES)[0].value == "2021-03-22"


def test_every_expression_shows_its_own_characters(read: Read) -> None:
    reading = read("He came\u00a0on  Monday,\u00a0May  3,\n\n2021, and left the same day.", THURSDAY)
    for found in find_times(reading, RULES):
        assert reading.document.text[found.start : found.end] == found.text


def _one(read: Read, text: str, published: str | None = THURSDAY) -> Timex:
    (found,) = find_times(read(text, published), RULES)
    return found


def test_any_jumble_of_time_words_is_read_without_overlap(read: Read) -> None:
    chance = random.Random(1)
    words = [*sorted(RULES.words), *sorted(RULES.literals), "1989", "31", "12:30", "'89", "10/27/89", "said", "will"]
    text = "\n".join(" ".join(chance.choices(words, k=12)) for _ in range(150))
    for published in (THURSDAY, "0001-01-01", "9999-12-31"):
        last = 0
        for found in find_times(read(text, published), RULES):
            assert found.start >= last
            assert (found.since or "") <= (found.until or "9")
            last = found.end
