"""Headlines are read as sentences are, and their characters stay where they stand."""

from __future__ import annotations

import pytest

from dragoman.language.parse import Parser
from dragoman.language.reading import Reading
from dragoman.record import Block, Document

VERBS = [
    ("Trump hits back at Khan after Pakistan remarks", "hits", {"Trump"}),
    ("US, Iran hold talks in Oman", "hold", {"US", "Iran"}),
    ("Peru, Chile to hold talks", "hold", {"Peru", "Chile"}),
    ("Minister to visit Oslo in May", "visit", {"Minister"}),
    ("Rebels seize town in eastern Congo", "seize", {"Rebels"}),
]


def read_title(parser: Parser, title: str) -> Reading:
    blocks = (Block("title", 2, 2 + len(title)),)
    return next(iter(parser.read([Document(id="t", text=f"  {title}\n", blocks=blocks)])))


@pytest.mark.parametrize(("title", "verb", "subjects"), VERBS)
def test_a_headlines_verb_is_its_root_with_its_subjects(
    parser: Parser, title: str, verb: str, subjects: set[str]
) -> None:
    reading = read_title(parser, title)
    root = reading.words.index(verb)
    assert reading.head[root] == root
    (subject,) = reading.kids(root, "nsubj")
    assert {reading.words[i] for i in reading.conjuncts(subject)} == subjects


@pytest.mark.parametrize("title", [title for title, _, _ in VERBS] + ["Budget", "“", "A — b", "They said nothing"])
def test_every_token_is_where_the_document_has_it(parser: Parser, title: str) -> None:
    reading = read_title(parser, title)
    assert "".join(reading.words) == title.replace(" ", "")
    for word, start, end in zip(reading.words, reading.start, reading.end, strict=True):
        assert reading.document.text[start:end] == word
    assert all(0 <= head < len(reading) for head in reading.head)
    assert len(reading.sentence_of) == len(reading)
