"""Records pass through; what became of each document is counted, and kept a line each where the user wants it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType

import msgspec

from dragoman.errors import SettingsError
from dragoman.record import Record

WORDS = {"coded": "coded", "not_coded": "not coded", "failed": "failed"}


class Outcomes:
    """Counts of a run by outcome and reason; a context that closes its file.

    Args:
        path: a file that takes one JSON object a document (id, status, reason), or None.

    Raises:
        SettingsError: a file that cannot be written.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        try:
            self._file = path.open("wb") if path else None
        except OSError as error:
            raise SettingsError(f"--outcomes {path}: {error.strerror}; choose a file that can be written") from None

    def __enter__(self) -> Outcomes:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file:
            self._file.close()

    def count(self, records: Iterable[Record]) -> Iterator[Record]:
        """The records, each counted as it passes."""
        for record in records:
            outcome = record.outcome
            self.counts[outcome.status, (outcome.reason or "").split(":")[0]] += 1
            if self._file:
                line = {"id": record.document.id, "status": outcome.status, "reason": outcome.reason}
                self._file.write(msgspec.json.encode(line) + b"\n")
            yield record

    @property
    def total(self) -> int:
        """Documents seen."""
        return self.counts.total()

    @property
    def failed(self) -> int:
        """Documents set aside because something went wrong."""
        return sum(count for (status, _), count in self.counts.items() if status == "failed")

    def summary(self) -> str:
        """One line: how many documents were coded, and how many not, by reason."""
        parts = [
            f"{count} {WORDS[status]}" + (f" ({reason})" if reason else "")
            for (status, reason), count in sorted(self.counts.items(), key=lambda item: (-item[1], item[0]))
        ]
        return f"{self.total} documents: " + ", ".join(parts or ["nothing to read"])
