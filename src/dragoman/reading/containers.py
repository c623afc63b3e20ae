"""The elements of a page in, the one that holds the article out, and which elements hold furniture."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import islice
from typing import Literal, NamedTuple

from lxml import etree
from msgspec import Struct

from dragoman.reading.segments import FINAL
from dragoman.reading.units import Unit, key_of
from dragoman.tables.table import SHIPPED, read_rows

ATTRIBUTES = ("class", "id", "role", "data-component", "data-testid")
NEVER_FURNITURE = frozenset(["article", "main", "body", "html"])
ALWAYS_FURNITURE = frozenset(["aside", "footer", "form"])
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
BREAKS = re.compile(r"[\s_-]+")
SHORT, SHORTEST = 80, 30  # characters: below, a text counts only as a sentence; below, not at all
LINKED = 0.5
LINKED_ITEM = 0.25  # an item of a list with more is a teaser
MAIN_SHARE = 0.4  # an element with more of the page's text than this is no furniture, whatever its class says
PENALTY = 0.15  # what a character of furniture costs a container; swept 0.15 to 1.5 on the development pages
LEAST_BODY = 250  # characters
OTHER_PARTS = 0.2
AFTER_TITLE = 0.3
MIN_KEY = 10
MOST_ANCESTORS = 100  # pages of the development set are nested 40 deep at most


class ContainerRow(Struct, frozen=True):
    """A pattern of class or id, and what such elements hold."""

    pattern: str
    role: Literal["furniture", "comments", "skip", "body"]


class Found(NamedTuple):
    """The element that holds the article, the first unit that may be in it, and its share of the page's text."""

    element: etree._Element
    first: int
    share: float


class Containers:
    """What is known of one page's elements."""

    def __init__(self, units: list[Unit], title: str | None) -> None:
        self.units = units
        self.weights = [weight_of(unit) for unit in units]
        headline = _headline(units, self.weights, title)
        self.first = headline or 0
        self._headline = units[headline].element if headline is not None else None
        self.total = 0.0
        self.held: dict[etree._Element, float] = defaultdict(float)
        self._alike: dict[str, float] = defaultdict(float)
        self._known: dict[etree._Element, str] = {}
        self._chains = [[unit.element, *islice(unit.element.iterancestors(), MOST_ANCESTORS)] for unit in units]
        for weight, chain in zip(self.weights[self.first :], self._chains[self.first :], strict=True):
            self.total += weight
            for element in chain:
                self.held[element] += weight
            for name in {f"{e.tag} {e.get('class')}" for e in chain if weight}:
                self._alike[name] += weight

    def find(self) -> Found | None:
        """The element that holds the article: one that says so, or the one with most text and least furniture."""
        if not self.total:
            return None
        element = self._declared()
        if element is None or self.held[element] < LEAST_BODY:
            element = self._fullest()
        element = self._own_article(element)
        return Found(element, self.first, self.held[element] / self.total)

    def furniture(self, number: int, within: etree._Element) -> bool:
        """Whether a unit lies in an element of furniture below the container."""
        chain = self._chains[number]
        below = chain[: chain.index(within)]
        return any(self._is_furniture(element) for element in below)

    def inside(self, number: int, within: etree._Element) -> bool:
        """Whether a unit lies in the container."""
        return within in self._chains[number]

    def _is_furniture(self, element: etree._Element) -> bool:
        """By its class; but elements of a class that together hold the main part of the text are none."""
        role = self._known.get(element)
        if role is None:
            role = self._known[element] = _furniture_role(element)
        if role == "comments":
            return self._small(element) if self._headline is None else self._headline not in element.iter("h1", "h2")
        return bool(role) and self._small(element)

    def _small(self, element: etree._Element) -> bool:
        most = MAIN_SHARE * self.total
        return self.held[element] < most and self._alike[f"{element.tag} {element.get('class')}"] < most

    def _declared(self) -> etree._Element | None:
        """The element that its class or property calls the body; several alike are taken with what holds them all."""
        bodies = [e for e in self.held if says_body(e) and not any(map(self._is_furniture, (e, *e.iterancestors())))]
        if not bodies:
            return None
        best = max(bodies, key=lambda e: (self.held[e], _depth(e)))
        alike = [e for e in bodies if e is not best and e.tag == best.tag and e.get("class") == best.get("class")]
        if sum(self.held[e] for e in alike) <= OTHER_PARTS * self.held[best] or self._titled_apart([best, *alike]):
            return best
        return next(e for e in best.iterancestors() if all(e in other.iterancestors() for other in alike))

    def _own_article(self, element: etree._Element) -> etree._Element:
        """Of several articles in a container, the one with the page's headline, if its text is there too."""
        if self._headline is None:
            return element
        own = next(self._headline.iterancestors("article"), None)
        inside = own is not None and own is not element and element in own.iterancestors()
        several = inside and sum(1 for _ in element.iter("article")) > 1
        return own if own is not None and several and self.held[own] >= LEAST_BODY else element

    def _titled_apart(self, parts: list[etree._Element]) -> bool:
        """Whether a title stands between the parts: then they are articles of their own."""
        numbers = [i for i, chain in enumerate(self._chains) if any(part in chain for part in parts)]
        return any(unit.element.tag == "h1" for unit in self.units[numbers[0] + 1 : numbers[-1]])

    def _fullest(self) -> etree._Element:
        scores: dict[etree._Element, float] = defaultdict(float)
        for unit, weight, chain in zip(self.units, self.weights, self._chains, strict=True):
            value = self._value(unit, weight, chain)
            for element in chain:
                scores[element] += value
        return max(scores, key=lambda e: (scores[e], _depth(e)))

    def _value(self, unit: Unit, weight: float, chain: list[etree._Element]) -> float:
        if unit.kind == "caption" or (unit.kind == "heading" and not _linked(unit)):
            return 0.0
        if weight and not any(map(self._is_furniture, chain)):
            return weight
        return -PENALTY * len(unit.text)


