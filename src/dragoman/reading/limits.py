"""A limit in seconds in, a check out that a reader calls as it goes through a document."""

from __future__ import annotations

import time

from dragoman.errors import DocumentError

EVERY = 256  # steps between two looks at the clock


class Deadline:
    """The time that one document may take; `check` is called at every step and looks at the clock now and then."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds
        self._steps = 0

    def check(self) -> None:
        """Raise DocumentError if the time is over."""
        self._steps += 1
        if self._steps % EVERY == 0 and time.monotonic() > self._end:
            raise DocumentError(f"too slow: not read within {self._seconds:g} seconds (max_seconds)")
