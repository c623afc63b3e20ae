"""Inputs as a user names them in, articles out, in the order given."""

from __future__ import annotations

import gzip
import io
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO, BinaryIO, cast

from dragoman.errors import InputError
from dragoman.reading.article import Article
from dragoman.reading.jsonl import read_json
from dragoman.reading.kinds import HEAD_BYTES, Kind, kind_of, unzipped_head
from dragoman.reading.objects import read_object
from dragoman.reading.page import Given, set_aside
from dragoman.reading.pages import read_page
from dragoman.reading.places import files_of
from dragoman.reading.tabular import is_table, read_table
from dragoman.settings import Settings

__all__ = ["read_inputs", "read_object"]

STANDARD_INPUT = "-"
ADDRESSES = ("http://", "https://")


def read_inputs(inputs: Iterable[str], settings: Settings, *, alone: bool | None = None) -> Iterator[Article]:
    """The articles of files, folders, patterns, addresses and standard input ("-").

    Args:
        alone: whether a name that cannot be opened is the run's only one; None to go by the number of `inputs`.

    Raises:
        InputError: the only input cannot be opened. Of several, it is set aside and the run goes on.
    """
    names = list(inputs)
    only = len(names) == 1 if alone is None else alone
    for name in names:
        try:
            yield from _read_input(name, settings)
        except InputError as error:
            if only:
                raise
            yield set_aside(Given(id=name), "failed", f"not opened: {error}")


def _read_input(name: str, settings: Settings) -> Iterator[Article]:
    if name == STANDARD_INPUT:
        yield from _guarded(sys.stdin.buffer, name, settings)
    elif name.startswith(ADDRESSES):
        yield from _read_address(name, settings)
    else:
        try:
            for path in files_of(name):
                with open(path, "rb") as stream:
                    yield from _guarded(stream, path, settings)
        except FileNotFoundError:
            raise InputError(f"{name}: no such file or folder; mend the path") from None
        except OSError as error:
            raise InputError(f"{name}: {error.strerror}; see that it can be read") from None


def _read_address(url: str, settings: Settings) -> Iterator[Article]:
    from dragoman.reading.fetch import Fetcher

    with Fetcher(settings) as fetcher:
        answer = fetcher.get(url)
    if answer.refusal:
        yield set_aside(Given(id=url, url=url), "failed", answer.refusal)
        return
    given = Given(id=url, url=answer.url)
    kind = kind_of(answer.raw[:HEAD_BYTES], url)
    if kind in ("html", "text", "empty", "binary"):
        yield read_page(answer.raw, given, settings, answer.charset)
    else:
        yield from _guarded(io.BytesIO(answer.raw), url, settings)


def _guarded(stream: IO[bytes], name: str, settings: Settings) -> Iterator[Article]:
    """The articles of a stream; where it breaks off, what came before stands and the break is told."""
    try:
        yield from _read_stream(_buffered(stream), name, settings)
    except Exception as error:  # the place where an input is set aside: one that breaks its reader costs no other
        yield set_aside(Given(id=name), "failed", f"broken input: {error or type(error).__name__}")


def _buffered(stream: IO[bytes]) -> io.BufferedReader:
    if hasattr(stream, "peek"):
        return cast(io.BufferedReader, stream)
    return io.BufferedReader(cast(io.RawIOBase, stream))


def _read_stream(stream: io.BufferedReader, name: str, settings: Settings) -> Iterator[Article]:
    head = stream.peek(HEAD_BYTES)[:HEAD_BYTES]
    kind = kind_of(head, name.removesuffix(".gz"))
    if kind == "gzip":
        if kind_of(unzipped_head(head)) == "warc":
            yield from _read_warc(stream, name, settings)
        else:
            inner = _buffered(cast(IO[bytes], gzip.GzipFile(fileobj=stream)))
            yield from _read_stream(inner, name, settings) if not _nested(inner) else _bomb(name)
    elif kind == "zip":
        yield from _read_zip(stream, name, settings)
    else:
        yield from _read_kind(kind, stream, head, name, settings)


def _nested(inner: io.BufferedReader) -> bool:
    return kind_of(inner.peek(HEAD_BYTES)[:HEAD_BYTES]) == "gzip"


def _bomb(name: str) -> Iterator[Article]:
    yield set_aside(Given(id=name), "not_coded", "no page: compressed twice")


def _read_kind(kind: Kind, stream: io.BufferedReader, head: bytes, name: str, settings: Settings) -> Iterator[Article]:
    if kind == "json":
        yield from read_json(stream, name, settings)
    elif kind == "csv" or (kind == "text" and is_table(head)):
        yield from read_table(stream, name, settings)
    elif kind == "warc":
        yield from _read_warc(stream, name, settings)
    else:
        raw = stream.read(settings.max_document_bytes + 1)
        if kind == "feed" and len(raw) <= settings.max_document_bytes:
            from dragoman.reading.feed import read_feed

            yield from read_feed(raw, name, settings)
        else:
            yield read_page(raw, Given(id=name), settings)


def _read_warc(stream: BinaryIO, name: str, settings: Settings) -> Iterator[Article]:
    from dragoman.reading.warc import read_warc

    yield from read_warc(stream, name, settings)


def _read_zip(stream: BinaryIO, name: str, settings: Settings) -> Iterator[Article]:
    """The articles of a zip's members; standard input is laid aside first, since a zip is read from its end."""
    from dragoman.reading.zipped import members

    with tempfile.SpooledTemporaryFile(max_size=settings.max_document_bytes) as spool:
        if not stream.seekable():
            shutil.copyfileobj(stream, spool)
            spool.seek(0)
        for member in members(cast(BinaryIO, spool) if not stream.seekable() else stream, settings):
            place = f"{name}/{member.name}"
            if member.refusal:
                yield set_aside(Given(id=place), "not_coded", member.refusal)
            elif kind_of(member.raw[:HEAD_BYTES], place) == "zip":
                yield set_aside(Given(id=place), "not_coded", "no page: an archive within an archive")
            else:
                yield from _guarded(io.BytesIO(member.raw), place, settings)
