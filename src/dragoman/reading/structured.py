"""The JSON-LD of a page in, its article and its breadcrumb trail out, as schema.org names them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
from lxml import etree

Node = dict[str, object]

ARTICLE = re.compile(r"Article$|Posting$|^Report$|^Review$|^ClaimReview$|^OpinionNewsArticle")
CONTROL = re.compile("[\x00-\x1f]")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
WRAPPING = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\]\]>|/\*\]\]>\*/)\s*$")
DEEPEST = 12
MOST_NODES = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Structured:
    """What the JSON-LD says of the page's article; names of authors in order, breadcrumb from the top down."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    publisher: str | None = None
    section: tuple[str, ...] = ()
    trail: tuple[str, ...] = ()
    language: str | None = None
    body: str | None = None
    free: bool = True


def structured_of(tree: etree._Element, titles: tuple[str, ...]) -> Structured:
    """The facts of the page's article: of several, one with a headline among `titles`, else the first."""
    nodes = _by_id(list(_nodes(tree)))
    articles = [node for node in nodes.values() if any(ARTICLE.search(kind) for kind in _kinds(node))]
    trails = [node for node in nodes.values() if "BreadcrumbList" in _kinds(node)]
    trail = max((_trail(node) for node in trails), key=len, default=())
    if not articles:
        return Structured(trail=trail)
    headed = [node for node in articles if text_of(node.get("headline")) or text_of(node.get("name"))]
    named = [node for node in headed if text_of(node.get("headline")) in titles]
    article = (named or headed or articles)[0]
    return Structured(
        headline=text_of(article.get("headline")) or text_of(article.get("name")),
        authors=_names(article.get("author") or article.get("creator"), nodes),
        published=text_of(article.get("datePublished")) or text_of(article.get("dateCreated")),
        publisher=next(iter(_names(article.get("publisher"), nodes)), None),
        section=tuple(filter(None, map(text_of, _many(article.get("articleSection"))))),
        trail=trail,
        language=text_of(article.get("inLanguage")),
        body=_lines_of(article.get("articleBody")),
        free=str(article.get("isAccessibleForFree", True)).lower() != "false",
    )


def text_of(value: object) -> str | None:
    """A string of the JSON as plain text: entities resolved, tags taken off, white space folded."""
    if not isinstance(value, str):
        return None
    text = html.unescape(value)
    return " ".join(TAG.sub(" ", text).split()) or None


def _lines_of(value: object) -> str | None:
    """A body as plain text that keeps its line breaks."""
    lines = [text_of(line) for line in value.splitlines()] if isinstance(value, str) else []
    return "\n".join(filter(None, lines)) or None


def _nodes(tree: etree._Element) -> Iterator[Node]:
    """Every object of every JSON-LD script, outer before inner."""
    left = MOST_NODES
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            for node in _walk(_decoded(script.text or ""), DEEPEST):
                left -= 1
                if left < 0:
                    return
                yield node


def _decoded(source: str) -> object:
    text = CONTROL.sub(" ", WRAPPING.sub("", source)).strip().rstrip(";")
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeEncodeError):
        pass
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _walk(value: object, depth: int) -> Iterator[Node]:
    if isinstance(value, dict):
        yield value
        inner: list[object] = list(value.values())
    elif isinstance(value, list):
        inner = value
    else:
        return
    if depth:
        for part in inner:
            yield from _walk(part, depth - 1)


def _by_id(nodes: list[Node]) -> dict[str, Node]:
    """Nodes by their @id, the fullest of each; those without one under a number."""
    known: dict[str, Node] = {}
    for number, node in enumerate(nodes):
        key = node.get("@id")
        key = key if isinstance(key, str) else str(number)
        if key not in known or len(node) > len(known[key]):
            known[key] = node
    return known


def _kinds(node: Node) -> list[str]:
    return [kind for kind in _many(node.get("@type")) if isinstance(kind, str)]


def _many(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _names(value: object, nodes: dict[str, Node]) -> tuple[str, ...]:
    """Names of persons or organisations, given as text, as objects, or by reference."""
    names: list[str] = []
    for part in _many(value):
        if isinstance(part, dict):
            key = part.get("@id")
            whole = nodes.get(key, part) if isinstance(key, str) else part
            named = part.get("name") or whole.get("name")
            names.extend(filter(None, map(text_of, _many(named))))
        elif text := text_of(part):
            names.append(text)
    return tuple(dict.fromkeys(names))


def _trail(node: Node) -> tuple[str, ...]:
    """The names of a breadcrumb list in the order of their positions."""
    steps: list[tuple[float, str]] = []
    for number, part in enumerate(_many(node.get("itemListElement"))):
        if not isinstance(part, dict):
            continue
        item = part.get("item")
        name = text_of(part.get("name")) or (text_of(item.get("name")) if isinstance(item, dict) else None)
        position = part.get("position")
        place = float(position) if isinstance(position, int | float) else float(number + 1)
        if name:
            steps.append((place, name))
    return tuple(name for _, name in sorted(steps, key=lambda step: step[0]))
