"""Rows in, the record that they came from out."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from dragoman.record import (
    Actor,
    Block,
    Candidate,
    Document,
    Event,
    EventDate,
    Intensity,
    Interval,
    Mention,
    Outcome,
    Place,
    Record,
    Role,
    Run,
    Span,
    Statement,
    Timex,
)

Found = Sequence[tuple[Any, ...]]
Ids = Mapping[int | None, str | None]
Listed = tuple[str, int | None, str | None, float | None, float | None, float]  # a Candidate without its fields' names
SPANS = msgspec.json.Decoder(tuple[Span, ...])
CANDIDATES = msgspec.json.Decoder(tuple[Listed, ...])
SECTION = msgspec.json.Decoder(tuple[str, ...])

HEAD = (
    "SELECT d.id, d.name, d.text, d.url, d.outlet, d.title, d.section, d.byline, d.dateline, d.published, d.language,"
    " d.published_basis, d.sha256, d.status, d.reason, r.dragoman, r.tables, r.model, r.settings"
    " FROM document d JOIN run r ON r.id = d.run WHERE d.name = ?"
)
ACTORS = (
    "SELECT a.n, a.id, r.name, r.kind, r.country, r.sector, r.sectors, r.key"
    " FROM actor a JOIN registry r ON r.id = a.registry WHERE a.document = ? ORDER BY a.n"
)


def record_of(connection: sqlite3.Connection, name: str) -> Record | None:
    """The record of a document, equal to the one that was added; None if it is not there."""
    head = connection.execute(HEAD, (name,)).fetchone()
    if head is None:
        return None
    number, _, text = head[:3]
    actors = _actors(connection, number, text)
    ids: dict[int | None, str | None] = {None: None}
    ids.update((n, actor.id) for n, actor in enumerate(actors))
    blocks = _rows(connection, "block", number)
    document = Document(
        id=name, text=text, url=head[3], outlet=head[4], title=head[5], section=SECTION.decode(head[6]), byline=head[7],
        dateline=head[8], published=head[9], language=head[10], published_basis=head[11], sha256=head[12],
        blocks=tuple(Block(*row[2:]) for row in blocks),
    )  # fmt: skip
    return Record(
        dragoman=head[15], run=Run(*head[16:19]),
        outcome=Outcome(head[13], head[14]), document=document,
        actors=actors, statements=_statements(_rows(connection, "statement", number), ids),
        times=_times(_rows(connection, "timex", number), text), events=_events(connection, number, ids),
        places=_places(_rows(connection, "place", number), text),
    )  # fmt: skip


def _rows(connection: sqlite3.Connection, table: str, number: int) -> Found:
    return connection.execute(f"SELECT * FROM {table} WHERE document = ?", (number,)).fetchall()


def _actors(connection: sqlite3.Connection, number: int, text: str) -> tuple[Actor, ...]:
    roles, mentions = defaultdict(list), defaultdict(list)
    for row in _rows(connection, "role", number):
        title, of, country, since, until, former, start, end = row[3:]
        role = Role(
            title=title, of=of, country=country, since=since, until=until, former=bool(former), start=start, end=end
        )
        roles[row[1]].append(role)
    for _, actor, _, start, end, form in _rows(connection, "mention", number):
        mentions[actor].append(Mention(start, end, text[start:end], form))
    return tuple(
        Actor(
            id=row[1], name=row[2], kind=row[3], country=row[4], sector=row[5], key=row[7],
            sectors=tuple(row[6].split(";")) if row[6] else (), roles=tuple(roles[row[0]]),
            mentions=tuple(mentions[row[0]]),
        )
        for row in connection.execute(ACTORS, (number,))
    )  # fmt: skip


def _statements(rows: Found, ids: Ids) -> tuple[Statement, ...]:
    return tuple(
        Statement(
            id=row[2], speaker=ids[row[3]], source=SPANS.decode(row[5]), cue=SPANS.decode(row[6]),
            content=SPANS.decode(row[7]), mode=row[10], addressee=ids[row[11]], occasion=row[12], stance=row[13],
            anonymous=bool(row[14]), date=Interval(row[17], row[18]) if row[16] else None, place=row[19],
            parent=row[20],
        )
        for row in rows
    )  # fmt: skip


def _times(rows: Found, text: str) -> tuple[Timex, ...]:
    return tuple(
        Timex(
            start=start, end=end, text=text[start:end], type=kind, value=value, mod=mod, since=since, until=until,
            note=note,
        )
        for _, _, start, end, kind, value, mod, since, until, note in rows
    )  # fmt: skip


def _places(rows: Found, text: str) -> tuple[Place, ...]:
    return tuple(
        Place(
            start=row[2], end=row[3], text=text[row[2] : row[3]], name=row[4], reading=row[5], precision=row[6],
            geonames_id=row[7], lat=row[8], lon=row[9], country=row[10], admin1=row[11], feature=row[12],
            candidates=_candidates(row[13]),
        )
        for row in rows
    )  # fmt: skip


def _candidates(listed: str) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(name=name, geonames_id=number, country=country, lat=lat, lon=lon, score=score)
        for name, number, country, lat, lon, score in CANDIDATES.decode(listed)
    )


def _events(connection: sqlite3.Connection, number: int, ids: Ids) -> tuple[Event, ...]:
    sides: dict[tuple[int, int], list[str]] = defaultdict(list)
    for _, event, receives, _, actor in _rows(connection, "party", number):
        sides[event, receives].append(ids[actor] or "")
    return tuple(
        Event(
            id=row[2], type=row[3], mode=row[4], contexts=tuple(row[5].split(";")) if row[5] else (), cameo=row[6],
            quad=row[7], score=row[8], date=EventDate(*row[10:13]) if row[12] else None, place=row[13],
            factuality=row[14], voice=row[15], statement=row[16], same_as=row[21], trigger=row[22:24],
            intensity=Intensity(killed=row[17], injured=row[18], crowd=row[19]) if row[20] else None,
            evidence=row[24:26], rule=row[26], confidence=row[27], actors=tuple(sides[row[1], 0]),
            recipients=tuple(sides[row[1], 1]),
        )
        for row in _rows(connection, "event", number)
    )  # fmt: skip
