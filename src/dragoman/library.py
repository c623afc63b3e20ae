"""What `import dragoman` offers beside the classes: coding in one call, and the record's JSON Schema."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from dragoman.coder import Coder
from dragoman.reading.article import Article
from dragoman.reading.intake import read_inputs, read_object
from dragoman.record import Record
from dragoman.scaling.local import code_on_processes
from dragoman.settings import Settings


def code(*inputs: str | Path | Mapping[str, object], settings: Settings | None = None) -> Iterator[Record]:
    """Code pages, texts, archives, feeds or documents; one record a document, in order.

    Args:
        inputs: paths, URLs or "-", as on the command line, and documents as in JSON Lines (mappings with "text" or
            "html").
        settings: limits, date, tables and workers; the defaults if None.

    Raises:
        SettingsError: a setting that cannot be used.
        TableError: a table that does not hold what it should.
        InputError: the only input cannot be opened; one of several is set aside.
    """
    chosen = (settings or Settings()).checked()
    articles = itertools.chain.from_iterable(_articles(given, chosen, len(inputs) == 1) for given in inputs)
    if chosen.workers > 1:
        return code_on_processes(articles, chosen)
    return Coder(chosen).code(articles)


def _articles(given: str | Path | Mapping[str, object], settings: Settings, alone: bool) -> Iterator[Article]:
    if isinstance(given, Mapping):
        yield read_object(dict(given), settings)
    else:
        yield from read_inputs([str(given)], settings, alone=alone)


def schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of a record."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Record)}
