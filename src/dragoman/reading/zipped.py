"""A zip of pages in, its members out, within the limit of what they unpack to."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from dragoman.reading.places import is_page_name
from dragoman.settings import Settings

LARGEST_RATIO = 200  # unpacked to packed bytes: above, a member is a bomb rather than a page
RATIO_FROM = 1_000_000


class Member(NamedTuple):
    """A member's name within the archive, and its bytes or the reason why it was not unpacked."""

    name: str
    raw: bytes
    refusal: str | None


def members(stream: BinaryIO, settings: Settings) -> Iterator[Member]:
    """The members that may be pages, in the archive's order.

    Raises:
        zipfile.BadZipFile: what is no zip.
    """
    left = settings.max_decompressed_bytes
    with zipfile.ZipFile(stream) as archive:
        for info in archive.infolist():
            if info.is_dir() or not is_page_name(info.filename):
                continue
            member = _unpacked(archive, info, min(left, settings.max_document_bytes))
            left -= len(member.raw)
            yield member


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> Member:
    if info.file_size > RATIO_FROM and info.file_size > LARGEST_RATIO * max(info.compress_size, 1):
        return Member(info.filename, b"", f"too large: unpacks to {info.file_size} bytes from {info.compress_size}")
    try:
        with archive.open(info) as member:
            raw = member.read(limit + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, struct.error) as error:
        return Member(info.filename, b"", f"broken member: {error}")
    if len(raw) > limit:
        return Member(info.filename, b"", f"too large: unpacks to more than {limit} bytes")
    return Member(info.filename, raw, None)
