"""A page's tree in, what it says of itself out: title, authors, day, outlet, section, address, language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain
from typing import cast
from urllib.parse import urlsplit

from lxml import etree
from msgspec import Struct

from dragoman.reading.days import day_of
from dragoman.reading.outlets import Rule
from dragoman.reading.sections import without_front
from dragoman.reading.structured import Structured, structured_of, text_of
from dragoman.reading.units import Unit, key_of
from dragoman.record import PublishedBasis
from dragoman.tables.table import SHIPPED, read_rows

ADDRESS = re.compile(r"^(?:https?:)?//|^www\.|^@|^[\w.-]+@[\w.-]+$|^\W*\d*\W*$")
BAR = re.compile(r"\s[|｜ㅣ]\s[^|｜ㅣ]*$")
WEB = re.compile(r"(?:https?:)?//|www\.")
SEPARATOR = re.compile(r"\s+(?:[-–—|·•:»«/]|::|\|\|)\s+|\s*[|｜ㅣ]\s*")
BY = re.compile(r"^(?:by|von|por|par|di|written by|posted by)[\s:]+", re.IGNORECASE)
URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:/|-|$)|/((?:19|20)\d\d)(\d\d)(\d\d)(?:/|-|\.|$)")
BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|author|authors|writer)(?:$|[\s_-])", re.IGNORECASE)
DATED = etree.XPath("//@itemprop[. = 'datePublished']/..")
SIGNED = etree.XPath(
    "//@class[contains(., 'uthor') or contains(., 'yline') or contains(., 'writer')]/.."
    " | //@rel[. = 'author']/.. | //@itemprop[. = 'author']/.."
)
TRAILS = etree.XPath(
    "//@class[contains(., 'readcrumb') or contains(., 'readCrumb')]/.. | //@aria-label[contains(., 'readcrumb')]/.."
    " | //@id[contains(., 'readcrumb') or contains(., 'readCrumb')]/.."
)
AFTER_NAME = re.compile(r"\s*(?:\d|[•|·]|\b(?:published|updated|posted|print this)\b).*", re.IGNORECASE)
SLUG = re.compile(r"[a-z]+(?:-[a-z]+){1,3}")
MOST_AUTHOR_WORDS = 12
MOST_TRAIL = 6
ABOVE_HEADLINE, BELOW_HEADLINE = 5, 12  # units in which a page shows its day
MOST_DAY_LETTERS = 120
MOST_OUTLET_WORDS = 5
MOST_SECTION_LETTERS = 60


class MetaRow(Struct, frozen=True):
    """The name or property of a meta element, what it says, and its rank among those that say the same (1 is best)."""

    name: str
    field: str
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a page says of itself; `headings` are its h1 in order, `body` the text of its JSON-LD."""

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    section: tuple[str, ...] = ()
    byline: str | None = None
    published: str | None = None
    published_basis: PublishedBasis | None = None
    language: str | None = None
    body: str | None = None
    free: bool = True


@dataclass(slots=True)
class _Head:
    """The raw facts of one page's head: values of meta elements by field, best first; titles, headings, address."""

    metas: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    headings: list[str] = field(default_factory=list)
    title: str | None = None
    canonical: str | None = None
    language: str | None = None

    def best(self, name: str) -> str | None:
        return next(iter(self.metas[name]), None)


def page_facts(tree: etree._Element, url: str | None) -> Facts:
    """The facts of a page. Structured data outrank meta elements, and those what the page shows.

    Args:
        url: the address that the page was fetched from, if known.
    """
    head = _head(tree)
    data = structured_of(tree, (*head.headings, *head.metas["title"], head.title or ""))
    address = url or head.canonical or head.best("url")
    outlet = _outlet(head, data)
    published, basis = _published(tree, head, data, address)
    title = _title(head, data, outlet)
    return Facts(
        url=address, outlet=outlet, title=title, section=_section(tree, head, data, title, outlet),
        byline=_byline(tree, head, data, outlet), published=published, published_basis=basis,
        language=data.language or head.language or head.best("language"), body=data.body, free=data.free,
    )  # fmt: skip


