"""A run's settings are told apart by what can change a record, and by nothing else."""

from __future__ import annotations

import pytest

from dragoman.settings import Settings

CHANGING = [
    Settings(published="2020-01-01"), Settings(max_characters=10), Settings(max_document_bytes=10),
    Settings(max_decompressed_bytes=10), Settings(max_html_depth=10),
]  # fmt: skip


@pytest.mark.parametrize("settings", CHANGING)
def test_what_can_change_a_record_changes_the_digest(settings: Settings) -> None:
    assert settings.digest() != Settings().digest()


def test_how_a_run_is_spread_over_processes_does_not_change_the_digest() -> None:
    assert Settings(workers=4, batch_words=99).digest() == Settings().digest()
