"""The address and day of a page in, its outlet's own rules out: dated rows for the few outlets that need them."""

from __future__ import annotations

import datetime
import tomllib
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
from lxml import etree

from dragoman.errors import TableError
from dragoman.tables.table import SHIPPED

FOLDER = "outlets"


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """XPath expressions for an outlet's pages of some years; what is None is left to the general rules.

    `drop` are elements to leave out, `body` the element that holds the article, the others elements or attributes
    whose text is the fact.
    """

    since: datetime.date | None = msgspec.field(default=None, name="from")
    until: datetime.date | None = None
    drop: tuple[str, ...] = ()
    body: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    section: str | None = None

    def holds(self, day: str | None) -> bool:
        """Whether the rule is in force on a day (ISO); without a day only a rule without an end is."""
        if day is None:
            return self.until is None
        date = datetime.date.fromisoformat(day[:10])
        return (self.since is None or self.since <= date) and (self.until is None or date <= self.until)


class Outlet(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An outlet: its name, its hosts (with their subdomains), and its rules."""

    name: str
    hosts: tuple[str, ...]
    rules: tuple[Rule, ...] = ()

    def rule(self, day: str | None) -> Rule | None:
        """The first rule that holds on the day on which the page was published or fetched."""
        return next((rule for rule in self.rules if rule.holds(day)), None)


def outlet_of(url: str | None, own: Path | None) -> Outlet | None:
    """The outlet of an address, if there is a row for its host or a host above it.

    Args:
        own: the user's own tables, which come before the shipped ones.

    Raises:
        TableError: a file of outlets that does not hold what it should.
    """
    host = urlsplit(url).hostname if url and "://" in url else None
    if not host:
        return None
    known = outlets(own)
    parts = host.lower().split(".")
    names = (".".join(parts[i:]) for i in range(len(parts) - 1))
    return next((known[name] for name in names if name in known), None)


@lru_cache(maxsize=4)
def outlets(own: Path | None) -> dict[str, Outlet]:
    """Every outlet by each of its hosts.

    Raises:
        TableError: names the file and what to change.
    """
    known: dict[str, Outlet] = {}
    for root in filter(None, (own, SHIPPED)):
        here: dict[str, Outlet] = {}
        for path in sorted((root / FOLDER).glob("*.toml")):
            outlet = _outlet(path)
            for host in outlet.hosts:
                if host in here:
                    raise TableError(f"{path}: {host} is in another file of outlets too; leave it in one")
                here[host] = outlet
        known = {**here, **known}
    return known


def _outlet(path: Path) -> Outlet:
    try:
        outlet = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Outlet)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise TableError(f"{path}: {error}; mend that line") from None
    for rule in outlet.rules:
        for expression in filter(None, (*rule.drop, rule.body, rule.title, rule.byline, rule.published, rule.section)):
            _checked(expression, path)
    return outlet


def _checked(expression: str, path: Path) -> None:
    try:
        etree.XPath(expression)
    except etree.XPathSyntaxError as error:
        raise TableError(f"{path}: {expression!r} is no XPath ({error}); mend it") from None
