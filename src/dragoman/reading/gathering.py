"""URLs of pages and feeds in, the pages' answers out, saved as they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.reading.feed import feed_links
from dragoman.reading.fetch import Answer, Fetcher
from dragoman.reading.kinds import HEAD_BYTES, kind_of
from dragoman.reading.saving import Saved, Validators


def gather(urls: Iterable[str], fetcher: Fetcher, saved: Saved) -> Iterator[Answer]:
    """The answers, in order: of each page, and of each page that a feed links to; a URL is asked for once."""
    asked: set[str] = set()
    for url in urls:
        answer = _fetched(url, fetcher, saved, asked)
        if answer is None:
            continue
        if answer.refusal is None and kind_of(answer.raw[:HEAD_BYTES], url) == "feed":
            links = feed_links(answer.raw)
            yield from filter(None, (_kept(_fetched(link, fetcher, saved, asked), saved) for link in links))
        else:
            yield _kept(answer, saved) or answer


def _fetched(url: str, fetcher: Fetcher, saved: Saved, asked: set[str]) -> Answer | None:
    if url in asked:
        return None
    asked.add(url)
    known = saved.known.get(url, Validators(None, None))
    return fetcher.get(url, known.etag, known.modified)


def _kept(answer: Answer | None, saved: Saved) -> Answer | None:
    """The answer, after it has been saved if there was one."""
    if answer is not None and answer.status and answer.refusal is None:
        saved.add(answer)
    return answer
