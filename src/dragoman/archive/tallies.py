"""Records that come or go in, the counts that questions are answered from kept in step."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

from dragoman.archive.rows import Row, event_day
from dragoman.record import Record

COUNTED = frozenset(("actual", "historical"))  # what took place; negated, future and hypothetical events did not
THOUSAND = 1000

ADD_DYAD = (
    "INSERT INTO dyad VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE"
    " SET events = events + excluded.events, thousandths = thousandths + excluded.thousandths"
)
DROP_DYAD = "DELETE FROM dyad WHERE actor = ? AND recipient = ? AND month = ? AND type = ? AND quad = ? AND events = 0"
ADD_COUNTS = "UPDATE registry SET documents = documents + ?, acts = acts + ?, receives = receives + ? WHERE id = ?"
DROP_COUNTRY = "DELETE FROM country_event WHERE country = ? AND receives = ? AND day = ? AND document = ? AND event = ?"

RECOUNT = Path(__file__).parent / "views" / "recount.sql"

Dyad = tuple[str, str, str, str, int]


class Tallies:
    """What a batch of records adds to the archive's counts, or takes from them."""

    def __init__(self) -> None:
        self.country_events: list[Row] = []
        self.events: defaultdict[Dyad, int] = defaultdict(int)
        self.thousandths: defaultdict[Dyad, int] = defaultdict(int)
        self.documents: Counter[int] = Counter()
        self.acts: defaultdict[int, int] = defaultdict(int)
        self.receives: defaultdict[int, int] = defaultdict(int)

    def count(self, document: int, record: Record, registry: Mapping[str, int]) -> None:
        """Count a record; `registry` has the number of each actor's row there, by the actor's id."""
        countries = {actor.id: actor.country for actor in record.actors}
        published = record.document.published
        self.documents.update(set(registry.values()))
        for n, event in enumerate(record.events):
            acting, receiving = event.actors, event.recipients
            for who in acting:
                self.acts[registry[who]] += 1
            for who in receiving:
                self.receives[registry[who]] += 1
            day = event_day(event, published) or ""
            counts = event.same_as is None and event.factuality in COUNTED
            facts = (day, document, n, counts, event.quad, event.score)
            senders = {country for who in acting if (country := countries[who])}
            targets = {country for who in receiving if (country := countries[who])}
            self.country_events += [(country, 0, *facts) for country in senders]
            self.country_events += [(country, 1, *facts) for country in targets]
            if counts:
                for dyad in ((s, t, day[:7], event.type, event.quad) for s in senders for t in targets if s != t):
                    self.events[dyad] += 1
                    self.thousandths[dyad] += round(event.score * THOUSAND)

    def add(self, connection: sqlite3.Connection) -> None:
        """Add the counts to the archive's."""
        # in the order of the tables: rows that lie together are written together
        connection.executemany("INSERT INTO country_event VALUES (?, ?, ?, ?, ?, ?, ?, ?)", sorted(self.country_events))
        self._shift(connection, 1)

    def take(self, connection: sqlite3.Connection) -> None:
        """Take the counts from the archive's; `prune` may follow when the actors' rows are gone."""
        connection.executemany(DROP_COUNTRY, [row[:5] for row in self.country_events])
        self._shift(connection, -1)
        connection.executemany(DROP_DYAD, sorted(self.events))

    def _shift(self, connection: sqlite3.Connection, sign: int) -> None:
        dyads = [(*dyad, sign * self.events[dyad], sign * self.thousandths[dyad]) for dyad in sorted(self.events)]
        connection.executemany(ADD_DYAD, dyads)
        numbers = sorted(self.documents)
        shifts = [(sign * self.documents[i], sign * self.acts[i], sign * self.receives[i], i) for i in numbers]
        connection.executemany(ADD_COUNTS, shifts)


def is_in_step(connection: sqlite3.Connection) -> bool:
    """Whether the counts are those that the records give when they are counted again."""
    return connection.execute(RECOUNT.read_text(encoding="utf-8")).fetchone() is None


def prune(connection: sqlite3.Connection) -> None:
    """Take out of the registry whom no document names any more."""
    connection.execute("DELETE FROM registry WHERE documents = 0")
