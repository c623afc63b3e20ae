"""Answers are those that a walk over all records gives, however a question is planned."""

from __future__ import annotations

import contextlib
import datetime
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.archive import selecting
from dragoman.archive.archive import Archive
from dragoman.archive.questions import first_day, last_day, search_words
from dragoman.archive.selecting import Value
from dragoman.errors import ArchiveError
from dragoman.record import Event, Record

Found = tuple[Record, Event]
ACTUAL = ("actual", "historical")


@pytest.fixture(params=[0, 2000], ids=["walking by day", "document by document"])
def archive(filled: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    monkeypatch.setattr(selecting, "FEW", request.param)
    with Archive(filled) as opened:
        yield opened


def sides(record: Record, ids: tuple[str, ...]) -> set[str]:
    return {a.country or "" for a in record.actors if a.id in ids} | {a.name for a in record.actors if a.id in ids}


def speaker(record: Record, event: Event) -> str | None:
    said = next((s for s in record.statements if s.id == event.statement), None)
    return next((a.name for a in record.actors if said and a.id == said.speaker), None)


def holds(record: Record, event: Event, filters: dict[str, Value]) -> bool:
    day = (event.date.since if event.date else None) or record.document.published or ""
    place = record.places[event.place].name if event.place is not None else None
    checks: dict[str, Callable[[Any], bool]] = {
        "actor": lambda v: v in sides(record, event.actors),
        "recipient": lambda v: v in sides(record, event.recipients),
        "type": lambda v: event.type == v.upper(),
        "mode": lambda v: event.mode == v,
        "voice": lambda v: event.voice == v,
        "factuality": lambda v: event.factuality == v,
        "since": lambda v: day >= first_day(v),
        "until": lambda v: "" < day <= last_day(v),
        "place": lambda v: (place or "").lower() == v.lower(),
        "speaker": lambda v: speaker(record, event) == v,
        "text": lambda v: v.strip('"') in record.document.text,
        "min_confidence": lambda v: event.confidence >= v,
        "counted": lambda v: event.same_as is None and event.factuality in ACTUAL,
    }
    return all(checks[name](value) for name, value in filters.items())


@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"actor": "USA"},
        {"recipient": "PAK", "type": "request"},
        {"actor": "USA", "recipient": "AFG"},
        {"actor": "United States", "recipient": "AFG"},
        {"actor": "Ghana", "recipient": "Oman"},
        {"type": "ASSAULT", "mode": "aerial", "since": "2018", "until": "2019-06"},
        {"until": "2016-02-10"},
        {"place": "kabul", "voice": "reported"},
        {"speaker": "Brazil", "min_confidence": 0.6},
        {"text": '"asked Oman to pull back"'},
        {"actor": "NOR", "text": "bakeries", "counted": True, "since": "2017-03-05"},
        {"factuality": "negated", "voice": "outlet"},
        {"actor": "XKX"},
    ],
)
def test_events_are_those_that_pass_every_filter(
    archive: Archive, records: list[Record], filters: dict[str, Value]
) -> None:
    expected = [(r.document.id, e.id) for r in records for e in r.events if holds(r, e, filters)]
    answer = archive.ask("events", **filters)
    found = list(zip(answer.column("document"), answer.column("event"), strict=True))
    assert sorted(found) == sorted(expected)
    assert answer.column("day") == sorted(answer.column("day"))  # type: ignore[type-var]
    limited = archive.ask("events", **filters, limit=3)
    assert limited.rows == answer.rows[:3]


def test_an_event_is_told_with_its_parties_and_words(archive: Archive, records: list[Record]) -> None:
    record, event = records[0], records[0].events[0]
    row = next(r for r in archive.ask("events") if (r["document"], r["event"]) == (record.document.id, event.id))
    names = {actor.id: actor.name for actor in record.actors}
    assert row["actors"] == names[event.actors[0]]
    assert row["recipients"] == names[event.recipients[0]]
    assert row["evidence"] == record.document.text[slice(*event.evidence)]
    assert row["speaker"] == speaker(record, event)
    assert (row["type"], row["cameo"], row["score"]) == (event.type, event.cameo, event.score)


@pytest.mark.parametrize("recipient", [None, "AFG", "Afghanistan"])
@pytest.mark.parametrize("actor", ["USA", "United States"])
@pytest.mark.parametrize("by", ["day", "week", "month", "year"])
def test_a_timeline_counts_what_took_place_by_period(
    archive: Archive, records: list[Record], actor: str, recipient: str | None, by: str
) -> None:
    filters: dict[str, Value] = {"actor": actor, "counted": True, **({"recipient": recipient} if recipient else {})}
    counts: Counter[str] = Counter()
    scores: Counter[str] = Counter()
    for record in records:
        for event in record.events:
            if holds(record, event, filters) and event.date and event.date.since:
                counts[period(event.date.since, by)] += 1
                scores[period(event.date.since, by)] += event.score  # type: ignore[assignment]
    answer = archive.ask("timeline", actor=actor, recipient=recipient, by=by)
    assert {row["period"]: row["events"] for row in answer} == counts
    assert all(
        row["mean_score"] == pytest.approx(scores[str(row["period"])] / int(row["events"] or 1), abs=1e-3)
        for row in answer
    )
    assert all(row["cooperation"] + row["conflict"] == row["events"] for row in answer)  # type: ignore[operator]


