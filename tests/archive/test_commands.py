"""The archive from the command line: made, filled, asked; formats, exit codes, messages."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner, Result

from dragoman.archive.archive import Archive
from dragoman.cli import app
from dragoman.errors import DragomanError
from dragoman.presenting.timeline_chart import filled as with_gaps
from dragoman.presenting.timeline_chart import sparkline, svg
from dragoman.record import Record

REPORT = "Chad urged Sudan on Monday to open the border.\n\nSudan's army said it would let aid convoys through.\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def done(*arguments: str) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def message(*arguments: str) -> str:
    result = run(*arguments)
    assert isinstance(result.exception, DragomanError), result.output
    return str(result.exception)


@pytest.fixture
def lines(tmp_path: Path, records: list[Record]) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"".join(msgspec.json.encode(record) + b"\n" for record in records[:20]))
    return path


def test_records_that_were_coded_before_are_taken_as_they_are(
    tmp_path: Path, lines: Path, records: list[Record]
) -> None:
    file = str(tmp_path / "a.sqlite")
    done("archive", "new", file)
    done("archive", "add", file, str(lines))
    with Archive(file) as archive:
        assert list(archive.records()) == records[:20]
    assert "20 there already" in run("archive", "add", file, str(lines)).output


def test_reports_are_coded_once(tmp_path: Path) -> None:
    file, report = str(tmp_path / "a.sqlite"), tmp_path / "report.txt"
    report.write_text(REPORT, encoding="utf-8")
    done("archive", "new", file)
    assert "1 added" in run("archive", "add", file, str(report), "--published", "2022-03-01").output
    assert "1 there already" in run("archive", "add", file, str(report), "--published", "2022-03-01").output
    assert "1 replaced" in run("archive", "add", file, str(report), "--published", "2022-03-02").output
    assert "documents\t1 (1 coded" in done("archive", "status", file)
    assert done("archive", "status", "--list", file) == f"{report}\tcoded\t\n"
    assert "urged" in done("show", str(report), "--archive", file)
    assert json.loads(done("show", str(report), "--archive", file, "--format", "json"))["document"]["text"] == REPORT
    done("archive", "forget", file, str(report))
    assert run("archive", "forget", file, str(report)).exit_code == 1
    done("archive", "compact", file)


def test_lines_that_are_no_records_are_counted_as_failed(tmp_path: Path, records: list[Record]) -> None:
    file, path = str(tmp_path / "a.sqlite"), tmp_path / "mixed.jsonl"
    lost = msgspec.structs.replace(records[1], actors=())
    good = msgspec.json.encode(records[0])
    path.write_bytes(good + b"\n" + good[:200] + b"\n" + msgspec.json.encode(lost) + b"\n")
    done("archive", "new", file)
    result = run("archive", "add", file, str(path))
    assert result.exit_code == 1
    assert "2 failed" in result.output
    with Archive(file) as archive:
        assert archive.record(records[0].document.id) == records[0]
        assert archive.status().failed == 2


@pytest.mark.parametrize(
    "question",
    [
        ("events", "--actor", "USA", "--from", "2016"), ("statements", "--speaker", "Brazil"), ("actors", "list"),
        ("timeline", "USA", "--by", "year"), ("network", "--type", "AID"), ("find", "bakeries"),
        ("sql", "SELECT name FROM document"),
    ],
)  # fmt: skip
def test_every_question_is_answered_in_every_format(filled: Path, tmp_path: Path, question: tuple[str, ...]) -> None:
    asked = (*question, "--archive", str(filled), "--limit", "5")
    rows = [json.loads(line) for line in done(*asked, "--format", "jsonl").splitlines()]
    assert 0 < len(rows) <= 5 or question[0] == "find"
    read = list(csv.DictReader(io.StringIO(done(*asked, "--format", "csv"))))
    assert [{k: "" if v is None else str(v) for k, v in row.items()} for row in rows] == read
    assert len(done(*asked, "--format", "table").splitlines()) > len(rows)
    parquet = pytest.importorskip("pyarrow.parquet")
    done(*asked, "--format", "parquet", "--output", str(tmp_path / "rows.parquet"))
    assert parquet.read_table(tmp_path / "rows.parquet").num_rows == len(rows)


def test_a_table_is_cut_and_says_so(filled: Path) -> None:
    result = run("events", "--archive", str(filled), "--format", "table")
    assert "--limit 0 shows all" in result.output


def test_the_archive_may_be_named_in_the_environment(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "DRAGOMAN_ARCHIVE" in message("network")
    monkeypatch.setenv("DRAGOMAN_ARCHIVE", str(filled))
    assert done("network", "--limit", "1")


def test_statements_ask_an_archive_that_is_named_as_a_file(filled: Path) -> None:
    by_option = done("statements", "--archive", str(filled), "--speaker", "BRA")
    assert done("statements", str(filled), "--speaker", "BRA") == by_option != ""
    assert "only --speaker" in message("statements", "report.txt", "--stance", "denying")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("events", "--format", "xml"), "table, csv, jsonl, parquet"),
        (("events", "--from", "spring"), "YYYY-MM"),
        (("timeline", "USA", "--by", "hour"), "day, week, month, year"),
        (("timeline", "USA", "--chart", "x.gif"), ".svg or .png"),
        (("sql", "DELETE FROM event"), "cannot be answered"),
        (("show", "nowhere"), "holds no document"),
    ],
)
def test_wrong_use_is_told(filled: Path, arguments: tuple[str, ...], told: str) -> None:
    assert told in message(*arguments, "--archive", str(filled))


def test_a_timeline_is_drawn(filled: Path, tmp_path: Path) -> None:
    drawing, picture = tmp_path / "usa.svg", tmp_path / "usa.png"
    shown = done(
        "timeline", "USA", "--by", "month", "--archive", str(filled), "--format", "table", "--chart", str(drawing)
    )
    assert "cooperation" in shown
    assert drawing.read_text(encoding="utf-8").startswith("<svg ")
    pytest.importorskip("resvg_py")
    done("timeline", "USA", "--archive", str(filled), "--chart", str(picture))
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_empty_periods_are_drawn_too(filled: Path) -> None:
    with Archive(filled) as archive:
        for by, least in (("day", 3000), ("week", 400), ("month", 100), ("year", 10)):
            answer = archive.ask("timeline", actor="USA", by=by)
            periods = with_gaps(answer, by)
            assert len(periods) >= least - least // 10
            assert sum(p[1] + p[2] for p in periods) == sum(int(n or 0) for n in answer.column("events"))
            assert all(len(line) < 140 for line in sparkline(answer, by).splitlines())
    assert svg([], "nobody to nobody").endswith("</svg>\n")


def test_a_difference_is_told_by_field(tmp_path: Path, lines: Path, records: list[Record]) -> None:
    event = msgspec.structs.replace(records[0].events[0], factuality="hypothetical")
    changed = msgspec.structs.replace(records[0], events=(event, *records[0].events[2:]))
    after = tmp_path / "after.sqlite"
    with Archive.new(after) as archive:
        list(archive.add([changed, *records[2:21]]))
    result = run("diff", str(lines), str(after), "--format", "jsonl")
    assert result.exit_code == 1
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    told = [(row["what"], row["change"], row["field"], row["after"]) for row in rows]
    assert ("event", "changed", "factuality", "hypothetical") in told
    assert [t[:2] for t in told].count(("event", "removed")) == 1
    assert [t[:2] for t in told].count(("document", "removed")) == 1
    assert [t[:2] for t in told].count(("document", "added")) == 1
    assert len(told) == 4
    assert run("diff", str(lines), str(lines)).exit_code == 0
