"""URLs in, answers out: the only code of the package that uses the network."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import zlib
from dataclasses import dataclass
from types import TracebackType
from urllib.parse import urljoin

import msgspec

from dragoman import __version__
from dragoman.reading.addresses import Target, target_of
from dragoman.reading.robots import MOST_BYTES, Robots
from dragoman.settings import Settings

AGENT = "dragoman"
CHUNK = 65_536
REDIRECTS = frozenset([301, 302, 303, 307, 308])
UNCHANGED = 304
HEADERS = {
    "User-Agent": f"{AGENT}/{__version__}",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1",
    "Accept-Encoding": "gzip, identity",
    "Connection": "close",
}


class Manners(msgspec.Struct, frozen=True, kw_only=True):
    """How the network is used: seconds between two requests to a host, seconds for one answer, hops of redirects."""

    delay: float = 1.0
    timeout: float = 20.0
    redirects: int = 5
    allow_private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back for a URL, or in `refusal` why nothing did.

    `url` is the last one after redirects; `payload` the body as sent, `raw` without its compression.
    """

    url: str
    status: int = 0
    reason: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    payload: bytes = b""
    raw: bytes = b""
    refusal: str | None = None

    def header(self, name: str) -> str | None:
        """The first header of a name, in any letter case."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def charset(self) -> str | None:
        """The encoding that the answer's type names."""
        _, _, rest = (self.header("Content-Type") or "").lower().partition("charset=")
        return rest.split(";")[0].strip(" \"'") or None


class Fetcher:
    """Fetches politely: robots.txt is kept to, and a host gets one request at a time with a delay between two.

    Args:
        settings: limits of size and time.
        manners: delays, hops, and whether private addresses are allowed.
    """

    def __init__(self, settings: Settings, manners: Manners | None = None) -> None:
        self.settings = settings
        self.manners = manners or Manners()
        self._robots: dict[str, Robots] = {}
        self._last: dict[str, float] = {}
        self._tls = ssl.create_default_context()

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._robots.clear()

    def get(self, url: str, etag: str | None = None, modified: str | None = None) -> Answer:
        """The answer to a GET; with `etag` or `modified` of an earlier answer, only if the page has changed since."""
        asked = {"If-None-Match": etag, "If-Modified-Since": modified}
        extra = {name: value for name, value in asked.items() if value}
        deadline = time.monotonic() + self.settings.max_seconds
        for _ in range(self.manners.redirects + 1):
            answer = self._hop(url, extra, deadline)
            location = answer.header("Location")
            if answer.refusal or answer.status not in REDIRECTS or not location:
                return _judged(answer)
            url, extra = urljoin(url, location.strip()), {}
        return Answer(url=url, refusal=f"too many redirects: more than {self.manners.redirects}")

    def _hop(self, url: str, extra: dict[str, str], deadline: float) -> Answer:
        target = target_of(url, _resolved, allow_private=self.manners.allow_private)
        if isinstance(target, str):
            return Answer(url=url, refusal=target)
        robots = self._rules(target, deadline)
        if not robots.allows(url):
            return Answer(url=url, refusal=f"robots.txt: {target.host} does not allow it")
        self._wait(target, robots.delay)
        return self._request(url, target, extra, deadline, self.settings.max_document_bytes)

    def _rules(self, target: Target, deadline: float) -> Robots:
        """The site's robots.txt, fetched once; a redirect of it is followed on the same site only."""
        known = self._robots.get(target.site)
        if known is None:
            place = target._replace(path="/robots.txt")
            answer = self._request(f"{target.site}/robots.txt", place, {}, deadline, MOST_BYTES)
            status = 404 if answer.status in REDIRECTS else answer.status
            known = self._robots[target.site] = Robots(status, answer.raw, AGENT)
        return known

    def _wait(self, target: Target, asked: float) -> None:
        ready = self._last.get(target.host, 0.0) + max(self.manners.delay, asked)
        if self._last.get(target.host) is not None:
            time.sleep(max(0.0, ready - time.monotonic()))
        self._last[target.host] = time.monotonic()

    def _request(self, url: str, target: Target, extra: dict[str, str], deadline: float, limit: int) -> Answer:
        connection = self._connection(target)
        try:
            connection.request("GET", _quoted(target.path), headers={"Host": target.authority, **HEADERS, **extra})
            response = connection.getresponse()
            payload, refusal = _body(response, deadline, limit)
        except (OSError, http.client.HTTPException, ValueError) as error:
            return Answer(url=url, refusal=f"no answer: {type(error).__name__} {error}".strip())
        finally:
            connection.close()
        headers = tuple(response.getheaders())
        raw = payload
        if refusal is None and (response.getheader("Content-Encoding") or "").strip().lower() in ("gzip", "x-gzip"):
            raw, refusal = _inflated(payload, self.settings.max_decompressed_bytes)
        return Answer(
            url=url, status=response.status, reason=response.reason, headers=headers, payload=payload, raw=raw,
            refusal=refusal,
        )  # fmt: skip

    def _connection(self, target: Target) -> http.client.HTTPConnection:
        if target.scheme == "https":
            return _PinnedTls(target, self.manners.timeout, self._tls)
        return _Pinned(target, self.manners.timeout)


