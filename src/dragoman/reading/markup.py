"""Markup in, an element tree out, within the limits of the settings."""

from __future__ import annotations

import re

from lxml import etree

from dragoman.errors import DocumentError
from dragoman.settings import Settings

CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f]")


def parse_markup(markup: str, settings: Settings) -> etree._Element:
    """The tree of a page, whatever its errors.

    Raises:
        DocumentError: no element at all, or nesting deeper than `settings.max_html_depth`.
    """
    parser = etree.HTMLParser(encoding="utf-8", remove_pis=True, huge_tree=True)
    raw = CONTROL.sub("", markup).encode("utf-8", "replace")
    try:
        tree = etree.fromstring(raw, parser) if raw.strip() else None
    except etree.XMLSyntaxError:
        tree = None
    if tree is None:
        raise DocumentError("no HTML: no element could be read")
    depth = _depth(tree, settings.max_html_depth)
    if depth > settings.max_html_depth:
        raise DocumentError(f"nested too deep: more than {settings.max_html_depth} elements (max_html_depth)")
    return tree


def _depth(tree: etree._Element, most: int) -> int:
    """How deep elements are nested; counting ends one past `most`."""
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
        if deepest > most:
            break
    return deepest
