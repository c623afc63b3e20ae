"""The first bytes of an input in, what it is out: by content first, by name where content does not tell."""

from __future__ import annotations

import re
import zlib
from typing import Literal

Kind = Literal["empty", "html", "text", "json", "csv", "feed", "warc", "zip", "gzip", "binary"]

HEAD_BYTES = 8_192
BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<meta\s|<title>|<article[\s>]", re.IGNORECASE)
TAGS = re.compile(rb"<(?:p|div|br|h[1-6]|span|a|ul|table|img|section|script|link)(?:\s[^<>]*)?/?>", re.IGNORECASE)
MARKUP = re.compile(rb"<\?xml|<!--|<!|</?[a-zA-Z]")
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
WIDE = re.compile(rb"(?:[\x09\x0a\x0d\x20-\x7e]\x00){4}|(?:\x00[\x09\x0a\x0d\x20-\x7e]){4}")
FEWEST_TAGS = 4
MOST_CONTROL = 0.02
TABLE_SUFFIXES = (".csv", ".tsv")
FEED_SUFFIXES = (".rss", ".atom")


def kind_of(head: bytes, name: str = "") -> Kind:
    """What bytes are.

    Args:
        head: the first bytes, up to HEAD_BYTES.
        name: the file's name, asked only where the bytes may be several things.
    """
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith(b"PK\x03\x04"):
        return "zip"
    text = head.removeprefix(BOMS[0]).lstrip()
    if not text:
        return "empty"
    if text.startswith(b"WARC/"):
        return "warc"
    if _is_binary(head):
        return "binary"
    if text[:1] in (b"{", b"["):
        return _braced(text, name)
    return _marked(text) or _named(name)


def unzipped_head(head: bytes) -> bytes:
    """The first bytes of what a gzip stream holds; b"" for a broken one."""
    try:
        return zlib.decompressobj(31).decompress(head, HEAD_BYTES)
    except zlib.error:
        return b""


def _is_binary(head: bytes) -> bool:
    if head.startswith(BOMS[1:]) or WIDE.search(head[:64]):
        return False
    return len(CONTROL.findall(head)) > MOST_CONTROL * len(head)


def _braced(text: bytes, name: str) -> Kind:
    """JSON starts with an object, or with a list of objects; a text may start with a bracket too."""
    if name.lower().endswith(TABLE_SUFFIXES):
        return "csv"
    return "json" if re.match(rb"\[?\s*\{", text) else "text"


def _marked(text: bytes) -> Kind | None:
    if MARKUP.match(text) and FEED.search(text[:2_048]):
        return "feed"
    if PAGE.search(text) or (MARKUP.match(text) and len(TAGS.findall(text)) >= 1):
        return "html"
    return "html" if len(TAGS.findall(text)) >= FEWEST_TAGS else None


def _named(name: str) -> Kind:
    lower = name.lower()
    if lower.endswith(TABLE_SUFFIXES):
        return "csv"
    return "feed" if lower.endswith(FEED_SUFFIXES) else "text"
