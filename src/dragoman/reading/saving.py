"""Answers in, a web archive out, so that the evidence stays; what it holds already tells which pages have changed."""

from __future__ import annotations

import datetime
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from dragoman import __version__
from dragoman.errors import SettingsError
from dragoman.reading.fetch import UNCHANGED, Answer

DROPPED = frozenset(["transfer-encoding", "connection", "keep-alive", "content-length"])
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


class Validators(NamedTuple):
    """What an earlier answer gave to ask by whether the page has changed."""

    etag: str | None
    modified: str | None


class Saved:
    """A WARC file that answers are appended to; a context that closes it.

    Args:
        path: the file; gzipped record by record if its name ends so.

    Raises:
        SettingsError: a file that cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.known = _known(path)
        fresh = not path.exists()
        try:
            self._file = path.open("ab")
        except OSError as error:
            raise SettingsError(f"--output {path}: {error.strerror}; choose a file that can be written") from None
        self._zipped = path.suffix == ".gz"
        if fresh:
            self._write(WarcRecordType.warcinfo, f"software: dragoman/{__version__}\r\n".encode(), {})

    def __enter__(self) -> Saved:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, answer: Answer) -> None:
        """Append an answer: as a response, or as a revisit where the server says that nothing has changed."""
        lines = [f"HTTP/1.1 {answer.status} {answer.reason}"]
        for name, value in answer.headers:
            if name.lower() not in DROPPED:
                lines.append(f"{name}: {' '.join(value.split())}")
        lines.append(f"Content-Length: {len(answer.payload)}")
        block = "\r\n".join(lines).encode("latin-1", "replace") + b"\r\n\r\n" + answer.payload
        headers = {"WARC-Target-URI": answer.url, "Content-Type": "application/http; msgtype=response"}
        if answer.status == UNCHANGED:
            self._write(WarcRecordType.revisit, block, {**headers, "WARC-Profile": NOT_MODIFIED})
        else:
            self._write(WarcRecordType.response, block, headers)
            self.known[answer.url] = Validators(answer.header("ETag"), answer.header("Last-Modified"))

    def _write(self, kind: WarcRecordType, block: bytes, headers: dict[str, str]) -> None:
        record = WarcRecord()
        record.init_headers(kind)
        for name, value in headers.items():
            record.headers[name] = value
        record.headers["WARC-Date"] = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        record.set_bytes_content(block)
        if self._zipped:
            writer = GzipWriter(self._file)
            record.write(writer)
            writer.close()
        else:
            record.write(self._file)
        self._file.flush()


def _known(path: Path) -> dict[str, Validators]:
    """The validators of the last response of each URL that a file holds."""
    known: dict[str, Validators] = {}
    if not path.exists():
        return known
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
            url, http = record.headers.get("WARC-Target-URI"), record.http_headers
            if url and http is not None:
                known[url] = Validators(http.get("ETag"), http.get("Last-Modified"))
    return known
