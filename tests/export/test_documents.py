"""The JSON, XML and Parquet formats are read by the tools of their users."""

from __future__ import annotations

import io
import json
from pathlib import Path

import frictionless
import geojson
import networkx as nx
import pytest
from export_reports import Exported

from dragoman.errors import SettingsError
from dragoman.export import parquet
from dragoman.export.formats import formats
from dragoman.export.sieve import ALL, Sieve
from dragoman.export.tabular import fields
from dragoman.record import Record

EVERYTHING = Sieve(factualities=ALL, repeats=True)


def lines(written: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in written.splitlines()]


def test_plover_objects_have_the_required_fields(exported: Exported) -> None:
    found = lines(exported("plover"))
    assert all({"id", "date", "actor", "event"} <= set(one) for one in found)
    assert len({one["id"] for one in found}) == len(found)


def test_plover_says_factuality_as_auxiliary_mode_when_asked_for(exported: Exported) -> None:
    found = lines(exported("plover", factualities=ALL))
    modes = {one.get("auxiliary_mode") for one in found}
    assert modes == {None, "negation", "future", "hypothetical", "historical"}


def test_geojson_is_valid_and_longitude_comes_first(exported: Exported) -> None:
    collection = geojson.loads(exported("geojson"))
    assert collection.is_valid, collection.errors()
    assert collection["features"][0]["geometry"]["coordinates"] == [10.74609, 59.91273]
    assert {f["properties"]["place"] for f in collection["features"]} == {"Oslo", "Laredo", "Texas"}


def test_geojson_of_nothing_is_valid(records: list[Record]) -> None:
    form = formats()["geojson"]
    assert form.parts is not None
    written = b"".join(piece for _, piece in form.parts(records[2:], Sieve()))
    assert geojson.loads(written)["features"] == []


@pytest.mark.parametrize(("name", "read"), [("gexf", nx.read_gexf), ("graphml", nx.read_graphml)])
def test_networkx_reads_the_network_with_its_numbers(name: str, read: object, exported: Exported) -> None:
    graph = read(io.BytesIO(exported(name)))  # type: ignore[operator]
    edges = [data for _, _, data in graph.edges(data=True) if data["type"] == "REQUEST"]
    asked = graph.get_edge_data("NOR", "TCD")
    assert graph.is_directed()
    assert (asked.get(0) or next(iter(asked.values())) if graph.is_multigraph() else asked)["events"] == 3
    assert len(edges) == 4
    assert graph.nodes["UN"]["label"] == "United Nations"


def test_a_reciprocal_act_has_an_edge_each_way(exported: Exported) -> None:
    graph = nx.read_graphml(io.BytesIO(exported("graphml")))
    assert graph.has_edge("KEN", "NOR")
    assert graph.has_edge("NOR", "KEN")


def test_an_annotation_finds_its_words_by_quotation_and_by_position(records: list[Record], exported: Exported) -> None:
    page = json.loads(exported("annotation"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
    text = records[0].document.text
    for item in page["items"]:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            quotation, position = target["selector"]
            if target["source"] == records[0].document.url:
                assert text[position["start"] : position["end"]] == quotation["exact"]
                assert quotation["prefix"] + quotation["exact"] + quotation["suffix"] in text


def test_annotations_hold_every_event_with_its_factuality(exported: Exported) -> None:
    page = json.loads(exported("annotation"))
    events = [json.loads(i["body"][1]["value"]) for i in page["items"] if i["motivation"] == "classifying"]
    assert len(events) == 14
    assert {event["factuality"] for event in events} == set(ALL)


@pytest.fixture
def lake(records: list[Record], tmp_path: Path) -> Path:
    pytest.importorskip("pyarrow", reason="needs the extra: pip install 'dragoman[lake]'")
    parquet.write(records, EVERYTHING, tmp_path / "lake")
    return tmp_path / "lake"


def test_pandas_reads_each_table_with_its_month(lake: Path) -> None:
    pd = pytest.importorskip("pandas")
    for table, columns in fields().items():
        frame = pd.read_parquet(lake / table)
        assert list(frame.columns) == [*(column.column for column in columns), "month"], table
    events = pd.read_parquet(lake / "events")
    assert set(events["month"]) == {"2031-02"}
    assert events["factuality"].value_counts()["actual"] == 10
    assert events["cameo"].dropna().str.startswith("0").any()
    documents = pd.read_parquet(lake / "documents")
    assert set(documents["month"]) == {"2031-02", "unknown"}


def test_a_record_without_a_month_lies_apart(lake: Path) -> None:
    assert (lake / "documents" / "month=unknown").is_dir()


def test_the_data_package_is_sound_and_names_every_file_and_column(lake: Path) -> None:
    descriptor = json.loads((lake / "datapackage.json").read_text(encoding="utf-8"))
    package = frictionless.Package.from_descriptor(descriptor)  # raises where the descriptor is not sound
    assert package.resource_names == [table for table in fields() if (lake / table).exists()]
    named = {path for resource in descriptor["resources"] for path in resource["path"]}
    assert named == {path.relative_to(lake).as_posix() for path in lake.rglob("*.parquet")}
    for resource in descriptor["resources"]:
        columns = [field["name"] for field in resource["schema"]["fields"]]
        assert columns == [column.column for column in fields()[resource["name"]]]


def test_parquet_does_not_mix_with_what_is_there(lake: Path, records: list[Record]) -> None:
    with pytest.raises(SettingsError, match="not empty"):
        parquet.write(records, EVERYTHING, lake)


def test_parquet_written_in_batches_holds_the_same(
    lake: Path, records: list[Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pd = pytest.importorskip("pandas")
    monkeypatch.setattr(parquet, "ROWS_HELD", 1)
    monkeypatch.setattr(parquet, "BYTES_HELD", 1)
    parquet.write(records, EVERYTHING, tmp_path / "small")
    for table in fields():
        assert pd.read_parquet(tmp_path / "small" / table).equals(pd.read_parquet(lake / table)), table


def test_followthemoney_reads_its_entities_and_finds_all_links(exported: Exported) -> None:
    pytest.importorskip("followthemoney", reason="needs libicu's headers, then: pip install 'dragoman[ftm]'")
    from followthemoney import model

    found = [model.get_proxy(one) for one in lines(exported("followthemoney"))]
    names = {entity.id for entity in found}
    events = [entity for entity in found if entity.schema.name == "Event"]
    assert len(names) == len(found)
    assert len(events) == 10
    for event in events:
        links = {*event.get("organizer"), *event.get("involved"), *event.get("proof")}
        assert links <= names
        assert event.first("name")
