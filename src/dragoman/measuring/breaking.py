"""An archive is made by a process that is killed again and again; whether it ends as one made undisturbed.

python -m dragoman.measuring.breaking FILE RECORDS.jsonl adds the records to the archive; it makes one if there is none.
"""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import msgspec

from dragoman.archive.adding import Lacking
from dragoman.archive.archive import Archive
from dragoman.measuring.synthetic import synthetic_records
from dragoman.record import Record, Run
from dragoman.settings import Settings

RECORDS = 400
BATCH = 20  # small, so that a kill may fall between, into and after many transactions
SECOND = Run("synthetic", "none", "second")


@dataclass(frozen=True, slots=True)
class Broken:
    """Kills that hit a running process, archives finished, and how often one was not as it should be."""

    kills: int
    finished: int
    wrong: int


def break_archives(folder: Path, kills: int, *, seed: int = 0, count: int = RECORDS) -> Broken:
    """Kill an adding process at random moments and start it again, archive after archive, until enough kills hit it.

    Raises:
        sqlite3.DatabaseError: a broken archive cannot be opened any more.
        subprocess.CalledProcessError: the process failed without being killed.
    """
    records, chance = folder / "records.jsonl", random.Random(seed)
    records.write_bytes(b"".join(msgspec.json.encode(record) + b"\n" for record in _told_twice(count)))
    started = time.monotonic()
    wanted, hit = _undisturbed(folder / "undisturbed.sqlite", records), 0
    span = time.monotonic() - started
    finished = wrong = 0
    while hit < kills or not finished:
        path = folder / f"broken-{finished}.sqlite"
        while not _added(path, records, chance.uniform(0, span) if hit < kills else None):
            hit += 1
            wrong += not _sound(path)
        finished += 1
        wrong += _content(path) != wanted
    return Broken(hit, finished, wrong)


def _told_twice(count: int) -> Iterator[Record]:
    """All records, and then every third as another run coded it, so that replacing is broken off too."""
    yield from synthetic_records(count)
    for number, record in enumerate(synthetic_records(count)):
        if number % 3 == 0:
            yield msgspec.structs.replace(record, run=SECOND, events=record.events[1:])


def _undisturbed(path: Path, records: Path) -> str:
    _added(path, records, None)
    return _content(path)


def _added(path: Path, records: Path, seconds: float | None) -> bool:
    """Whether the process came to its end before it was killed after so many seconds."""
    command = [sys.executable, "-m", "dragoman.measuring.breaking", str(path), str(records)]
    process = subprocess.Popen(command)
    try:
        status = process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return False
    if status:
        raise subprocess.CalledProcessError(status, command)
    return True


def _sound(path: Path) -> bool:
    if not path.exists():
        return True  # it was killed before there was an archive
    with Archive(path) as archive, closing(sqlite3.connect(path)) as connection:
        whole = connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"
        return whole and not connection.execute("PRAGMA foreign_key_check").fetchall() and archive.is_consistent()


def _content(path: Path) -> str:
    with Archive(path) as archive:
        return archive.content_hash()


def add(path: Path, records: Path) -> None:
    """Add the records to the archive, in small transactions."""
    if not path.exists():
        Archive.new(path).close()
    with Archive(path, write=True) as archive:
        found: Iterable[Record] = Lacking(archive, Settings()).records([str(records)])
        for _ in archive.add(found, batch=BATCH):
            pass


if __name__ == "__main__":
    add(Path(sys.argv[1]), Path(sys.argv[2]))
