"""What a run does not need, it does not load."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest

SCRIPT = """
import sys
from dragoman.reading.intake import read_object
from dragoman.settings import Settings
read_object({given!r}, Settings())
print(*sorted(name for name in {watched!r} if name in sys.modules))
"""
WATCHED = ["lxml", "trafilatura", "feedparser", "fastwarc", "ssl", "http.client"]
STORY = "".join(f"<p>The envoy came to the town on Monday, and left it on day {n}.</p>" for n in range(9))
PAGE = f"<html><body><article>{STORY}</article></body></html>"


@pytest.mark.parametrize(("given", "loaded"), [({"text": "The envoy came."}, ""), ({"html": PAGE}, "lxml")])
def test_readers_load_only_what_they_need(given: dict[str, str], loaded: str) -> None:
    script = textwrap.dedent(SCRIPT.format(given=given, watched=WATCHED))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == loaded
