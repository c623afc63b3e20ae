"""Where an event happened: the place that hangs on its clause, and no other."""

from __future__ import annotations

import pytest

from dragoman.coding.placing import event_place, event_places
from dragoman.resolving.locations import locate
from dragoman.tables.gazetteer import Gazetteer
from dragoman.tables.table import Tables
from tests.conftest import Read

CASES = [
    ("The minister met his counterpart in Doha on Monday.", "met", ["Doha"]),
    ("The envoy concluded a visit to the Kenyan capital.", "visit", ["the Kenyan capital"]),
    ("She said during a briefing in the port city of Mombasa on Friday that aid was late.", "said", ["Mombasa"]),
    ("She said during a briefing in the port city of Mombasa on Friday that aid was late.", "was", []),
    ("The president toured Nairobi, Kampala and Kigali.", "toured", ["Nairobi", "Kampala", "Kigali"]),
    ("A car bomb in Kabul killed 12 people.", "killed", ["Kabul"]),
    ("Protesters from Lagos marched on the parliament in Abuja.", "marched", ["Abuja"]),
    ("The two ministers held talks in Geneva with a delegation from Iran.", "talks", ["Geneva"]),
    ("Turkey shelled positions near the Syrian town of Manbij.", "shelled", ["Manbij"]),
    ("Russia withdrew its troops from Kherson.", "withdrew", ["Kherson"]),
    ("Paris accused Moscow of meddling.", "accused", []),
    ("The foreign minister's visit to Japan followed talks in Seoul.", "visit", ["Japan"]),
    ("His visit to Kampala followed a request from the rebels.", "request", []),
    ("Mali has known no peace since Chad and its allies invaded the country.", "invaded", ["Mali"]),
    ("The envoy arrived in Gao on Friday. Rebels attacked the town.", "attacked", ["Gao"]),
    ("The Kenyan ambassador to Berlin warned the company.", "warned", []),
    ("Ministers met a delegation from Chad on Monday.", "met", []),
    ("The council condemned North Korea's violations of the truce.", "condemned", []),
    ("Troops are on alert in Manila after gunmen tried to set off bombs.", "tried", []),
    ("A mob stormed Kabul's main mosque.", "stormed", ["Kabul"]),
    ("Nigeria announced the deployment of 200 soldiers to Liberia.", "announced", ["Liberia"]),
    ("They urged Senator Ida Solberg of Vermont to resign.", "urged", []),
    ("They agreed to meet again in Vienna next week.", "meet", ["Vienna"]),
    ("NAIROBI (Reuters) - Militants attacked a hotel in Mogadishu on Friday.", "attacked", ["Mogadishu"]),
    ("NAIROBI (Reuters) - Militants attacked a hotel on Friday.", "attacked", []),
]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(Tables())


@pytest.mark.parametrize(("text", "word", "wanted"), CASES)
def test_an_event_is_where_its_clause_says(
    read: Read, gazetteer: Gazetteer, text: str, word: str, wanted: list[str]
) -> None:
    reading = read(text)
    places = locate(reading, gazetteer)
    head = reading.words.index(word)
    sentence = reading.sentences[reading.sentence_of[head]]
    found = event_places(reading, head, sentence.first, sentence.last, places)
    assert [places[i].text for i in found] == wanted
    assert event_place(reading, head, sentence.first, sentence.last, places) == (found[0] if found else None)
