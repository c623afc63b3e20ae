"""Every table says where it comes from and under which licence."""

from __future__ import annotations

from itertools import takewhile

import msgspec

from dragoman.tables.table import SHIPPED, read_rows


class LicenceRow(msgspec.Struct, frozen=True):
    table: str
    source: str
    licence: str
    note: str | None = None


def test_every_table_states_source_and_licence_on_top() -> None:
    silent = []
    for path in sorted([*SHIPPED.rglob("*.tsv"), *SHIPPED.rglob("*.toml")]):
        lines = path.read_text(encoding="utf-8").split("\n")
        comments = "".join(takewhile(lambda line: line.startswith("#"), lines)).lower()
        if not ("source:" in comments and "licence:" in comments):
            silent.append(path.relative_to(SHIPPED).as_posix())
    assert silent == []


def test_what_others_publish_is_listed_and_shipped() -> None:
    listed = [row.table for row in read_rows(SHIPPED / "LICENCES.tsv", LicenceRow)]
    assert [table for table in listed if not (SHIPPED / table).exists()] == []
    assert "places/gazetteer.bin" in listed
    assert listed == sorted(set(listed))
