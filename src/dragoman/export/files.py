"""Named pieces of bytes in, files out: on a stream, in one file, or in a folder under the names that users look for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

Parts = Iterable[tuple[str, bytes]]
MOST_OPEN = 64  # files at once: the usual limit of a process is 256 or more


def write_stream(parts: Parts, target: BinaryIO, *, head: bytes = b"") -> None:
    """All pieces one after the other, whatever the names."""
    target.write(head)
    for _, piece in parts:
        target.write(piece)


def write_folder(parts: Parts, folder: Path, *, head: bytes = b"") -> None:
    """Each piece into the file of its name; a file that is there is replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    begun: set[str] = set()
    is_open: OrderedDict[str, BinaryIO] = OrderedDict()
    try:
        for name, piece in parts:
            _file(folder, name, begun, is_open, head).write(piece)
    finally:
        for file in is_open.values():
            file.close()


def _file(folder: Path, name: str, begun: set[str], is_open: OrderedDict[str, BinaryIO], head: bytes) -> BinaryIO:
    if name in is_open:
        is_open.move_to_end(name)
        return is_open[name]
    if len(is_open) >= MOST_OPEN:
        is_open.popitem(last=False)[1].close()
    is_open[name] = (folder / name).open("ab" if name in begun else "wb")
    if name not in begun:
        is_open[name].write(head)
        begun.add(name)
    return is_open[name]
