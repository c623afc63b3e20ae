"""Text in, the language's code out: by script, then by the share of its most common words."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from msgspec import Struct

from dragoman.tables.table import SHIPPED, read_rows

ENGLISH = "en"
UNKNOWN = "und"
SAMPLE_CHARACTERS = 6_000
SAMPLE_WORDS = 600
FEWEST_WORDS = 12  # below this nothing is said of a Latin text
SURE_WORDS = 40  # a text this long with hardly any word of a known language is in none of them
FEWEST_HITS = 3  # different common words; "U.S." alone is two of Croatian
UNKNOWN_SHARE = 0.05
LEAD = 1.3  # how far another language must be before English
WORD = re.compile(r"[^\W\d_]+")
ASCII_LETTERS = re.compile("[a-zA-Z]+")
BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
SCRIPTS = (
    ("latin", re.compile("[\u00c0-\u024f\u1e00-\u1eff]")), ("cyrillic", re.compile("[\u0400-\u052f]")),
    ("arabic", re.compile("[\u0600-\u06ff\u0750-\u077f]")), ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")), ("zh", re.compile("[\u4e00-\u9fff]")), ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")), ("hi", re.compile("[\u0900-\u097f]")), ("bn", re.compile("[\u0980-\u09ff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")), ("th", re.compile("[\u0e00-\u0e7f]")), ("ka", re.compile("[\u10a0-\u10ff]")),
    ("hy", re.compile("[\u0530-\u058f]")), ("am", re.compile("[\u1200-\u137f]")), ("my", re.compile("[\u1000-\u109f]")),
)  # fmt: skip
MIXED_JAPANESE = 0.05  # Japanese writes most of its letters in Chinese characters


class LanguageRow(Struct, frozen=True):
    """A language, its script, and its most common words."""

    language: str
    script: str
    words: tuple[str, ...]


def detect(text: str) -> str | None:
    """ISO 639-1 code; "und" for a long text in none of the known languages; None for too little text."""
    sample = text[:SAMPLE_CHARACTERS]
    script = _script(sample)
    if script is None or len(script) == 2:
        return script
    words = WORD.findall(sample.lower())[:SAMPLE_WORDS]
    if len(words) < FEWEST_WORDS:
        return None if script == "latin" else UNKNOWN
    hits = _hits(words, script)
    best = max(hits, key=lambda language: sum(hits[language].values()))
    if script == "latin" and sum(hits[best].values()) <= LEAD * sum(hits[ENGLISH].values()):
        best = ENGLISH
    if len(hits[best]) < FEWEST_HITS or sum(hits[best].values()) < UNKNOWN_SHARE * len(words):
        return UNKNOWN if len(words) >= SURE_WORDS else None
    return best


def _script(sample: str) -> str | None:
    """The script that most letters are in; for those of one language, its code."""
    beyond = "".join(BEYOND_ASCII.findall(sample))
    counts = {name: len(pattern.findall(beyond)) for name, pattern in SCRIPTS} if beyond else {"latin": 0}
    counts["latin"] += sum(map(len, ASCII_LETTERS.findall(sample)))
    total = sum(counts.values())
    if not total:
        return None
    if counts.get("ja", 0) > MIXED_JAPANESE * total:
        return "ja"
    return max(counts, key=lambda name: counts[name])


def _hits(words: list[str], script: str) -> dict[str, dict[str, int]]:
    """The common words of each language of the script that are in the text, with their numbers."""
    owners = _owners()
    hits: dict[str, dict[str, int]] = {language: {} for language, of in _languages().items() if of == script}
    for word, number in Counter(words).items():
        for language in owners.get(word, ()):
            if language in hits:
                hits[language][word] = number
    return hits


@lru_cache(maxsize=1)
def _languages() -> dict[str, str]:
    return {row.language: row.script for row in _rows()}


@lru_cache(maxsize=1)
def _owners() -> dict[str, list[str]]:
    """The languages of each common word."""
    owners: dict[str, list[str]] = {}
    for row in _rows():
        for word in dict.fromkeys(row.words):
            owners.setdefault(word, []).append(row.language)
    return owners


@lru_cache(maxsize=1)
def _rows() -> list[LanguageRow]:
    return read_rows(SHIPPED / "reading" / "languages.tsv", LanguageRow)
