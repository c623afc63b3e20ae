"""`dragoman words`: try a sentence, check the sense tables."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.settings import Settings

if TYPE_CHECKING:
    from dragoman.coder import Coder
    from dragoman.coding.explain import Trace
    from dragoman.record import Event, Record

FAULTS_FOUND = 1

words = typer.Typer(no_args_is_help=True, help="Try a sentence on the words of events, and check their tables.")

OwnTables = Annotated[Path | None, typer.Option("--tables", help="A folder of your own tables.")]


@words.command("try")
def try_(
    sentence: Annotated[str, typer.Argument(help="A sentence, in quotation marks.")],
    published: Annotated[str | None, typer.Option(help="The day (YYYY-MM-DD) on which it is read.")] = None,
    tables: OwnTables = None,
) -> None:
    """Show what fires on a sentence: the events, their rows, and every row of the words that was weighed.

    Example:

        dragoman words try "Kenya recalled its ambassador from Chad."
    """
    from dragoman.coder import Coder
    from dragoman.coding.explain import explain_events

    coder = Coder(Settings(published=published, tables=tables).checked())
    record = _coded(coder, sentence)
    reading = next(iter(coder.parser.read([record.document])))
    traces = explain_events(coder.findings(reading), coder.lexicon)
    if not record.events:
        typer.echo("no event")
    for event, trace in zip(record.events, traces, strict=True):
        typer.echo("\n".join(_lines(record, event, trace)))


@words.command()
def check(
    tables: OwnTables = None,
    kind: Annotated[str | None, typer.Option(help="Only contradiction, untested, dead or shadowed.")] = None,
) -> None:
    """Find rows that contradict each other, have no test, never win, or whose example yields something else.

    Example:

        dragoman words check --kind dead
    """
    from dragoman.coder import Coder
    from dragoman.coding.lexicon import sense_rows
    from dragoman.coding.word_check import faults_of
    from dragoman.tables.table import Tables

    coder = Coder(Settings(tables=tables).checked())
    rows = list(sense_rows(Tables(tables)))
    examples = [{"id": row.id, "text": row.example, "published": "2020-01-15"} for row in rows if row.example]
    yields = {record.document.id: record.events for record in coder.code(examples)}
    faults = faults_of(rows, yields, frozenset(coder.lexicon.types))
    for fault in faults:
        if kind in (None, fault.kind):
            typer.echo(f"{fault.kind:13} {fault.row:34} {fault.advice}")
    counts = Counter(fault.kind for fault in faults)
    told = ", ".join(f"{n} {name}" for name, n in sorted(counts.items())) or "no fault"
    typer.echo(f"{len(rows)} rows: {told}", err=True)
    if counts["contradiction"] or counts["untested"] or counts["dead"]:
        raise typer.Exit(FAULTS_FOUND)


def _coded(coder: Coder, sentence: str) -> Record:
    return next(iter(coder.code([{"id": "sentence", "text": sentence}])))


def _lines(record: Record, event: Event, trace: Trace) -> list[str]:
    names = {actor.id: actor.name for actor in record.actors}
    actors, recipients = (", ".join(names[i] for i in side) or "-" for side in (event.actors, event.recipients))
    mode = f"/{event.mode}" if event.mode else ""
    out = [f"{event.type}{mode} {event.cameo}  {actors} -> {recipients}  {event.factuality}  {event.confidence:.2f}"]
    out += [f"  row       {row}" for row in trace.rows]
    out += [f"  {a.role:9} {a.words}" + (f" = {a.actor}" if a.actor else "") for a in trace.arguments]
    for weighed in trace.weighed:
        mark = "fits" if weighed.fits else "not "
        needs = " ".join(text if met else f"({text})" for text, met in weighed.needs)
        out.append(f"  {mark}      {weighed.row} {weighed.type} {needs}".rstrip())
    return out
