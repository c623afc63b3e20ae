"""How an event with several parties becomes rows, edges or objects, format by format."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from dragoman.export import acled, annotation, followthemoney, gdelt, geojson, icews, phoenix, plover, polecat
from dragoman.export.sieve import Sieve
from dragoman.export.tabular import table_rows
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


def changed(record: Record, **values: object) -> Record:
    """The record with its first event only, and that one changed."""
    event = msgspec.structs.replace(record.events[0], same_as=None, **values)
    return msgspec.structs.replace(record, events=(event,))


@pytest.mark.parametrize(
    ("kind", "mode", "cameo", "found"),
    [
        ("RETREAT", "withdraw", "0874", [("KEN", ""), ("NOR", "")]),
        ("RETREAT", "ceasefire", "0871", [("KEN", "NOR"), ("NOR", "KEN")]),
        ("SUPPORT", None, "051", [("KEN", ""), ("NOR", "")]),
        ("SUPPORT", None, "057", [("KEN", "NOR"), ("NOR", "KEN")]),
        ("AGREE", None, None, [("KEN", "NOR"), ("NOR", "KEN")]),
        ("PROTEST", "demo", "141", [("KEN", ""), ("NOR", "")]),
    ],
)
def test_several_actors_without_a_recipient_act_on_each_other_only_where_the_act_is_reciprocal(
    kind: str, mode: str | None, cameo: str | None, found: list[tuple[str, str]], records: list[Record]
) -> None:
    record = changed(records[0], type=kind, mode=mode, cameo=cameo)
    assert pairs(gdelt.event_rows([record], Sieve()), "Actor1Code", "Actor2Code") == found


def test_mentions_have_a_row_for_each_pair_and_telling(records: list[Record]) -> None:
    events = [row["GLOBALEVENTID"] for row in gdelt.event_rows(records[:1], Sieve())]
    mentions = [row["GLOBALEVENTID"] for row in gdelt.mention_rows(records[:1], Sieve())]
    assert mentions == [events[0], events[0], events[1], events[1], *events[2:]]


@pytest.mark.parametrize(
    ("recipients", "sides"),
    [((), ("Kenya", "", "Norway", "")), (("a5", "a6"), ("Kenya", "Norway", "Chad", "Fiji"))],
)
def test_acled_keeps_one_row_and_parts_reciprocal_actors_over_the_sides(
    recipients: tuple[str, ...], sides: tuple[str, ...], records: list[Record]
) -> None:
    record = changed(records[0], type="ASSAULT", mode="aerial", cameo="195", recipients=recipients)
    (row,) = acled.rows([record], Sieve())
    assert (row["actor1"], row["assoc_actor_1"], row["actor2"], row["assoc_actor_2"]) == sides


@pytest.mark.parametrize("name", ["plover", "geojson", "annotation", "followthemoney", "parquet"])
def test_formats_with_lists_have_one_entry_an_event(name: str, records: list[Record]) -> None:
    record = changed(records[0], actors=("a2", "a4"), recipients=("a5", "a6"), place=0)
    made: dict[str, Callable[[], list[object]]] = {
        "plover": lambda: list(plover.objects([record], Sieve())),
        "geojson": lambda: list(geojson.features([record], Sieve())),
        "annotation": lambda: [i for i in annotation.items([record], Sieve()) if i["motivation"] == "classifying"],
        "followthemoney": lambda: [e for e in followthemoney.entities([record], Sieve()) if e[1] == "Event"],
        "parquet": lambda: [cells for table, cells in table_rows(record, Sieve()) if table == "events"],
    }
    assert len(made[name]()) == 1


def test_lists_keep_the_order_of_the_record(records: list[Record]) -> None:
    record = changed(records[0], actors=("a4", "a2"), recipients=("a6", "a5"), place=0)
    (feature,) = geojson.features([record], Sieve())
    parties = [cells[2:] for table, cells in table_rows(record, Sieve()) if table == "parties"]
    (event,) = (values for _, schema, values in followthemoney.entities([record], Sieve()) if schema == "Event")
    assert feature["properties"]["recipients"] == ["Fiji", "Chad"]  # type: ignore[index]
    assert parties == [("actor", 0, "a4"), ("actor", 1, "a2"), ("recipient", 0, "a6"), ("recipient", 1, "a5")]
    assert len(event["organizer"]) == len(event["involved"]) == 2
