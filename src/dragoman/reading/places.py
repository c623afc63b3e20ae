"""Names of inputs in, the files that they mean out: folders are walked, patterns resolved."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

PAGE_SUFFIXES = frozenset(
    [
        "", ".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".txt", ".text", ".md", ".json", ".jsonl",
        ".ndjson", ".csv", ".tsv", ".warc", ".gz", ".zip", ".xml", ".rss", ".atom",
    ]
)  # fmt: skip
RESOURCE_FOLDER = "_files"  # where browsers lay the pictures and scripts of a saved page
PATTERN = frozenset("*?[")


def files_of(name: str) -> Iterator[str]:
    """The files that a name means, in the order of their names: itself, those of a folder, or those of a pattern.

    Raises:
        FileNotFoundError: there is no such file, and a pattern fits none.
    """
    path = Path(name)
    if path.is_dir():
        yield from _walk(path)
    elif path.exists():
        yield name
    else:
        matches = sorted(glob.glob(name, recursive=True)) if PATTERN & set(name) else []
        if not matches:
            raise FileNotFoundError(name)
        for match in matches:
            if Path(match).is_dir():
                yield from _walk(Path(match))
            else:
                yield match


def is_page_name(name: str) -> bool:
    """Whether a file of a collection may hold documents, going by its name; a saved page's own resources do not."""
    path = PurePosixPath(name)
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts if part not in (".", ".."))
    resources = any(part.endswith(RESOURCE_FOLDER) for part in path.parts[:-1])
    return not hidden and not resources and path.suffix.lower() in PAGE_SUFFIXES


def _walk(folder: Path) -> Iterator[str]:
    for root, folders, files in os.walk(folder):
        folders.sort()
        for file in sorted(files):
            path = Path(root, file)
            if is_page_name(path.relative_to(folder).as_posix()):
                yield str(path)
