"""One record in, who said what out, as lines that a person reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman.record import Actor, Record, Span, Statement

INDENT = "    "


def statement_lines(record: Record, *, speaker: str | None = None) -> Iterator[str]:
    """Two lines a statement, in the order of the text: who, when, where and how; then the words.

    Args:
        speaker: only statements by actors whose name has this in it, whatever the case, or whose country or key it is.

    A statement inside another is set in under it.
    """
    actors = {actor.id: actor for actor in record.actors}
    depth: dict[str, int] = {}
    for statement in record.statements:
        depth[statement.id] = depth[statement.parent] + 1 if statement.parent in depth else 0
        if speaker is not None and not _is_by(actors.get(statement.speaker or ""), speaker):
            continue
        inset = INDENT * depth[statement.id]
        yield f"{inset}{_head(record, statement, actors)}"
        yield f"{inset}{INDENT}{_words(record, statement.content)}"


def _is_by(actor: Actor | None, speaker: str) -> bool:
    if actor is None:
        return False
    wanted = speaker.casefold()
    return wanted in actor.name.casefold() or wanted in ((actor.country or "").casefold(), (actor.key or "").casefold())


def _head(record: Record, statement: Statement, actors: dict[str, Actor]) -> str:
    """Speaker with country and sector (else the words of the source), cue, addressee, occasion, day and place."""
    actor = actors.get(statement.speaker or "")
    place = record.places[statement.place].text if statement.place is not None else None
    addressee = actors.get(statement.addressee or "")
    facts = [
        _words(record, statement.cue),
        statement.stance if statement.stance != "neutral" else None,
        f"to {addressee.name}" if addressee else None,
        statement.occasion,
        _day(statement),
        place,
        "unnamed" if statement.anonymous else None,
    ]
    who = _label(actor) if actor else _words(record, statement.source) or "(no source)"
    return f"{who} | " + ", ".join(fact for fact in facts if fact)


def _label(actor: Actor) -> str:
    of = " ".join(part for part in (actor.country, actor.sector) if part)
    return f"{actor.name} ({of})" if of else actor.name


def _day(statement: Statement) -> str | None:
    if statement.date is None:
        return None
    first, last = statement.date.since, statement.date.until
    return first if first == last else f"{first or ''}..{last or ''}"


def _words(record: Record, spans: Iterable[Span]) -> str:
    return re.sub(r"\s+", " ", " ... ".join(record.document.text[start:end] for start, end in spans))
