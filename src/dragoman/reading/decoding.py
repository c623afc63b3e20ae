"""Bytes in, text out: by the mark they start with, as UTF-8, as they declare, or as Windows-1252."""

from __future__ import annotations

import codecs
import re

DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
DECLARED_WITHIN = 4_096
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
SEVEN_BIT = ("iso2022_jp", "iso2022_kr", "hz", "utf-7")  # these are valid UTF-8 too, and say nothing until decoded
FALLBACK = "cp1252"
WIDE_HEAD = 256  # bytes
FEWEST_WIDE = 4
WIDE_SHARE = 0.6  # of zero bytes in one of the two halves of the first letters


def decoded(raw: bytes, charset: str | None = None) -> str:
    """The text of bytes; what fits no encoding becomes U+FFFD, and nothing else is changed.

    Args:
        charset: the encoding that came with the bytes (an HTTP header), which may be wrong.
    """
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    wide = _wide(raw)
    if wide:
        return raw.decode(wide, "replace")
    found = DECLARED.search(raw[:DECLARED_WITHIN])
    declared = [_known(charset), _known(found.group(1).decode("ascii") if found else None)]
    seven = [name for name in declared if name in SEVEN_BIT]
    for name in (*seven, "utf-8", *declared):
        text = _strict(raw, name) if name else None
        if text is not None:
            return text
    return raw.decode("utf-8", "replace") if _mostly_utf8(raw) else raw.decode(FALLBACK, "replace")


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its first letters is zero."""
    even, odd = raw[0:WIDE_HEAD:2], raw[1:WIDE_HEAD:2]
    if len(odd) < FEWEST_WIDE or len(raw) % 2:
        return None
    zeros = even.count(0) / len(even), odd.count(0) / len(odd)
    if min(zeros) == 0.0 and max(zeros) > WIDE_SHARE:
        return "utf-16-be" if zeros[0] else "utf-16-le"
    return None


def _known(name: str | None) -> str | None:
    """Python's name of an encoding of text; pages that say Latin-1 mean Windows-1252."""
    try:
        found = codecs.lookup(name) if name else None
    except (LookupError, ValueError):
        return None
    if found is None or not found._is_text_encoding:
        return None
    return FALLBACK if found.name in ("iso8859-1", "ascii") else found.name


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeError, ValueError):
        return None


def _mostly_utf8(raw: bytes) -> bool:
    """Whether more letters beyond ASCII are well-formed UTF-8 than are broken."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(character > "\x7f" for character in text) - broken > broken
