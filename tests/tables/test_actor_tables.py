"""The tables of states, organisations, organs and agents: every row is sound, and no name is claimed twice."""

import csv
import re
from collections import defaultdict
from importlib.resources import files
from itertools import combinations
from typing import get_args

import pytest

from dragoman.record import ActorKind

Row = dict[str, str]

SECTORS = {
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS",
    "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
}  # fmt: skip
KINDS = frozenset(get_args(ActorKind))
FORMS = {"office", "member", "crowd", "speaker", "private"}
BEYOND_STATES = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
MANY_VALUED = ("aliases", "adjectives", "demonyms", "capital", "seats", "sectors", "words")


def rows(name: str) -> list[Row]:
    text = files("dragoman").joinpath("tables", "actors", f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


TABLES = {name: rows(name) for name in ("states", "organisations", "organs", "agents")}
STATES = {row["key"] for row in TABLES["states"]}


def cell(row: Row, column: str) -> list[str]:
    return row[column].split("|") if row.get(column) else []


def at_once(one: Row, other: Row) -> bool:
    """Tell whether two rows can hold on the same day, as far as their dates say."""
    return not any(a["until"] and b["from"] and a["until"] <= b["from"] for a, b in ((one, other), (other, one)))


def claims(table: str, *columns: str) -> list[str]:
    """Names that two rows of a table claim for the same day."""
    claimants: dict[str, list[Row]] = defaultdict(list)
    for row in TABLES[table]:
        for name in {name for column in columns for name in cell(row, column)}:
            claimants[name].append(row)
    return [
        name for name, claiming in sorted(claimants.items())
        if any(at_once(one, other) for one, other in combinations(claiming, 2))
    ]  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_all_its_cells_and_a_source(table: str) -> None:
    broken = [row for row in TABLES[table] if None in row or None in row.values() or not row["source"]]
    assert not broken


@pytest.mark.parametrize("table", TABLES)
def test_no_key_is_used_twice(table: str) -> None:
    first = next(iter(TABLES[table][0]))
    keys = [row[first] for row in TABLES[table]]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("table", TABLES)
def test_no_value_in_a_cell_is_empty_padded_or_repeated(table: str) -> None:
    wrong = [
        (column, row[column]) for row in TABLES[table] for column in row
        if row[column] != row[column].strip() or (
            column in MANY_VALUED and any(not value or value != value.strip() for value in cell(row, column))
        ) or (column in MANY_VALUED and len(cell(row, column)) != len(set(cell(row, column))))
    ]  # fmt: skip
    assert not wrong


@pytest.mark.parametrize("table", ["organisations", "organs", "agents"])
def test_kinds_and_sectors_are_those_of_the_record(table: str) -> None:
    unknown = [row for row in TABLES[table] if row["kind"] not in KINDS or set(cell(row, "sectors")) - SECTORS]
    assert not unknown


def test_a_name_belongs_to_one_state_and_to_one_organisation_at_a_time() -> None:
    assert not claims("states", "name", "aliases", "capital", "seats")
    assert not claims("organisations", "name", "aliases")
    assert not claims("organs", "words")


def test_a_people_belongs_to_one_state() -> None:
    assert not claims("states", "adjectives")
    assert not claims("states", "demonyms")


def test_no_organisation_bears_the_name_of_a_state() -> None:
    of_states = {
        name for row in TABLES["states"] for column in ("name", "aliases", "adjectives", "demonyms", "capital", "seats")
        for name in cell(row, column)
    }  # fmt: skip
    of_organisations = {name for row in TABLES["organisations"] for name in [row["name"], *cell(row, "aliases")]}
    assert not of_states & of_organisations


def test_organisations_name_known_countries_and_parents() -> None:
    keys = {row["key"] for row in TABLES["organisations"]}
    unknown = [
        row["key"] for row in TABLES["organisations"]
        if row["country"] not in STATES | BEYOND_STATES
        or (row["parent"] and (row["parent"] not in keys or row["parent"] == row["key"]))
    ]  # fmt: skip
    assert not unknown


def test_an_organisation_is_not_its_own_ancestor() -> None:
    parents = {row["key"]: row["parent"] for row in TABLES["organisations"]}
    for key in parents:
        above, seen = parents[key], {key}
        while above:
            assert above not in seen, key
            seen.add(above)
            above = parents[above]


@pytest.mark.parametrize("table", ["states", "organisations"])
def test_dates_are_iso_and_no_end_lies_before_its_start(table: str) -> None:
    wrong = [
        row["key"] for row in TABLES[table]
        if any(row[column] and not DATE.fullmatch(row[column]) for column in ("from", "until"))
        or (row["from"] and row["until"] and row["from"] > row["until"])
    ]  # fmt: skip
    assert not wrong


def test_codes_of_states_have_their_shape_and_belong_to_one_state() -> None:
    shapes = {"key": r"[A-Z]{3}", "alpha2": r"[A-Z]{2}", "cameo": r"[A-Z]{3}", "fips": r"[A-Z]{2}", "cow": r"[A-Z]{3}"}
    shapes["geonames_id"] = r"[1-9]\d*"
    for column, shape in shapes.items():
        given = [row[column] for row in TABLES["states"] if row[column]]
        assert not [code for code in given if not re.fullmatch(shape, code)], column
    for column in ("cameo", "geonames_id", "fips"):
        given = [row[column] for row in TABLES["states"] if row[column]]
        assert len(given) == len(set(given)), column
    standing = [row for row in TABLES["states"] if not row["until"]]
    for column in ("alpha2", "cow"):
        codes = [row[column] for row in standing if row[column]]
        assert len(codes) == len(set(codes)), column


def test_agents_have_a_known_form_and_one_meaning_a_word() -> None:
    assert {row["form"] for row in TABLES["agents"]} <= FORMS
    owners: dict[str, set[str]] = defaultdict(set)
    for row in TABLES["agents"]:
        assert row["singular"]
        assert row["plural"]
        for word in (row["singular"], row["plural"]):
            owners[word].add(row["id"])
    assert not {word: ids for word, ids in owners.items() if len(ids) > 1}


def test_a_word_is_an_organ_or_an_agent_but_not_both() -> None:
    organs = {word.lower() for row in TABLES["organs"] for word in cell(row, "words")}
    agents = {row[column].lower() for row in TABLES["agents"] for column in ("singular", "plural")}
    assert not organs & agents


def test_agents_without_sectors_speak_for_their_organisation() -> None:
    assert {row["form"] for row in TABLES["agents"] if not row["sectors"]} == {"speaker"}


@pytest.mark.parametrize(
    ("table", "key", "expected"),
    [
        ("states", "PAK", {"alpha2": "PK", "fips": "PK", "cow": "PAK", "cameo": "PAK", "capital": "Islamabad"}),
        ("states", "GBR", {"alpha2": "GB", "fips": "UK", "cow": "UKG"}),
        ("states", "DEU", {"fips": "GM", "cow": "GMY"}),
        ("states", "ROU", {"cameo": "ROM", "cow": "ROM"}),
        ("states", "XKX", {"fips": "KV", "cow": "KOS"}),
        ("organisations", "PENTAGON", {"country": "USA", "sectors": "MIL"}),
        ("organisations", "ISI", {"country": "PAK", "sectors": "SPY|MIL"}),
        ("organisations", "KNESSET", {"country": "ISR", "sectors": "LEG"}),
        ("organisations", "UN", {"country": "UNO", "kind": "igo"}),
        ("organisations", "EU", {"country": "EUR", "kind": "igo"}),
        ("organisations", "IMF", {"country": "IGO"}),
        ("organisations", "ALQAEDA", {"country": "IMG", "sectors": "REB"}),
        ("organisations", "QASSAM", {"parent": "HAMAS"}),
        ("organisations", "TALIBAN", {"sectors": "REB", "until": "2021-08-14"}),
        ("organisations", "TALIBAN-GOV", {"sectors": "GOV", "from": "2021-08-15"}),
    ],
)
def test_landmarks_are_as_the_public_record_has_them(table: str, key: str, expected: dict[str, str]) -> None:
    row = next(row for row in TABLES[table] if row["key"] == key)
    assert {column: row[column] for column in expected} == expected


@pytest.mark.parametrize(
    ("word", "sectors", "form"),
    [
        ("soldier", "MIL", "member"), ("policemen", "COP", "member"), ("lawmakers", "LEG", "member"),
        ("judge", "JUD", "office"), ("envoys", "GOV", "office"), ("gunmen", "UAF", "member"),
        ("insurgents", "REB", "member"), ("protesters", "CVL", "crowd"), ("refugees", "REF", "crowd"),
        ("journalist", "JRN", "private"), ("nurses", "MED", "private"), ("farmers", "AGR", "private"),
        ("smugglers", "CRM", "private"), ("spokeswomen", "", "speaker"), ("opposition leader", "PTY|OPP", "office"),
    ],
)  # fmt: skip
def test_everyday_agents_have_the_sector_that_plover_gives_them(word: str, sectors: str, form: str) -> None:
    row = next(row for row in TABLES["agents"] if word in (row["singular"], row["plural"]))
    assert (row["sectors"], row["form"]) == (sectors, form)
