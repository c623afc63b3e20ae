"""A record's every event can be explained, in the same order, by the rows that made it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.coder import Coder
from dragoman.coding.explain import explain_events
from dragoman.language.reading import Reading

REPORT = (
    "Ghana urged Togo on Friday to withdraw its border guards. Rebels attacked a convoy in Mali. "
    "The Kenyan president met his Ugandan counterpart and promised to send aid to Somalia."
)


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def test_there_is_a_trace_for_each_event_and_it_names_the_events_rule(
    coder: Coder, read: Callable[..., Reading]
) -> None:
    reading = read(REPORT, "2020-05-08")
    events = coder.code_reading(reading).events
    traces = explain_events(coder.findings(reading), coder.lexicon)
    assert len(events) == len(traces) >= 4
    assert [trace.rows[0] for trace in traces] == [event.rule for event in events]


def test_the_row_that_won_fits_and_its_words_are_those_of_the_text(coder: Coder, read: Callable[..., Reading]) -> None:
    trace = explain_events(coder.findings(read(REPORT, "2020-05-08")), coder.lexicon)[0]
    assert trace.predicate == "urged"
    assert {argument.actor for argument in trace.arguments} >= {"Ghana", "Togo"}
    assert any(weighed.fits and weighed.row == trace.rows[0] for weighed in trace.weighed)
