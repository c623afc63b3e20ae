"""Dragoman reads news and writes the diplomatic record: who did what to whom, who said what, when and where.

import dragoman

for record in dragoman.code("report.html"):
    for event in record.events:
        print(event.type, event.actors, event.recipients)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from dragoman.archive.archive import Archive
    from dragoman.coder import Coder
    from dragoman.errors import DragomanError
    from dragoman.library import code, schema
    from dragoman.record import Record
    from dragoman.settings import Settings

__all__ = ["Archive", "Coder", "DragomanError", "Record", "Settings", "__version__", "code", "schema"]

_HOMES = {
    "Archive": "dragoman.archive.archive",
    "Coder": "dragoman.coder",
    "DragomanError": "dragoman.errors",
    "Record": "dragoman.record",
    "Settings": "dragoman.settings",
    "code": "dragoman.library",
    "schema": "dragoman.library",
}


def __getattr__(name: str) -> object:
    """Public names are loaded when they are first asked for: the model alone takes half a second."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
