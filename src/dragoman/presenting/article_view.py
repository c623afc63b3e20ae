"""One record in, the article with its evidence marked in colour out, and what each mark stands for."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from dragoman.presenting.record_table import COLOURS
from dragoman.record import Actor, Event, Record

CUE = "italic cyan"
FURNITURE = "dim strike"


def article_view(record: Record) -> RenderableType:
    """The text: evidence of events in the colour of their class, triggers in reverse, cues of statements in italics.

    Below it is a line an event: who did what to whom, and in whose words.
    """
    text = Text(record.document.text)
    for block in record.document.blocks:
        if block.kind in ("title", "furniture"):
            text.stylize("bold" if block.kind == "title" else FURNITURE, block.start, block.end)
    for statement in record.statements:
        for start, end in statement.cue:
            text.stylize(CUE, start, end)
    for event in record.events:
        text.stylize(COLOURS[event.quad], *event.evidence)
    for event in record.events:
        text.stylize("reverse", *event.trigger)
    return Group(text, Text(), *_lines(record))


def _lines(record: Record) -> Iterator[Text]:
    actors = {actor.id: actor for actor in record.actors}
    speakers = {statement.id: statement.speaker for statement in record.statements}
    for event in record.events:
        line = Text(f"{event.id:>4} ")
        line.append(event.type + (f" {event.mode}" if event.mode else ""), style=COLOURS[event.quad])
        line.append(f"  {_names(event.actors, actors)}")
        if event.recipients:
            line.append(f" → {_names(event.recipients, actors)}")
        speaker = actors.get(speakers.get(event.statement or "") or "")
        line.append(f"  ({_told(event, speaker)})", style="dim")
        yield line


def _names(ids: tuple[str, ...], actors: dict[str, Actor]) -> str:
    return ", ".join(actors[i].name for i in ids) or "?"


def _told(event: Event, speaker: Actor | None) -> str:
    facts = [event.date.since if event.date else None, event.factuality]
    facts.append(f"{event.voice}: {speaker.name}" if speaker else event.voice)
    facts.append(f"again, as {event.same_as}" if event.same_as else None)
    return ", ".join(fact for fact in facts if fact)
