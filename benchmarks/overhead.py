"""What coding costs over the bare parse, side by side in one run; also start-up and peak memory.

    python benchmarks/overhead.py [FILE.jsonl ...] [--rounds 3]

Each file holds documents as JSON Lines; without one, the sample reports are coded many times over. The bare pass is
`nlp.pipe` of the same model, all its components, over the same texts in batches of the same size. Rounds alternate, and
the fastest of each side counts, in seconds of the processor, so that what else runs on the machine does not.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import spacy

from dragoman.coder import Coder
from dragoman.reading.article import Article, batches
from dragoman.reading.intake import read_inputs, read_object
from dragoman.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
COPIES = 12
MOST_RATIO = 1.6


def articles_of(paths: list[Path], settings: Settings) -> list[Article]:
    """The documents of the files, or the samples many times over."""
    if not paths:
        pages = sorted(str(path) for path in (ROOT / "samples").rglob("*.html"))
        return list(read_inputs(pages, settings)) * COPIES
    lines = (line for path in paths for line in path.open(encoding="utf-8"))
    given = [json.loads(line) for line in lines]
    keys = ("id", "text", "html", "url", "published")
    return [read_object({k: v for k, v in document.items() if k in keys}, settings) for document in given]


def bare_seconds(nlp: spacy.language.Language, articles: list[Article], words: int) -> float:
    """One bare pass over the blocks' texts."""
    started = time.process_time()
    for batch in batches(iter(articles), words):
        texts = [a.document.text[b.start : b.end] for a in batch for b in a.document.blocks if b.kind != "furniture"]
        for _ in nlp.pipe(texts, batch_size=max(len(texts), 1)):
            pass
    return time.process_time() - started


def coding_seconds(coder: Coder, articles: list[Article]) -> float:
    """One pass of the whole flow."""
    started = time.process_time()
    for _ in coder.code(articles):
        pass
    return time.process_time() - started


def one_article_seconds() -> float:
    """The whole process for one page, the second time round."""
    command = [sys.executable, "-m", "dragoman", "code", str(ROOT / "samples/harbour-talks.html"), "--format", "jsonl"]
    best = float("inf")
    for _ in range(3):
        started = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        best = min(best, time.perf_counter() - started)
    return best


def main() -> None:
    """Print the ratio and exit 1 if it is over the bar."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    settings = Settings()
    articles = articles_of(arguments.files, settings)
    coder = Coder(settings)
    nlp = spacy.load(settings.model)
    bare, coding = [], []
    for _ in range(arguments.rounds):
        bare.append(bare_seconds(nlp, articles, settings.batch_words))
        coding.append(coding_seconds(coder, articles))
    ratio = min(coding) / min(bare)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    characters = sum(len(a.document.text) for a in articles)
    print(f"documents {len(articles)}, characters {characters}")
    print(f"bare parse {min(bare):.2f} s, whole coding {min(coding):.2f} s, ratio {ratio:.2f} (bar {MOST_RATIO})")
    print(f"{len(articles) / min(coding):.1f} documents a second, peak memory {peak:.0f} MB")
    print(f"one article, whole process: {one_article_seconds():.2f} s")
    sys.exit(ratio > MOST_RATIO)


if __name__ == "__main__":
    main()
