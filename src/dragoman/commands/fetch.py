"""`dragoman fetch`: pages, or the pages of a feed, from the web into a WARC file that `dragoman code` reads."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from dragoman.settings import Settings

FAILED = 1


def fetch(
    urls: Annotated[list[str], typer.Argument(help="Addresses of pages, or of RSS or Atom feeds.")],
    output: Annotated[Path, typer.Option(help="The WARC file that the answers are added to.")] = Path(
        "fetched.warc.gz"
    ),
    delay: Annotated[float, typer.Option(help="Seconds between two requests to one host.")] = 1.0,
    timeout: Annotated[float, typer.Option(help="Seconds without a byte after which a server is given up.")] = 20.0,
    allow_private: Annotated[bool, typer.Option("--allow-private", help="Fetch from private addresses too.")] = False,
) -> None:
    """Fetch pages and keep them as evidence in a WARC file.

    robots.txt is kept to, a host gets one request at a time, and what the file holds already is asked for only if it
    has changed.

    Examples:

        dragoman fetch https://example.org/news/talks.html --output talks.warc.gz

        dragoman fetch https://example.org/feed.xml && dragoman code fetched.warc.gz
    """
    from dragoman.reading.fetch import Fetcher, Manners
    from dragoman.reading.gathering import gather
    from dragoman.reading.saving import Saved

    manners = Manners(delay=delay, timeout=timeout, allow_private=allow_private)
    counts: Counter[str] = Counter()
    with Saved(output) as saved, Fetcher(Settings(), manners) as fetcher:
        for answer in gather(urls, fetcher, saved):
            counts["failed" if answer.refusal else "unchanged" if not answer.raw else "fetched"] += 1
            if answer.refusal:
                sys.stderr.write(f"dragoman: {answer.url}: {answer.refusal}\n")
    parts = ", ".join(f"{number} {what}" for what, number in sorted(counts.items()))
    sys.stderr.write(f"{output}: {parts or 'nothing to fetch'}\n")
    if counts["failed"]:
        raise typer.Exit(FAILED)
