"""A web archive (WARC, plain or gzipped) in, articles out: one for each response that may be a page."""

from __future__ import annotations

import hashlib
import re
from collections import OrderedDict
from collections.abc import Iterator
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from dragoman.reading.article import Article
from dragoman.reading.days import day_of
from dragoman.reading.page import Given, set_aside
from dragoman.reading.pages import read_page, too_large
from dragoman.settings import Settings

WANTED = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.revisit | WarcRecordType.conversion
PAGES = re.compile(r"text/(?:html|plain)|application/(?:xhtml\+xml|xml)|text/xml|$", re.IGNORECASE)
REMEMBERED = 200_000  # payloads by which duplicates are known; older ones are forgotten, so that memory stays flat


def read_warc(stream: BinaryIO, name: str, settings: Settings) -> Iterator[Article]:
    """One article a response, in order; ids are the records' own.

    Answers other than 200, what is no page, and payloads that came before are set aside with the reason.
    """
    seen: OrderedDict[bytes, None] = OrderedDict()
    records = ArchiveIterator(stream, record_types=WANTED, parse_http=True, auto_decode="all", quirks_mode=True)
    while True:
        try:
            record = next(records, None)
        except (OSError, ValueError) as error:
            yield set_aside(Given(id=name), "failed", f"broken archive: {error}")
            return
        if record is None:
            return
        yield _read_record(record, settings, seen)


def _read_record(record: WarcRecord, settings: Settings, seen: OrderedDict[bytes, None]) -> Article:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or None
    given = Given(id=(record.record_id or "").strip("<>") or url or "", url=url, fetched=_day(record))
    if record.record_type == WarcRecordType.revisit:
        return set_aside(given, "not_coded", "duplicate: the archive has the page at an earlier record")
    refusal = _refusal(record)
    if refusal:
        return set_aside(given, "not_coded", refusal)
    try:
        raw = record.reader.read(settings.max_document_bytes + 1)
    except (OSError, ValueError) as error:
        return set_aside(given, "failed", f"broken page: {error}")
    if len(raw) > settings.max_document_bytes:
        return too_large(given, settings)
    if raw and _known(hashlib.blake2b(raw, digest_size=8).digest(), seen):
        return set_aside(given, "not_coded", "duplicate: the same page came before")
    return read_page(raw, given, settings, record.http_charset)


def _day(record: WarcRecord) -> str | None:
    """The day on which a crawl fetched the page."""
    return day_of(record.headers.get("WARC-Date"))


def _refusal(record: WarcRecord) -> str | None:
    """Why a response is no page: its status, or its type."""
    http = record.http_headers
    if http is not None and http.status_code is not None and http.status_code != 200:
        return f"HTTP error: status {http.status_code}"
    media = (record.http_content_type if http is not None else record.headers.get("Content-Type", "")) or ""
    media = media.split(";")[0].strip()
    return None if PAGES.match(media) else f"no page: {media}"


def _known(digest: bytes, seen: OrderedDict[bytes, None]) -> bool:
    if digest in seen:
        return True
    seen[digest] = None
    if len(seen) > REMEMBERED:
        seen.popitem(last=False)
    return False
