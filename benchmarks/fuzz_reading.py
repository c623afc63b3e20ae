"""Mutated pages, archives and texts into the reading room for a while; what crashes or hangs is kept as a file.

    python benchmarks/fuzz_reading.py [--minutes 20] [--seed N] [--keep tests/reading/corpus]

An article must come out for every input, with its spans in order; an input that takes longer than SLOW seconds counts
as a hang. Files kept are read by tests/reading/test_corpus.py from then on.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import io
import json
import logging
import random
import sys
import time
import traceback
import zipfile
from collections.abc import Callable
from pathlib import Path

from dragoman.reading.article import Article
from dragoman.reading.intake import read_inputs
from dragoman.settings import Settings

SLOW = 5.0  # seconds
LIMITS = Settings(max_document_bytes=400_000, max_decompressed_bytes=1_000_000, max_characters=200_000)
SENTENCE = "The delegation of the coastal state arrived in the capital on Monday, the ministry said. "
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Talks open | Harbour Post</title>
<script type="application/ld+json">{{"@graph":[{{"@type":"NewsArticle","headline":"Talks open","datePublished":
"2020-01-02","author":[{{"name":"Ada Example"}}]}},{{"@type":"BreadcrumbList","itemListElement":[{{"position":1,
"name":"World"}}]}}]}}</script></head><body><nav><a href="/">Home</a></nav><h1>Talks open</h1><div class="article-body">
<figure><figcaption>{SENTENCE}</figcaption></figure><p>RIVERTON (Wire) - {SENTENCE * 3}</p><blockquote><p>{SENTENCE}</p>
</blockquote><ul><li>One</li><li>Two <a href="x">three</a></li></ul><table><tr><td>a</td><td>b</td></tr></table>
<p>{SENTENCE * 2}<br><br>{SENTENCE}</p></div><div id="comments"><p>{SENTENCE}</p></div></body></html>"""
TEXT = (
    f"World / Gulf\n\nTalks open\n\nBy Ada Example\n\nRIVERTON (Wire) - {SENTENCE}\n\n- One\n\nREAD MORE: x\n\n© Post"
)
ITEM = f"<item><title>T</title><description>{SENTENCE}</description></item>"
FEED = f"<rss version='2.0'><channel><title>W</title>{ITEM}</channel></rss>"
TOKENS = [
    b"<",
    b">",
    b"</div>",
    b"<div>" * 50,
    b"<a href=x>",
    b"&#0;",
    b"&#xD800;",
    b"\x00",
    b"\xff",
    b"\xed\xa0\x80",
    b"<!--",
    b"-->",
    b"<script>",
    b"]]>",
    b"<![CDATA[",
    b"\r\n",
    b"\n\n",
    b"{",
    b"}",
    b"[" * 200,
    b'"',
    b"\\ud800",
    b"\x1f\x8b",
    b"PK\x03\x04",
    b"WARC/1.0\r\n",
    b"Content-Length: 99999999999\r\n",
    b"Content-Length: -1\r\n",
    b"<br><br>",
    b"<h1>",
    b"<svg><p>",
    b"<table><td>",
    b"<form>",
    b"<template>",
    b"<plaintext>",
    b"\xe2\x80\xa8",
    b"By ",
    b"KABUL (A) - ",
    b" / ",
    b"<p " + b"a=b " * 300 + b">",
    b"charset=utf-16",
    b"charset=utf-7",
    b"encoding='ucs4'",
    b"A" * 5000,
    b". " * 2000,
]


def main() -> None:
    """Fuzz until the time is over; exit code 1 if anything was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("tests/reading/corpus"))
    arguments = parser.parse_args()
    logging.disable(logging.CRITICAL)
    chance, end = random.Random(arguments.seed), time.monotonic() + 60 * arguments.minutes
    seeds = [(name, make()) for name, make in SEEDS.items()]
    runs = found = 0
    while time.monotonic() < end:
        name, raw = chance.choice(seeds)
        raw = mutated(raw, chance)
        trouble = tried(raw)
        runs += 1
        if trouble:
            found += 1
            arguments.keep.mkdir(parents=True, exist_ok=True)
            path = arguments.keep / f"{name}-{hashlib.sha256(raw).hexdigest()[:12]}"
            path.write_bytes(raw)
            sys.stderr.write(f"{path}: {trouble}\n")
    print(f"{runs} inputs, {found} that crashed or hung")
    sys.exit(1 if found else 0)


def tried(raw: bytes) -> str | None:
    """What went wrong with an input, or None."""
    started = time.monotonic()
    sys.stdin = io.TextIOWrapper(io.BytesIO(raw))
    try:
        for article in read_inputs(["-"], LIMITS):
            checked(article)
    except Exception:  # whatever falls here is what is looked for
        return traceback.format_exc(limit=-3)
    seconds = time.monotonic() - started
    return f"{seconds:.1f} seconds" if seconds > SLOW else None


def checked(article: Article) -> None:
    """Hold the spans of an article."""
    last = 0
    for block in article.document.blocks:
        assert last <= block.start < block.end <= len(article.document.text), block
        last = block.end
    json.dumps(article.document.text).encode()


def mutated(raw: bytes, chance: random.Random) -> bytes:
    """A few cuts, copies, swaps and insertions."""
    out = bytearray(raw)
    for _ in range(chance.randint(1, 6)):
        at, to = sorted(chance.randrange(len(out) + 1) for _ in range(2))
        kind = chance.randrange(6)
        if kind == 0:
            out[at:at] = chance.choice(TOKENS)
        elif kind == 1:
            del out[at : min(to, at + 200)]
        elif kind == 2:
            out[at:at] = out[at:to] * chance.randint(1, 4)
        elif kind == 3 and out:
            out[min(at, len(out) - 1)] = chance.randrange(256)
        elif kind == 4:
            out[at:to] = chance.choice(TOKENS)
        else:
            del out[at:]
        out = out[:300_000] or bytearray(b" ")
    return bytes(out)


def _warc() -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode()
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: http://a.example/\r\n"
    record = head + b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(http) + http
    return (record + b"\r\n\r\n") * 3


def _zip() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", PAGE)
        archive.writestr("b.txt", TEXT)
    return stream.getvalue()


def _lines() -> bytes:
    return "\n".join(
        json.dumps(document) for document in ({"id": 1, "text": TEXT}, {"html": PAGE, "title": "T"})
    ).encode()


SEEDS: dict[str, Callable[[], bytes]] = {
    "html": PAGE.encode,
    "text": TEXT.encode,
    "feed": FEED.encode,
    "jsonl": _lines,
    "csv": lambda: f'id,title,text\n1,T,"{TEXT}"\n2,U,{SENTENCE}\n'.encode(),
    "warc": _warc,
    "warcgz": lambda: gzip.compress(_warc()),
    "gz": lambda: gzip.compress(PAGE.encode()),
    "zip": _zip,
    "utf16": lambda: PAGE.encode("utf-16"),
}


if __name__ == "__main__":
    main()