def ruled(tree: etree._Element, facts: Facts, rule: Rule) -> tuple[Facts, etree._Element | None]:
    """The facts with those of an outlet's rule, and the element that it calls the body; its `drop` leaves the tree."""
    for expression in rule.drop:
        for element in _found(etree.XPath(expression), tree):
            parent = element.getparent()
            if parent is not None:
                element.text, element[:] = None, []
    title, byline, published, section = (
        _stated(tree, expression) for expression in (rule.title, rule.byline, rule.published, rule.section)
    )
    day = day_of(published[0]) if published else None
    facts = replace(
        facts,
        title=title[0] if title else facts.title,
        byline=", ".join(byline) or facts.byline,
        published=day or facts.published,
        published_basis="page" if day else facts.published_basis,
        section=section or facts.section,
    )
    bodies = _found(etree.XPath(rule.body), tree) if rule.body else []
    return facts, bodies[0] if bodies else None


def _stated(tree: etree._Element, expression: str | None) -> tuple[str, ...]:
    """The texts of the elements or attributes that an expression finds."""
    found = etree.XPath(expression)(tree) if expression else []
    parts = found if isinstance(found, list) else [found]
    shown = (_shown(part) if isinstance(part, etree._Element) else " ".join(str(part).split()) for part in parts)
    return tuple(text for text in shown if text)


def shown_day(units: list[Unit], title: str | None) -> tuple[str | None, PublishedBasis | None]:
    """The day that a short line near the headline shows, for pages that state it nowhere else."""
    key = key_of(title or "")
    head = next((i for i, unit in enumerate(units) if key and unit.kind == "heading" and unit.key in key), 0)
    for unit in units[max(head - ABOVE_HEADLINE, 0) : head + BELOW_HEADLINE]:
        day = day_of(unit.text) if len(unit.text) <= MOST_DAY_LETTERS else None
        if day:
            return day, "page"
    return None, None


