"""How the tests of statements write down what they expect: source | cue | content, pieces parted by " // "."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.finding.statements import Cues, find_statements
from dragoman.language.reading import Reading
from dragoman.tables.table import Tables

Read = Callable[..., Reading]

CUES = Cues(Tables(None))


def found(read: Read, text: str, title: str | None = None) -> list[str]:
    """The statements of a text, one string each."""
    reading = read(text, title=title)
    whole = reading.document.text
    out = []
    for a in find_statements(reading, CUES):
        parts = [" // ".join(whole[start:end] for start, end in spans) for spans in (a.source, a.cue, a.content)]
        out.append(" | ".join(parts))
    return out
