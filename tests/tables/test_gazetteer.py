"""The compiled gazetteer and the project's own places above it."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest

from dragoman.errors import TableError
from dragoman.tables.gazetteer import FILE, OWN_TABLES, Gazetteer, PlaceRow, name_key
from dragoman.tables.table import Tables

LARGEST_BYTES = 15_000_000
LOAD_SECONDS = 0.2


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(Tables())


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Aix-en-Provence", "aix en provence"),
        ("Ciudad Ju\u00e1rez", "ciudad juarez"),
        ("St. John\u2019s", "st johns"),
        ("\u0141\u00f3d\u017a", "lodz"),
        ("Al\u2011Hol", "al hol"),
    ],
)
def test_names_are_folded(name: str, key: str) -> None:
    assert name_key(name) == key


@pytest.mark.parametrize(
    ("name", "country", "feature", "admin1"),
    [
        ("Nairobi", "KEN", "PPLC", "KE.05"),
        ("Mosul", "IRQ", "PPL", "IQ.15"),
        ("Bavaria", "DEU", "RGN", "DE.02"),
        ("Texas", "USA", "ADM1", "US.TX"),
        ("Strait of Hormuz", None, "STRT", None),
        ("Bagram", "AFG", "INSM", None),
    ],
)
def test_the_first_meaning_of_a_name_is_the_one_most_in_the_news(
    gazetteer: Gazetteer, name: str, country: str | None, feature: str, admin1: str | None
) -> None:
    entries = gazetteer.lookup(name_key(name))
    assert (country, feature, admin1) in [(e.country, e.feature, e.admin1) for e in entries[:2]]


def test_an_unknown_name_has_no_meaning(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("xyzzy") == ()


@pytest.mark.parametrize(("state", "capital"), [("PAK", "Islamabad"), ("KEN", "Nairobi"), ("USA", "Washington")])
def test_a_state_has_its_capital(gazetteer: Gazetteer, state: str, capital: str) -> None:
    entry = gazetteer.capital(state)
    assert entry is not None
    assert (entry.name, entry.country) == (capital, state)


def test_words_for_states_keep_their_case(gazetteer: Gazetteer) -> None:
    assert gazetteer.written.meaning["US"].state == "USA"
    assert "us" not in gazetteer.written.meaning


def test_the_file_is_the_one_that_its_note_describes() -> None:
    data = FILE.read_bytes()
    assert hashlib.sha256(data).hexdigest() in FILE.with_suffix(".tsv").read_text(encoding="utf-8")
    assert len(data) < LARGEST_BYTES


def test_it_opens_at_once() -> None:
    tables = Tables()
    start = time.process_time()
    Gazetteer(tables)
    assert time.process_time() - start < LOAD_SECONDS


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="make gazetteer"):
        Gazetteer(Tables(), tmp_path / "none.bin")


def test_own_places_have_sane_positions_and_one_key_each() -> None:
    rows = [row for table in OWN_TABLES for row in Tables().rows(table, PlaceRow)]
    for row in rows:
        assert (row.lat is None) == (row.lon is None), row.key
        assert row.lat is None or (-90 <= row.lat <= 90 and -180 <= (row.lon or 0) <= 180), row.key
    keys = [row.key for row in rows]
    assert [key for key in keys if keys.count(key) > 1] == []


def test_own_places_stand_in_known_states(gazetteer: Gazetteer) -> None:
    rows = [row for table in OWN_TABLES for row in Tables().rows(table, PlaceRow)]
    assert [row.key for row in rows if row.country and row.country not in gazetteer.by_key] == []


def test_a_users_rows_are_found_first(tmp_path: Path) -> None:
    (tmp_path / "places").mkdir()
    header = "key\tname\taliases\tadjectives\tfeature\tcountry\tlat\tlon\tgeonames_id\tweight\tsource"
    row = "camp-seven\tCamp Seven\t\t\tCMP\tKEN\t1.5\t40.0\t\t200000\town"
    (tmp_path / "places" / "sites.tsv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    entries = Gazetteer(Tables(tmp_path)).lookup("camp seven")
    assert [(e.name, e.country, e.lat) for e in entries[:1]] == [("Camp Seven", "KEN", 1.5)]
