"""`dragoman export` takes an archive or a file, writes where it is told, and says what it left out or cannot do."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner, Result

from dragoman.archive.archive import Archive
from dragoman.cli import app
from dragoman.errors import DragomanError
from dragoman.export import formats
from dragoman.record import Record


def run(*words: str | Path) -> Result:
    result = CliRunner().invoke(app, ["export", *map(str, words)])
    if isinstance(result.exception, DragomanError):
        raise result.exception
    return result


@pytest.fixture
def saved(records: list[Record], tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"".join(msgspec.json.encode(record) + b"\n" for record in records))
    return path


def test_an_archive_and_a_file_of_the_same_records_give_the_same(
    records: list[Record], saved: Path, tmp_path: Path
) -> None:
    with Archive.new(tmp_path / "small.dragoman") as archive:
        list(archive.add(records))
    for name in ("gdelt-events", "plover", "annotation"):
        run(name, "--archive", tmp_path / "small.dragoman", "--output", tmp_path / "a.out")
        run(name, "--records", saved, "--output", tmp_path / "b.out")
        assert (tmp_path / "a.out").read_bytes() == (tmp_path / "b.out").read_bytes()


def test_switches_reach_the_sieve(saved: Path) -> None:
    cases: tuple[list[str], ...] = (
        [], ["--include-negated"], ["--include-future", "--include-hypothetical"], ["--include-repeats"],
        ["--without-historical"], ["--one-a-day"], ["--min-confidence", "0.6"],
    )  # fmt: skip
    counts = [run("plover", "--records", saved, *switches).stdout.count("\n") for switches in cases]
    assert counts == [9, 10, 11, 10, 8, 8, 8]


def test_what_was_left_out_is_told(saved: Path) -> None:
    assert "1 told again in the article" in run("icews", "--records", saved).stderr


def test_a_folder_is_made_with_the_formats_file_names(saved: Path, tmp_path: Path) -> None:
    run("icews", "--records", saved, "--output", tmp_path / "icews")
    assert (tmp_path / "icews" / "events.2031.tab").exists()


def test_the_list_names_every_format() -> None:
    shown = [line.split()[0] for line in run("list").stdout.splitlines()]
    assert shown == list(formats.formats())


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["gdelt", "--records", "SAVED"], "choose one of: gdelt-events"),
        (["icews"], "either --archive FILE or --records"),
        (["icews", "--records", "missing.jsonl"], "missing.jsonl"),
        (["parquet", "--records", "SAVED"], "folder"),
        (["icews", "--records", "SAVED", "--output", "/nowhere/at/all.tab"], "can be written"),
    ],
)
def test_wrong_use_is_told_with_a_remedy(words: list[str], message: str, saved: Path) -> None:
    with pytest.raises(DragomanError, match=message):
        run(*(str(saved) if word == "SAVED" else word for word in words))


def test_a_missing_extra_is_named_with_its_remedy(saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "find_spec", lambda name: None)
    with pytest.raises(DragomanError, match=r"pip install 'dragoman\[lake\]'"):
        run("parquet", "--records", saved, "--output", tmp_path / "lake")
