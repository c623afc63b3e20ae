"""Reading in, the sentences that tell of sport, the arts or the far past out: their quarrels and victories are no events."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import Struct

from dragoman.language.reading import Reading
from dragoman.tables.table import Tables

ENOUGH = 2  # in one sentence
ARTICLE_ENOUGH = 8  # in an article, with at least one in so many words:
ARTICLE_WORDS = 25


class OffTopicRow(Struct, frozen=True):
    """A word or two of a report without politics; weight 2 is enough in a sentence, 1 needs another."""

    term: str
    topic: str
    weight: int


@dataclass(frozen=True, slots=True)
class OffTopic:
    """The table: single words, and pairs by their first word; a topic and a weight each."""

    single: dict[str, tuple[str, int]]
    pair: dict[str, dict[str, tuple[str, int]]]


def off_topic(tables: Tables) -> OffTopic:
    """The table of off-topic words."""
    words = OffTopic({}, {})
    for row in tables.rows("words/en/off_topic", OffTopicRow):
        first, _, second = row.term.replace("-", " ").partition(" ")
        if second:
            words.pair.setdefault(first, {})[second] = (row.topic, row.weight)
        else:
            words.single[first] = (row.topic, row.weight)
    return words


def is_off_topic(reading: Reading, number: int, words: OffTopic) -> bool:
    """Whether sentence `number` tells of something else than politics."""
    sentence = reading.sentences[number]
    return any(weight >= ENOUGH for weight in _weights(reading, sentence.first, sentence.last, words).values())


def is_article_off_topic(reading: Reading, words: OffTopic) -> bool:
    """Whether the whole article does: such words all over it."""
    weights = _weights(reading, 0, len(reading), words)
    return any(w >= ARTICLE_ENOUGH and w * ARTICLE_WORDS >= len(reading) for w in weights.values())


def _weights(reading: Reading, first: int, last: int, words: OffTopic) -> dict[str, int]:
    """Topic -> the weight of its different words among the tokens [first, last)."""
    found: dict[str, tuple[str, int]] = {}
    for i in range(first, last):
        lemma, lower = reading.lemma[i].lower(), reading.lower[i]
        known = words.single.get(lemma) or words.single.get(lower)
        if known is not None:
            found[lemma] = known
        follow = words.pair.get(lower)
        after = i + 2 if i + 2 < last and reading.lower[i + 1] == "-" else i + 1
        if follow is not None and after < last and reading.lower[after] in follow:
            found[f"{lower} {reading.lower[after]}"] = follow[reading.lower[after]]
    out: dict[str, int] = {}
    for topic, weight in found.values():
        out[topic] = out.get(topic, 0) + weight
    return out
