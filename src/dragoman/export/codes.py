"""Codes of other schemes: countries, sectors, parties and acts as CAMEO, GDELT, ICEWS, Phoenix and ACLED write them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from msgspec import Struct

from dragoman.coding.lexicon import ModeRow, TypeRow
from dragoman.record import Actor, Event
from dragoman.tables.actors import StateRow
from dragoman.tables.table import Tables


class CameoRow(Struct, frozen=True):
    """A CAMEO code with the classes and scales that users of three data sets know it by."""

    code: str
    label: str = ""
    gdelt_quad: str = ""
    icews_quad: str = ""
    pentaclass: str = ""
    goldstein: str = ""
    intensity: str = ""


class CountryRow(Struct, frozen=True):
    """What `actors/states` does not hold of a state's codes."""

    key: str
    numeric: int | None = None
    cow: int | None = None
    icews: str = ""


class NonstateRow(Struct, frozen=True):
    """A PLOVER code for those with no country, and the parts of the CAMEO code for it."""

    code: str
    name: str
    country: str = ""
    group: str = ""
    role: str = ""


class SectorRow(Struct, frozen=True):
    """A PLOVER sector elsewhere."""

    sector: str
    role: str = ""
    icews: tuple[str, ...] = ()
    inter: str = ""


class KindRow(Struct, frozen=True):
    """What stands for a sector where the record names none, and the schema in FollowTheMoney."""

    kind: str
    sector: str = ""
    schema: str = ""


class ReciprocalRow(Struct, frozen=True):
    """A CAMEO code whose several actors without a recipient act on each other."""

    cameo: str
    note: str


class Country(Struct, frozen=True):
    """A country by all its codes; empty is unknown."""

    name: str
    alpha2: str = ""
    cameo: str = ""
    fips: str = ""
    cow: str = ""
    numeric: str = ""
    icews: str = ""


class Party(Struct, frozen=True):
    """An actor as CAMEO writes it: the parts, and the whole code that they make."""

    code: str
    country: str
    group: str
    roles: tuple[str, ...]


UNKNOWN = Country(name="")


@dataclass(frozen=True, slots=True)
class Codes:
    """The tables, each by its key."""

    countries: dict[str, Country]
    nonstate: dict[str, NonstateRow]
    sectors: dict[str, SectorRow]
    kinds: dict[str, KindRow]
    acts: dict[str, CameoRow]
    defaults: dict[tuple[str, str | None], str]
    reciprocal: tuple[str, ...]


@lru_cache(maxsize=1)
def codes() -> Codes:
    """The shipped tables, read once."""
    rows = Tables().rows
    return Codes(
        countries=_countries(rows("actors/states", StateRow), rows("export/countries", CountryRow)),
        nonstate={row.code: row for row in rows("export/nonstate", NonstateRow)},
        sectors={row.sector: row for row in rows("export/sectors", SectorRow)},
        kinds={row.kind: row for row in rows("export/kinds", KindRow)},
        acts={row.code: row for row in rows("export/cameo_codes", CameoRow)},
        defaults=_defaults(rows("ontology/types", TypeRow), rows("ontology/modes", ModeRow)),
        reciprocal=tuple(row.cameo for row in rows("export/reciprocal", ReciprocalRow)),
    )


def country(code: str | None) -> Country:
    """A country by its alpha-3 code, or what is known of a party with none; empty fields for what is unknown."""
    return codes().countries.get(code or "", UNKNOWN)


def country_name(code: str | None) -> str:
    """A country's name, or that of a kind of party with no country."""
    row = codes().nonstate.get(code or "")
    return row.name if row else country(code).name


def act(event: Event) -> str:
    """The CAMEO code of an event: its own, else the one that stands for its mode or type; three digits at least."""
    defaults = codes().defaults
    code = event.cameo or defaults.get((event.type, event.mode)) or defaults[event.type, None]
    return code if len(code) > 2 else code + "0"


@lru_cache(maxsize=512)
def act_row(code: str) -> CameoRow:
    """A code's classes and scales; a cell that the code lacks is taken from the code above it."""
    rows = codes().acts
    own = rows.get(code, CameoRow(code))
    above = act_row(code[:-1]) if len(code) > 2 else own
    return CameoRow(
        code=code, label=own.label or above.label, gdelt_quad=own.gdelt_quad or above.gdelt_quad,
        icews_quad=own.icews_quad or above.icews_quad, pentaclass=own.pentaclass or above.pentaclass,
        goldstein=own.goldstein or above.goldstein, intensity=own.intensity or above.intensity,
    )  # fmt: skip


def sectors_of(actor: Actor) -> tuple[str, ...]:
    """The sectors with the primary one first; where there is none, what the kind stands for."""
    return _sectors(actor.kind, actor.sector, actor.sectors)


def party(actor: Actor) -> Party:
    """An actor in CAMEO's parts, as GDELT and Phoenix write them; all empty for one that has no code."""
    return _party(actor.country, sectors_of(actor))


@lru_cache(maxsize=4096)
def _sectors(kind: str, sector: str | None, sectors: tuple[str, ...]) -> tuple[str, ...]:
    named = [sector, *sectors] if sector else [*sectors]
    found = tuple(dict.fromkeys(filter(None, named)))
    return found or tuple(filter(None, (codes().kinds[kind].sector,)))


@lru_cache(maxsize=4096)
def _party(land: str | None, sectors: tuple[str, ...]) -> Party:
    tables = codes()
    outside = tables.nonstate.get(land or "")
    state = outside.country if outside else country(land).cameo
    named = [
        outside.role if outside else "",
        *(tables.sectors[name].role for name in sectors if name in tables.sectors),
    ]
    roles = tuple(dict.fromkeys(filter(None, named)))[:3]
    group = outside.group if outside else ""
    whole = roles[0] + group + "".join(roles[1:]) if group and roles else state + "".join(roles)
    return Party(whole, state, group, roles)


def _countries(states: list[StateRow], more: list[CountryRow]) -> dict[str, Country]:
    others = {row.key: row for row in more}
    out = {}
    for state in states:
        other = others.get(state.key, CountryRow(state.key))
        out[state.key] = Country(
            name=state.name, alpha2=state.alpha2 or "", cameo=state.cameo or state.key, fips=state.fips or "",
            cow=str(other.cow or ""), numeric=str(other.numeric or ""), icews=other.icews or state.name,
        )  # fmt: skip
    return out


def _defaults(types: list[TypeRow], modes: list[ModeRow]) -> dict[tuple[str, str | None], str]:
    by_type: dict[tuple[str, str | None], str] = {(row.type, None): row.cameo for row in types}
    return by_type | {(row.type, row.mode): row.cameo for row in modes}
