"""The row formats are read by the tools of their users, with their columns, types, blanks and names of files."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from export_reports import Exported

from dragoman.export.codes import act_row
from dragoman.export.delimited import columns
from dragoman.export.files import write_folder
from dragoman.export.formats import format_named
from dragoman.export.sieve import Sieve
from dragoman.record import Record

pd = pytest.importorskip("pandas")

GDELT_TEXT = {
    "EventCode": str, "EventBaseCode": str, "EventRootCode": str, "Actor1Code": str, "Actor2Code": str,
    "Actor1CountryCode": str, "Actor2CountryCode": str, "ActionGeo_CountryCode": str, "ActionGeo_ADM1Code": str,
    "ActionGeo_FeatureID": str, "SOURCEURL": str,
}  # fmt: skip
GDELT_NUMBERS = {
    "GLOBALEVENTID": "int64", "SQLDATE": "int64", "MonthYear": "int64", "Year": "int64", "FractionDate": float,
    "IsRootEvent": "int64", "QuadClass": "int64", "GoldsteinScale": float, "NumMentions": "int64",
    "NumSources": "int64", "NumArticles": "int64", "AvgTone": float, "ActionGeo_Type": "int64", "ActionGeo_Lat": float,
    "ActionGeo_Long": float, "DATEADDED": "int64",
}  # fmt: skip
COUNTS = {"gdelt-events": 61, "gdelt-mentions": 16, "icews": 20, "polecat": 40, "phoenix": 26, "acled": 31}
LOOKS: dict[str, dict[str, Any]] = {
    "gdelt-events": {"sep": "\t", "header": None, "quoting": 3},
    "gdelt-mentions": {"sep": "\t", "header": None, "quoting": 3},
    "icews": {"sep": "\t", "quoting": 3},
    "polecat": {"sep": "\t", "quoting": 3, "encoding": "ISO-8859-1"},
    "phoenix": {"sep": "\t", "header": None, "quoting": 3},
    "acled": {},
}


def frame(name: str, written: bytes, **more: object) -> Any:
    look = LOOKS[name]
    named = {"names": columns(name)} if "header" in look else {}
    return pd.read_csv(io.BytesIO(written), **look, **named, **more)


@pytest.mark.parametrize("name", sorted(COUNTS))
def test_a_format_has_the_columns_that_its_users_count_on(name: str, exported: Exported) -> None:
    table = frame(name, exported(name))
    assert len(columns(name)) == COUNTS[name] == len(table.columns)
    assert list(table.columns) == list(columns(name))
    assert len(table)


@pytest.mark.parametrize(("name", "header"), [(n, "header" not in look) for n, look in LOOKS.items()])
def test_a_header_stands_where_the_data_set_has_one(name: str, header: bool, exported: Exported) -> None:
    first = exported(name).split(b"\n")[0].decode("latin-1")
    assert (columns(name)[0] in first) is header


@pytest.mark.parametrize("name", [name for name, look in LOOKS.items() if look])
def test_readers_that_expect_quoting_lose_no_line(name: str, exported: Exported) -> None:
    written = exported(name)
    look = {key: value for key, value in LOOKS[name].items() if key != "quoting"}
    assert len(pd.read_csv(io.BytesIO(written), **look)) == len(frame(name, written))


def test_gdelt_events_have_the_published_types(exported: Exported) -> None:
    table = frame("gdelt-events", exported("gdelt-events"), dtype=GDELT_TEXT | GDELT_NUMBERS)
    assert set(table["EventCode"]) == {"046", "104", "173", "141", "193", "070", "110"}
    assert set(table["EventRootCode"].str.len()) == {2}
    assert table["QuadClass"].between(1, 4).all()
    assert table["AvgTone"].isna().all()


def test_gdelt_fraction_of_the_year_is_that_of_its_files(exported: Exported) -> None:
    table = frame("gdelt-events", exported("gdelt-events"))
    assert table.loc[table["SQLDATE"] == 20310217, "FractionDate"].unique() == pytest.approx([2031.1288])


@pytest.mark.parametrize(
    ("code", "kind", "name", "country", "division", "feature"),
    [
        ("046", 4, "Oslo, Norway", "NO", "NO12", None),
        ("173", 3, "Laredo, United States", "US", "USTX", None),
        ("193", 2, "Texas, United States", "US", "USTX", "TX"),
    ],
)
def test_gdelt_places_have_its_types_and_fips_codes(
    code: str, kind: int, name: str, country: str, division: str, feature: str | None, exported: Exported
) -> None:
    table = frame("gdelt-events", exported("gdelt-events"), dtype={"EventCode": str}, keep_default_na=False)
    row = table[table["EventCode"] == code].iloc[0]
    found = [row[f"ActionGeo_{part}"] for part in ("Type", "Fullname", "CountryCode", "ADM1Code", "FeatureID")]
    assert found == [kind, name, country, division, feature or ""]


def test_gdelt_mentions_point_to_events_and_count_each_telling(exported: Exported) -> None:
    events = frame("gdelt-events", exported("gdelt-events"))
    mentions = frame("gdelt-mentions", exported("gdelt-mentions"))
    counted = mentions.groupby("GLOBALEVENTID").size()
    assert counted.to_dict() == events.set_index("GLOBALEVENTID")["NumMentions"].to_dict()
    assert mentions["Confidence"].between(10, 100).all()
    assert (mentions["Confidence"] % 10 == 0).all()
    assert set(mentions["MentionType"]) == {1, 2}


def test_gdelt_one_a_day_adds_mentions_up_under_one_id(exported: Exported) -> None:
    events = frame("gdelt-events", exported("gdelt-events", one_a_day=True), dtype={"EventCode": str})
    mentions = frame("gdelt-mentions", exported("gdelt-mentions", one_a_day=True))
    asked = events[(events["Actor1Code"] == "NOR") & (events["Actor2Code"] == "TCD")]
    assert asked["NumMentions"].tolist() == [3]
    assert asked["NumArticles"].tolist() == [2]
    assert (mentions["GLOBALEVENTID"] == asked["GLOBALEVENTID"].iloc[0]).sum() == 3


def test_icews_says_na_and_keeps_codes_as_text(exported: Exported) -> None:
    table = frame("icews", exported("icews"), dtype={"CAMEO Code": str}, parse_dates=["Event Date"])
    assert set(table["CAMEO Code"]) == {"046", "104", "173", "193", "070", "110"}
    assert table["Event Date"].dt.year.isin([1998, 2031]).all()
    assert b"\tNA\t" in exported("icews")
    assert table.loc[table["CAMEO Code"] == "046", "Event Text"].unique() == ["Engage in negotiation"]


def test_polecat_says_none_and_is_latin_1(exported: Exported) -> None:
    written = exported("polecat")
    table = frame("polecat", written, na_values=["None"])
    assert written.decode("ISO-8859-1").count("\n") == len(table) + 1
    assert "None" in written.decode("ISO-8859-1").split("\n")[1].split("\t")
    arrests = table[table["Event Type"] == "COERCE"]
    assert arrests["Contexts"].tolist() == ["legal;crime"]
    assert table.loc[table["Actor Name"] == "Norway", "Actor COW"].unique().tolist() == [385]


def test_phoenix_lists_issues_with_counts_and_one_a_day_lists_sources(exported: Exported) -> None:
    codes = {"EventCode": str, "Issues": str}
    table = frame("phoenix", exported("phoenix"), dtype=codes)
    assert table.loc[table["EventCode"] == "173", "Issues"].tolist() == ["LEGAL,1;CRIME,1"]
    daily = frame("phoenix", exported("phoenix", one_a_day=True), dtype=codes)
    asked = daily[(daily["SourceActorFull"] == "NOR") & (daily["TargetActorFull"] == "TCD")]
    assert asked["URLs"].tolist() == ["https://www.wire.example/talks?id=1;clashes.txt"]
    assert asked["SentenceID"].iloc[0].count(";") == 2


def test_acled_shape_holds_only_its_types_and_quotes_commas(exported: Exported) -> None:
    table = frame("acled", exported("acled"))
    found = table[
        ["event_type", "sub_event_type", "actor1", "inter1", "inter2", "interaction", "geo_precision"]
    ].fillna(0)
    assert found.values.tolist() == [
        ["Strategic developments", "Arrests", "Police", 1, 7, 17, 1],
        ["Protests", "Peaceful protest", "fishermen", 6, 0, 60, 0],
        ["Violence against civilians", "Attack", "Mexican soldiers", 8, 7, 78, 2],
    ]
    assert table["fatalities"].iloc[2] == 3
    assert table["notes"].iloc[0].startswith("Police arrested nine marchers in Laredo")


@pytest.mark.parametrize(
    ("code", "gdelt", "icews", "penta", "goldstein", "intensity"),
    [
        ("090", "2", "3", "3", "-2.0", "-2.0"), ("141", "3", "4", "4", "-6.5", "-6.5"),
        ("163", "4", "4", "3", "-6.5", "-8.0"), ("016", "1", "1", "0", "3.4", "-5.0"),
        ("020", "1", "1", "0", "3.0", "3.0"),
    ],
)  # fmt: skip
def test_quad_classes_and_scales_are_not_mixed_up(
    code: str, gdelt: str, icews: str, penta: str, goldstein: str, intensity: str
) -> None:
    row = act_row(code)
    found = (row.gdelt_quad, row.icews_quad, row.pentaclass, row.goldstein, row.intensity)
    assert found == (gdelt, icews, penta, goldstein, intensity)


FILES = {
    "gdelt-events": {"20310218000000.export.CSV"},
    "gdelt-mentions": {"20310218000000.mentions.CSV"},
    "icews": {"events.1998.tab", "events.2031.tab"},
    "polecat": {"ngecEventsDV-1998.txt", "ngecEventsDV-2031.txt"},
    "phoenix": {"events.full.19980101.txt", "events.full.20310217.txt"},
    "acled": {"acled-shaped-2031.csv"},
}


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_folder_gets_the_names_that_users_look_for(name: str, records: list[Record], tmp_path: Path) -> None:
    form = format_named(name)
    assert form.parts is not None
    write_folder(form.parts(records, Sieve()), tmp_path, head=form.head)
    assert {path.name for path in tmp_path.iterdir()} == FILES[name]
    lines = [line for path in sorted(tmp_path.iterdir()) for line in path.read_bytes().split(b"\n")[:-1]]
    assert not form.head or lines.count(form.head.rstrip(b"\n")) == len(FILES[name])
