"""One record in, the tables that a person reads in a terminal out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich import box
from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from dragoman.record import Actor, Event, Interval, Record, Span, Statement

WORDS_SHOWN = 160
DAY_WIDTH = 10
MARKS = {"actual": "", "historical": "told as background", "future": "planned", "hypothetical": "possible"}
MARKS["negated"] = "did not happen"
COLOURS = {1: "green", 2: "bold green", 3: "yellow", 4: "bold red"}


def record_view(record: Record) -> RenderableType:
    """The head of the article, its events, statements, actors, times and places, each with the words that show it."""
    parts: list[RenderableType] = [_head(record)]
    if record.outcome.status != "coded":
        parts.append(Text(f"{record.outcome.status.replace('_', ' ')}: {record.outcome.reason}", style="bold red"))
        return Group(*parts)
    view = _View(record)
    makers = (view.events, view.statements, view.actors, view.when_and_where)
    return Group(*parts, *(table for make in makers if (table := make()) is not None))


def _head(record: Record) -> Text:
    document = record.document
    text = Text("\n" + (document.title or document.id) + "\n", style="bold")
    facts = [document.outlet, document.published, " > ".join(document.section), document.byline, document.dateline]
    text.append("  ·  ".join(fact for fact in facts if fact) + "\n", style="not bold dim")
    return text


class _View:
    """One record with its actors by id."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.by_id = {actor.id: actor for actor in record.actors}
        self.speakers = {statement.id: statement.speaker for statement in record.statements}

    def words(self, spans: Iterable[Span]) -> str:
        """The words of the spans, white space folded, long ones cut in the middle."""
        text = " … ".join(self.record.document.text[start:end] for start, end in spans)
        text = re.sub(r"\s+", " ", text)
        half = WORDS_SHOWN // 2
        return escape(text if len(text) <= WORDS_SHOWN else f"{text[:half]} … {text[-half:]}")

    def named(self, ids: Iterable[str]) -> str:
        """Names with country and sector."""
        return "\n".join(_label(self.by_id[i]) for i in ids if i in self.by_id)

    def events(self) -> Table | None:
        """Date, who, did what, to whom, whose voice, and the words."""
        if not self.record.events:
            return None
        table = _table(
            "Events", ("date", 0), ("who", 4), ("did", 3), ("to whom", 4), ("voice", 3), ("words of the report", 9)
        )
        for event in self.record.events:
            table.add_row(
                _day(event.date) + (f"\n[dim]by {event.date.basis}[/]" if event.date else ""),
                self.named(event.actors), _deed(event), self.named(event.recipients), self._voice(event),
                self.words([event.evidence]),
            )  # fmt: skip
        return table

    def _voice(self, event: Event) -> str:
        if event.statement is None:
            return "outlet"
        speaker = self.by_id.get(self.speakers.get(event.statement) or "")
        return f"{event.voice}: {escape(speaker.name) if speaker else 'unnamed'}"

    def statements(self) -> Table | None:
        """Who said what, how, to whom and when."""
        if not self.record.statements:
            return None
        table = _table("Statements", ("speaker", 4), ("how", 3), ("when", 0), ("words", 10))
        for statement in self.record.statements:
            table.add_row(
                self._speaker(statement), _manner(statement), _day(statement.date), self.words(statement.content)
            )
        return table

    def _speaker(self, statement: Statement) -> str:
        actor = self.by_id.get(statement.speaker or "")
        return _label(actor) if actor else f"[dim]{self.words(statement.source) or 'not named'}[/]"

    def actors(self) -> Table | None:
        """Names with kind, country and sector, roles, and the words that name them."""
        told = {i for event in self.record.events for i in (*event.actors, *event.recipients)}
        told |= {statement.speaker for statement in self.record.statements if statement.speaker}
        shown = [actor for actor in self.record.actors if actor.id in told]
        if not shown:
            return None
        table = _table("Actors", ("name", 4), ("kind", 2), ("roles", 4), ("named as", 6))
        for actor in shown:
            roles = "; ".join(("former " if role.former else "") + role.title for role in actor.roles)
            forms = dict.fromkeys(re.sub(r"\s+", " ", mention.text) for mention in actor.mentions)
            table.add_row(
                _label(actor), actor.kind.replace("_", " "), escape(roles), escape(", ".join(list(forms)[:8]))
            )
        return table

    def when_and_where(self) -> Table | None:
        """Times with their days and places with their positions."""
        record = self.record
        rows = [(t.text, t.value, _day(Interval(t.since, t.until))) for t in record.times]
        for place in record.places:
            where = f"{place.lat:.2f}, {place.lon:.2f}" if place.lat is not None and place.lon is not None else ""
            rows.append((place.text, f"{place.name} ({place.country or '?'}), {place.reading}", where))
        if not rows:
            return None
        table = _table("Times and places", ("words", 4), ("meaning", 5), ("days or position", 4))
        for row in dict.fromkeys(rows):
            table.add_row(*(escape(re.sub(r"\s+", " ", cell)) for cell in row))
        return table


def _table(title: str, *columns: tuple[str, int]) -> Table:
    """An empty table; a column is its heading and its share of the width, 0 for as much as a day takes."""
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, title_style="bold", expand=True)
    for heading, share in columns:
        table.add_column(heading, overflow="fold", ratio=share or None, min_width=None if share else DAY_WIDTH)
    return table


def _label(actor: Actor) -> str:
    codes = " ".join(code for code in (actor.country, actor.sector) if code)
    return escape(actor.name) + (f" [dim]{codes}[/]" if codes else "")


def _deed(event: Event) -> str:
    kind = f"[{COLOURS[event.quad]}]{event.type}[/]" + (f" {event.mode}" if event.mode else "")
    notes = [note for note in (MARKS[event.factuality], f"again, as {event.same_as}" if event.same_as else "") if note]
    if event.intensity is not None:
        counts = (
            ("killed", event.intensity.killed),
            ("injured", event.intensity.injured),
            ("crowd", event.intensity.crowd),
        )
        notes += [f"{name} {number}" for name, number in counts if number is not None]
    return kind + "".join(f"\n[dim]{note}[/]" for note in notes)


def _manner(statement: Statement) -> str:
    parts = [statement.mode, statement.stance if statement.stance != "neutral" else "", statement.occasion or ""]
    return escape("\n".join(part for part in parts if part)) + ("\n[dim]inside another[/]" if statement.parent else "")


def _day(interval: object) -> str:
    since, until = getattr(interval, "since", None), getattr(interval, "until", None)
    if not since:
        return ""
    return str(since) if since == until or not until else f"{since} to {until}"
