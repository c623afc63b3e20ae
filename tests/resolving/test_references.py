"""Whom pronouns and descriptions mean."""

from __future__ import annotations

import pytest

from .conftest import Played

REFERENCES = [
    # text, words, nth, the words of what they mean
    ("Laos opened its border. It had closed the crossing in May.", "It", 0, "Laos"),
    ("Minister Ida Solberg landed in Quito. She will stay two days.", "She", 0, "Solberg"),
    ("Ida Solberg greeted Pavel Hruska. He smiled at her.", "her", 0, "Solberg"),
    ("Rebels seized the depot. They freed the guards later.", "They", 0, "Rebels"),
    ("Russia accused Georgia of shelling a village and demanded that it stop.", "it", 0, "Georgia"),
    ("Niger has suffered droughts since Chad invaded the country.", "country", 0, "Niger"),
    ("Envoy Ida Solberg arrived late. The envoy declined to speak.", "envoy", 0, "Solberg"),
]


@pytest.mark.parametrize(("text", "words", "nth", "meant"), REFERENCES)
def test_a_reference_means_what_agrees_with_it_and_stands_near(
    play: Played, text: str, words: str, nth: int, meant: str
) -> None:
    cast = play(text)
    actor = cast.actor(words, nth)
    assert actor is not None
    assert actor == cast.actor(meant)


def test_we_in_a_quotation_is_the_speakers_state(play: Played) -> None:
    cast = play('"We will not sign," Kenyan minister Ida Solberg said.')
    actor = cast.actor("We")
    assert actor is not None
    assert (actor.kind, actor.country) == ("state", "KEN")


def test_i_in_a_quotation_is_the_speaker(play: Played) -> None:
    cast = play('"I will not sign," Kenyan minister Ida Solberg said.')
    assert cast.actor("I") == cast.actor("Solberg")


def test_a_possessor_gives_its_country_to_an_organ(play: Played) -> None:
    assert play("Burundi withdrew its troops.").code("troops") == ("BDI", "MIL")


def test_his_country_is_the_state_of_the_person(play: Played) -> None:
    cast = play("Kenyan minister Ida Solberg said her country would help.")
    assert cast.code("country") == ("KEN", None)


def test_both_sides_are_the_two_parties_spoken_of(play: Played) -> None:
    cast = play("Talks between Armenia and Turkey ended. Both sides praised the result.")
    group = cast.cast.all_at(cast.reading.words.index("sides"))
    assert [a.country for a in cast.cast.actors if a.id in group] == ["ARM", "TUR"]


def test_it_is_no_person_and_she_no_state(play: Played) -> None:
    cast = play("Ida Solberg met Fiji. She left.")
    assert cast.actor("She") == cast.actor("Solberg")


REPEATS = [
    # text, words, nth, the words of what they mean
    ("The Bantra Fishing Company grew. BFC sold ships.", "BFC", 0, "Company"),
    ("Ida Solberg won. The Solberg law passed.", "Solberg", 1, "Ida Solberg"),
    ("Rebels who held the bridge fled.", "who", 0, "Rebels"),
]


@pytest.mark.parametrize(("text", "words", "nth", "meant"), REPEATS)
def test_a_name_is_known_again_short_or_inside_another_phrase(
    play: Played, text: str, words: str, nth: int, meant: str
) -> None:
    cast = play(text)
    assert cast.actor(words, nth) is not None
    assert cast.actor(words, nth) == cast.actor(meant)


def test_institutions_of_two_towns_stay_two(play: Played) -> None:
    cast = play("The University of Bergen praised the University of Ghent.")
    assert cast.actor("Bergen") != cast.actor("Ghent")


def test_the_company_is_the_one_named_before_and_so_is_its_short_name(play: Played) -> None:
    cast = play("Bantra Holdings cut jobs. The company blamed taxes. Bantra officials declined to comment.")
    assert cast.actor("company") == cast.actor("Bantra Holdings")
    assert cast.actor("officials") == cast.actor("Bantra Holdings")


def test_a_panel_is_told_again_by_its_noun(play: Played) -> None:
    cast = play("Fiji set up a small panel. The Red Cross praised Fiji. The panel will meet in May.")
    assert cast.actor("panel", nth=1) == cast.actor("panel")


BLAMED = [
    ("Pavel Hruska criticised Ivo Brandal for his comments.", "Brandal"),
    ("Pavel Hruska hit back at Ivo Brandal following his remarks.", "Brandal"),
    ("Pavel Hruska called Ivo Brandal from his car.", "Hruska"),
]


@pytest.mark.parametrize(("text", "meant"), BLAMED)
def test_one_is_blamed_for_what_one_did_oneself(play: Played, text: str, meant: str) -> None:
    cast = play(text)
    assert cast.actor("his") == cast.actor(meant)


def test_they_are_those_joined_as_one_subject(play: Played) -> None:
    cast = play("Ida Solberg and Pavel Hruska met in Riga. They discussed trade.")
    group = cast.cast.all_at(cast.reading.words.index("They"))
    assert [a.name for a in cast.cast.actors if a.id in group] == ["Ida Solberg", "Pavel Hruska"]


def test_the_two_leaders_are_the_persons_spoken_of(play: Played) -> None:
    cast = play("Ida Solberg called Pavel Hruska. The two leaders discussed trade.")
    group = cast.cast.all_at(cast.reading.words.index("leaders"))
    assert [a.name for a in cast.cast.actors if a.id in group] == ["Ida Solberg", "Pavel Hruska"]
