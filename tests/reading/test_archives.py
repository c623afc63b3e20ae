"""Web archives, written by another library than the one that reads them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from dragoman.reading.article import Article
from dragoman.reading.intake import read_inputs
from dragoman.settings import Settings

BODY = "<p>The two ministers met in the capital on Tuesday and signed a treaty on the river.</p>" * 2
TOP = "<html><head><title>Treaty signed</title></head><body><h1>Treaty signed</h1>"
PAGE = f"{TOP}<article>{BODY}</article></body></html>"
HTML = "text/html; charset=utf-8"


def archive(path: Path, records: list[tuple[str, str, str, bytes]], *, gzip: bool = True) -> str:
    """A WARC of (record type, HTTP status line, content type, payload)."""
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=gzip)
        for number, (kind, status, media, payload) in enumerate(records):
            http = StatusAndHeaders(status, [("Content-Type", media)], protocol="HTTP/1.1") if status else None
            url = f"https://wire.example/{number}"
            writer.write_record(
                writer.create_warc_record(
                    url, kind, payload=io.BytesIO(payload), http_headers=http,
                    warc_headers_dict={"WARC-Record-ID": f"<urn:uuid:00000000-0000-0000-0000-{number:012d}>"},
                    **({} if status else {"warc_content_type": media}),
                )
            )  # fmt: skip
    return str(path)


def read(name: str, settings: Settings | None = None) -> list[Article]:
    return list(read_inputs([name], settings or Settings()))


def reasons(articles: list[Article]) -> list[str]:
    return [str(article.outcome.reason).split(":")[0] if article.outcome else "coded" for article in articles]


@pytest.mark.parametrize("zipped", [True, False])
def test_a_response_is_read_with_its_address_and_its_own_id(tmp_path: Path, zipped: bool) -> None:
    name = archive(tmp_path / "a.warc", [("response", "200 OK", HTML, PAGE.encode())], gzip=zipped)
    (article,) = read(name)
    assert article.outcome is None
    assert article.document.id == "urn:uuid:00000000-0000-0000-0000-000000000000"
    assert (article.document.url, article.document.title) == ("https://wire.example/0", "Treaty signed")


def test_what_is_no_page_is_counted_by_its_reason(tmp_path: Path) -> None:
    name = archive(
        tmp_path / "a.warc.gz",
        [
            ("warcinfo", "", "application/warc-fields", b"software: x\r\n"),
            ("request", "GET / HTTP/1.1", "", b""),
            ("response", "200 OK", HTML, PAGE.encode()),
            ("response", "404 Not Found", HTML, b"<html>gone</html>"),
            ("response", "301 Moved", HTML, b""),
            ("response", "200 OK", "image/png", b"\x89PNG"),
            ("response", "200 OK", HTML, PAGE.encode()),
            ("response", "200 OK", HTML, b""),
            ("response", "200 OK", HTML, b"\x00\x01\x02" * 99),
            ("resource", "", "text/html", PAGE.replace("river", "lake").encode()),
            ("resource", "", "text/plain", b"The envoy of the king left for the coast on Sunday morning."),
        ],
    )
    assert reasons(read(name)) == [
        "coded", "HTTP error", "HTTP error", "no page", "duplicate", "empty", "no page", "coded", "coded",
    ]  # fmt: skip


def test_the_header_s_encoding_is_used(tmp_path: Path) -> None:
    page = PAGE.replace("river", "Дунай").encode("cp1251")
    name = archive(tmp_path / "a.warc", [("response", "200 OK", "text/html; charset=windows-1251", page)])
    assert "Дунай" in read(name)[0].document.text


def test_an_archive_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    name = archive(
        tmp_path / "a.warc.gz",
        [("response", "200 OK", HTML, PAGE.encode()), ("response", "200 OK", HTML, PAGE.encode() * 50)],
    )
    raw = Path(name).read_bytes()
    Path(name).write_bytes(raw[:-60])
    assert reasons(read(name))[0] == "coded"


def test_a_page_over_the_limit_is_set_aside(tmp_path: Path) -> None:
    name = archive(
        tmp_path / "a.warc.gz",
        [("response", "200 OK", HTML, b"<html>" + bytes(9_000)), ("response", "200 OK", HTML, PAGE.encode())],
    )
    assert reasons(read(name, Settings(max_document_bytes=5_000))) == ["too large", "coded"]
