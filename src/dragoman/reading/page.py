"""What a reader finds on a page and what is known from outside, put together into an article."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from dragoman.reading.article import Article
from dragoman.reading.days import day_of
from dragoman.reading.languages import ENGLISH, detect
from dragoman.record import Block, Document, Outcome, PublishedBasis
from dragoman.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is said of a document from outside of its text; these facts outrank those of the page.

    `fetched` is the day on which a crawl fetched it, which is never taken for that of publication.
    """

    id: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    section: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    fetched: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a reader found: the canonical text, its blocks, and the facts that the page states.

    `refusal` says why a page that could be read is no article (a listing, a stub behind a paywall).
    """

    text: str
    blocks: tuple[Block, ...]
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    section: tuple[str, ...] = ()
    byline: str | None = None
    dateline: str | None = None
    published: str | None = None
    published_basis: PublishedBasis | None = None
    language: str | None = None
    refusal: str | None = None


def assemble(given: Given, page: Page, settings: Settings) -> Article:
    """The article of a page: given facts first, then the page's, then those of the settings."""
    published, basis = _published(given, page, settings)
    document = Document(
        id=given.id,
        text=page.text,
        url=given.url or page.url,
        outlet=given.outlet or page.outlet,
        title=given.title or page.title,
        section=given.section or page.section,
        byline=page.byline,
        dateline=page.dateline,
        published=published,
        language=_language(given, page),
        published_basis=basis,
        blocks=page.blocks,
        sha256=hashlib.sha256(page.text.encode("utf-8", "replace")).hexdigest(),
    )
    return Article(document, _outcome(document, page, settings))


def set_aside(given: Given, status: str, reason: str) -> Article:
    """An article that could not be read, with nothing but what was given.

    Args:
        status: "failed" for broken input, else "not_coded".
    """
    document = Document(
        id=given.id, text="", url=given.url, outlet=given.outlet, title=given.title, section=given.section,
        published=day_of(given.published), published_basis="given" if day_of(given.published) else None,
        language=given.language, sha256=hashlib.sha256(b"").hexdigest(),
    )  # fmt: skip
    return Article(document, Outcome("failed" if status == "failed" else "not_coded", reason))


def _published(given: Given, page: Page, settings: Settings) -> tuple[str | None, PublishedBasis | None]:
    own = day_of(given.published)
    if own:
        return own, "given"
    if page.published:
        return page.published, page.published_basis
    fallback = day_of(settings.published)
    return (fallback, "given") if fallback else (None, None)


def _language(given: Given, page: Page) -> str | None:
    """The code given, else what the text shows, else what the page says."""
    if given.language:
        return given.language.lower().replace("_", "-").split("-")[0]
    body = " ".join(page.text[b.start : b.end] for b in page.blocks if b.kind != "furniture")
    return detect(body) or (page.language or ENGLISH).lower().replace("_", "-").split("-")[0]


def _outcome(document: Document, page: Page, settings: Settings) -> Outcome | None:
    if len(document.text) > settings.max_characters:
        return Outcome(
            "not_coded", f"too long: {len(document.text)} characters, the limit is {settings.max_characters}"
        )
    if all(block.kind == "furniture" for block in document.blocks):
        return Outcome("not_coded", page.refusal or "empty: no text to code")
    if document.language != ENGLISH:
        return Outcome("not_coded", f"not English: language {document.language}")
    return Outcome("not_coded", page.refusal) if page.refusal else None
