"""The fetcher against a real server on this machine: polite, bounded, and with the evidence kept."""

from __future__ import annotations

import gzip
import http.server
import threading
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.reading.addresses import is_public
from dragoman.reading.fetch import Fetcher, Manners
from dragoman.reading.intake import read_inputs
from dragoman.settings import Settings

BODY = "<p>The two ministers met in the capital on Tuesday and signed a treaty on the river.</p>" * 3
TOP = "<html><head><title>Treaty signed</title></head><body><h1>Treaty signed</h1>"
PAGE = f"{TOP}<article>{BODY}</article></body></html>".encode()
ROBOTS = b"User-agent: *\nDisallow: /closed\n\nUser-agent: dragoman\nDisallow: /closed\nDisallow: /ours\n"
MANNERS = Manners(delay=0.0, timeout=1.0, redirects=3, allow_private=True)


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers by path; the server notes what was asked for, and when."""

    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, Server)
        server.asked.append((self.path, time.monotonic()))
        name = "do_" + self.path.strip("/").split("?")[0].split("-")[0].replace(".", "_")
        getattr(self, name, self.do_page)()

    def answer(self, payload: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for key, value in {"Content_Type": "text/html", "Content_Length": str(len(payload)), **headers}.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(payload)

    def do_page(self) -> None:
        if self.headers.get("If-None-Match") == '"1"':
            self.answer(b"", 304)
        else:
            self.answer(PAGE, ETag='"1"')

    def do_robots_txt(self) -> None:
        self.answer(ROBOTS)

    def do_zipped(self) -> None:
        self.answer(gzip.compress(PAGE), Content_Encoding="gzip")

    def do_bomb(self) -> None:
        self.answer(gzip.compress(bytes(5_000_000)), Content_Encoding="gzip")

    def do_broken(self) -> None:
        self.answer(b"no gzip at all", Content_Encoding="gzip")

    def do_short(self) -> None:
        self.answer(PAGE, Content_Length=str(len(PAGE) + 500))

    def do_huge(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(200):
            self.wfile.write(bytes(10_000))

    def do_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(60):
            self.wfile.write(b"x")
            time.sleep(0.05)

    def do_silent(self) -> None:
        time.sleep(1.5)

    def do_nonsense(self) -> None:
        self.wfile.write(b"this is no HTTP\r\n\r\n")

    def do_loop(self) -> None:
        self.answer(b"", 302, Location="/loop")

    def do_away(self) -> None:
        self.answer(b"", 302, Location="file:///etc/passwd")

    def do_moved(self) -> None:
        self.answer(b"", 301, Location="/page")

    def do_error(self) -> None:
        self.answer(b"<html>gone</html>", 404)

    def do_feed(self) -> None:
        host = self.headers["Host"]
        items = "".join(f"<item><title>x</title><link>http://{host}/page-{n}</link></item>" for n in (1, 2, 1))
        self.answer(f"<rss version='2.0'><channel>{items}</channel></rss>".encode())

    def log_message(self, format: str, *args: object) -> None:
        return


class Server(http.server.ThreadingHTTPServer):
    """The server and the paths that it was asked for."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, float]] = []
        self.root = f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        return


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield running
        running.shutdown()


def fetcher(seconds: float = 5.0) -> Fetcher:
    return Fetcher(Settings(max_document_bytes=100_000, max_decompressed_bytes=1_000_000, max_seconds=seconds), MANNERS)


@pytest.mark.parametrize("path", ["page", "zipped", "moved"])
def test_a_page_is_fetched(server: Server, path: str) -> None:
    answer = fetcher().get(f"{server.root}/{path}")
    assert (answer.refusal, answer.raw) == (None, PAGE)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("closed/1", "robots.txt"),
        ("ours", "robots.txt"),
        ("huge", "too large"),
        ("bomb", "too large"),
        ("broken", "broken answer"),
        ("short", "broken answer"),
        ("endless", "too slow"),
        ("silent", "no answer"),
        ("nonsense", "no answer"),
        ("loop", "too many redirects"),
        ("away", "bad address"),
        ("error", "HTTP error: status 404"),
    ],
)
def test_a_bad_answer_is_refused_with_its_reason(server: Server, path: str, reason: str) -> None:
    started = time.monotonic()
    answer = fetcher(seconds=1.0).get(f"{server.root}/{path}")
    assert str(answer.refusal).startswith(reason)
    assert time.monotonic() - started < 4


def test_a_host_is_left_in_peace_between_two_requests(server: Server) -> None:
    polite = Fetcher(Settings(), Manners(delay=0.3, allow_private=True))
    for number in range(3):
        polite.get(f"{server.root}/page-{number}")
    moments = [moment for path, moment in server.asked if path.startswith("/page")]
    assert min(b - a for a, b in pairwise(moments)) >= 0.28
    assert [path for path, _ in server.asked].count("/robots.txt") == 1


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://localhost/",
        "http://169.254.169.254/",
        "http://0.0.0.0/",
    ],
)
def test_private_addresses_are_not_fetched(url: str) -> None:
    answer = Fetcher(Settings()).get(url)
    assert str(answer.refusal).split(":")[0] in ("private address", "unknown host")


@pytest.mark.parametrize(
    ("address", "public"),
    [("8.8.8.8", True), ("2001:4860:4860::8888", True), ("10.1.2.3", False), ("100.64.0.1", False),
     ("::ffff:127.0.0.1", False),
     ("64:ff9b::7f00:1", False), ("2002:7f00:1::", False), ("224.0.0.1", False), ("fe80::1%eth0", False), ("x", False)],
)  # fmt: skip
def test_an_address_is_public_or_not(address: str, public: bool) -> None:
    assert is_public(address) == public


@pytest.mark.parametrize(
    "url",
    ["ftp://a.example/", "http://", "file:///etc/passwd", "http://user:pass@a.example/", "http://a.example:99999/"],
)
def test_a_bad_address_is_refused(url: str) -> None:
    assert str(Fetcher(Settings(), MANNERS).get(url).refusal).startswith("bad address")


def test_fetched_pages_stay_as_evidence_and_are_asked_for_again_only_if_changed(server: Server, tmp_path: Path) -> None:
    path = tmp_path / "pages.warc.gz"
    command = [
        "fetch",
        f"{server.root}/feed",
        f"{server.root}/moved",
        "--output",
        str(path),
        "--delay",
        "0",
        "--allow-private",
    ]
    first, second = (CliRunner().invoke(app, command) for _ in range(2))
    assert (first.exit_code, second.exit_code) == (0, 0)
    articles = list(read_inputs([str(path)], Settings()))
    assert [article.document.url for article in articles[:3]] == [
        f"{server.root}/page-1",
        f"{server.root}/page-2",
        f"{server.root}/page",
    ]
    assert articles[0].document.title == "Treaty signed"
    assert all(str(article.outcome.reason).startswith("duplicate") for article in articles[3:] if article.outcome)


def test_a_refusal_is_told_and_ends_with_an_exit_code(server: Server, tmp_path: Path) -> None:
    command = ["fetch", f"{server.root}/error", "--output", str(tmp_path / "x.warc"), "--delay", "0", "--allow-private"]
    assert CliRunner().invoke(app, command).exit_code == 1
