"""Who a phrase means: names, offices on the day, organs of the country in play, agents with a nationality."""

from __future__ import annotations

import pytest

from .conftest import Played

PHRASES = [
    # text, words, country, sector
    ("Kenya closed its embassy in Lima.", "Kenya", "KEN", None),
    ("Norwegian troops left the island.", "troops", "NOR", "MIL"),
    ("Two Portuguese fishermen were freed.", "fishermen", "PRT", "AGR"),
    ("The Peruvian foreign ministry summoned the envoy.", "ministry", "PER", "GOV"),
    ("Chile's navy rescued the crew.", "navy", "CHL", "MIL"),
    ("The government of Zambia welcomed the move.", "government", "ZMB", "GOV"),
    ("A former Bolivian minister was detained.", "minister", "BOL", "ELI"),
    ("Judges in Slovenia rejected the plea.", "Judges", "SVN", "JUD"),
    ("Thousands of protesters marched.", "Thousands", None, "CVL"),
    ("A group of smugglers attacked the post.", "group", None, "CRM"),
    ("A Ghanaian-born Canadian lawmaker voted no.", "lawmaker", "CAN", "LEG"),
    ("The United Nations condemned the raid.", "Nations", "UNO", None),
]


@pytest.mark.parametrize(("text", "words", "country", "sector"), PHRASES)
def test_a_phrase_has_the_country_and_the_sector_that_its_words_give(
    play: Played, text: str, words: str, country: str | None, sector: str | None
) -> None:
    assert play(text).code(words) == (country, sector)


TENURES = [
    ("2013-05-02", "GOV", False),  # chancellor of Germany from 2005 to 2021
    ("2023-05-02", "ELI", True),
    (None, "ELI", True),
]


@pytest.mark.parametrize(("day", "sector", "former"), TENURES)
def test_an_office_holds_on_the_documents_day_and_is_former_after_it(
    play: Played, day: str | None, sector: str, former: bool
) -> None:
    actor = play("Angela Merkel addressed the students in Graz.", published=day).actor("Merkel")
    assert actor is not None
    assert (actor.country, actor.sector, actor.key) == ("DEU", sector, "angela-merkel")
    assert any(role.title == "chancellor" and role.former == former for role in actor.roles)


def test_a_bare_office_is_its_holder_on_the_day(play: Played) -> None:
    text = "The French president will travel to Riga."
    assert getattr(play(text, published="2009-03-03").actor("president"), "key", None) == "nicolas-sarkozy"
    assert getattr(play(text, published="2019-03-03").actor("president"), "key", None) == "emmanuel-macron"


def test_a_bare_organ_is_of_the_country_in_play(play: Played) -> None:
    text = "Uganda closed the crossing on Friday. The army said it would stay shut."
    assert play(text).code("army") == ("UGA", "MIL")


def test_a_foreign_force_is_not_of_the_country_in_play(play: Played) -> None:
    assert play("Mali thanked the villagers. Foreign troops left the town.").code("troops") == (None, "MIL")


def test_organs_under_two_names_are_one_actor(play: Played) -> None:
    cast = play("Togo's military fired into the air. The Togo army later denied it.")
    first, second = cast.actor("military"), cast.actor("army")
    assert first is not None
    assert first == second


def test_titles_before_a_name_are_roles_with_their_place_in_the_text(play: Played) -> None:
    text = "Navy spokesman Captain Ivo Brandal spoke in Split."
    actor = play(text).actor("Brandal")
    assert actor is not None
    assert (actor.kind, actor.name, actor.sector) == ("person", "Ivo Brandal", "MIL")
    given = [text[role.start : role.end] for role in actor.roles if role.start is not None]
    assert given == ["Navy spokesman", "Captain"]


def test_an_apposition_tells_who_an_unknown_person_is(play: Played) -> None:
    cast = play("Odalys Ferrandiz, the Cuban ambassador, met reporters. Ferrandiz then left.")
    assert cast.code("Ferrandiz", nth=1) == ("CUB", "GOV")


def test_two_persons_of_one_surname_stay_two(play: Played) -> None:
    cast = play("Lawmaker Asha Verlan met banker Tomas Verlan. Tomas Verlan declined to comment.")
    assert cast.actor("Asha Verlan") != cast.actor("Tomas Verlan")
    assert cast.actor("Tomas Verlan") == cast.actor("Tomas Verlan", nth=1)


