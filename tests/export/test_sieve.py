"""What an export lets through by default, and what each switch adds or takes away."""

from __future__ import annotations

import pytest

from dragoman.export.sieve import ALL, DONE, Sieve
from dragoman.record import Record

CASES = [
    ({}, 10),
    ({"factualities": DONE | {"negated"}}, 11),
    ({"factualities": DONE | {"future"}}, 11),
    ({"factualities": DONE | {"hypothetical"}}, 11),
    ({"factualities": DONE - {"historical"}}, 9),
    ({"factualities": ALL}, 13),
    ({"repeats": True}, 11),
    ({"min_confidence": 0.6}, 9),
]


@pytest.mark.parametrize(("settings", "count"), CASES)
def test_events_pass_by_factuality_repeats_and_confidence(
    settings: dict[str, object], count: int, records: list[Record]
) -> None:
    sieve = Sieve(**settings)  # type: ignore[arg-type]
    passed = [event for record in records for event in sieve.events(record)]
    assert len(passed) == count
    assert sum(sieve.left_out.values()) == sum(len(record.events) for record in records) - count


def test_what_is_left_out_is_counted_by_reason(records: list[Record]) -> None:
    sieve = Sieve()
    for record in records:
        list(sieve.events(record))
    assert sieve.left_out == {"told again in the article": 1, "future": 1, "negated": 1, "hypothetical": 1}
