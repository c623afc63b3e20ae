"""How place names are meant, by the words around them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.language.reading import Reading
from dragoman.resolving.locations import locate
from dragoman.resolving.metonyms import reading_of
from dragoman.tables.gazetteer import Gazetteer
from dragoman.tables.table import Tables
from dragoman.tables.usage import Usage

CASES = [
    ("Nairobi supports the plan.", "Nairobi", "government"),
    ("Washington accused Beijing of stealing designs.", "Beijing", "government"),
    ("The deal was signed by Kenya on Tuesday.", "Kenya", "government"),
    ("Relations with Japan have cooled since May.", "Japan", "government"),
    ("The envoy urged Khartoum to release the men.", "Khartoum", "government"),
    ("Norway won independence from Sweden.", "Sweden", "government"),
    ("According to Ankara, the ship had been warned.", "Ankara", "government"),
    ("The team played for Ghana last year.", "Ghana", "government"),
    ("He lives in Kenya with two brothers.", "Kenya", "literal"),
    ("The envoy visited Khartoum on Friday.", "Khartoum", "literal"),
    ("Trucks crossed the border with Chad at dawn.", "Chad", "literal"),
    ("The road between Kano and Kaduna is closed.", "Kano", "literal"),
    ("Mombasa is a port on the coast.", "Mombasa", "literal"),
    ("Thousands fled from Aleppo to the north.", "Aleppo", "literal"),
    ("Rebels captured Goma after a week of shelling.", "Goma", "literal"),
    ("Kenyan officials met the buyers.", "Kenyan", "demonym"),
    ("Kenyans vote on Sunday.", "Kenyans", "demonym"),
    ("The Chicago police arrested two men.", "Chicago", "demonym"),
    ("The Geneva accord was broken within days.", "Geneva", "other"),
    ("The Nairobi Herald printed the letter.", "Nairobi", "organisation"),
    ("A convoy waited at the Kenyan border.", "Kenyan", "literal"),
    ("NAIROBI (Reuters) - Talks go on.", "NAIROBI", "literal"),
]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(Tables())


@pytest.mark.parametrize(("text", "name", "wanted"), CASES)
def test_a_name_is_meant_as_its_sentence_uses_it(
    read: Callable[..., Reading], gazetteer: Gazetteer, text: str, name: str, wanted: str
) -> None:
    places = locate(read(text), gazetteer)
    assert [place.reading for place in places if place.text == name] == [wanted]


def test_the_same_decision_serves_who_has_no_gazetteer(read: Callable[..., Reading]) -> None:
    reading = read("Islamabad supports the talks.")
    assert reading_of(reading, 0, 1, Usage(Tables())) == "government"
