"""The code tables hold together: every act has its classes and scales, every country its codes, none is given twice."""

from __future__ import annotations

from collections import Counter

import pytest

from dragoman.export.codes import act_row, codes, country, party
from dragoman.record import Actor, ActorKind
from dragoman.tables.actors import StateRow
from dragoman.tables.table import Tables

ACTS = sorted(set(codes().defaults.values()) | set(codes().acts))


@pytest.mark.parametrize("code", ACTS)
def test_every_act_has_its_classes_and_scales(code: str) -> None:
    row = act_row(code)
    assert row.label
    assert row.gdelt_quad in {"1", "2", "3", "4"}
    assert row.icews_quad in {"1", "2", "3", "4"}
    assert row.pentaclass in {"0", "1", "2", "3", "4"}
    assert -10 <= float(row.goldstein) <= 10
    assert -10 <= float(row.intensity) <= 10


def test_no_two_countries_of_today_share_a_code() -> None:
    gone = {state.key for state in Tables().rows("actors/states", StateRow) if state.until}
    today = [found for key, found in codes().countries.items() if key not in gone]
    for scheme in ("alpha2", "cameo", "fips", "cow", "numeric"):
        counts = Counter(filter(None, (getattr(found, scheme) for found in today)))
        assert {code for code, count in counts.items() if count > 1} == set(), scheme


@pytest.mark.parametrize(
    ("key", "cameo", "fips", "cow", "numeric"),
    [
        ("USA", "USA", "US", "2", "840"), ("DEU", "DEU", "GM", "255", "276"), ("ROU", "ROM", "RO", "360", "642"),
        ("CHN", "CHN", "CH", "710", "156"), ("CHE", "CHE", "SZ", "225", "756"), ("KOR", "KOR", "KS", "732", "410"),
        ("PSE", "PSE", "WE", "", "275"), ("SVN", "SVN", "SI", "349", "705"), ("LCA", "LCA", "ST", "56", "662"),
        ("IRQ", "IRQ", "IZ", "645", "368"), ("UKR", "UKR", "UP", "369", "804"), ("GBR", "GBR", "UK", "200", "826"),
    ],
)  # fmt: skip
def test_countries_have_the_codes_of_each_scheme(key: str, cameo: str, fips: str, cow: str, numeric: str) -> None:
    found = country(key)
    assert (found.cameo, found.fips, found.cow, found.numeric) == (cameo, fips, cow, numeric)


@pytest.mark.parametrize(
    ("kind", "land", "sectors", "code"),
    [
        ("state", "NOR", (), "NOR"), ("government", "NOR", (), "NORGOV"), ("military", "PAK", ("MIL",), "PAKMIL"),
        ("igo", "UNO", (), "IGOUNO"), ("igo", "EUR", (), "EUR"), ("igo", "IGO", (), "IGO"),
        ("company", "MNC", ("BUS",), "MNCBUS"),
        ("armed_group", "AFG", ("REB",), "AFGREB"), ("media", "GBR", ("JRN",), "GBRMED"), ("person", None, (), ""),
        ("population", None, ("MED",), "HLH"), ("armed_group", "IMG", ("REB",), "IMGREB"), ("other", None, (), ""),
    ],
)  # fmt: skip
def test_parties_have_cameo_codes(kind: ActorKind, land: str | None, sectors: tuple[str, ...], code: str) -> None:
    actor = Actor(id="a1", name="x", kind=kind, country=land, sector=sectors[0] if sectors else None, sectors=sectors)
    assert party(actor).code == code
