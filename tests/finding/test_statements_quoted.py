"""Statements in quotation marks: every typography, interrupted, continued, nested and unbalanced quotations."""

from __future__ import annotations

import pytest

from dragoman.finding.quotation_marks import find_quotations
from dragoman.finding.statements import find_statements
from tests.finding.statement_cases import CUES, Read, found

MARKS = [
    ('"', '"'), ("\u201c", "\u201d"), ("\u00ab", "\u00bb"), ("\u201e", "\u201c"), ("\u2018", "\u2019"), ("''", "''"),
    ("'", "'"),
]  # fmt: skip

SHAPES = [
    ('{0}We will rebuild the bridge,{1} Okello said.', 'Okello | said | {0}We will rebuild the bridge,{1}'),
    ('Okello said: {0}We will rebuild the bridge.{1}', 'Okello | said: | {0}We will rebuild the bridge.{1}'),
    ('{0}Will the bridge be rebuilt?{1} asked Okello, the mayor of Gulu.',
     'Okello, the mayor of Gulu | asked | {0}Will the bridge be rebuilt?{1}'),
    ('{0}We will rebuild the bridge,{1} Okello said. {0}It will take a year.{1}',
     'Okello | said | {0}We will rebuild the bridge,{1} // {0}It will take a year.{1}'),
    ('{0}We will,{1} Okello said, {0}rebuild the bridge.{1}',
     'Okello | said | {0}We will,{1} // {0}rebuild the bridge.{1}'),
    ('Okello said the bridge was {0}beyond repair{1} and would be replaced.',
     'Okello | said | the bridge was {0}beyond repair{1} and would be replaced'),
]  # fmt: skip


@pytest.mark.parametrize(("first", "last"), MARKS)
@pytest.mark.parametrize(("text", "wanted"), SHAPES)
def test_a_quotation_is_found_in_any_typography(read: Read, text: str, wanted: str, first: str, last: str) -> None:
    assert wanted.format(first, last) in found(read, text.format(first, last))


PARAGRAPHS = [
    ('"We waited two years.\n\n"We shall not wait a third," Rahmani said.',
     'Rahmani | said | "We shall not wait a third,"'),
    ('"We waited two years," Rahmani said. "We were patient.\n\n"We shall not wait a third."',
     'Rahmani | said | "We waited two years," // "We were patient. // "We shall not wait a third."'),
    ("The ministry wrote:\n\n\"All prisoners shall be freed by May.\"",
     'The ministry | wrote: | "All prisoners shall be freed by May."'),
    ("\u201cThe river is ours.\u201d \u2014 Salima Rahmani",
     "Salima Rahmani | \u2014 | \u201cThe river is ours.\u201d"),
    ('The envoy was clear. "The river is ours," she said. Rain fell.',
     'she | said | "The river is ours,"'),
    ('"The [water] treaty (of 1998) is dead," said the envoy.',
     'the envoy | said | "The [water] treaty (of 1998) is dead,"'),
    ('"He told me \'go home\' and left," Adeyemi said.',
     'Adeyemi | said | "He told me \'go home\' and left,"'),
    ("\u201cThe miners\u2019 strike won\u2019t end,\u201d Banda said.",
     "Banda | said | \u201cThe miners\u2019 strike won\u2019t end,\u201d"),
    ('"The well is dry, the farmer said.', 'the farmer | said | "The well is dry,'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), PARAGRAPHS)
def test_quotations_are_joined_and_bounded(read: Read, text: str, wanted: str) -> None:
    assert wanted in found(read, text)


APOSTROPHES = ["The drivers' union met at six o'clock.", "Rock 'n' roll was banned in the '70s.", "It's Ali's boat."]


@pytest.mark.parametrize("text", APOSTROPHES)
def test_an_apostrophe_opens_no_quotation(read: Read, text: str) -> None:
    assert find_quotations(read(text), CUES.marks, CUES.speaking) == []


MODES = [
    ('"The port is shut," Mora said.', "direct"),
    ("Mora said the port was shut.", "indirect"),
    ('Mora said the port was "shut for good".', "mixed"),
]


@pytest.mark.parametrize(("text", "mode"), MODES)
def test_the_mode_says_how_much_is_quoted(read: Read, text: str, mode: str) -> None:
    assert [a.mode for a in find_statements(read(text), CUES)] == [mode]
