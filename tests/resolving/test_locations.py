"""Which words name places, and which places they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.language.reading import Reading
from dragoman.record import Place
from dragoman.resolving.locations import locate
from dragoman.tables.gazetteer import Gazetteer
from dragoman.tables.table import Tables

WHERE = [
    ("Two men were held in Paris, Texas.", "Paris", "USA", "US.TX"),
    ("Two men were held in Paris.", "Paris", "FRA", "FR.11"),
    ("Floods hit Salem, Ore., on Monday. Salem has closed two bridges.", "Salem", "USA", "US.OR"),
    ("The Syrian army shelled Tripoli Street. Lebanon closed its port in Tripoli.", "Tripoli", "LBN", "LB.09"),
    ("Shells fell on Kandahar province overnight.", "Kandahar", "AFG", "AF.23"),
    ("Votes are being counted in Florida, Georgia and Alabama.", "Georgia", "USA", "US.GA"),
    ("The Georgian leader flew home to Georgia from Tbilisi.", "Georgia", "GEO", None),
]

NO_PLACES = [
    "Paris Hilton and Jordan Spieth met the fans.",
    "Chad Smith said that Jordan Brown would come.",
    "On Sunday the Police said that March was cold.",
    "He read the book to his son.",
]


@pytest.fixture(scope="module")
def places_of(read: Callable[..., Reading]) -> Callable[[str], tuple[Place, ...]]:
    gazetteer = Gazetteer(Tables())
    return lambda text: locate(read(text), gazetteer)


@pytest.mark.parametrize(("text", "name", "country", "admin1"), WHERE)
def test_a_name_is_placed_by_its_surroundings(
    places_of: Callable[[str], tuple[Place, ...]], text: str, name: str, country: str, admin1: str | None
) -> None:
    found = [place for place in places_of(text) if place.text == name]
    assert {(place.country, place.admin1) for place in found} == {(country, admin1)}


@pytest.mark.parametrize("text", NO_PLACES)
def test_people_and_common_words_are_no_places(places_of: Callable[[str], tuple[Place, ...]], text: str) -> None:
    assert places_of(text) == ()


def test_a_country_has_an_id_and_no_coordinates(places_of: Callable[[str], tuple[Place, ...]]) -> None:
    (place,) = places_of("Rain fell all over Kenya.")
    assert (place.country, place.geonames_id, place.lat, place.lon, place.precision) == (
        "KEN", 192950, None, None, "country",
    )  # fmt: skip


@pytest.mark.parametrize("phrase", ["the Kenyan capital", "the capital of Kenya", "Kenya's capital city"])
def test_a_capital_is_found_by_its_description(places_of: Callable[[str], tuple[Place, ...]], phrase: str) -> None:
    places = places_of(f"The envoy ended a visit to {phrase}.")
    (capital,) = [place for place in places if place.text == phrase]
    assert (capital.name, capital.reading, capital.precision) == ("Nairobi", "literal", "point")


def test_a_capital_that_is_named_is_not_described_again(places_of: Callable[[str], tuple[Place, ...]]) -> None:
    places = places_of("The envoy is in Nairobi, the Kenyan capital.")
    assert [place.text for place in places] == ["Nairobi", "Kenyan"]


def test_candidates_keep_the_doubt(places_of: Callable[[str], tuple[Place, ...]]) -> None:
    (place,) = places_of("Two people were hurt in Springfield.")
    assert len(place.candidates) > 1
    assert place.candidates[0].geonames_id == place.geonames_id
    scores = [candidate.score for candidate in place.candidates]
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) <= 1.001


def test_a_state_that_shares_its_name_keeps_its_rival(places_of: Callable[[str], tuple[Place, ...]]) -> None:
    (place,) = places_of("Rain is expected in Georgia.")
    assert (place.country, place.precision) == ("GEO", "country")
    assert [candidate.country for candidate in place.candidates] == ["GEO", "USA"]


def test_headlines_in_capitals_have_places_and_acronyms_are_none(
    places_of: Callable[[str], tuple[Place, ...]],
) -> None:
    assert [place.name for place in places_of("MINISTERS MEET FOR TALKS IN KABUL")] == ["Kabul"]
    assert places_of("The alliance, known as NATO, met.") == ()


def test_a_street_that_no_table_has_is_a_place_without_position(places_of: Callable[[str], tuple[Place, ...]]) -> None:
    (place,) = places_of("Shots were heard on Lindqvist Street at noon.")
    assert (place.text, place.precision, place.lat) == ("Lindqvist Street", "unknown", None)


def test_places_come_in_order_and_their_spans_hold(places_of: Callable[[str], tuple[Place, ...]]) -> None:
    text = "U.S.-led forces left Bagram in Afghanistan for Doha; Kabul and the Pakistani capital were calm."
    places = places_of(text)
    assert [text[place.start : place.end] for place in places] == [place.text for place in places]
    assert [place.start for place in places] == sorted(place.start for place in places)
    assert {"U.S.", "Bagram", "Afghanistan", "Doha", "Kabul", "the Pakistani capital"} <= {p.text for p in places}
