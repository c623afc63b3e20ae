"""Numbers of killed, injured and marchers are read where the text gives them; contexts from words and parties."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.coder import Coder
from dragoman.language.reading import Reading
from dragoman.record import Intensity

Read = Callable[..., Reading]

COUNTS = [
    ("A bomber killed 12 people in Mogadishu.", Intensity(killed=12)),
    ("At least 1,200 people were killed when rebels attacked a town in Chad.", Intensity(killed=1200)),
    ("Gunmen wounded thirty-two soldiers in Niger.", Intensity(injured=32)),
    ("About 5,000 people protested against the Georgian government.", Intensity(crowd=5000)),
    ("Rebels killed dozens of villagers in Mali.", None),
    ("Germany urged Serbia to release two prisoners.", None),
]
CONTEXTS = [
    ("Hackers attacked the website of the Estonian parliament.", {"legislative"}),
    ("Kenya deported 200 migrants to Somalia.", {"migration"}),
    ("Iran accused Israel of killing a nuclear scientist.", {"cbrn"}),
    ("Police in Lima arrested a judge over bribes.", {"corruption", "legal"}),
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.mark.parametrize(("text", "wanted"), COUNTS)
def test_the_numbers_of_an_event_are_those_of_its_sentence(
    coder: Coder, read: Read, text: str, wanted: Intensity | None
) -> None:
    events = coder.code_reading(read(text, "2021-03-02")).events
    assert events, text
    assert wanted in [event.intensity for event in events]


def test_no_number_is_counted_for_two_events(coder: Coder, read: Read) -> None:
    text = "Militants attacked a bus in Mali, killing four soldiers and injuring 15 others."
    found = [e.intensity for e in coder.code_reading(read(text)).events if e.intensity]
    assert sum(counts.killed or 0 for counts in found) == 4
    assert sum(counts.injured or 0 for counts in found) == 15


@pytest.mark.parametrize(("text", "wanted"), CONTEXTS)
def test_words_and_parties_speak_for_contexts(coder: Coder, read: Read, text: str, wanted: set[str]) -> None:
    events = coder.code_reading(read(text, "2021-03-02")).events
    assert any(wanted <= set(event.contexts) for event in events), [event.contexts for event in events]


def test_who_travels_to_a_town_visits_its_state(coder: Coder, read: Read) -> None:
    record = coder.code_reading(read("UN envoy Helena Costa ended a two-day visit to Reykjavik.", "2031-03-13"))
    names = {actor.id: actor.country for actor in record.actors}
    assert [names[r] for event in record.events for r in event.recipients] == ["ISL"]


def test_who_denies_a_deed_has_not_done_it(coder: Coder, read: Read) -> None:
    events = coder.code_reading(read("Iran denied that it had supplied drones to Russia.", "2023-01-02")).events
    assert [(event.type, event.factuality) for event in events] == [("AID", "negated")]


@pytest.mark.parametrize(
    "text",
    ["A car bomb killed nine people in Baghdad.", "An air strike hit a hospital in Idlib."],
)
def test_a_weapon_whose_hand_is_not_named_leaves_the_acting_side_open(coder: Coder, read: Read, text: str) -> None:
    events = coder.code_reading(read(text)).events
    assert [(event.type, event.actors) for event in events] == [("ASSAULT", ())]


def test_telling_reporters_something_asks_nothing_of_them(coder: Coder, read: Read) -> None:
    events = coder.code_reading(read("He told reporters that the rebels had released 40 prisoners.")).events
    assert [event.type for event in events] == ["RETREAT"]
