"""Speed and memory of the reading room: pages a second beside trafilatura, archive records, growth on a stream.

    python benchmarks/reading.py [--gold DIR] [--records N]

DIR holds pages.jsonl and pages/*.html.gz; without it, generated pages are read. Times are those of the processor.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from dragoman.reading.decoding import decoded
from dragoman.reading.intake import read_inputs, read_object
from dragoman.settings import Settings

PAGES = 150
WARM = 20_000  # records after which the caches are full and growth is measured
KILOBYTE = 1_024
SENTENCES = (
    "The delegation of the coastal state arrived in the capital on Monday for talks on the fishing grounds.",
    "A spokesman of the foreign ministry said that both sides wanted an agreement before the end of the year.",
    "Soldiers closed the road to the border crossing for two hours while the convoy of the guests passed.",
    "The opposition called the visit a waste of money and asked for an account of what it had cost.",
)


def main() -> None:
    """Measure and print, one figure a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--records", type=int, default=100_000)
    arguments = parser.parse_args()
    logging.disable(logging.CRITICAL)
    pages = list(gold_pages(arguments.gold)) if arguments.gold else [generated(n, 40) for n in range(PAGES)]
    settings = Settings()
    ours = rate(pages, lambda page: read_object({"id": "p", "html": page}, settings))
    print(f"pages a second            {ours:8.1f}   ({len(pages)} pages)")
    print(f"the same, trafilatura     {rate(pages, extracted):8.1f}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "generated.warc.gz")
        write_archive(path, arguments.records)
        print(f"archive records a second  {iteration(path):8.1f}   (opened and typed, pages not read)")
        measure_stream(path, settings)


def rate(pages: list[str], read: Callable[[str], object]) -> float:
    """Pages a second, after a first pass that loads tables."""
    read(pages[0])
    started = time.process_time()
    for page in pages:
        read(page)
    return len(pages) / (time.process_time() - started)


def extracted(page: str) -> object:
    """What trafilatura gives for a page, favouring precision, with its metadata."""
    from trafilatura import bare_extraction

    return bare_extraction(page, favor_precision=True, include_comments=False, with_metadata=True)


def gold_pages(folder: Path) -> Iterator[str]:
    """The pages of a gold set."""
    for line in (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines():
        yield decoded(gzip.decompress((folder / json.loads(line)["html"]).read_bytes()))


def generated(number: int, paragraphs: int) -> str:
    """A page of our own, each one different."""
    body = "".join(f"<p>{SENTENCES[(number + i) % 4]} ({number}-{i})</p>" for i in range(paragraphs))
    menu = "".join(f"<li><a href='/{i}'>Section {i}</a></li>" for i in range(30))
    head = f"<title>Talks, day {number}</title><meta property='article:published_time' content='2020-01-02'>"
    story = f"<h1>Talks, day {number}</h1><div class='article-body'>{body}</div>"
    return f"<html lang='en'><head>{head}</head><body><ul class='menu'>{menu}</ul>{story}</body></html>"


def write_archive(path: Path, records: int) -> None:
    """A WARC of small pages, gzipped record by record as crawls are."""
    with path.open("wb") as stream:
        for number in range(records):
            page = generated(number, 3).encode()
            http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(page)}\r\n\r\n".encode()
            record = WarcRecord()
            record.init_headers(WarcRecordType.response)
            record.headers["WARC-Target-URI"] = f"https://wire.example/{number}"
            record.headers["Content-Type"] = "application/http; msgtype=response"
            record.set_bytes_content(http + page)
            writer = GzipWriter(stream)
            record.write(writer)
            writer.close()


def iteration(path: Path) -> float:
    """Records a second of the archive alone."""
    started = time.process_time()
    with path.open("rb") as stream:
        count = sum(1 for record in ArchiveIterator(stream, parse_http=True) if record.http_content_type)
    return count / (time.process_time() - started)


def measure_stream(path: Path, settings: Settings) -> None:
    """Read the whole archive in one process and tell how memory grew once the caches were full."""
    started, before, count = time.process_time(), 0, 0
    for count, _ in enumerate(read_inputs([str(path)], settings), 1):
        if count == WARM:
            before = peak()
    grown = (peak() - before) / KILOBYTE if before else 0.0
    seconds = time.process_time() - started
    print(f"records read a second     {count / seconds:8.1f}   ({count} records)")
    print(f"memory growth             {grown:8.1f}   MB after the first {WARM} records")


def peak() -> int:
    """The most memory that the process has held so far, in kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
