"""The whole flow on one screen: documents in, records out, in order; what goes wrong with one is set aside."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from dragoman import __version__
from dragoman.coding.events import code_events
from dragoman.coding.findings import Findings
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.statements import code_statements
from dragoman.finding.statements import Cues, find_statements
from dragoman.finding.times import TimeRules, find_times
from dragoman.language.parse import Parser
from dragoman.language.reading import Reading
from dragoman.reading.article import Article, batches
from dragoman.reading.intake import read_object
from dragoman.record import Document, Outcome, Record, Run
from dragoman.resolving.actors import resolve_actors
from dragoman.resolving.locations import locate
from dragoman.settings import Settings
from dragoman.tables.actors import ActorTables
from dragoman.tables.gazetteer import Gazetteer
from dragoman.tables.table import Tables


class Coder:
    """Tables and model, read once; `code` streams.

    Raises:
        TableError: a table, shipped or the user's own, that does not hold what it should.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = (settings or Settings()).checked()
        with _uncollected():
            tables = Tables(self.settings.tables)
            self.parser = Parser(self.settings.model)
            self.times, self.cues = TimeRules(tables), Cues(tables)
            self.gazetteer, self.actors = Gazetteer(tables), ActorTables(tables)
            self.lexicon = Lexicon(tables)
        self.run = Run(tables.digest(), self.parser.version, self.settings.digest())

    def code(self, documents: Iterable[Article | Mapping[str, object]]) -> Iterator[Record]:
        """One record a document, in order; documents are articles as read, or objects as in JSON Lines.

        Only a batch of `settings.batch_words` words is held at a time.
        """
        articles = (d if isinstance(d, Article) else read_object(dict(d), self.settings) for d in documents)
        for batch in batches(articles, self.settings.batch_words):
            yield from self.code_batch(batch)

    def code_batch(self, batch: list[Article]) -> Iterator[Record]:
        """The records of articles that are parsed together."""
        readings = iter(self._parsed([a.document for a in batch if a.outcome is None]))
        for article in batch:
            if article.outcome is not None:
                yield self._without(article.document, article.outcome)
                continue
            reading = next(readings)
            if isinstance(reading, Outcome):
                yield self._without(article.document, reading)
            else:
                yield self._coded(reading)

    def findings(self, reading: Reading) -> Findings:
        """All that is found in one parsed article, before events are coded."""
        times = find_times(reading, self.times)
        attributions = find_statements(reading, self.cues)
        places = locate(reading, self.gazetteer)
        cast = resolve_actors(reading, places, attributions, self.actors)
        statements = code_statements(reading, attributions, cast, times, places)
        return Findings(reading, times, places, cast, attributions, statements)

    def code_reading(self, reading: Reading) -> Record:
        """The record of one parsed article."""
        findings = self.findings(reading)
        events, actors = code_events(findings, self.lexicon)
        return Record(
            dragoman=__version__, run=self.run, outcome=Outcome("coded"), document=reading.document,
            actors=actors, statements=findings.statements, times=findings.times, places=findings.places, events=events,
        )  # fmt: skip

    def _parsed(self, documents: list[Document]) -> list[Reading | Outcome]:
        """A reading a document; if the batch fails, each is tried alone, so that only the culprit is lost."""
        try:
            return list(self.parser.read(documents))
        except Exception as error:
            if len(documents) <= 1:
                return [_failure(error) for _ in documents]
            return [result for document in documents for result in self._parsed([document])]

    def _coded(self, reading: Reading) -> Record:
        try:
            return self.code_reading(reading)
        except Exception as error:
            return self._without(reading.document, _failure(error))

    def _without(self, document: Document, outcome: Outcome) -> Record:
        return Record(dragoman=__version__, run=self.run, outcome=outcome, document=document)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without garbage collection, which finds nothing in growing tables and takes a quarter of their time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _failure(error: Exception) -> Outcome:
    return Outcome("failed", f"{type(error).__name__}: {error}; please report it with the document")