def test_a_surname_finds_a_person_named_in_full_further_down(play: Played) -> None:
    cast = play("The city waits for Solberg. Ida Solberg, the mayor, gave no reason.")
    assert cast.actor("Solberg") == cast.actor("Ida Solberg")


def test_states_joined_before_one_noun_are_told_apart(play: Played) -> None:
    cast = play("Greek and Bulgarian troops trained in the mountains.")
    token = cast.reading.words.index("troops")
    countries = [a.country for i in cast.cast.all_at(token) for a in cast.cast.actors if a.id == i]
    assert countries == ["GRC", "BGR"]


def test_members_of_an_organisation_are_the_organisation(play: Played) -> None:
    cast = play("Hezbollah said nothing. Hezbollah officials left the hall.")
    assert cast.actor("Hezbollah") == cast.actor("officials")


def test_a_government_named_after_its_head_is_the_states(play: Played) -> None:
    assert play("The Macron government presented a bill.", published="2019-02-02").code("government") == ("FRA", "GOV")


def test_ids_follow_the_first_mentions_and_the_mentions_their_places(play: Played) -> None:
    actors = play("Iran warned Iraq. Iraq answered Iran. Oman called for calm.").cast.actors
    assert [a.id for a in actors] == [f"a{i + 1}" for i in range(len(actors))]
    firsts = [a.mentions[0].start for a in actors]
    assert firsts == sorted(firsts)
    for actor in actors:
        assert [m.start for m in actor.mentions] == sorted(m.start for m in actor.mentions)


UNLISTED = [
    # an organisation that no table has, by the head of its name
    ("The Nauru Fishing Association protested.", "Association", "NRU", "SOC"),
    ("Brontel Holdings sued the ministry.", "Holdings", None, "BUS"),
    ("The Orani Herald reported losses.", "Herald", None, "JRN"),
]


@pytest.mark.parametrize(("text", "words", "country", "sector"), UNLISTED)
def test_an_unknown_organisation_is_told_by_the_head_of_its_name(
    play: Played, text: str, words: str, country: str | None, sector: str | None
) -> None:
    assert play(text).code(words) == (country, sector)


HEADS = [
    ("The NATO chief landed in Oslo.", "2018-12-06", "chief", "jens-stoltenberg"),
    ("Secretary Kerry landed in Oslo.", "2014-01-01", "Kerry", "john-kerry"),
    ("Mr Kerry landed in Oslo.", "2020-01-01", "Kerry", None),
]


@pytest.mark.parametrize(("text", "day", "words", "key"), HEADS)
def test_a_head_or_a_titled_surname_is_the_one_whom_the_tables_have_in_office(
    play: Played, text: str, day: str, words: str, key: str | None
) -> None:
    assert getattr(play(text, published=day).actor(words), "key", None) == key


def test_a_titled_surname_is_no_namesake_of_the_article(play: Played) -> None:
    text = "Macron to visit Oslo. Brigitte Macron met pupils. President Macron will land on Monday. Mr Macron is busy."
    cast = play(text, published="2019-05-05")
    keys = [getattr(cast.actor("Macron", nth), "key", None) for nth in range(4)]
    assert keys == ["emmanuel-macron", None, "emmanuel-macron", "emmanuel-macron"]


def test_a_rank_in_a_firm_is_no_office_of_the_state_in_play(play: Played) -> None:
    cast = play("Iowa cheered. Jo Verlan, executive and senior vice president, left.", published="2015-05-05")
    assert all(actor.key != "joe-biden" for actor in cast.cast.actors)


def test_a_state_that_is_someones_given_name_in_the_article_is_that_person(play: Played) -> None:
    cast = play("Georgia Verlan won in Oslo. Georgia thanked her coach.")
    assert cast.actor("Georgia", nth=1) == cast.actor("Georgia Verlan")


def test_a_state_of_which_the_article_speaks_stays_one_beside_a_namesake(play: Played) -> None:
    cast = play("Israel Katz addressed Israeli envoys. Israel then closed the crossing.", published="2020-05-05")
    actor = cast.actor("Israel", nth=2)
    assert actor is not None
    assert actor.kind == "state"


def test_a_title_beside_a_name_is_that_persons_whoever_held_the_office(play: Played) -> None:
    cast = play("Britain's foreign secretary, Anna Example, met an envoy in Oslo.", "2023-10-20")
    assert cast.code("Anna Example") == ("GBR", "GOV")
    assert cast.actor("foreign secretary") == cast.actor("Anna Example")
