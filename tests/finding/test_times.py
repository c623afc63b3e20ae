"""Time expressions of short reports: what is taken, and what it means on the document's date."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.language.reading import Reading


def test_a_reading_keeps_its_title_apart(read: Callable[..., Reading]) -> None:
    reading = read("The envoy left on Monday.", "2020-03-04", "Envoy leaves")
    assert [sentence.kind for sentence in reading.sentences] == ["title", "paragraph"]
