"""The tree of errors; every message says what to do next.

DragomanError
    SettingsError       a setting or option that cannot be used
    TableError          a table, shipped or the user's own, that does not hold what it should
    InputError          an input that cannot be opened at all
    DocumentError       one document that cannot be read; it is set aside and counted
    ArchiveError        an archive that cannot be made, opened, read or written
"""

from __future__ import annotations


class DragomanError(Exception):
    """The root: anything that the package reports rather than lets fall."""


class SettingsError(DragomanError):
    """A setting or option that cannot be used."""


class TableError(DragomanError):
    """A table that does not hold what it should; names file, line and remedy."""


class InputError(DragomanError):
    """An input that cannot be opened at all."""


class DocumentError(DragomanError):
    """One document that cannot be read; it is set aside and counted."""


class ArchiveError(DragomanError):
    """An archive that cannot be made, opened, read or written."""
