"""Questions to an archive: `dragoman events`, `timeline`, `network`, `find`, `show`, `sql` and `diff`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.commands.asking import (
    ArchiveOption,
    FormatOption,
    LimitOption,
    OutputOption,
    Since,
    Until,
    chosen_form,
    given,
    limited,
    tell,
    write,
)

DIFFERENT = 1

Party = Annotated[str | None, typer.Option(help="A country (alpha-3), a key of the actor tables, or part of a name.")]


def events(
    actor: Party = None,
    recipient: Party = None,
    kind: Annotated[str | None, typer.Option("--type", help="PLOVER type, such as REQUEST.")] = None,
    mode: Annotated[str | None, typer.Option(help="PLOVER mode, such as meet.")] = None,
    since: Since = None,
    until: Until = None,
    place: Annotated[str | None, typer.Option(help="Where it happened: a place's name or a country (alpha-3).")] = None,
    voice: Annotated[str | None, typer.Option(help="Who tells it: outlet, reported or quoted.")] = None,
    factuality: Annotated[str | None, typer.Option(help="actual, negated, future, hypothetical, historical.")] = None,
    speaker: Annotated[
        str | None, typer.Option(help="In whose statement it is told: country, key or part of a name.")
    ] = None,
    text: Annotated[str | None, typer.Option(help='Words of the document; "quoted" ones in a row.')] = None,
    min_confidence: Annotated[float | None, typer.Option(min=0, max=1, help="At least so sure.")] = None,
    counted: Annotated[bool, typer.Option(help="Only what took place, each once an article.")] = False,
    archive: ArchiveOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
    limit: LimitOption = None,
) -> None:
    """Ask an archive who did what to whom.

    Example: dragoman events --actor USA --recipient PAK --type REQUEST --from 2018-01 --to 2018-12
    """
    from dragoman.archive.questions import EventQuestion

    asked = EventQuestion(
        actor=actor, recipient=recipient, type=kind, mode=mode, since=since, until=until, place=place, voice=voice,
        factuality=factuality, speaker=speaker, text=text, min_confidence=min_confidence, counted=counted,
        limit=limited(limit, form, output),
    )  # fmt: skip
    tell("events", asked, archive, form, output, limit)


def timeline(
    actor: Annotated[str, typer.Argument(help="Who acts: a country (alpha-3), a key, or part of a name.")],
    recipient: Annotated[str | None, typer.Argument(help="On whom; on anybody if left out.")] = None,
    by: Annotated[str, typer.Option(help="day, week, month or year.")] = "month",
    since: Since = None,
    until: Until = None,
    chart: Annotated[Path | None, typer.Option(help="Draw it into this file: .svg or .png.")] = None,
    archive: ArchiveOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
    limit: LimitOption = None,
) -> None:
    """Count cooperation and conflict over time, with the mean PLOVER score.

    Example: dragoman timeline USA AFG --by week --chart usa-afg.svg
    """
    from dragoman.archive.archive import Archive
    from dragoman.archive.questions import TimelineQuestion
    from dragoman.presenting.timeline_chart import sparkline, write_chart

    asked = TimelineQuestion(actor=actor, recipient=recipient, by=by, since=since, until=until)
    with Archive(given(archive)) as held:
        answer = held.ask(asked)
    if chart is not None:
        write_chart(answer, by, f"{actor} to {recipient or 'anybody'}", chart)
    if chosen_form(form, output) == "table" and len(answer):
        typer.echo(sparkline(answer, by))
    write(answer.first(limit) if limit else answer, "timeline", form, output, limit)


def network(
    kind: Annotated[str | None, typer.Option("--type", help="PLOVER type, such as AID.")] = None,
    since: Since = None,
    until: Until = None,
    archive: ArchiveOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
    limit: LimitOption = None,
) -> None:
    """Count which country acts on which.

    Example: dragoman network --type AID --from 2018 --format csv
    """
    from dragoman.archive.questions import NetworkQuestion

    asked = NetworkQuestion(type=kind, since=since, until=until, limit=limited(limit, form, output))
    tell("network", asked, archive, form, output, limit)


def find(
    words: Annotated[
        list[str], typer.Argument(help='Words that must all be there; "in a row" in quotes, a last * for any ending.')
    ],
    within: Annotated[str | None, typer.Option("--in", help="documents or statements; both if left out.")] = None,
    archive: ArchiveOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
    limit: LimitOption = None,
) -> None:
    """Search the text of documents and of statements, best hits first.

    Example: dragoman find '"peace talks" Copenhagen' --in statements
    """
    from dragoman.archive.questions import SearchQuestion

    shown = limited(limit, form, output)
    if limit is None and shown is not None and within is None:
        shown = (shown + 1) // 2  # a table has room for documents and for statements
    asked = SearchQuestion(text=" ".join(words), within=within, limit=shown)
    tell("find", asked, archive, form, output, limit)


def show(
    document: Annotated[str, typer.Argument(help="The document's id.")],
    archive: ArchiveOption = None,
    form: Annotated[str, typer.Option("--format", help="text, or json for the record.")] = "text",
) -> None:
    """Show a document with the words marked that its events and statements rest on."""
    import msgspec
    from rich.console import Console

    from dragoman.archive.archive import Archive
    from dragoman.errors import SettingsError
    from dragoman.presenting.article_view import article_view

    if form not in ("text", "json"):
        raise SettingsError(f"--format {form}: write text or json")
    with Archive(given(archive)) as held:
        record = held.record(document)
    if form == "json":
        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(record)) + b"\n")
    else:
        Console(highlight=False, soft_wrap=not sys.stdout.isatty()).print(article_view(record))


def sql(
    query: Annotated[str, typer.Argument(help="One SELECT statement; docs/codebook.md lists tables and columns.")],
    archive: ArchiveOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
    limit: LimitOption = None,
) -> None:
    """Ask an archive in SQL; nothing can be changed by it."""
    from dragoman.archive.archive import Archive

    with Archive(given(archive)) as held:
        answer = held.sql(query)
    write(answer.first(limit) if limit else answer, "sql", form, output, limit)


def diff(
    before: Annotated[Path, typer.Argument(help="An archive, or the JSON Lines of dragoman code.")],
    after: Annotated[Path, typer.Argument(help="The same documents, coded again.")],
    form: FormatOption = None,
    output: OutputOption = None,
    limit: LimitOption = None,
) -> None:
    """Tell what changed between two codings of the same documents; exit code 1 if anything did."""
    from dragoman.archive.differences import differences

    answer = differences(before, after)
    write(answer.first(limit) if limit else answer, "diff", form, output, limit)
    if len(answer):
        raise typer.Exit(DIFFERENT)
