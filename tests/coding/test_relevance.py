"""What is no political event yields none: sport, weather, trade, arts, private life, descriptions."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coder import Coder
from dragoman.record import Record

LINES = (Path(__file__).parent / "non_events.txt").read_text(encoding="utf-8").splitlines()
SENTENCES = [line for line in LINES if line and not line.startswith("#")]
MOST_FALSE_ALARMS = 0.05

POLITICAL = [
    ("Spain's government defeated a motion on the budget while the team played on.", False),
    ("Rebels shot a referee during a football match in Chad.", True),
    ("Kenya's president met the players before the match and then held talks with the Ugandan president.", True),
    ("The film minister of Iran banned a movie about the war.", True),
    ("Police arrested a striker of the national football team after a protest in Tehran.", True),
    ("Villagers stoned soldiers in Kashmir.", True),
    ("Workers at the port blocked a road in Haiti in protest at the government.", True),
]


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    texts = SENTENCES + [text for text, _ in POLITICAL]
    documents = [{"id": text, "text": text, "published": "2020-01-15"} for text in texts]
    return {record.document.id: record for record in Coder().code(documents)}


def test_there_are_some_three_hundred_sentences_without_an_event() -> None:
    assert len(set(SENTENCES)) >= 300


def test_few_of_them_raise_a_false_alarm(records: dict[str, Record]) -> None:
    alarms = [text for text in SENTENCES if records[text].events]
    assert len(alarms) <= MOST_FALSE_ALARMS * len(SENTENCES), alarms


@pytest.mark.parametrize(("text", "political"), POLITICAL)
def test_words_of_sport_do_not_hide_politics(records: dict[str, Record], text: str, political: bool) -> None:
    assert bool(records[text].events) >= political, text
