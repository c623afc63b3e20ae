"""The whole flow on one screen: articles in, records out, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman import __version__
from dragoman.coding.events import code_events
from dragoman.coding.findings import Findings
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.statements import code_statements
from dragoman.resolving.locations import locate
from dragoman.finding.statements import Cues, find_statements
from dragoman.finding.times import TimeRules, find_times
from dragoman.language.parse import Parser
from dragoman.language.reading import Reading
from dragoman.reading.article import Article
from dragoman.record import Outcome, Record, Run
from dragoman.resolving.actors import ActorTables, resolve_actors
from dragoman.tables.gazetteer import Gazetteer
from dragoman.settings import Settings
from dragoman.tables.table import Tables


class Coder:
    """Tables and model, read once; `code` streams.

    Raises:
        TableError: a table, shipped or the user's own, that does not hold what it should.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = (settings or Settings()).checked()
        tables = Tables(self.settings.tables)
        self.parser = Parser(self.settings.model, self.settings.batch_words)
        self.times, self.cues = TimeRules(tables), Cues(tables)
        self.gazetteer, self.actors = Gazetteer(tables), ActorTables(tables)
        self.lexicon = Lexicon(tables)
        self.run = Run(tables.digest(), self.parser.version, self.settings.digest())

    def code(self, articles: Iterable[Article]) -> Iterator[Record]:
        """One record an article, in order."""
        for article in articles:
            if article.outcome is not None:
                yield self._record(article, article.outcome)
                continue
            for reading in self.parser.read([article.document]):
                yield self.code_reading(reading)

    def code_reading(self, reading: Reading) -> Record:
        """The record of one parsed article."""
        times = find_times(reading, self.times)
        attributions = find_statements(reading, self.cues)
        places = locate(reading, self.gazetteer)
        cast = resolve_actors(reading, places, attributions, self.actors)
        statements = code_statements(reading, attributions, cast, times, places)
        findings = Findings(reading, times, places, cast, attributions, statements)
        events, actors = code_events(findings, self.lexicon)
        return Record(
            dragoman=__version__, run=self.run, outcome=Outcome("coded"), document=reading.document,
            actors=actors, statements=statements, times=times, places=places, events=events,
        )  # fmt: skip

    def _record(self, article: Article, outcome: Outcome) -> Record:
        return Record(dragoman=__version__, run=self.run, outcome=outcome, document=article.document)
