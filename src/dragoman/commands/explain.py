"""`dragoman explain`: how the events of a document came about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.errors import InputError
from dragoman.settings import Settings

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dragoman.coding.explain import Trace
    from dragoman.record import Event, Record


def explain(
    file: Annotated[str, typer.Argument(help="A page, a text, or JSON Lines with --document.")],
    event: Annotated[
        str | None, typer.Option(help="The event's id in the record, e.g. e3; all events if left out.")
    ] = None,
    document: Annotated[str | None, typer.Option(help="The document's id, where the file holds several.")] = None,
    published: Annotated[
        str | None, typer.Option(help="The day (YYYY-MM-DD) of a document that does not say its own.")
    ] = None,
) -> None:
    """Show how events came about: clause, arguments, the rows weighed and the one that won.

    Example:

        dragoman explain report.html --event e3
    """
    from rich.console import Console

    from dragoman.coder import Coder
    from dragoman.coding.explain import explain_events
    from dragoman.reading.intake import read_inputs

    settings = Settings(published=published).checked()
    coder = Coder(settings)
    article = next((a for a in read_inputs([file], settings) if document in (None, a.document.id)), None)
    if article is None:
        raise InputError(f"{file} holds no document {document!r}; list its ids with: dragoman code {file}")
    if article.outcome is not None:
        raise InputError(f"{file} is not coded: {article.outcome.reason}")
    reading = next(iter(coder.parser.read([article.document])))
    record, traces = coder.code_reading(reading), explain_events(coder.findings(reading), coder.lexicon)
    told = [(e, trace) for e, trace in zip(record.events, traces, strict=True) if event in (None, e.id)]
    if not told:
        known = ", ".join(e.id for e in record.events) or "none"
        raise InputError(f"no event {event} in {file}; its events are: {known}")
    console = Console()
    for chosen, trace in told:
        console.print(_view(record, chosen, trace), soft_wrap=False)


def _view(record: Record, event: Event, trace: Trace) -> RenderableType:
    from rich.markup import escape
    from rich.tree import Tree

    names = {actor.id: actor.name for actor in record.actors}
    text = " ".join(record.document.text[slice(*event.evidence)].split())
    tree = Tree(f"[bold]{event.id}  {event.type}{' ' + event.mode if event.mode else ''}[/]  {escape(text)}")
    sides = tree.add(f"{_named(event.actors, names)}  →  {_named(event.recipients, names)}")
    sides.add(f"the other side rests on: {trace.recipient_from}")
    clause = tree.add(f"clause: [bold]{escape(trace.predicate)}[/], looked up as {', '.join(trace.lemmas)}")
    for argument in trace.arguments:
        taken = f"  =  {escape(argument.actor)}" if argument.actor else ""
        clause.add(f"{argument.role}: {escape(argument.words)}[dim]{taken}[/]")
    rows = tree.add(f"rows that made it: {' of '.join(trace.rows)}; CAMEO {event.cameo}")
    for weighed in trace.weighed:
        needs = "  ".join(f"{'✓' if met else '✗'} {need}" for need, met in weighed.needs) or "no needs"
        mark = "[green]fits[/]" if weighed.fits else "[dim]does not[/]"
        rows.add(f"{weighed.row}  {weighed.type}  weight {weighed.weight}  {mark}  {escape(needs)}")
    day = f"{event.date.since} to {event.date.until}, from the {event.date.basis}" if event.date else "no day"
    tree.add(f"{event.factuality}, {event.voice} voice, {day}, confidence {event.confidence}")
    return tree


def _named(ids: tuple[str, ...], names: dict[str, str]) -> str:
    from rich.markup import escape

    return escape(" and ".join(names[i] for i in ids) or "nobody")
