"""What holds of every record, whatever the text: spans are true, and the same input gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.coder import Coder
from dragoman.record import Record

WORDS = [
    "Kenya", "the", "army", "said", "“", "”", '"', "\u200b", "\u202e", "on Monday", "attacked", "Minister", "Ali Noor",
    "he", "rebels", "\n\n", "\n", " ", ".", ",", "—", "in 2014", "(AP)", "talks", "with", "Paris", "№5", "مصر", "…",
    "'s", "did not", "three people", "killed", "accused", "of", "wants", "to", "withdraw", "troops", "\u00a0", "\x00",
    "🙂",
]  # fmt: skip
NEWS = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def spans_with_text(record: Record) -> Iterator[tuple[int, int, str]]:
    for actor in record.actors:
        yield from ((m.start, m.end, m.text) for m in actor.mentions)
    yield from ((t.start, t.end, t.text) for t in record.times)
    yield from ((p.start, p.end, p.text) for p in record.places)


def bare_spans(record: Record) -> Iterator[tuple[int, int]]:
    for statement in record.statements:
        yield from (*statement.source, *statement.cue, *statement.content)
    for event in record.events:
        yield from (event.trigger, event.evidence)
    yield from ((block.start, block.end) for block in record.document.blocks)


def hold(record: Record) -> None:
    text = record.document.text
    assert record.outcome.status in {"coded", "not_coded"}, record.outcome
    assert all(text[start:end] == words and words for start, end, words in spans_with_text(record))
    assert all(0 <= start < end <= len(text) for start, end in bare_spans(record))
    ids = {actor.id for actor in record.actors}
    assert len(ids) == len(record.actors)
    for event in record.events:
        assert {*event.actors, *event.recipients} <= ids
        assert event.place is None or 0 <= event.place < len(record.places)
        assert 0.0 <= event.confidence <= 1.0
    known = {statement.id for statement in record.statements}
    assert all(s.parent is None or s.parent in known for s in record.statements)
    assert all(s.speaker is None or s.speaker in ids for s in record.statements)
    msgspec.json.decode(msgspec.json.encode(record), type=Record)


@SLOW
@given(st.text(max_size=300))
def test_any_text_gives_a_record_whose_spans_are_true(coder: Coder, text: str) -> None:
    hold(next(coder.code([{"id": "t", "text": text}])))


@SLOW
@given(NEWS)
def test_words_of_news_in_any_order_give_a_record_whose_spans_are_true(coder: Coder, text: str) -> None:
    hold(next(coder.code([{"id": "t", "text": text, "published": "2020-02-29"}])))


@SLOW
@given(NEWS)
def test_the_same_input_gives_the_same_bytes(coder: Coder, text: str) -> None:
    document = {"id": "t", "text": text}
    first, second = (msgspec.json.encode(next(coder.code([document]))) for _ in range(2))
    assert first == second


def test_records_validate_against_the_exported_schema(coder: Coder) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    text = "France urged Mali on Monday to free two aid workers. “We will not wait,” said the French foreign minister."
    record = next(coder.code([{"id": "t", "text": text, "published": "2021-05-04"}]))
    jsonschema.Draft202012Validator(dragoman.schema()).validate(json.loads(msgspec.json.encode(record)))


def test_a_surrogate_becomes_the_replacement_character_one_for_one(coder: Coder) -> None:
    record = next(coder.code([{"id": "t", "text": "Kenya \ud800 said \udfff it agreed."}]))
    assert record.document.text == "Kenya \ufffd said \ufffd it agreed."
