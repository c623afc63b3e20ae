"""`dragoman code` from the shell: formats, order, exit codes, and inputs that are not what they should be."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

REPORT = "Chad urged Sudan on Monday to open the border.\n\nSudan's army said it would let aid convoys through.\n"
DOCUMENTS = [{"id": f"d{n}", "text": f"Kenya sent {n + 2} trucks of food to Somalia on Tuesday."} for n in range(7)]


def run(*arguments: str, stdin: str | bytes = "", folder: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    given = stdin.encode() if isinstance(stdin, str) else stdin
    command = [sys.executable, "-m", "dragoman", *arguments]
    return subprocess.run(command, input=given, capture_output=True, check=False, cwd=folder)


def records(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, dict[str, str]]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_piped_output_is_json_lines_and_nothing_else(report: Path) -> None:
    done = run("code", str(report), "--published", "2022-03-01")
    assert done.returncode == 0, done.stderr
    assert [r["document"]["id"] for r in records(done)] == [str(report)]
    assert records(done)[0]["document"]["published"] == "2022-03-01"


def test_json_is_one_array(report: Path) -> None:
    done = run("code", str(report), str(report), "--format", "json")
    assert [r["document"]["text"] for r in json.loads(done.stdout)] == [REPORT, REPORT]


def test_a_table_shows_who_did_what_with_the_words_of_the_report(report: Path) -> None:
    shown = run("code", str(report), "--format", "table").stdout.decode()
    assert "Chad" in shown
    assert "Sudan" in shown
    assert "Statements" in shown


def test_output_goes_to_a_file_where_one_is_named(report: Path, tmp_path: Path) -> None:
    done = run("code", str(report), "--output", str(tmp_path / "out.jsonl"))
    assert done.stdout == b""
    assert json.loads((tmp_path / "out.jsonl").read_bytes())["outcome"]["status"] == "coded"


def test_workers_give_the_same_bytes_in_the_same_order() -> None:
    lines = "\n".join(json.dumps(document) for document in DOCUMENTS)
    one, two = run("code", "-", stdin=lines), run("code", "-", "--workers", "2", stdin=lines)
    assert one.returncode == two.returncode == 0
    assert one.stdout == two.stdout
    assert [r["document"]["id"] for r in records(one)] == [d["id"] for d in DOCUMENTS]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["code", "x.txt", "--published", "yesterday"], "is no date"),
        (["code", "x.txt", "--workers", "0"], "give 1 or more"),
        (["code", "x.txt", "--tables", "nowhere"], "no such folder"),
        (["code", "--nonsense"], "No such option"),
        (["code", "x.txt", "--output", "no/such/folder/out"], "choose a file"),
    ],
)
def test_wrong_use_is_told_in_a_line_with_exit_code_2(arguments: list[str], message: str, tmp_path: Path) -> None:
    done = run(*arguments, folder=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr.decode()
    assert b"Traceback" not in done.stderr


CUT = (
    b"<html><body><article><h1>Kenya closes border</h1>"
    b"<p>Kenya closed its border with Somalia on Monday after a raid on a police post killed four officers, the"
    b" interior ministry said.</p><p>Somalia protested at the decision and asked"
)
LATIN = b'<meta charset="utf-8"></head><body><p>Le pr\xe9sident du S\xe9n\xe9gal est mort.</p></body></html>'
GERMAN = (
    b"Der Minister sagte am Montag, die Regierung werde das Abkommen nicht unterzeichnen und bleibe bei ihrem Nein."
)

BAD = {
    "empty.txt": b"",
    "binary.bin": bytes(range(256)) * 40,
    "latin.html": b"<html><head>" + LATIN,
    "cut.html": CUT,
    "words.txt": b"the rebels said that they had been told that " * 2_222,
    "german.txt": GERMAN,
    "marks.txt": "\u202eChad \u200bsaid\u200b it\u2066 agreed.\u2069 \ufeff".encode(),
    "line.txt": b"a" * 50_000_000,
    "lines.jsonl": b'{"id": "good", "text": "Chad praised Sudan."}\n{"id": "bad", "text": \n[1, 2]\n{"id": "none"}\n',
}


@pytest.fixture(scope="module")
def bad_run(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[bytes]:
    folder = tmp_path_factory.mktemp("bad")
    for name, content in BAD.items():
        (folder / name).write_bytes(content)
    return run("code", *BAD, "missing.txt", "--outcomes", "outcomes.jsonl", folder=folder)


def test_bad_documents_never_stop_a_run_and_each_has_a_record(bad_run: subprocess.CompletedProcess[bytes]) -> None:
    assert b"Traceback" not in bad_run.stderr
    assert bad_run.returncode == 1, "some failed"
    found = {r["document"]["id"]: r["outcome"] for r in records(bad_run)}
    assert set(BAD) - {"lines.jsonl"} <= set(found)
    assert found["good"]["status"] == "coded"
    assert all(outcome["reason"] for outcome in found.values() if outcome["status"] != "coded")


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("empty.txt", "not_coded"), ("binary.bin", "not_coded"), ("cut.html", "coded"), ("words.txt", "coded"),
        ("german.txt", "not_coded"), ("marks.txt", "coded"), ("line.txt", "not_coded"), ("missing.txt", "failed"),
    ],
)  # fmt: skip
def test_what_becomes_of_a_bad_document(bad_run: subprocess.CompletedProcess[bytes], name: str, status: str) -> None:
    found = {r["document"]["id"]: r["outcome"] for r in records(bad_run)}
    assert found[name]["status"] == status, found[name]


def test_the_summary_counts_every_outcome(bad_run: subprocess.CompletedProcess[bytes]) -> None:
    assert b"coded" in bad_run.stderr
    assert b"failed" in bad_run.stderr