def weight_of(unit: Unit) -> float:
    """How much running text a unit is: its characters without links; 0 for headings, captions, labels, link lists."""
    length = len(unit.text)
    if unit.kind in ("heading", "caption") or _linked(unit):
        return 0.0
    if unit.kind == "list" and unit.links > LINKED_ITEM * length:
        return 0.0
    if length < SHORT and not (length >= SHORTEST and FINAL.search(unit.text, max(0, length - 8))):
        return 0.0
    return float(length - unit.links)


def says_body(element: etree._Element) -> bool:
    """Whether an element's class or property calls it an article's body."""
    if element.tag in ("body", "html"):
        return False
    if (element.get("itemprop") or "").lower() == "articlebody":
        return True
    name = element.get("class")
    return bool(name) and _roles()["body"].search(_words(name)) is not None


def says_skip(element: etree._Element) -> bool:
    """Whether an element is a notice about cookies, or shows only when pointed at."""
    names = " ".join(filter(None, (element.get("class"), element.get("id"))))
    return bool(names) and _roles()["skip"].search(_words(names)) is not None


def _furniture_role(element: etree._Element) -> str:
    """ "comments", "furniture" or "" by tag and class."""
    tag = element.tag
    if tag in NEVER_FURNITURE or (element.get("itemprop") or "").lower() == "articlebody":
        return ""
    names = " ".join(filter(None, map(element.get, ATTRIBUTES)))
    words = _words(names) if names else ""
    if words and _roles()["comments"].search(words):
        return "comments"
    return "furniture" if tag in ALWAYS_FURNITURE or (words and _roles()["furniture"].search(words)) else ""


def _headline(units: list[Unit], weights: list[float], title: str | None) -> int | None:
    """The number of the unit that is the page's headline, if the article can stand after it."""
    key = key_of(title or "")
    if len(key) < MIN_KEY:
        return None
    left = total = sum(weights)
    heads: dict[object, int] = {}
    alone: list[int] = []  # headings of the first rank: where there is one only, it is the headline, whatever its words
    for i, unit in enumerate(units):
        tag = unit.element.tag
        same = unit.kind == "heading" and len(unit.key) >= MIN_KEY and (unit.key in key or key in unit.key)
        if same and left > AFTER_TITLE * total:
            heads.setdefault(tag, i)
        if tag == "h1" and len(unit.key) >= MIN_KEY and left > AFTER_TITLE * total:
            alone.append(i)
        left -= weights[i]
    only = alone[0] if len(alone) == 1 else None
    return heads.get("h1", heads.get("h2", only))


def _linked(unit: Unit) -> bool:
    return unit.links > LINKED * len(unit.text)


def _depth(element: etree._Element) -> int:
    return sum(1 for _ in element.iterancestors())


@lru_cache(maxsize=20_000)
def _words(names: str) -> str:
    return BREAKS.sub(" ", CAMEL.sub(" ", names)).lower()


@lru_cache(maxsize=1)
def _roles() -> dict[str, re.Pattern[str]]:
    """One pattern a role."""
    by_role: dict[str, list[str]] = defaultdict(list)
    for row in read_rows(SHIPPED / "reading" / "containers.tsv", ContainerRow):
        by_role[row.role].append(row.pattern)
    return {
        role: re.compile("|".join(patterns) if role == "body" else rf"(?:^| )(?:{'|'.join(patterns)})(?= |$)")
        for role, patterns in by_role.items()
    }
