"""Dragoman reads news and writes the diplomatic record: who did what to whom, who said what, when and where."""

from __future__ import annotations

__version__ = "0.1.0"
