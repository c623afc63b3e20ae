"""How fast an archive of synthetic records is written, how large it is, and how long its questions take.

    python benchmarks/archive.py [--records 100000] [--keep FILE]

Writing is measured in seconds of the processor; the records are made beforehand. Questions are asked five times each,
and the median in seconds of the clock counts.
"""

from __future__ import annotations

import argparse
import itertools
import statistics
import sys
import tempfile
import time
from pathlib import Path

from dragoman.archive.archive import Archive
from dragoman.archive.selecting import Value
from dragoman.measuring.synthetic import synthetic_records

PORTION = 4000  # records made at a time
ROUNDS = 5
LEAST_RATE, MOST_SIZE, MOST_SECONDS, MOST_TIMELINE = 1500, 4.0, 0.3, 0.5

QUESTIONS: tuple[tuple[str, dict[str, Value]], ...] = (
    ("events", {"actor": "USA", "recipient": "PAK", "type": "REQUEST", "since": "2018-01", "until": "2018-12"}),
    ("events", {"actor": "USA", "recipient": "PAK", "type": "REQUEST", "since": "2018-01", "until": "2018-12",
                "place": "Kabul", "voice": "reported", "speaker": "Kenya", "text": "raid border",
                "min_confidence": 0.6}),
    ("events", {"actor": "Pakistan", "recipient": "Ghana"}),
    ("events", {"text": '"asked Ghana to pull back"', "min_confidence": 0.9}),
    ("events", {"speaker": "Khalilzad"}),
    ("events", {"place": "Kabul", "voice": "reported", "type": "AID"}),
    ("statements", {"speaker": "Kenya", "since": "2018"}),
    ("statements", {"text": '"accused Oman of a raid"'}),
    ("actors", {"name": "pak"}),
    ("timeline", {"actor": "USA", "recipient": "AFG", "by": "week"}),
    ("timeline", {"actor": "USA", "by": "day"}),
    ("network", {}),
    ("network", {"type": "AID", "since": "2018-01-10", "until": "2019-03-05"}),
    ("find", {"text": '"accused Ghana of a raid"'}),
    ("find", {"text": "Ghana Oman Peru"}),
)  # fmt: skip


def written(path: Path, count: int) -> tuple[float, int]:
    """Processor seconds of the writing, checkpoint included, and bytes of text."""
    seconds, size = 0.0, 0
    records = synthetic_records(count)
    with Archive.new(path) as archive:
        while portion := list(itertools.islice(records, PORTION)):
            size += sum(len(record.document.text.encode()) for record in portion)
            started = time.process_time()
            for _ in archive.add(portion):
                pass
            seconds += time.process_time() - started
        started = time.process_time()
        archive.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        seconds += time.process_time() - started
    return seconds, size


def asked(archive: Archive, kind: str, filters: dict[str, Value]) -> tuple[float, int]:
    """The median seconds of a question, and the rows of its answer."""
    limit = {} if kind == "timeline" else {"limit": 50}
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        rows = len(archive.ask(kind, **filters, **limit))
        times.append(time.perf_counter() - started)
    return statistics.median(times), rows


def main() -> None:
    """Print the figures and exit 1 if one is over its bar."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="Keep the archive as this file; ask it only, if it is there.")
    arguments = parser.parse_args()
    over = False
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.keep or Path(folder, "synthetic.sqlite")
        if not path.exists():
            seconds, size = written(path, arguments.records)
            rate, ratio = arguments.records / seconds, path.stat().st_size / size
            print(f"{arguments.records} records, {size / 1e6:.0f} MB of text: {seconds:.1f} s, {rate:.0f} a second")
            print(f"file {path.stat().st_size / 1e6:.0f} MB, {ratio:.2f} times the text")
            over = rate < LEAST_RATE or ratio > MOST_SIZE
        medians = []
        with Archive(path) as archive:
            for kind, filters in QUESTIONS:
                seconds, rows = asked(archive, kind, filters)
                medians.append(seconds)
                over |= kind == "timeline" and seconds > MOST_TIMELINE
                print(f"{seconds * 1000:6.0f} ms {rows:5} rows  {kind} {filters}")
        median = statistics.median(medians)
        print(f"median question {median * 1000:.0f} ms, slowest {max(medians) * 1000:.0f} ms")
    sys.exit(over or median > MOST_SECONDS)


if __name__ == "__main__":
    main()
