"""Whose a statement is, on which day, where and to whom, from the article to the record."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.coding.statements import code_statements
from dragoman.finding.statements import Cues, find_statements
from dragoman.finding.times import TimeRules, find_times
from dragoman.language.reading import Reading
from dragoman.record import Interval, Statement
from dragoman.resolving.actors import resolve_actors
from dragoman.resolving.locations import locate
from dragoman.tables.actors import ActorTables
from dragoman.tables.gazetteer import Gazetteer
from dragoman.tables.table import Tables

Read = Callable[..., Reading]

TABLES = Tables()
CUES, RULES, GAZETTEER, ACTORS = Cues(TABLES), TimeRules(TABLES), Gazetteer(TABLES), ActorTables(TABLES)
DAY = "2021-03-18"  # a Thursday

SPEECH = (
    'Foreign Minister Salima Rahmani said at a news conference in Dushanbe on Tuesday: "The river is ours."\n\n'
    "She also said that talks would go on.\n\n"
    "Rahmani has long called for a treaty."
)


def coded(read: Read, text: str) -> tuple[list[Statement], dict[str, str], list[str]]:
    """The statements, the actors' names by id, and the places' words."""
    reading = read(text, DAY)
    times, places, attributions = find_times(reading, RULES), locate(reading, GAZETTEER), find_statements(reading, CUES)
    cast = resolve_actors(reading, places, attributions, ACTORS)
    statements = code_statements(reading, attributions, cast, times, places)
    return list(statements), {a.id: a.name for a in cast.actors}, [p.text for p in places]


def test_day_and_place_are_those_of_the_clause_of_the_cue(read: Read) -> None:
    statements, _, places = coded(read, SPEECH)
    assert statements[0].date == Interval("2021-03-16", "2021-03-16")
    assert statements[0].place is not None
    assert places[statements[0].place] == "Dushanbe"
    assert statements[0].occasion == "news conference"


def test_a_speech_keeps_its_day_while_the_speaker_goes_on(read: Read) -> None:
    statements, _, _ = coded(read, SPEECH)
    assert [s.date for s in statements[1:]] == [Interval("2021-03-16", "2021-03-16"), None]


def test_pronoun_and_name_are_one_speaker(read: Read) -> None:
    statements, names, _ = coded(read, SPEECH)
    assert {names[s.speaker] for s in statements if s.speaker} == {"Salima Rahmani"}
    assert all(s.speaker for s in statements)


def test_whoever_reacts_reacts_to_the_words_of_another(read: Read) -> None:
    text = (
        "President Karim Bello met Prime Minister Ana Souza. "
        "Bello hit back at Souza over her remarks that the dam was unsafe."
    )
    statements, names, _ = coded(read, text)
    assert [names.get(s.speaker or "") for s in statements] == ["Ana Souza"]


def test_back_then_is_the_day_told_before(read: Read) -> None:
    text = "The two presidents met in January 2019. Back then, Chad accused Sudan of arming rebels."
    statements, _, _ = coded(read, text)
    assert [s.date for s in statements] == [Interval("2019-01-01", "2019-01-31")]


@pytest.mark.parametrize("text", ["Chad says it wants a truce.", "Chad accused Sudan of arming rebels."])
def test_the_day_of_the_report_is_no_day_of_speaking(read: Read, text: str) -> None:
    statements, _, _ = coded(read, text)
    assert [s.date for s in statements if s.parent is None] == [None]


def test_the_record_names_the_one_spoken_to(read: Read) -> None:
    statements, names, _ = coded(read, "Chad accused Sudan of arming rebels.")
    assert [names.get(s.addressee or "") for s in statements] == ["Sudan"]
