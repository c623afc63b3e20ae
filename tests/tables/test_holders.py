"""The table of office holders: tenures that can be true together."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from itertools import combinations

import pytest

STATE_SECTORS = ["COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK"]
SOCIAL_SECTORS = ["AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC"]
SECTORS = frozenset([*STATE_SECTORS, *SOCIAL_SECTORS])
BEYOND_STATES = frozenset(["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"])


def rows(name: str) -> list[dict[str, str]]:
    text = files("dragoman").joinpath("tables", "actors", name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


HOLDERS = rows("holders.tsv")
SHARED = {(row["title"], row["of"]) for row in rows("shared_offices.tsv")}


def by_office() -> Iterator[tuple[tuple[str, str], list[dict[str, str]]]]:
    offices: dict[tuple[str, str, str], list[dict[str, str]]] = defaultdict(list)
    for row in HOLDERS:
        offices[row["title"], row["of"], row["country"]].append(row)
    for (title, of, _), tenures in offices.items():
        yield (title, of), sorted(tenures, key=lambda row: row["from"])


def ends_after(earlier: dict[str, str], later: dict[str, str]) -> bool:
    """Tell whether the earlier tenure reaches into the later one, at the precision that both dates have."""
    if not earlier["until"]:
        return True
    known = min(len(earlier["until"]), len(later["from"]))
    return earlier["until"][:known] > later["from"][:known]


def test_no_office_is_held_by_two_at_once_unless_it_is_a_shared_one() -> None:
    clashes = [
        f"{office}: {one['name']} {one['from']}..{one['until']} and {two['name']} {two['from']}"
        for office, tenures in by_office()
        if office not in SHARED
        for one, two in combinations(tenures, 2)
        if ends_after(one, two)
    ]
    assert clashes == []


def test_every_shared_office_is_in_fact_shared() -> None:
    really = {
        office for office, tenures in by_office() for one, two in combinations(tenures, 2) if ends_after(one, two)
    }
    assert sorted(SHARED - really) == []


def test_no_tenure_ends_before_it_starts() -> None:
    wrong = [
        row["key"]
        for row in HOLDERS
        if not row["from"] or (row["until"] and row["until"] < row["from"][: len(row["until"])])
    ]
    assert wrong == []


@pytest.mark.parametrize("column", ["from", "until"])
def test_dates_are_days_months_or_years_of_our_time(column: str) -> None:
    wrong = [(row["key"], row[column]) for row in HOLDERS if row[column] and not is_date(row[column])]
    assert wrong == []


def is_date(text: str) -> bool:
    parts = text.split("-")
    lengths = [len(part) for part in parts]
    limits = [(1940, 2026), (1, 12), (1, 31)]
    return lengths == [4, 2, 2][: len(parts)] and all(
        low <= int(part) <= high for part, (low, high) in zip(parts, limits, strict=False)
    )


def test_countries_and_sectors_are_known() -> None:
    countries = {row["key"] for row in rows("states.tsv")} | BEYOND_STATES
    assert sorted({row["country"] for row in HOLDERS} - countries) == []
    assert sorted({code for row in HOLDERS for code in row["sectors"].split("|") if code} - SECTORS) == []


def test_every_office_is_of_a_known_state_or_organisation() -> None:
    known = {row["key"] for name in ("states.tsv", "organisations.tsv") for row in rows(name)}
    assert sorted({row["of"] for row in HOLDERS} - known) == []


def test_no_key_is_both_a_state_and_an_organisation() -> None:
    states, organisations = ({row["key"] for row in rows(name)} for name in ("states.tsv", "organisations.tsv"))
    assert sorted(states & organisations) == []


def test_tenures_lie_within_the_life_of_their_organisation() -> None:
    lives = {row["key"]: (row["from"], row["until"]) for row in rows("organisations.tsv")}
    outside = [
        (row["of"], row["key"], row["from"], row["until"])
        for row in HOLDERS
        if row["of"] in lives and not within(row, *lives[row["of"]])
    ]
    assert outside == []


def within(row: dict[str, str], start: str, end: str) -> bool:
    """Tell whether a tenure lies between two dates, at the precision that both have; an empty date sets no bound."""
    known = min(len(row["from"]), len(start))
    if row["from"][:known] < start[:known]:
        return False
    known = min(len(row["until"]), len(end))
    return not end or (bool(row["until"]) and row["until"][:known] <= end[:known])


def test_one_key_is_one_person_with_one_name_and_gender() -> None:
    people: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for row in HOLDERS:
        people[row["key"]].add((row["name"], row["aliases"], row["gender"]))
    assert sorted(key for key, found in people.items() if len(found) > 1) == []
    assert {row["gender"] for row in HOLDERS} == {"m", "f"}


def test_the_same_name_in_the_same_country_is_the_same_person() -> None:
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in HOLDERS:
        names[row["name"], row["country"]].add(row["key"])
    shared = sorted(keys for keys in map(sorted, names.values()) if len(keys) > 1)
    assert shared == [["andris-berzins", "andris-berzins-pm"]]


def test_the_table_keeps_its_order_and_has_no_row_twice() -> None:
    order = [(row["country"], row["of"], row["title"], row["from"], row["key"]) for row in HOLDERS]
    assert order == sorted(set(order))


@pytest.mark.parametrize(
    ("day", "title", "of", "key"),
    [
        ("1991-01-16", "president", "USA", "george-h-w-bush"),
        ("1997-05-03", "prime minister", "GBR", "tony-blair"),
        ("1999-10-13", "army chief", "PAK", "pervez-musharraf"),
        ("2003-03-20", "foreign minister", "FRA", "dominique-de-villepin"),
        ("2009-12-01", "secretary-general", "UN", "ban-ki-moon"),
        ("2014-07-25", "special envoy for syria", "UN", "staffan-de-mistura"),
        ("2017-06-22", "crown prince", "SAU", "mohammed-bin-salman"),
        ("2018-01-02", "military spokesman", "PAK", "asif-ghafoor"),
        ("2022-02-24", "president", "UKR", "volodymyr-zelensky"),
        ("2023-01-24", "prime minister", "NZL", "jacinda-ardern"),
    ],
)
def test_well_known_days_find_their_office_holder(day: str, title: str, of: str, key: str) -> None:
    held = [
        row["key"]
        for row in HOLDERS
        if (row["title"], row["of"]) == (title, of)
        and row["from"] <= day
        and (not row["until"] or row["until"] >= day[: len(row["until"])])
    ]
    assert held == [key]
