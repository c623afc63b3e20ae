"""Records in, a folder of Parquet out: one table a record type, parted by month, described by a Data Package."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import SettingsError
from dragoman.export.sieve import Sieve
from dragoman.export.tabular import Cells, FieldRow, fields, table_rows
from dragoman.record import Record

if TYPE_CHECKING:
    import pyarrow

ROWS_HELD = 200_000  # of all tables together, as Python objects: some 100 MB
BYTES_HELD = 300_000_000  # as Arrow, before they are written: few files a month, however the documents are ordered
UNKNOWN = "unknown"
PACKAGE_TYPES = {
    "text": "string", "integer": "integer", "number": "number", "yes_no": "boolean", "list": "array", "spans": "array",
}  # fmt: skip
KEYS = {
    "documents": ["document"], "actors": ["document", "actor"], "statements": ["document", "statement"],
    "places": ["document", "position"], "events": ["document", "event"],
}  # fmt: skip
Held = dict[tuple[str, str], list[Cells]]
Packed = dict[tuple[str, str], list["pyarrow.Table"]]


def write(records: Iterable[Record], sieve: Sieve, folder: Path) -> None:
    """Fill a folder: TABLE/month=YYYY-MM/part-N.parquet by the documents' month, and datapackage.json.

    Raises:
        SettingsError: there is something in the folder.
    """
    if folder.exists() and any(folder.iterdir()):
        raise SettingsError(f"--output {folder}: the folder is not empty; give a new one")
    folder.mkdir(parents=True, exist_ok=True)
    held: Held = defaultdict(list)
    packed: Packed = defaultdict(list)
    paths: dict[str, list[str]] = {name: [] for name in fields()}
    count = batch = 0
    for record in records:
        month = (record.document.published or UNKNOWN)[:7]
        for table, cells in table_rows(record, sieve):
            held[table, month].append(cells)
            count += 1
        if count >= ROWS_HELD:
            count, size = 0, _pack(held, packed)
            batch += _write_packed(packed, folder, batch, paths) if size >= BYTES_HELD else 0
    _pack(held, packed)
    _write_packed(packed, folder, batch, paths)
    package = json.dumps(_package(paths), indent=2, ensure_ascii=False)
    (folder / "datapackage.json").write_text(package + "\n", encoding="utf-8")


def _pack(held: Held, packed: Packed) -> int:
    """Turn rows into Arrow's columns, a tenth of the size; returns the bytes of all that is packed."""
    import pyarrow

    for (table, month), rows in sorted(held.items()):
        schema = _schema(fields()[table])
        columns = zip(*rows, strict=True)
        arrays = [pyarrow.array(column, type=kind.type) for column, kind in zip(columns, schema, strict=True)]
        packed[table, month].append(pyarrow.Table.from_arrays(arrays, schema=schema))
    held.clear()
    return sum(part.nbytes for parts in packed.values() for part in parts)


def _write_packed(packed: Packed, folder: Path, batch: int, paths: dict[str, list[str]]) -> int:
    import pyarrow
    from pyarrow import parquet

    for (table, month), parts in sorted(packed.items()):
        path = f"{table}/month={month}/part-{batch:05d}.parquet"
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        parquet.write_table(pyarrow.concat_tables(parts).combine_chunks(), folder / path)
        paths[table].append(path)
    packed.clear()
    return 1


def _schema(columns: tuple[FieldRow, ...]) -> pyarrow.Schema:
    import pyarrow

    kinds = {
        "text": pyarrow.string(), "integer": pyarrow.int64(), "number": pyarrow.float64(), "yes_no": pyarrow.bool_(),
        "list": pyarrow.list_(pyarrow.string()), "spans": pyarrow.list_(pyarrow.list_(pyarrow.int64())),
    }  # fmt: skip
    return pyarrow.schema([(column.column, kinds[column.type]) for column in columns])


def _package(paths: dict[str, list[str]]) -> dict[str, object]:
    """The descriptor of the tables that have rows. Source: Data Package 1.0, Frictionless Data."""
    return {
        "name": "dragoman-records",
        "title": "Records of news reports: actors, statements, times, places and events",
        "profile": "data-package",
        "resources": [_resource(table, found) for table, found in paths.items() if found],
    }


def _resource(table: str, paths: list[str]) -> dict[str, object]:
    described = [
        {"name": row.column, "type": PACKAGE_TYPES[row.type], "description": row.meaning} for row in fields()[table]
    ]
    schema: dict[str, object] = {"fields": described}
    if table in KEYS:
        schema["primaryKey"] = KEYS[table]
    return {
        "name": table,
        "path": paths,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": schema,
    }
