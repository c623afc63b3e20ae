"""Whatever breaks, the archive stays whole, and the message says what to do."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

from dragoman.archive import store
from dragoman.archive.archive import Archive
from dragoman.errors import ArchiveError
from dragoman.measuring.breaking import break_archives
from dragoman.record import Record

KILLS = 20
READ = """
import os, sys
from dragoman.archive import store
from dragoman.archive.archive import Archive
from dragoman.errors import ArchiveError
number = store.latest()
store.latest = lambda: number  # read while it still may be
if os.geteuid() == 0:
    os.setuid(65534)  # root may write anywhere
with Archive(sys.argv[1]) as archive:
    print(archive.status().documents)
try:
    Archive(sys.argv[1], write=True).forget(["x"])
except ArchiveError as error:
    print(error)
"""


def test_an_archive_survives_being_killed_at_any_moment(tmp_path: Path) -> None:
    broken = break_archives(tmp_path, KILLS, count=150)
    assert broken.kills >= KILLS
    assert broken.wrong == 0


def test_a_full_disk_is_told_and_damages_nothing(tmp_path: Path, records: list[Record]) -> None:
    path = tmp_path / "full.sqlite"
    with Archive.new(path) as archive:
        list(archive.add(records[:20]))
        before = archive.content_hash()
        pages = archive.connection.execute("PRAGMA page_count").fetchone()[0]
        archive.connection.execute(f"PRAGMA max_page_count = {pages + 4}")
        with pytest.raises(ArchiveError, match="disk is full; nothing was damaged"):
            list(archive.add(records))
        assert archive.content_hash() == before
        assert archive.is_consistent()
        archive.connection.execute("PRAGMA max_page_count = 1000000")
        list(archive.add(records))
        assert list(archive.records()) == records


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"Kenya closed its border.\n" * 400, "no SQLite file"),
        (b"", "not an archive"),
        (b"SQLite format 3\0" + bytes(5000), "no SQLite file|damaged|not an archive"),
    ],
)
@pytest.mark.parametrize("write", [False, True])
def test_what_is_no_archive_is_told_and_left_alone(tmp_path: Path, content: bytes, message: str, write: bool) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match=message):
        Archive(path, write=write)
    assert path.read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE document (id)")
    other.commit()
    other.close()
    content = path.read_bytes()
    with pytest.raises(ArchiveError, match="not an archive of dragoman"):
        Archive(path, write=True)
    assert path.read_bytes() == content


@pytest.mark.parametrize("write", [False, True])
def test_an_archive_of_a_newer_version_is_told_and_left_alone(filled: Path, tmp_path: Path, write: bool) -> None:
    path = tmp_path / "newer.sqlite"
    shutil.copy(filled, path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    content = path.read_bytes()
    with pytest.raises(ArchiveError, match="newer dragoman"):
        Archive(path, write=write)
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("name", "message"),
    [("missing.sqlite", "no such archive"), (".", "no such archive")],
)
def test_an_archive_that_is_not_there_is_told(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(ArchiveError, match=message):
        Archive(tmp_path / name)


def test_a_new_archive_takes_no_files_place(tmp_path: Path, filled: Path) -> None:
    content = filled.read_bytes()
    with pytest.raises(ArchiveError, match="there already"):
        Archive.new(filled)
    with pytest.raises(ArchiveError, match="no such folder"):
        Archive.new(tmp_path / "no" / "folder.sqlite")
    assert filled.read_bytes() == content


def test_damage_is_told(filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "damaged.sqlite"
    content = bytearray(filled.read_bytes())
    content[len(content) // 3 : len(content) // 3 * 2] = b"\xff" * (len(content) // 3)
    path.write_bytes(content)
    with pytest.raises(ArchiveError), Archive(path) as archive:
        archive.content_hash()


def test_readers_see_whole_batches_while_another_writes(tmp_path: Path, records: list[Record]) -> None:
    path = tmp_path / "shared.sqlite"
    Archive.new(path).close()
    seen: set[int] = set()
    done = threading.Event()

    def read() -> None:
        with Archive(path) as archive:
            while not done.is_set():
                seen.add(archive.status().documents)

    reader = threading.Thread(target=read)
    reader.start()
    with Archive(path, write=True) as writer:
        for _ in writer.add(records, batch=30):
            time.sleep(0.01)
    done.set()
    reader.join()
    assert seen <= set(range(0, len(records) + 1, 30)), "never a part of a batch"


def test_a_second_writer_waits_for_the_first(tmp_path: Path, records: list[Record]) -> None:
    path = tmp_path / "two.sqlite"
    Archive.new(path).close()

    def write(some: list[Record]) -> None:
        with Archive(path, write=True) as archive:
            list(archive.add(some, batch=5))

    writers = [threading.Thread(target=write, args=(records[part::2],)) for part in (0, 1)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with Archive(path) as archive:
        assert archive.status().documents == len(records)
        assert archive.is_consistent()


def test_a_second_writer_that_waits_in_vain_is_told(
    tmp_path: Path, records: list[Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "BUSY_SECONDS", 0.2)
    path = tmp_path / "held.sqlite"
    with Archive.new(path) as first, Archive(path, write=True) as second:
        first.connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(ArchiveError, match="another process has been writing"):
            list(second.add(records[:1]))
        first.connection.execute("COMMIT")
        list(second.add(records[:1]))


def test_a_read_only_archive_is_asked_but_not_written(filled: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="readonly") as name:
        folder, path = Path(name), Path(name) / "held.sqlite"
        shutil.copy(filled, path)
        path.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
        folder.chmod(0o555)
        done = subprocess.run([sys.executable, "-c", READ, str(path)], capture_output=True, text=True, check=False)
        folder.chmod(0o755)
    lines = done.stdout.splitlines()
    assert lines[0] == "150", done.stderr
    assert "cannot be written" in lines[1]


@pytest.mark.parametrize("write", [False, True])
def test_questions_cannot_change_an_archive_or_write_elsewhere(filled: Path, tmp_path: Path, write: bool) -> None:
    content = filled.read_bytes()
    aside = tmp_path / "aside.sqlite"
    with Archive(filled, write=write) as archive:
        for query in (
            "DELETE FROM event", "DROP TABLE event", "PRAGMA user_version = 5", "UPDATE event SET mode = ''",
            f"VACUUM INTO '{aside}'", f"ATTACH '{aside}' AS aside", "BEGIN", "SELECT 1; DELETE FROM event",
            "INSERT INTO document_words (document_words) VALUES ('optimize')", "not sql",
        ):  # fmt: skip
            with pytest.raises(ArchiveError):
                archive.sql(query)
        assert archive.sql("SELECT count(*) FROM document_words WHERE document_words MATCH 'bakeries'").rows[0][0]
    assert not aside.exists()
    assert filled.read_bytes() == content
