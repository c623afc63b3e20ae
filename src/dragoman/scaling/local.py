"""Articles in, records out in the same order and with the same bytes, coded on several processes of this machine."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

import msgspec

from dragoman import __version__
from dragoman.coder import Coder
from dragoman.reading.article import Article, batches
from dragoman.record import Outcome, Record, Run
from dragoman.settings import Settings

AHEAD = 2  # batches waiting for each process, so that none idles and memory stays flat

_coder: Coder | None = None


def code_on_processes(articles: Iterable[Article], settings: Settings) -> Iterator[Record]:
    """The records of the articles, in order. A process that dies costs the one document that killed it."""
    decoder = msgspec.msgpack.Decoder(list[Record])
    for packed in _in_order(batches(articles, settings.batch_words), settings):
        yield from decoder.decode(packed)


def _in_order(given: Iterator[list[Article]], settings: Settings) -> Iterator[bytes]:
    waiting: deque[tuple[list[Article], Future[bytes]]] = deque()
    pool = _pool(settings, settings.workers)
    try:
        for batch in given:
            waiting.append((batch, pool.submit(_code, batch)))
            if len(waiting) >= settings.workers * AHEAD:
                pool, packed = _next(waiting, pool, settings)
                yield packed
        while waiting:
            pool, packed = _next(waiting, pool, settings)
            yield packed
    finally:
        pool.shutdown(cancel_futures=True)


def _next(
    waiting: deque[tuple[list[Article], Future[bytes]]], pool: ProcessPoolExecutor, settings: Settings
) -> tuple[ProcessPoolExecutor, bytes]:
    """The oldest batch's records; where a process died, its documents are tried one by one and the rest goes on."""
    batch, future = waiting.popleft()
    try:
        return pool, future.result()
    except BrokenProcessPool:
        pool.shutdown(cancel_futures=True)
    packed = _one_by_one(batch, settings)
    fresh = _pool(settings, settings.workers)
    again = [(held, fresh.submit(_code, held)) for held, _ in waiting]
    waiting.clear()
    waiting.extend(again)
    return fresh, packed


def _one_by_one(batch: list[Article], settings: Settings) -> bytes:
    records: list[Record] = []
    for article in batch:
        with _pool(settings, 1) as alone:
            try:
                records += msgspec.msgpack.decode(alone.submit(_code, [article]).result(), type=list[Record])
            except BrokenProcessPool:
                records.append(_lost(article))
    return msgspec.msgpack.encode(records)


def _lost(article: Article) -> Record:
    reason = "the process that coded it died (out of memory?); code it alone, or leave it out"
    nothing = Run("", "", "")
    return Record(dragoman=__version__, run=nothing, outcome=Outcome("failed", reason), document=article.document)


def _pool(settings: Settings, size: int) -> ProcessPoolExecutor:
    # spawn, not fork: the parent may hold threads (progress, BLAS) that do not survive a fork
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(size, mp_context=context, initializer=_start, initargs=(settings,))


def _start(settings: Settings) -> None:
    global _coder  # one Coder a process, made once
    _coder = Coder(settings)


def _code(batch: list[Article]) -> bytes:
    if _coder is None:
        raise RuntimeError("the process was not started by code_on_processes")
    return msgspec.msgpack.encode(list(_coder.code_batch(batch)))
