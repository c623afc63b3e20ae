"""What else a statement says: stance, occasion, addressee, unnamed sources, and statements inside statements."""

from __future__ import annotations

import pytest

from dragoman.finding.statements import find_statements
from tests.finding.statement_cases import CUES, Read

STANCES = [
    ("Kenya said the ferry was safe.", "neutral"),
    ("Kenya insisted the ferry was safe.", "asserting"),
    ("Kenya conceded that the ferry was unsafe.", "conceding"),
    ("Kenya denied that the ferry was unsafe.", "denying"),
    ("Kenya demanded that the ferry be stopped.", "demanding"),
    ("Kenya pledged to stop the ferry.", "promising"),
    ("Kenya accused Somalia of stopping the ferry.", "accusing"),
    ("Kenya warned that the ferry might sink.", "warning"),
    ("Kenya doubts that the ferry will sail.", "doubting"),
    ("Kenya refused to stop the ferry.", "refusing"),
    ("Kenya believes the ferry will sail.", "believing"),
]

OCCASIONS = [
    ("The envoy said at a news conference that the talks were over.", "news conference"),
    ("The envoy said in an interview that the talks were over.", "interview"),
    ("The ministry said in a statement that the talks were over.", "statement"),
    ("The envoy wrote in a letter to the council that the talks were over.", "letter"),
    ("The envoy said the talks were over.", None),
]

UNNAMED = [
    ("A senior official said the talks were over.", True),
    ("Two diplomats said the talks were over.", True),
    ("Minister Salima Rahmani said the talks were over.", False),
    ("The foreign ministry said the talks were over.", False),
    ("Togo's interior minister said the talks were over.", False),
    ("A minister said the talks were over.", True),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_the_cue_tells_the_stance(read: Read, text: str, stance: str) -> None:
    assert [a.stance for a in find_statements(read(text), CUES)] == [stance]


@pytest.mark.parametrize(("text", "occasion"), OCCASIONS)
def test_the_occasion_is_named(read: Read, text: str, occasion: str | None) -> None:
    assert [a.occasion for a in find_statements(read(text), CUES)] == [occasion]


@pytest.mark.parametrize(("text", "unnamed"), UNNAMED)
def test_a_source_without_a_name_is_marked(read: Read, text: str, unnamed: bool) -> None:
    assert [a.anonymous for a in find_statements(read(text), CUES)] == [unnamed]


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("The envoy told lawmakers that the talks were over.", "lawmakers"),
        ("Niger accused Benin of closing the pipeline.", "Benin"),
        ("The envoy said to reporters that the talks were over.", "reporters"),
    ],
)
def test_the_one_spoken_to_is_found(read: Read, text: str, addressee: str) -> None:
    reading = read(text)
    heads = [a.addressee_head for a in find_statements(reading, CUES)]
    assert [reading.words[head] for head in heads if head is not None] == [addressee]


def test_a_third_party_inside_a_statement_has_its_parent(read: Read) -> None:
    reading = read("The broadcaster reported that General Diallo said the army would leave the capital.")
    first, second = find_statements(reading, CUES)
    assert (first.parent, second.parent) == (None, 0)
    assert second.source_head is not None
    assert reading.text(second.source_head, second.source_head + 1) == "Diallo"


def test_spans_hold_the_words_they_stand_for(read: Read) -> None:
    reading = read('"We will rebuild," said Okello, the mayor of Gulu, sworn in on Monday. "It will take a year."')
    for attribution in find_statements(reading, CUES):
        for start, end in (*attribution.source, *attribution.cue, *attribution.content):
            words = reading.document.text[start:end]
            assert words == words.strip() != ""
