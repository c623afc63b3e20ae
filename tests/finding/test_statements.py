"""Statements by verbs, nouns, adjectives, phrases and colons: source, cue and content as the words stand."""

from __future__ import annotations

import pytest

from tests.finding.statement_cases import Read, found

VERBS = [
    ("The minister said that the ferry would sail on Friday.",
     "The minister | said | that the ferry would sail on Friday"),
    ("Oman has repeatedly denied it is hosting the talks.",
     "Oman | has repeatedly denied | it is hosting the talks"),
    ("The ferry would sail on Friday, the minister said.",
     "the minister | said | The ferry would sail on Friday"),
    ("The blockade, the envoy told reporters, was over.",
     "the envoy | told | The blockade // was over"),
    ("As the governor noted, the bridge is still closed.",
     "the governor | noted | the bridge is still closed"),
    ("Chad's president wants French troops to leave by June.",
     "Chad's president | wants | French troops to leave by June"),
    ("The union urged ministers to reopen the port.",
     "The union | urged | ministers to reopen the port"),
    ("Malawi promised to return the two trawlers.",
     "Malawi | promised | to return the two trawlers"),
    ("The general, who lost an eye at Menaka, described the truce as a trap.",
     "The general, who lost an eye at Menaka, | described | the truce as a trap"),
    ("Lima accused Quito of moving border stones.",
     "Lima | accused | Quito of moving border stones"),
    ("The opposition called for fresh elections.",
     "The opposition | called for | fresh elections"),
    ("The mayor condemned the shelling of the clinic.",
     "The mayor | condemned | the shelling of the clinic"),
    ("The colonel is believed to have fled.",
     " | is believed | The colonel // to have fled"),
    ("The harbourmaster was accused of taking bribes.",
     " | was accused of | The harbourmaster // taking bribes"),
    ("Envoys doubt whether the ceasefire will hold.",
     "Envoys | doubt | whether the ceasefire will hold"),
    ("The envoy asked why the convoy had been stopped.",
     "The envoy | asked | why the convoy had been stopped"),
    ("Tonga's queen praised the rescuers and thanked Fiji for its aid.",
     "Tonga's queen | thanked | Fiji for its aid"),
    ("The army said it was ready and warned rebels against crossing the river.",
     "The army | said | it was ready"),
    ("The rebels released a list of the prisoners.",
     "The rebels | released | a list of the prisoners"),
    ("Polls show that the president has lost ground.",
     "Polls | show | that the president has lost ground"),
    ("The dam, which engineers say is cracked, was emptied.",
     "engineers | say | which // is cracked"),
    ("State radio quoted General Diallo as saying the dam would be emptied.",
     "General Diallo | saying | the dam would be emptied"),
    ("The bill, a spokesman named in Lome said, was dead.",
     "a spokesman named in Lome | said | The bill // was dead"),
    ("No one answered for what the minister called a mistake.",
     "the minister | called | what // a mistake"),
    ("He called it a mistake, adding that no one would be punished.",
     "He | adding | that no one would be punished"),
]  # fmt: skip

OTHERS = [
    ("According to two port officials, the tanker was empty.",
     "two port officials | According to | the tanker was empty"),
    ("The tanker was empty, according to two port officials.",
     "two port officials | according to | The tanker was empty"),
    ("Residents fled after the army's claim that rebels held the dam.",
     "the army's | claim | that rebels held the dam"),
    ("The ministry published a statement saying the border would stay shut.",
     "a statement | saying | the border would stay shut"),
    ("Aid workers are worried that the wells will run dry.",
     "Aid workers | are worried | that the wells will run dry"),
    ("The general has reportedly fled to Benin.",
     " | has reportedly | The general // fled to Benin"),
    ("A Reuters report that the port was mined was denied.",
     "Reuters | report | that the port was mined"),
    ("She spoke in the hope that the road would open.",
     "She | hope | that the road would open"),
    ("It is unclear whether the pilot survived.",
     " | is unclear | whether the pilot survived"),
]  # fmt: skip

NONE = [
    "The rebels released three prisoners near the bridge.",
    "The army attacked a fuel depot at dawn.",
    "The dam holds three cubic kilometres of water.",
    "Fishermen landed forty tonnes of sardines at dawn.",
    'The film "The Long Ferry" opened in Dakar.',
    "The generals' convoy crossed the river in '98 and stopped at Ali's farm.",
]


@pytest.mark.parametrize(("text", "wanted"), VERBS + OTHERS)
def test_the_words_of_a_statement_are_found(read: Read, text: str, wanted: str) -> None:
    assert wanted in found(read, text)


@pytest.mark.parametrize("text", NONE)
def test_what_no_one_says_is_no_statement(read: Read, text: str) -> None:
    assert found(read, text) == []


TITLES = [
    ("Rahmani: Dam talks will not resume", "Rahmani | : | Dam talks will not resume"),
    ("Dam talks to resume in June: minister", "minister | : | Dam talks to resume in June"),
    ("Dam talks will resume in June, says Rahmani", "Rahmani | says | Dam talks will resume in June"),
    ("Ghana vows to close border", "Ghana | vows | to close border"),
]


@pytest.mark.parametrize(("title", "wanted"), TITLES)
def test_a_headline_attributes_in_its_own_way(read: Read, title: str, wanted: str) -> None:
    assert wanted in found(read, title + "\n\nThe rain has stopped in the valley.")


def test_a_town_in_capitals_before_a_colon_is_a_dateline(read: Read) -> None:
    assert found(read, "LOME: The ferry sank in the night.") == []


def test_a_label_before_a_colon_names_no_source(read: Read) -> None:
    assert not any("| : |" in line for line in found(read, "Correction: The Dam Is In The North\n\nIt rained."))
