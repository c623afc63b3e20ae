"""Which phrases may stand for an actor."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.finding.mentions import find_mentions
from dragoman.language.reading import Reading
from dragoman.tables.actors import ActorTables
from dragoman.tables.names import Names, fold, pieces
from dragoman.tables.table import Tables

Read = Callable[..., Reading]


@pytest.fixture(scope="module")
def tables() -> ActorTables:
    return ActorTables(Tables())


PHRASES = [
    ("The Danish prime minister arrived.", ["The Danish prime minister"]),
    ("Sudan's army shelled the town.", ["Sudan", "Sudan's army", "the town"]),
    ("Peru and Chile agreed.", ["Peru", "Chile"]),
]


@pytest.mark.parametrize(("text", "phrases"), PHRASES)
def test_a_noun_phrase_is_found_with_its_modifiers_and_its_possessor(
    read: Read, tables: ActorTables, text: str, phrases: list[str]
) -> None:
    reading = read(text)
    found = find_mentions(reading, tables).phrases
    assert [reading.text(p.first, p.last) for p in found.values()] == phrases


def test_pronouns_are_found_with_possessive_ones(read: Read, tables: ActorTables) -> None:
    reading = read("She told them that his plan had failed.")
    assert [reading.words[i] for i in find_mentions(reading, tables).pronouns] == ["She", "them", "his"]


def test_a_common_word_is_no_state_and_no_acronym(read: Read, tables: ActorTables) -> None:
    reading = read("They served turkey to us.")
    assert not any(p.segments for p in find_mentions(reading, tables).phrases.values())


FOLDED = [("U.S.", "us"), ("Élysée", "elysee"), ("Khürelsükh", "khurelsukh"), ("Lech Wałęsa", "lech walesa")]


@pytest.mark.parametrize(("word", "folded"), FOLDED)
def test_words_are_folded_without_accents_and_dots(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_the_longest_name_wins_whatever_its_hyphens() -> None:
    trie: Names[int] = Names()
    trie.add("Guinea", 1)
    trie.add("Guinea-Bissau", 2)
    words = ["Guinea", "-", "Bissau", "voted"]
    assert trie.longest([fold(w) for w in words], words, 0, 4) == (3, (2,))
    words = ["Guinea", "voted"]
    assert trie.longest([fold(w) for w in words], words, 0, 2) == (1, (1,))


def test_a_short_name_in_capitals_asks_for_capitals() -> None:
    trie: Names[int] = Names()
    trie.add("US", 1)
    assert trie.longest(["us"], ["US"], 0, 1) == (1, (1,))
    assert trie.longest(["us"], ["us"], 0, 1) is None
    assert trie.longest(["us"], ["U.S."], 0, 1) == (1, (1,))


def test_a_name_is_cut_as_the_parse_cuts_it() -> None:
    assert pieces("People's Republic of China") == ["People", "'s", "Republic", "of", "China"]
