"""A user's own tables: rows read, joined to what is there and written back as TSV."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from msgspec import Struct

from dragoman.record import ActorKind
from dragoman.tables.actors import AgentRow, HolderRow, KindRow, OrganisationRow, StateRow
from dragoman.tables.names import fold, pieces
from dragoman.tables.table import MANY, Row, Tables, read_rows

HEADING = "# source: imported by `dragoman actors import`; licence: that of the files imported\n"
TABLES: dict[str, type[Struct]] = {
    "actors/organisations": OrganisationRow,
    "actors/holders": HolderRow,
    "actors/agents": AgentRow,
    "actors/states": StateRow,
}


class SectorRow(Struct, frozen=True):
    """A role code of CAMEO and PLOVER's sector for it."""

    code: str
    sector: str


@dataclass(slots=True)
class Imported:
    """What a foreign file gave: rows by table, and the lines set aside with the reason."""

    rows: dict[str, list[Struct]] = field(default_factory=dict)
    aside: list[str] = field(default_factory=list)

    def add(self, table: str, row: Struct) -> None:
        """One more row for a table."""
        self.rows.setdefault(table, []).append(row)


class Codes:
    """Codes of other coders read as countries and PLOVER sectors.

    Raises:
        TableError: a table that does not hold what it should.
    """

    def __init__(self, tables: Tables) -> None:
        states = tables.rows("actors/states", StateRow)
        self.states = {row.key: row for row in states}
        self.countries = {code.upper(): row.key for row in states for code in (row.alpha2, row.cameo, row.key) if code}
        self.sectors = {row.code: row.sector for row in tables.rows("actors/cameo_sectors", SectorRow)}
        self.kinds = {row.code: row.kind for row in tables.rows("actors/sector_kinds", KindRow)}

    def read(self, code: str) -> tuple[str | None, tuple[str, ...]]:
        """Country (or non-state code) and sectors of a chain of three-letter codes, such as "AFGREBTAL"."""
        parts = [code[i : i + 3].upper() for i in range(0, len(code) - len(code) % 3, 3)]
        country = None
        if parts and parts[0] not in self.sectors:
            country = self.countries.get(parts[0]) or (parts[0] if parts[0] in self.kinds else None)
        elif parts and parts[0] == "MNC":
            country = "MNC"
        sectors = tuple(dict.fromkeys(self.sectors[part] for part in parts if part in self.sectors))
        return country, sectors

    def kind(self, country: str | None, sectors: tuple[str, ...]) -> ActorKind:
        """The kind of actor that a country and sectors speak of."""
        known = (self.kinds.get(code) for code in (*sectors, country or ""))
        return next((kind for kind in known if kind is not None and kind != "person"), "other")


def key_of(name: str) -> str:
    """A key made from a name: folded words joined by hyphens."""
    return "-".join(word for word in map(fold, pieces(name)) if word != "'s")


def write_own(folder: Path, imported: Imported) -> dict[str, int]:
    """Join the rows to the user's tables and write them, each file whole or not at all.

    Rows of the same key that came from the same source are replaced.

    Returns:
        Rows written, by table.
    """
    counts: dict[str, int] = {}
    for table, rows in imported.rows.items():
        path = folder / f"{table}.tsv"
        kind = TABLES[table]
        path.parent.mkdir(parents=True, exist_ok=True)
        old: list[Struct] = list(read_rows(path, kind)) if path.exists() else []
        replaced = {msgspec.structs.astuple(row)[0] for row in rows}
        kept = [row for row in old if msgspec.structs.astuple(row)[0] not in replaced]
        fresh = path.with_suffix(".new")
        fresh.write_text(text_of(kind, kept + rows), encoding="utf-8")
        os.replace(fresh, path)
        counts[table] = len(rows)
    return counts


def text_of(kind: type[Row], rows: list[Row]) -> str:
    """The rows as a table's text, in order of their first column."""
    lines = ["\t".join(kind.__struct_encode_fields__)]
    for row in sorted(rows, key=lambda row: str(msgspec.structs.astuple(row)[0])):
        lines.append("\t".join(_cell(value) for value in msgspec.structs.astuple(row)))
    return HEADING + "\n".join(lines) + "\n"


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return MANY.join(str(part).replace(MANY, "/") for part in value)
    return " ".join(str(value).split()) if value is not None else ""
