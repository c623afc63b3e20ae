"""An HTML tree in, its stretches of text out, in reading order, each with the element that holds it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree
from msgspec import Struct

from dragoman.errors import DocumentError
from dragoman.reading.limits import Deadline
from dragoman.record import BlockKind
from dragoman.tables.table import SHIPPED, read_rows

MOST_UNITS = 10_000  # what follows is left unread; the longest page of the development set has 369
KEEPS_LINES = "pre"
LONG_CELL = 80  # characters from which a cell of a table is laid out text rather than a figure
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
HOLDERS = frozenset(["div", "section", "aside"])
OPEN, SHUT = "\x02", "\x03"  # where a link begins and ends
LINK = re.compile("(?<=\x02)[^\x02\x03]*(?=\x03)")
MARKS = re.compile("[\x02\x03]")
EMPTY = " \n\x02\x03"
NOT_WORD = re.compile(r"[\W_]+")


class ElementRow(Struct, frozen=True):
    """An element's tag and its roles in the flow of text."""

    tag: str
    roles: tuple[str, ...]


@dataclass(slots=True)
class Unit:
    """A stretch of text: the block element that holds it, the kind of its markup, and how much of it are links."""

    text: str
    element: etree._Element
    kind: BlockKind
    links: int
    _key: str | None = None

    @property
    def key(self) -> str:
        """The text as `key_of` gives it, made when it is first asked for."""
        if self._key is None:
            self._key = key_of(self.text)
        return self._key


def key_of(text: str) -> str:
    """The letters and digits of a text in lower case, by which the same words are known in another layout."""
    return NOT_WORD.sub("", text).lower()


def units_of(
    tree: etree._Element, skip: Callable[[etree._Element], bool], deepest: int, deadline: Deadline
) -> list[Unit]:
    """The stretches of text of a page, without scripts, menus and controls, and without block elements to `skip`.

    Raises:
        DocumentError: elements nested deeper than `deepest`, or the time is over.
    """
    return _Walk(skip, deepest, deadline).over(tree)


class _Walk:
    """One pass over a tree; text gathers until a block element begins or ends."""

    def __init__(self, skip: Callable[[etree._Element], bool], deepest: int, deadline: Deadline) -> None:
        self.skip = skip
        roles = _tags()
        self.blocks, self.silent, self.cells = roles["block"], roles["silent"], roles["cell"]
        self.deepest = deepest
        self.deadline = deadline
        self.units: list[Unit] = []
        self.parts: list[str] = []
        self.in_link = 0
        self.kept_lines = 0
        self.skipped: set[etree._Element] = set()
        self.stack: list[etree._Element] = []

    def over(self, tree: etree._Element) -> list[Unit]:
        walker = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
        for event, element in walker:
            if event == "start":
                self.deadline.check()
                if element.tag in self.silent or (element.tag in HOLDERS and self.skip(element)):
                    self.skipped.add(element)
                    self._flush_at(element)
                    walker.skip_subtree()
                else:
                    self._open(element)
            elif event == "end" and element not in self.skipped:
                self._close(element)
            self._text(element.tail if event != "start" else None)
            if len(self.units) > MOST_UNITS:
                break
        self._flush()
        return self.units

    def _open(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in self.blocks:
            self._flush()
            self.stack.append(element)
            self.kept_lines += tag == KEEPS_LINES
            if len(self.stack) > self.deepest:
                raise DocumentError(f"nested too deep: more than {self.deepest} elements (max_html_depth)")
        elif tag == "a":
            self.parts.append(OPEN)
            self.in_link += 1
        elif tag == "br":
            self.parts.append("\n")
        elif tag in self.cells:
            self.parts.append(" ")
        self._text(element.text)

    def _close(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in self.blocks:
            self._flush()
            self.stack.pop()
            self.kept_lines -= tag == KEEPS_LINES
        elif tag == "a":
            self.parts.append(SHUT)
            self.in_link -= 1

    def _flush_at(self, element: etree._Element) -> None:
        """A menu or form control among blocks parts them; one inside of a line does not."""
        if element.tag in self.blocks:
            self._flush()

    def _text(self, text: str | None) -> None:
        if text and self.kept_lines:
            self.parts.append(text)
        elif text:
            folded = " ".join(text.split()) if not text.isspace() else ""
            lead = " " if text[0].isspace() else ""
            tail = " " if folded and text[-1].isspace() else ""
            self.parts.append(lead + folded + tail)

    def _flush(self) -> None:
        if not self.parts:
            return
        if self.in_link:
            self.parts.append(SHUT)
        text = "".join(self.parts).strip(" \n")
        self.parts = [OPEN] if self.in_link else []
        if not self.stack or not text.strip(EMPTY):
            return
        element, kind = self.stack[-1], _kind(self.stack)
        cell = element.tag == "tr" and kind == "list"
        for piece in _parted(text) if "\n" in text else (text,):
            linked = OPEN in piece
            line = " ".join((MARKS.sub("", piece) if linked or SHUT in piece else piece).split())
            if line:
                links = sum(map(len, LINK.findall(piece))) if linked else 0
                running = "paragraph" if cell and len(line) >= LONG_CELL else kind
                self.units.append(Unit(line, element, running, min(links, len(line))))


def _parted(text: str) -> Iterator[str]:
    """The stretches between two line breaks in a row."""
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip(EMPTY):
            lines.append(line)
        elif lines:
            yield " ".join(lines)
            lines = []
    if lines:
        yield " ".join(lines)


def _kind(stack: list[etree._Element]) -> BlockKind:
    for element in reversed(stack[-4:]):
        tag = element.tag
        if tag in HEADINGS:
            return "heading"
        if tag in ("figcaption", "figure"):
            return "caption"
        if tag == "blockquote":
            return "quote"
        if tag in ("li", "dd", "dt") or (tag == "tr" and element is stack[-1]):
            return "list"
    return "paragraph"


@lru_cache(maxsize=1)
def _tags() -> dict[str, frozenset[str]]:
    """The tags of each role in the flow of text."""
    roles: dict[str, set[str]] = defaultdict(set)
    for row in read_rows(SHIPPED / "reading" / "elements.tsv", ElementRow):
        for role in row.roles:
            roles[role].add(row.tag)
    return {role: frozenset(tags) for role, tags in roles.items()}
