"""`dragoman actors`: find and show actors of the tables, import and check tables; list the actors of an archive."""

from __future__ import annotations

import enum
import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from dragoman.commands.asking import ArchiveOption, FormatOption, LimitOption, OutputOption, limited, tell
from dragoman.errors import InputError, SettingsError
from dragoman.resolving.tenures import standing
from dragoman.settings import Settings
from dragoman.tables.actors import ActorTables, Named, OrganisationRow, Person, StateName
from dragoman.tables.entities import Topics, read_csv, read_followthemoney
from dragoman.tables.names import fold, pieces
from dragoman.tables.own import Codes, Imported, write_own
from dragoman.tables.petrarch import read_actors, read_agents
from dragoman.tables.soundness import faults
from dragoman.tables.table import Tables

FOUND_NOTHING = 1
SHOWN_ASIDE = 20

actors = typer.Typer(no_args_is_help=True, help="Find, show, import and check the actors that texts are resolved to.")

OwnTables = Annotated[Path | None, typer.Option("--tables", help="A folder of your own tables.")]


class Source(enum.StrEnum):
    """What kind of file is imported."""

    petrarch = "petrarch"
    agents = "agents"
    followthemoney = "followthemoney"
    csv = "csv"


@actors.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="The dictionary, JSON lines or CSV file.")],
    tables: Annotated[Path, typer.Option("--tables", help="The folder of your own tables; made if need be.")],
    source: Annotated[Source, typer.Option("--format", help="What the file is.")],
) -> None:
    """Turn another coder's actors, or a list of persons and organisations, into rows of your own tables."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: cannot be read ({error}); give a text file in UTF-8") from None
    shipped = Tables(tables if tables.is_dir() else None)
    imported = _read(text, source, shipped, file.name)
    for line in imported.aside[:SHOWN_ASIDE]:
        typer.echo(f"set aside: {line}", err=True)
    if len(imported.aside) > SHOWN_ASIDE:
        typer.echo(f"set aside: {len(imported.aside) - SHOWN_ASIDE} more", err=True)
    for table, count in sorted(write_own(tables, imported).items()):
        typer.echo(f"{tables / table}.tsv\t{count} rows")


def _read(text: str, source: Source, tables: Tables, name: str) -> Imported:
    codes = Codes(tables)
    if source is Source.petrarch:
        return read_actors(text, codes, name)
    if source is Source.agents:
        return read_agents(text, codes, name)
    if source is Source.followthemoney:
        return read_followthemoney(text, codes, Topics(tables), name)
    return read_csv(text, codes, name)


@actors.command("find")
def find(
    name: Annotated[str, typer.Argument(help="A name as a text may write it.")],
    on: Annotated[str | None, typer.Option("--on", help="The day (YYYY-MM-DD) on which roles are asked for.")] = None,
    tables: OwnTables = None,
) -> None:
    """Show which actors a name may mean, with country and sectors on the day."""
    known = ActorTables(Tables(Settings(tables=tables, published=on).checked().tables))
    words = pieces(name)
    folded = [fold(word) for word in words]
    match = known.names.longest(folded, words, 0, len(words)) if words else None
    found: list[Named] = list(match[1]) if match is not None and match[0] == len(words) else []
    found += [person for person in known.surnames.get(folded[-1] if folded else "", []) if person not in found]
    if not found:
        typer.echo(f"no actor is called {name!r}", err=True)
        raise typer.Exit(FOUND_NOTHING)
    for actor in found:
        typer.echo("\t".join(_line(actor, on)))


def _line(actor: Named, on: str | None) -> tuple[str, ...]:
    if isinstance(actor, StateName):
        return actor.row.key, actor.row.name, "state", actor.row.key, "", f"by its {actor.how}"
    if isinstance(actor, OrganisationRow):
        return actor.key, actor.name, actor.kind, actor.country or "", "|".join(actor.sectors), ""
    stand = standing(actor, on)
    roles = "; ".join(f"{'former ' if role.former else ''}{role.title} ({role.of})" for role in stand.roles)
    return actor.key, actor.name, "person", stand.country or "", "|".join(stand.sectors), roles


@actors.command("show")
def show(
    key: Annotated[str, typer.Argument(help="The key of a row, as records and `find` give it.")],
    tables: OwnTables = None,
) -> None:
    """Show all that the tables say of one actor, as JSON."""
    known = ActorTables(Tables(Settings(tables=tables).checked().tables))
    row = known.states.get(key) or known.organisations.get(key) or known.people.get(key)
    if row is None:
        raise SettingsError(f"no actor has the key {key!r}; `dragoman actors find NAME` gives keys")
    value: object = row.tenures if isinstance(row, Person) else row
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")


@actors.command("check")
def check(tables: OwnTables = None) -> None:
    """Check the actor tables, your own among them: codes, dates, parents, forms."""
    lines = list(faults(Tables(Settings(tables=tables).checked().tables)))
    for line in lines:
        typer.echo(line)
    typer.echo(f"{len(lines)} faults", err=True)
    if lines:
        raise typer.Exit(FOUND_NOTHING)


@actors.command("list")
def list_(
    name: Annotated[str | None, typer.Option(help="Part of the name, a key, or a country (alpha-3).")] = None,
    country: Annotated[str | None, typer.Option(help="Country, alpha-3.")] = None,
    sector: Annotated[str | None, typer.Option(help="PLOVER sector, such as GOV.")] = None,
    kind: Annotated[str | None, typer.Option(help="Kind, such as state, person or armed_group.")] = None,
    archive: ArchiveOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
    limit: LimitOption = None,
) -> None:
    """List the actors of an archive, with the numbers of their documents and events."""
    from dragoman.archive.questions import ActorQuestion

    asked = ActorQuestion(
        name=name, country=country, sector=sector, kind=kind, limit=limited(limit, form, output)
    )  # fmt: skip
    tell("actors", asked, archive, form, output, limit)
