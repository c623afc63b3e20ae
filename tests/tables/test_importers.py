"""Dictionaries of other coders and lists of entities become rows of a user's tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.tables.actors import ActorTables, AgentRow, HolderRow, OrganisationRow, StateRow
from dragoman.tables.entities import Topics, read_csv, read_followthemoney
from dragoman.tables.own import Codes, Imported, key_of, write_own
from dragoman.tables.petrarch import day, read_actors, read_agents, spoken
from dragoman.tables.soundness import faults
from dragoman.tables.table import Tables

ACTORS = """\
# a small dictionary of our own
ZEMBLA_LIBERATION_FRONT_  [NORREB] ; an invented group
+ZLF_
KINGDOM_OF_NORWEGIA_ [NOR]
IDA_SOLBERG_
+I_SOLBERG_
	[NORGOV 050101-091231]
	[NORELI >100101]
NOWHERE_MAN_ [QQQ]
SILENT_ONE_
"""

AGENTS = """\
!RANKS! = CORPORAL, SERGEANT
LAMPLIGHTER {LAMPLIGHTERS} [~LAB]
BEEKEEPER_ [~AGR] # plural by rule
TUNNEL_!RANKS! [~MIL]
WANDERER [~]
"""


@pytest.fixture(scope="module")
def codes() -> Codes:
    return Codes(Tables())


def rows(imported: Imported, kind: type) -> list:  # type: ignore[type-arg]
    return [row for found in imported.rows.values() for row in found if isinstance(row, kind)]


def test_an_undated_actor_is_an_organisation_with_all_its_names(codes: Codes) -> None:
    (row,) = rows(read_actors(ACTORS, codes, "own.txt"), OrganisationRow)
    assert (row.name, row.aliases) == ("Zembla Liberation Front", ("ZLF",))
    assert (row.kind, row.country, row.sectors, row.source) == ("armed_group", "NOR", ("REB",), "own.txt")


def test_dated_codes_are_tenures_and_the_former_elite_is_left_to_the_dates(codes: Codes) -> None:
    (row,) = rows(read_actors(ACTORS, codes, "own.txt"), HolderRow)
    assert (row.key, row.aliases) == ("ida-solberg", ("I Solberg",))
    assert (row.country, row.sectors, row.since, row.until) == ("NOR", ("GOV",), "2005-01-01", "2009-12-31")


def test_a_new_name_of_a_state_widens_the_states_row(codes: Codes) -> None:
    (row,) = rows(read_actors(ACTORS, Codes(Tables()), "own.txt"), StateRow)
    assert row.key == "NOR"
    assert row.aliases[-1] == "Kingdom Of Norwegia"


def test_what_cannot_be_used_is_set_aside_with_line_and_reason(codes: Codes) -> None:
    aside = read_actors(ACTORS, codes, "own.txt").aside
    assert aside == ["line 9: Nowhere Man: unknown code QQQ", "line 10: Silent One has no code"]


def test_agents_have_their_plurals_and_sets_are_spelled_out(codes: Codes) -> None:
    imported = read_agents(AGENTS, codes, "own.txt")
    found = {row.singular[0]: (row.plural, row.sectors) for row in rows(imported, AgentRow)}
    assert found == {
        "lamplighter": (("lamplighters",), ("LAB",)),
        "beekeeper": (("beekeepers",), ("AGR",)),
        "tunnel corporal": (("tunnel corporals",), ("MIL",)),
        "tunnel sergeant": (("tunnel sergeants",), ("MIL",)),
    }
    assert imported.aside == ["line 5: WANDERER [~]: no sector in its code"]


DAYS = [("090120", "2009-01-20"), ("891109", "1989-11-09"), ("20050700", "2005-07"), ("20050000", "2005")]


@pytest.mark.parametrize(("digits", "written"), DAYS)
def test_days_are_read_with_two_or_four_digits_of_the_year(digits: str, written: str) -> None:
    assert day(digits) == written


CHAINS = [
    ("AFGREBTAL", ("AFG", ("REB",))),
    ("USAMIL", ("USA", ("MIL",))),
    ("IGOUNO", ("IGO", ())),
    ("GOV", (None, ("GOV",))),
    ("USAMED", ("USA", ("JRN",))),
]


@pytest.mark.parametrize(("chain", "read"), CHAINS)
def test_a_chain_of_codes_is_a_country_and_sectors(
    codes: Codes, chain: str, read: tuple[str | None, tuple[str, ...]]
) -> None:
    assert codes.read(chain) == read


def test_patterns_are_spoken_as_names() -> None:
    assert [spoken("ABU_NOOR_"), spoken("ZLF_"), key_of("Café de l'Été")] == ["Abu Noor", "ZLF", "cafe-de-l'ete"]


def entity(ident: str, schema: str, **properties: list[str]) -> str:
    return json.dumps({"id": ident, "schema": schema, "properties": properties})


ENTITIES = "\n".join(
    [
        entity("p1", "Person", name=["Ida Solberg"], alias=["I. Solberg"], nationality=["no"], gender=["female"],
               topics=["role.pep"]),
        entity("post", "Position", name=["Minister of Fisheries"], country=["no"]),
        entity("o1", "Occupancy", holder=["p1"], post=["post"], startDate=["2011-02-03"], endDate=["2014"]),
        entity("p2", "Person", name=["Tor Vik"], country=["se"], position=["Governor"]),
        entity("c1", "Company", name=["Vik Shipping AS"], jurisdiction=["no"], topics=["sanction"]),
        entity("g1", "Organization", name=["Black Lantern"], topics=["crime.terror"]),
        entity("x", "Person"),
        "{not json",
    ]
)  # fmt: skip


def test_entities_become_holders_and_organisations(codes: Codes) -> None:
    imported = read_followthemoney(ENTITIES, codes, Topics(Tables()), "list.jsonl")
    holders = [(r.key, r.title, r.country, r.gender, r.since, r.until) for r in rows(imported, HolderRow)]
    assert holders == [
        ("ida-solberg", "minister of fisheries", "NOR", "f", "2011-02-03", "2014"),
        ("tor-vik", "governor", "SWE", None, None, None),
    ]
    bodies = [(r.name, r.kind, r.country, r.sectors) for r in rows(imported, OrganisationRow)]
    assert bodies == [("Vik Shipping AS", "company", "NOR", ("BUS",)), ("Black Lantern", "armed_group", None, ("REB",))]
    assert len(imported.aside) == 2


CSV = """\
name,aliases,country,sectors,title,from,until,kind
Zembla Coast Guard,ZCG;Coast Watch,NO,MIL,,,,
Tor Vik,,SWE,GOV,Governor,2001-05,2004,
Ghost Body,,XX,,,,,
"""


def test_a_csv_is_read_by_its_header(codes: Codes) -> None:
    imported = read_csv(CSV, codes, "own.csv")
    (body,), (holder,) = rows(imported, OrganisationRow), rows(imported, HolderRow)
    assert (body.name, body.aliases, body.country, body.kind) == (
        "Zembla Coast Guard", ("ZCG", "Coast Watch"), "NOR", "military",
    )  # fmt: skip
    assert (holder.title, holder.since, holder.until) == ("governor", "2001-05", "2004")
    assert imported.aside == ["line 4: unknown country XX"]


def test_imported_rows_are_found_again_and_a_second_import_changes_nothing(tmp_path: Path, codes: Codes) -> None:
    for _ in range(2):
        assert write_own(tmp_path, read_csv(CSV, codes, "own.csv")) == {"actors/holders": 1, "actors/organisations": 1}
    tables = ActorTables(Tables(tmp_path))
    assert tables.people["tor-vik"].tenures[0].title == "governor"
    assert tables.organisations["ZEMBLA-COAST-GUARD"].country == "NOR"
    assert len((tmp_path / "actors/organisations.tsv").read_text(encoding="utf-8").splitlines()) == 3


def test_faults_name_table_row_and_remedy(tmp_path: Path) -> None:
    (tmp_path / "actors").mkdir()
    header = "\t".join(HolderRow.__struct_encode_fields__)
    row = "tor-vik\tTor Vik\t\tm\tgovernor\tSWE\tQQQ\tGOV\t2004\t2001\town"
    (tmp_path / "actors/holders.tsv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    found = [line for line in faults(Tables(tmp_path)) if "tor-vik" in line]
    assert found == ["holders: tor-vik: unknown country QQQ", "holders: tor-vik: ends (2001) before it begins (2004)"]


def test_the_command_imports_finds_and_shows(tmp_path: Path) -> None:
    source = tmp_path / "own.csv"
    source.write_text(CSV, encoding="utf-8")
    own = tmp_path / "tables"
    run = CliRunner()
    done = run.invoke(app, ["actors", "import", str(source), "--tables", str(own), "--format", "csv"])
    assert done.exit_code == 0, done.output
    found = run.invoke(app, ["actors", "find", "Tor Vik", "--on", "2002-01-01", "--tables", str(own)])
    assert found.output.split("\t")[:5] == ["tor-vik", "Tor Vik", "person", "SWE", "GOV"]
    shown = run.invoke(app, ["actors", "show", "ZEMBLA-COAST-GUARD", "--tables", str(own)])
    assert json.loads(shown.output)["aliases"] == ["ZCG", "Coast Watch"]
    assert run.invoke(app, ["actors", "find", "Nobody Known"]).exit_code == 1
