"""Two codings of the same documents in, what changed between them out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from dragoman.archive.answer import Answer, Cell
from dragoman.archive.archive import Archive
from dragoman.errors import ArchiveError
from dragoman.record import Record, Span

COLUMNS = ("document", "what", "change", "words", "field", "before", "after")

Item = dict[str, str]
Place = tuple[int, int, int]  # start, end, and which of several on the same words


def differences(before: Path, after: Path) -> Answer:
    """A row for each thing that is in one coding and not in the other, and for each field that differs.

    Args:
        before, after: archives, or JSON Lines of records.

    `what` is document, actor, statement or event; `change` is added, removed or changed. Things are the same if they
    are of one kind and stand on the same words: an event on its trigger, a statement on its content, an actor on its
    first mention.

    Raises:
        ArchiveError: a file that is neither, or that cannot be read.
    """
    with Coding(before) as old, Coding(after) as new:
        rows = list(_rows(old, new))
    return Answer(COLUMNS, rows)


class Coding:
    """Records by document id, from an archive or a file of records; a context that closes the archive."""

    def __init__(self, path: Path) -> None:
        self.archive: Archive | None = None
        self.held: dict[str, Record] = {}
        if not path.is_file():
            raise ArchiveError(f"{path}: no such file; name an archive, or the JSON Lines of dragoman code")
        with path.open("rb") as stream:
            if stream.read(1) == b"{":
                stream.seek(0)
                self.held = {record.document.id: record for record in _decoded(stream, path)}
                return
        self.archive = Archive(path)

    def __enter__(self) -> Coding:
        return self

    def __exit__(self, *_: object) -> None:
        if self.archive:
            self.archive.close()

    def names(self) -> list[str]:
        """The ids of the documents."""
        return list(self.archive.names()) if self.archive else list(self.held)

    def record(self, name: str) -> Record:
        """The record of a document that is there."""
        return self.archive.record(name) if self.archive else self.held[name]


def _decoded(lines: Iterable[bytes], path: Path) -> Iterator[Record]:
    decoder = msgspec.json.Decoder(Record)
    for number, line in enumerate(lines, 1):
        try:
            yield decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise ArchiveError(f"{path}:{number}: no record: {error}; give JSON Lines of dragoman code") from None


def _rows(old: Coding, new: Coding) -> Iterator[tuple[Cell, ...]]:
    before, after = old.names(), new.names()
    present, known = set(after), set(before)
    for name in before:
        if name not in present:
            yield (name, "document", "removed", None, None, None, None)
        else:
            yield from _changes(name, old.record(name), new.record(name))
    for name in after:
        if name not in known:
            yield (name, "document", "added", None, None, None, None)


def _changes(name: str, old: Record, new: Record) -> Iterator[tuple[Cell, ...]]:
    yield from _fields(name, "document", "", _head(old), _head(new))
    listings: tuple[tuple[str, Callable[[Record], Mapping[Place, Item]]], ...] = (
        ("actor", _actors), ("statement", _statements), ("event", _events),
    )  # fmt: skip
    for what, listed in listings:
        first, second = listed(old), listed(new)
        for place in sorted({*first, *second}):
            record = new if place in second else old
            words = " ".join(record.document.text[place[0] : place[1]].split())
            if place not in second:
                yield (name, what, "removed", words, None, _brief(first[place]), None)
            elif place not in first:
                yield (name, what, "added", words, None, None, _brief(second[place]))
            else:
                yield from _fields(name, what, words, first[place], second[place])


def _fields(name: str, what: str, words: str, old: Item, new: Item) -> Iterator[tuple[Cell, ...]]:
    for field in old:
        if old[field] != new[field]:
            yield (name, what, "changed", words, field, old[field], new[field])


def _brief(item: Item) -> str:
    return ", ".join(value for value in item.values() if value)


def _head(record: Record) -> Item:
    document, outcome = record.document, record.outcome
    facts = {
        "status": outcome.status,
        "reason": outcome.reason,
        "published": document.published,
        "text": document.sha256,
    }
    return {name: value or "" for name, value in facts.items()}


def _actors(record: Record) -> dict[Place, Item]:
    out: dict[Place, Item] = {}
    for actor in record.actors:
        if actor.mentions:
            roles = "; ".join(("former " if role.former else "") + role.title for role in actor.roles)
            facts = {"name": actor.name, "kind": actor.kind, "country": actor.country, "key": actor.key, "roles": roles,
                     "sectors": ";".join(actor.sectors), "mentions": str(len(actor.mentions))}  # fmt: skip
            _put(out, min((m.start, m.end) for m in actor.mentions), facts)
    return out


def _statements(record: Record) -> dict[Place, Item]:
    names = _names(record)
    out: dict[Place, Item] = {}
    for statement in record.statements:
        facts = {"speaker": names.get(statement.speaker or ""), "mode": statement.mode, "stance": statement.stance,
                 "addressee": names.get(statement.addressee or ""), "occasion": statement.occasion,
                 "date": f"{statement.date.since}" if statement.date else ""}  # fmt: skip
        _put(out, _extent(statement.content), facts)
    return out


def _events(record: Record) -> dict[Place, Item]:
    names = _names(record)
    out: dict[Place, Item] = {}
    for event in record.events:
        place = record.places[event.place].name if event.place is not None else ""
        facts = {"type": event.type, "mode": event.mode, "actors": "; ".join(names[i] for i in event.actors),
                 "recipients": "; ".join(names[i] for i in event.recipients), "cameo": event.cameo,
                 "contexts": ";".join(event.contexts), "date": event.date.since if event.date else "", "place": place,
                 "factuality": event.factuality, "voice": event.voice, "rule": event.rule,
                 "repeats": "yes" if event.same_as else "", "confidence": f"{event.confidence:g}"}  # fmt: skip
        _put(out, event.trigger, facts)
    return out


def _put(out: dict[Place, Item], span: Span, facts: Mapping[str, str | None]) -> None:
    number = 0
    while (*span, number) in out:
        number += 1
    out[(*span, number)] = {name: value or "" for name, value in facts.items()}


def _names(record: Record) -> dict[str, str]:
    return {actor.id: actor.name for actor in record.actors}


def _extent(spans: tuple[Span, ...]) -> Span:
    return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else (0, 0)
