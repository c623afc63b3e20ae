"""Markup in, an element tree out."""

from __future__ import annotations

from lxml import etree

from dragoman.errors import DocumentError


def parse_markup(markup: str) -> etree._Element:
    """The tree of a page, whatever its errors.

    Raises:
        DocumentError: no element at all.
    """
    parser = etree.HTMLParser(encoding="utf-8", remove_pis=True, huge_tree=True)
    raw = markup.replace("\0", "").encode("utf-8", "replace")
    try:
        tree = etree.fromstring(raw, parser) if raw.strip() else None
    except etree.XMLSyntaxError:
        tree = None
    if tree is None:
        raise DocumentError("no HTML: no element could be read")
    return tree