class _Pinned(http.client.HTTPConnection):
    """A connection to the addresses that have been checked."""

    def __init__(self, target: Target, timeout: float) -> None:
        super().__init__(target.host, target.port, timeout=timeout)
        self.target = target

    def connect(self) -> None:
        self.sock = _connected(self.target, self.timeout)


class _PinnedTls(http.client.HTTPSConnection):
    """The same with TLS; the certificate is checked against the host's name."""

    def __init__(self, target: Target, timeout: float, context: ssl.SSLContext) -> None:
        super().__init__(target.host, target.port, timeout=timeout, context=context)
        self.target, self.tls = target, context

    def connect(self) -> None:
        plain = _connected(self.target, self.timeout)
        self.sock = self.tls.wrap_socket(plain, server_hostname=self.target.host)


def _resolved(host: str, port: int) -> list[str]:
    return [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _connected(target: Target, timeout: float | None) -> socket.socket:
    error: OSError | None = None
    for address in target.addresses:
        try:
            return socket.create_connection((address, target.port), timeout=timeout)
        except OSError as failed:
            error = failed
    raise error or OSError(f"{target.host} has no address")


def _body(response: http.client.HTTPResponse, deadline: float, limit: int) -> tuple[bytes, str | None]:
    """The body up to the limits of size and time, and the reason where it goes over."""
    parts: list[bytes] = []
    size = 0
    while True:
        chunk = response.read1(CHUNK)
        if not chunk:
            break
        parts.append(chunk)
        size += len(chunk)
        if size > limit:
            return b"", f"too large: more than {limit} bytes"
        if time.monotonic() > deadline:
            return b"", "too slow: the answer did not end in time"
    promised = response.getheader("Content-Length") or ""
    if not response.chunked and promised.isdigit() and size < int(promised):
        return b"", f"broken answer: {int(promised) - size} bytes are missing"
    return b"".join(parts), None


def _inflated(payload: bytes, limit: int) -> tuple[bytes, str | None]:
    inflater = zlib.decompressobj(31)
    try:
        raw = inflater.decompress(payload, limit + 1)
    except zlib.error as error:
        return b"", f"broken answer: {error}"
    if len(raw) > limit:
        return b"", f"too large: unpacks to more than {limit} bytes"
    return (raw, None) if inflater.eof else (b"", "broken answer: its compression breaks off")


def _judged(answer: Answer) -> Answer:
    """The answer, refused where its status is an error."""
    if answer.refusal or answer.status in (200, UNCHANGED):
        return answer
    return Answer(
        url=answer.url, status=answer.status, reason=answer.reason, headers=answer.headers, payload=answer.payload,
        raw=answer.raw, refusal=f"HTTP error: status {answer.status}",
    )  # fmt: skip


def _quoted(path: str) -> str:
    """A path with what a request line cannot carry as percent signs."""
    return "".join(c if "!" <= c <= "~" else "".join(f"%{byte:02X}" for byte in c.encode("utf-8")) for c in path)
