"""How an event with several parties becomes rows, edges or objects, format by format."""

from __future__ import annotations

import pytest

from dragoman.export import acled, gdelt, icews, phoenix, plover, polecat
from dragoman.export.sieve import Sieve
from dragoman.record import Record

ASKED = [("Norway", "Chad"), ("Norway", "Fiji"), ("United Nations", "Chad"), ("United Nations", "Fiji")]
MET = [("Kenya", "Norway"), ("Norway", "Kenya")]


def pairs(rows: object, source: str, target: str) -> list[tuple[str, str]]:
    return [(row[source], row.get(target, "")) for row in rows]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("rows", "source", "target", "code"),
    [
        (gdelt.event_rows, "Actor1Name", "Actor2Name", "EventCode"),
        (icews.rows, "Source Name", "Target Name", "CAMEO Code"),
        (polecat.rows, "Actor Name", "Recipient Name", "Event Type"),
    ],
)
def test_pair_formats_take_each_with_each_and_reciprocal_acts_both_ways(
    rows: object, source: str, target: str, code: str, records: list[Record]
) -> None:
    made = list(rows(records[:1], Sieve()))  # type: ignore[operator]
    found = [(a.upper(), b.upper()) for a, b in pairs(made, source, target)]
    wanted = [*MET, *ASKED, ("Norway", "Chad")]
    assert found == [(a.upper(), b.upper()) for a, b in wanted]
    assert len({row[code] for row in made}) == 2


def test_phoenix_takes_each_with_each_and_reciprocal_acts_both_ways(records: list[Record]) -> None:
    found = pairs(phoenix.rows(records[:1], Sieve()), "SourceActorFull", "TargetActorFull")
    assert found[:4] == [("KEN", "NOR"), ("NOR", "KEN"), ("NOR", "TCD"), ("NOR", "FJI")]
    assert found[4:6] == [("IGOUNO", "TCD"), ("IGOUNO", "FJI")]


@pytest.mark.parametrize(
    ("rows", "kept"), [(gdelt.event_rows, 1), (polecat.rows, 1), (icews.rows, 0), (phoenix.rows, 0)]
)
def test_an_act_without_a_recipient_has_a_row_only_where_the_format_allows_it(
    rows: object, kept: int, records: list[Record]
) -> None:
    made = list(rows(records[1:2], Sieve()))  # type: ignore[operator]
    codes = [row.get("EventCode") or row.get("CAMEO Code") or row.get("Event Type") for row in made]
    assert sum(code in ("141", "PROTEST") for code in codes) == kept


def test_plover_keeps_all_parties_of_an_event_in_one_object(records: list[Record]) -> None:
    met, asked, _ = plover.objects(records[:1], Sieve())
    assert [party["code"] for party in met["actor"]] == ["KEN", "NOR"]  # type: ignore[attr-defined]
    assert "recipient" not in met
    assert [party["code"] for party in asked["recipient"]] == ["TCD", "FJI"]  # type: ignore[attr-defined]


def test_acled_puts_the_first_party_forward_and_the_others_beside_it(records: list[Record]) -> None:
    rows = list(acled.rows(records, Sieve()))
    assert (rows[0]["actor1"], rows[0]["actor2"]) == ("Police", "nine marchers")
    assert len(rows) == 3
