"""A URL in, the network addresses that it may be fetched from out; private ones only where they are allowed."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlsplit

SCHEMES = {"http": 80, "https": 443}
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # IPv4 addresses in IPv6 clothes (RFC 6052)


class Target(NamedTuple):
    """Where a request goes: the parts of its URL, and the addresses that its host has been resolved to."""

    scheme: str
    host: str
    port: int
    path: str
    addresses: tuple[str, ...]

    @property
    def site(self) -> str:
        """Scheme, host and port, as robots.txt and delays go by them."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """Host and port as the Host header names them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == SCHEMES[self.scheme] else f"{host}:{self.port}"


def target_of(url: str, resolve: Callable[[str, int], list[str]], *, allow_private: bool) -> Target | str:
    """The target of a URL, or the reason why it is not fetched; `resolve` gives the addresses of a host and port.

    The request must then go to one of the addresses given here, never to the name again, or a name that resolves
    differently the second time would lead into the private network.
    """
    try:
        parts = urlsplit(url)
        port = parts.port or SCHEMES.get(parts.scheme, 0)
        host = (parts.hostname or "").encode("idna").decode("ascii") if not _literal(parts.hostname) else parts.hostname
    except (ValueError, UnicodeError) as error:
        return f"bad address: {error}"
    if parts.scheme not in SCHEMES or not host:
        return "bad address: only http and https are fetched"
    if parts.username or parts.password:
        return "bad address: it carries a user name; leave that out"
    try:
        addresses = tuple(dict.fromkeys(resolve(host, port)))
    except (OSError, UnicodeError) as error:
        return f"unknown host: {host} ({error})"
    if not allow_private and (private := [address for address in addresses if not is_public(address)]):
        return f"private address: {host} is {private[0]}; --allow-private fetches it all the same"
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, host, port, path, addresses)


def is_public(address: str) -> bool:
    """Whether an address is one of the public internet."""
    try:
        known = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(known, ipaddress.IPv6Address):
        inner = known.ipv4_mapped or known.sixtofour
        if known in TRANSLATED:
            inner = ipaddress.IPv4Address(int(known) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return known.is_global and not known.is_multicast


def _literal(host: str | None) -> bool:
    return bool(host) and ":" in str(host)
