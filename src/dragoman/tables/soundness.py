"""Actor tables in, what is wrong with them out: unknown codes, dates that run backwards, one name for two parties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from dragoman.record import ActorKind
from dragoman.tables.actors import AgentRow, HolderRow, OrganisationRow, OrganRow, StateRow
from dragoman.tables.own import Codes
from dragoman.tables.table import Tables

DAY = re.compile(r"^\d{4}(-\d\d(-\d\d)?)?$")
FORMS = frozenset({"office", "member", "crowd", "speaker", "private"})
NAMELESS_SECTORS = frozenset({"PRE", "ELI"})  # sectors that no role code of CAMEO stands for by itself


def faults(tables: Tables) -> Iterator[str]:
    """One line for each fault, with the table and the key of the row.

    Raises:
        TableError: a table that cannot be read at all.
    """
    codes = Codes(tables)
    organisations = tables.rows("actors/organisations", OrganisationRow)
    keys = {row.key for row in organisations}
    for row in organisations:
        where = f"organisations: {row.key}"
        yield from _codes(where, row.country, row.sectors, codes)
        yield from _dates(where, row.since, row.until)
        if row.parent and row.parent not in keys and row.parent not in codes.states:
            yield f"{where}: unknown parent {row.parent}"
    for holder in tables.rows("actors/holders", HolderRow):
        where = f"holders: {holder.key}"
        yield from _codes(where, holder.country, holder.sectors, codes)
        yield from _dates(where, holder.since, holder.until)
        if holder.of and holder.of not in keys and holder.of not in codes.states:
            yield f"{where}: unknown office of {holder.of}"
    yield from _nouns(tables, codes)
    for state in tables.rows("actors/states", StateRow):
        yield from _dates(f"states: {state.key}", state.since, state.until)


def _nouns(tables: Tables, codes: Codes) -> Iterator[str]:
    for organ in tables.rows("actors/organs", OrganRow):
        yield from _codes(f"organs: {organ.id}", None, organ.sectors, codes)
    for agent in tables.rows("actors/agents", AgentRow):
        yield from _codes(f"agents: {agent.id}", None, agent.sectors, codes)
        if agent.form not in FORMS:
            yield f"agents: {agent.id}: unknown form {agent.form}; one of {', '.join(sorted(FORMS))}"
        if agent.kind not in get_args(ActorKind):
            yield f"agents: {agent.id}: unknown kind {agent.kind}"


def _codes(where: str, country: str | None, sectors: tuple[str, ...], codes: Codes) -> Iterator[str]:
    if country and country not in codes.states and country not in codes.kinds:
        yield f"{where}: unknown country {country}"
    known = set(codes.sectors.values()) | NAMELESS_SECTORS | set(codes.kinds)
    for sector in sectors:
        if sector not in known:
            yield f"{where}: unknown sector {sector}"


def _dates(where: str, since: str | None, until: str | None) -> Iterator[str]:
    for day in (since, until):
        if day and not DAY.match(day):
            yield f"{where}: {day} is no date; write YYYY-MM-DD, YYYY-MM or YYYY"
    if since and until and until[: min(len(since), len(until))] < since[: min(len(since), len(until))]:
        yield f"{where}: ends ({until}) before it begins ({since})"
