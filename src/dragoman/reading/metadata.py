"""The head of a page in, its facts out."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from dragoman.record import PublishedBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a page says of itself."""

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    section: tuple[str, ...] = ()
    byline: str | None = None
    published: str | None = None
    published_basis: PublishedBasis | None = None
    language: str | None = None


def page_facts(tree: etree._Element, url: str | None) -> Facts:
    """Facts."""
    t = None
    for m in tree.iter("meta"):
        if (m.get("property") or m.get("name") or "").lower() in ("og:title", "twitter:title"):
            t = m.get("content")
            break
    if not t:
        e = tree.find(".//title")
        t = e.text if e is not None else None
    return Facts(title=" ".join(t.split()) if t else None, url=url)