def _head(tree: etree._Element) -> _Head:
    head = _Head(language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"))
    for element in tree.iter("title", "h1", "link"):
        tag = element.tag
        if tag == "title":
            head.title = head.title or _shown(element)
        elif tag == "h1":
            head.headings.extend(filter(None, [_shown(element)]))
        elif (element.get("rel") or "").lower() == "canonical":
            head.canonical = head.canonical or element.get("href")
    for _, name, content in sorted(_metas(tree), key=lambda item: item[0]):
        head.metas[name].append(content)
    return head


def _metas(tree: etree._Element) -> Iterator[tuple[int, str, str]]:
    """(rank, field, content) of the meta elements that the table knows."""
    wanted = _meta_rows()
    for element in tree.iter("meta"):
        content = element.get("content")
        names = (element.get("property"), element.get("name"), element.get("itemprop"))
        row = next((wanted[n.lower()] for n in names if n and n.lower() in wanted), None)
        if row and content and content.strip():
            yield row.rank, row.field, " ".join(content.split())


def _found(path: etree.XPath, tree: etree._Element) -> list[etree._Element]:
    return cast(list[etree._Element], path(tree))


def _shown(element: etree._Element) -> str | None:
    return " ".join("".join(map(str, element.itertext())).split()) or None


def _shown_trail(element: etree._Element) -> tuple[str, ...]:
    """The steps of a breadcrumb as the page shows it: its items, or else its links."""
    steps = [_shown(part) for part in element.iter("li")] or [_shown(part) for part in element.iter("a")]
    names = [step.strip(" />»›|") for step in steps if step]
    return tuple(name for name in names if name and len(name) <= MOST_SECTION_LETTERS)


def _title(head: _Head, data: Structured, outlet: str | None) -> str | None:
    """The headline without the outlet's name."""
    if data.headline:
        return data.headline
    given = head.best("title") or head.title
    if given is None:
        return next(iter(head.headings), None)
    for heading in head.headings:
        rest = given.removeprefix(heading)
        if rest != given and (not rest or SEPARATOR.match(rest)):
            return heading
    parts = SEPARATOR.split(given)
    short = len(parts[-1].split()) <= MOST_OUTLET_WORDS < len(parts[0].split()) and BAR.search(given) is not None
    if len(parts) > 1 and (short or (outlet and parts[-1].lower() == outlet.lower())):
        return given[: given.rindex(parts[-1])].rstrip(" -–—|·•:»«/｜ㅣ")
    return given


def _outlet(head: _Head, data: Structured) -> str | None:
    names = (head.best("outlet"), data.publisher, _title_suffix(head))
    return next((name.lstrip("@") for name in names if name and not WEB.match(name)), None)


def _title_suffix(head: _Head) -> str | None:
    """What the page's title says after the headline: the outlet's name, mostly."""
    for heading in head.headings:
        rest = (head.title or "").removeprefix(heading)
        parts = SEPARATOR.split(rest) if rest != head.title else []
        if len(parts) > 1 and not parts[0].strip() and 0 < len(parts[-1].split()) <= MOST_OUTLET_WORDS:
            return parts[-1].strip()
    return None


def _byline(tree: etree._Element, head: _Head, data: Structured, outlet: str | None) -> str | None:
    """The names of the authors, joined by commas; the outlet's own name only if there is no other."""
    fallback: str | None = None
    for names in (data.authors, head.metas["author"], _signed(tree)):
        wanted = tuple(dict.fromkeys(filter(None, map(_author, names))))
        if wanted and wanted[0] != outlet:
            return ", ".join(wanted if names is data.authors else wanted[:1])
        fallback = fallback or next(iter(wanted), None)
    return fallback


def _signed(tree: etree._Element) -> Iterator[str]:
    """What the page shows in elements that name an author."""
    for element in _found(SIGNED, tree):
        names = " ".join(str(element.get(name) or "") for name in ("rel", "itemprop", "class"))
        if BYLINE_CLASS.search(names) and (shown := _shown(element)):
            yield shown


def _author(name: str) -> str | None:
    name = AFTER_NAME.sub("", BY.sub("", text_of(name) or "")).strip(" ,;|-–—")
    if SLUG.fullmatch(name):
        name = name.replace("-", " ").title()
    if not name or ADDRESS.search(name) or len(name.split()) > MOST_AUTHOR_WORDS:
        return None
    return name


def _published(
    tree: etree._Element, head: _Head, data: Structured, url: str | None
) -> tuple[str | None, PublishedBasis | None]:
    for text in (data.published, *head.metas["published"]):
        if day := day_of(text):
            return day, "page"
    for element in chain(_found(DATED, tree), tree.iter("time")):
        if day := day_of(element.get("content") or element.get("datetime") or _shown(element)):
            return day, "page"
    match = URL_DAY.search(urlsplit(url).path) if url else None
    if match and (day := day_of("-".join(part.zfill(2) for part in match.groups() if part))):
        return day, "url"
    return None, None


def _section(
    tree: etree._Element, head: _Head, data: Structured, title: str | None, outlet: str | None
) -> tuple[str, ...]:
    """The path of the article in its outlet, from the top down, without the front page and the article itself."""
    titles = {key_of(name) for name in (title, outlet, head.title, *head.headings, *head.metas["title"]) if name}
    for source in (lambda: data.trail, lambda: _trail(tree), lambda: data.section, lambda: head.metas["section"]):
        steps = source()
        kept = [step for step in without_front(steps) if key_of(step) not in titles]
        if title and kept and _is_cut(kept[-1], title):
            kept.pop()
        if kept:
            return tuple(kept[:MOST_TRAIL])
    return ()


def _is_cut(step: str, title: str) -> bool:
    """Whether the last step is the title, cut short."""
    start = step.rstrip(".… ")
    return title.startswith(start) and (start != step or len(start) > len(title) / 2)


def _trail(tree: etree._Element) -> tuple[str, ...]:
    return next(filter(None, map(_shown_trail, _found(TRAILS, tree))), ())


@lru_cache(maxsize=1)
def _meta_rows() -> dict[str, MetaRow]:
    return {row.name: row for row in read_rows(SHIPPED / "reading" / "metas.tsv", MetaRow)}