def period(day: str, by: str) -> str:
    date = datetime.date.fromisoformat(day)
    if by == "week":
        return (date - datetime.timedelta(date.weekday())).isoformat()
    return day[: {"day": 10, "month": 7, "year": 4}[by]]


@pytest.mark.parametrize(
    "filters",
    [{}, {"type": "AID"}, {"since": "2016", "until": "2018-06"}, {"since": "2016-02-11", "until": "2018-06-20"},
     {"since": "2016-02-11", "until": "2016-02-20"}, {"since": "2017-05-17"}, {"until": "2017-05-16", "type": "agree"}],
)  # fmt: skip
def test_a_network_counts_who_acts_on_whom(archive: Archive, records: list[Record], filters: dict[str, Value]) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    for record in records:
        country = {actor.id: actor.country or "" for actor in record.actors}
        for event in record.events:
            if holds(record, event, {**filters, "counted": True}):
                pairs = {(country[a], country[b]) for a in event.actors for b in event.recipients}
                counts.update(pair for pair in pairs if pair[0] != pair[1])
    answer = archive.ask("network", **filters)
    assert {(row["actor"], row["recipient"]): row["events"] for row in answer} == counts


def test_statements_are_asked_by_speaker_day_and_words(archive: Archive, records: list[Record]) -> None:
    expected = 0
    for record in records:
        names = {actor.id: actor.name for actor in record.actors}
        for statement in record.statements:
            day = (statement.date.since if statement.date else None) or record.document.published or ""
            expected += names.get(statement.speaker or "") == "Brazil" and day >= "2018-01-01"
    assert len(archive.ask("statements", speaker="Brazil", since="2018")) == expected > 0
    assert len(archive.ask("statements", speaker="BRA", since="2018")) == expected
    found = archive.ask("statements", text='"asked Oman to pull"')
    assert len(found)
    assert all("asked Oman to pull" in str(words) for words in found.column("words"))


def test_actors_are_listed_with_their_numbers(archive: Archive, records: list[Record]) -> None:
    (row,) = archive.ask("actors", name="Norw")
    ids = [(record, actor.id) for record in records for actor in record.actors if actor.name == "Norway"]
    assert row["documents"] == len(ids)
    assert row["acts"] == sum(i in event.actors for record, i in ids for event in record.events)
    assert row["receives"] == sum(i in event.recipients for record, i in ids for event in record.events)
    assert [r["name"] for r in archive.ask("actors", country="nor")] == ["Norway"]
    assert len(archive.ask("actors", kind="state", limit=4)) == 4


def test_a_search_gives_documents_and_statements_with_snippets(archive: Archive, records: list[Record]) -> None:
    answer = archive.ask("find", text='"asked Oman"', limit=5)
    assert {row["found"] for row in answer} == {"document", "statement"}
    assert all("[asked Oman]" in str(row["snippet"]) for row in answer)
    assert {row["found"] for row in archive.ask("find", text="baker*", within="documents")} == {"document"}
    assert len(archive.ask("find", text="zebra")) == 0


@pytest.mark.parametrize(
    ("kind", "filters", "message"),
    [
        ("events", {"since": "soon"}, "no day, month or year"),
        ("events", {"since": "2018-02-31"}, "no day, month or year"),
        ("events", {"until": "2018-00"}, "no day, month or year"),
        ("events", {"text": '" "'}, "no word"),
        ("events", {"colour": "red"}, "the filters are"),
        ("timeline", {}, "actor"),
        ("timeline", {"actor": "USA", "by": "hour"}, "day, week, month, year"),
        ("find", {"text": "x", "within": "titles"}, "documents, statements"),
        ("weather", {}, "no question is called"),
    ],
)
def test_a_question_that_cannot_be_read_is_told(
    archive: Archive, kind: str, filters: dict[str, Value], message: str
) -> None:
    with pytest.raises(ArchiveError, match=message):
        archive.ask(kind, **filters)


@pytest.mark.parametrize("text", ['"', "peace* OR", "a AND b", "NEAR(x)", "-x", "col:x", "'; DROP", "(", "don't"])
def test_any_words_can_be_searched_for(archive: Archive, text: str) -> None:
    with contextlib.suppress(ArchiveError) if text in '"(' else contextlib.nullcontext():
        archive.ask("find", text=text)
        archive.ask("events", text=text)


def test_search_words_are_told_apart() -> None:
    assert search_words('peace "cease fire" bomb*') == '"peace" "cease fire" "bomb"*'


def test_wild_cards_in_a_name_are_letters(archive: Archive) -> None:
    assert archive.ask("actors", name="%").rows == []


def test_answers_come_as_records_arrow_and_pandas(archive: Archive) -> None:
    answer = archive.ask("events", actor="USA", limit=4)
    assert len(answer.records()) == 4
    pytest.importorskip("pyarrow")
    assert answer.arrow().num_rows == 4
    pytest.importorskip("pandas")
    assert list(answer.pandas().columns) == list(answer.columns)


def test_sql_answers_with_columns_told_apart(archive: Archive) -> None:
    answer = archive.sql("SELECT 1 AS n, 2 AS n")
    assert answer.columns == ("n", "n_2")
    assert answer.rows == [(1, 2)]
