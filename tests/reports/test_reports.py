"""Whole reports: the events that each must yield, the day that it tells, and a cap on what is made up besides."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from dragoman.coder import Coder
from dragoman.reading.intake import read_inputs
from dragoman.record import Record
from dragoman.settings import Settings

HERE = Path(__file__).parent
ROWS = [line.split("\t") for line in (HERE / "expected.tsv").read_text("utf-8").splitlines()[2:]]
PUBLISHED = {
    "truce_talks": "2024-03-04", "summit": "2023-03-16", "deportations": "2023-11-01", "air_strikes": "2024-01-13",
    "cyber_attack": "2022-09-07", "expulsions": "2023-09-19", "collision_at_sea": "2023-10-22", "drills": "2024-05-23",
}  # fmt: skip
UNLISTED = 6  # events of a report that the table need not have

Told = tuple[str, str, str, str, str]


@lru_cache(maxsize=1)
def records() -> dict[str, Record]:
    """The record of each report by the report's name."""
    settings = Settings()
    names = sorted(PUBLISHED)
    articles = read_inputs([str(HERE / f"{name}.txt") for name in names], settings)
    return dict(zip(names, Coder(settings).code(articles), strict=True))


def told(record: Record) -> list[Told]:
    """Type, countries of actors and of recipients ("-" for none known, "" for no side), factuality, voice."""
    country = {actor.id: actor.country or "-" for actor in record.actors}
    return [
        (
            event.type, "|".join(sorted({country[i] for i in event.actors})),
            "|".join(sorted({country[i] for i in event.recipients})), event.factuality, event.voice,
        )
        for event in record.events
    ]  # fmt: skip


@pytest.mark.parametrize("name", sorted(PUBLISHED))
def test_a_report_yields_its_events_and_little_else(name: str) -> None:
    found = told(records()[name])
    expected = [tuple(row[1:]) for row in ROWS if row[0] == name]
    assert [row for row in expected if row not in found] == []
    assert len(found) <= len(expected) + UNLISTED


@pytest.mark.parametrize(("name", "day"), sorted(PUBLISHED.items()))
def test_a_report_tells_its_day_and_no_agency_acts_in_its_dateline(name: str, day: str) -> None:
    record = records()[name]
    assert record.document.published == day
    datelines = [(b.start, b.end) for b in record.document.blocks if b.kind == "dateline"]
    mentions = [m for actor in record.actors for m in actor.mentions]
    assert datelines
    assert not [m for m in mentions if any(start <= m.start < end for start, end in datelines)]


SPEAKERS = [
    ("truce_talks", "Mohamed Idris", "SDN"), ("truce_talks", "Ahmed Osman", "SDN"),
    ("deportations", "Zabihullah Mujahid", "AFG"), ("expulsions", "Mélanie Joly", "CAN"),
    ("cyber_attack", "Edi Rama", "ALB"), ("air_strikes", "Jens Stoltenberg", "IGO"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "speaker", "country"), SPEAKERS)
def test_a_speaker_is_known_with_his_country(name: str, speaker: str, country: str) -> None:
    record = records()[name]
    actors = {actor.id: actor for actor in record.actors}
    speakers = [actors[s.speaker] for s in record.statements if s.speaker is not None]
    assert country in {actor.country for actor in speakers if actor.name == speaker}
