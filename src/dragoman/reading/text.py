"""A plain text page in, its blocks and facts out; the text itself is left as it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dragoman.reading.datelines import dateline_at
from dragoman.reading.days import day_of, written_day
from dragoman.reading.furniture import LineRules, Where
from dragoman.reading.headers import ADDRESS, BY, header_kind, trail
from dragoman.reading.limits import Deadline
from dragoman.reading.page import Page
from dragoman.reading.segments import FINAL, STARTS_LOWER, Segment, segments
from dragoman.record import Block, BlockKind

LABELLED = re.compile(r"(?i)(?:title|headline):\s+(?P<title>\S.*?)(?:\s+(?:link|url|source):\s*\S+)?")
BULLET = re.compile(r"(?:[•‣▪●◦*·]|[-–—]|\d{1,2}[.)])\s+\S")
MOST_TITLE_WORDS = 30
MOST_TITLE_LETTERS = 220
MOST_HEADING_WORDS = 14
MOST_TAIL_WORDS = 8
MOST_HEADER_LINES = 8
MOST_TOP = 60  # parts among which the body's first is looked for
LABEL_WORDS = 3
FEWEST_MENU = 3  # labels above a title that make a menu
SENTENCE_WORDS = 25
LONGEST_LABELLED = 1_000
BODY_WORDS = 8
TITLE_CASE = 0.8
TITLE_CASE_WORDS = 4
DATELINE_PARAGRAPHS = 6
MOST_QUESTION_WORDS = 15
FEWEST_TITLE_LETTERS = 8


@dataclass(slots=True)
class _Draft:
    """A page while its lines are told apart."""

    text: str
    rules: LineRules
    deadline: Deadline
    parts: list[Segment]
    blocks: list[Block] = field(default_factory=list)
    title: str | None = None
    outlet: str | None = None
    section: tuple[str, ...] = ()
    byline: str | None = None
    dateline: str | None = None
    published: str | None = None
    told: set[int] = field(default_factory=set)  # numbers of the parts that have their block

    def words_of(self, span: Segment) -> str:
        return self.text[span.start : span.end]

    def add(self, kind: BlockKind, start: int, end: int) -> None:
        self.blocks.append(Block(kind, start, end))


def read_text(text: str, rules: LineRules, deadline: Deadline, title: str | None = None) -> Page:
    """The page of a text as it stands.

    Args:
        title: the title that is known from outside; the line that repeats it is the title block.

    Raises:
        DocumentError: the time is over.
    """
    draft = _Draft(text, rules, deadline, segments(text))
    wanted = " ".join(title.split()) if title else None
    first = _read_top(draft, wanted)
    last = _read_tail(draft, first)
    _read_body(draft, last)
    draft.blocks.sort(key=lambda block: block.start)
    return Page(
        text=text, blocks=tuple(draft.blocks), outlet=draft.outlet, title=draft.title, section=draft.section,
        byline=draft.byline, dateline=draft.dateline, published=draft.published,
        published_basis="page" if draft.published else None,
    )  # fmt: skip


def _read_top(draft: _Draft, wanted: str | None) -> int:
    """Mark what stands above the body; the number of the body's first part."""
    if len(draft.parts) == 1:
        return 0
    first = _body_start(draft)
    lines = [draft.words_of(part) for part in draft.parts[:first]]
    menu = sum(_is_label(line) for line in lines) >= FEWEST_MENU
    for i, line in enumerate(lines):
        part = draft.parts[i]
        label = menu and _is_label(line)
        titled = not label and (_labelled_title(draft, part, line) or _title(draft, i, line, wanted))
        if titled or _header_line(draft, part, line):
            draft.told.add(i)
        elif label and draft.title is None:
            draft.add("furniture", part.start, part.end)
            draft.told.add(i)
    return first


def _body_start(draft: _Draft) -> int:
    """The number of the first part that reads like a body's and is not known for something else."""
    for i, part in enumerate(draft.parts[:MOST_TOP]):
        line = draft.words_of(part)
        if not _is_body(line) or LABELLED.fullmatch(line[:LONGEST_LABELLED]) or _like_title(draft, i, line):
            continue
        if header_kind(line, draft.rules) is None:
            return i
    return min(len(draft.parts), MOST_HEADER_LINES)


def _is_label(line: str) -> bool:
    return line.count(" ") < LABEL_WORDS and not FINAL.search(line) and dateline_at(line, 0, len(line)) is None


def _labelled_title(draft: _Draft, part: Segment, line: str) -> bool:
    match = LABELLED.fullmatch(line) if draft.title is None and len(line) <= LONGEST_LABELLED else None
    if match is None:
        return False
    draft.title = match["title"]
    draft.add("title", part.start + match.start("title"), part.start + match.end("title"))
    if match.end("title") < len(line):
        draft.add("furniture", part.start + match.end("title"), part.end)
    return True


def _title(draft: _Draft, i: int, line: str, wanted: str | None) -> bool:
    """The line that repeats the known title, or else one that looks like a headline and has a body under it."""
    if draft.title is not None:
        return False
    if wanted is not None and wanted != " ".join(line.split()):
        return False
    if wanted is None and not _like_title(draft, i, line):
        return False
    draft.title = " ".join(line.split())
    draft.add("title", draft.parts[i].start, draft.parts[i].end)
    return True


def _like_title(draft: _Draft, i: int, line: str) -> bool:
    words = line.split()
    if len(words) > MOST_TITLE_WORDS or len(line) > MOST_TITLE_LETTERS or STARTS_LOWER.match(line):
        return False
    if sum(map(str.isalpha, line)) < FEWEST_TITLE_LETTERS:
        return False
    if header_kind(line, draft.rules) is not None or dateline_at(line, 0, len(line)) or BULLET.match(line):
        return False
    body = any(_is_body(draft.words_of(part)) for part in draft.parts[i + 1 :])
    if not FINAL.search(line):
        return body
    parted = i + 1 < len(draft.parts) and draft.parts[i + 1].parted
    question = line.endswith("?") and len(words) <= MOST_QUESTION_WORDS
    return body and parted and (question or _title_case(words))


def _is_body(line: str) -> bool:
    words = line.count(" ") + 1
    return words >= SENTENCE_WORDS or (words >= BODY_WORDS and FINAL.search(line) is not None)


def _title_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3]
    return len(long) >= TITLE_CASE_WORDS and sum(not word[0].islower() for word in long) >= TITLE_CASE * len(long)


def _header_line(draft: _Draft, part: Segment, line: str) -> bool:
    kind = header_kind(line, draft.rules)
    if kind is None:
        return False
    if kind == "dateline":
        draft.published = draft.published or written_day(line) or day_of(line)
    elif kind == "byline" and (match := BY.fullmatch(line)):
        draft.byline = draft.byline or " ".join(match["name"].split()).strip(" ,/|")
    elif kind == "furniture":
        draft.section = draft.section or trail(line)
        _note_outlet(draft, line, ("any", "top"))
    draft.add(kind, part.start, part.end)
    return True


def _note_outlet(draft: _Draft, line: str, where: tuple[Where, ...]) -> None:
    known = draft.rules.known(line, where)
    if known and known.outlet and draft.outlet is None:
        draft.outlet = known.outlet.strip()


def _read_tail(draft: _Draft, first: int) -> int:
    """Mark what stands below the body: from the first line that is surely furniture, if only short lines follow."""
    tail = last = len(draft.parts)
    for i in range(len(draft.parts) - 1, max(first, 1) - 1, -1):
        line = draft.words_of(draft.parts[i])
        known = draft.rules.known(line, ("any", "tail"))
        if ADDRESS.fullmatch(line) or (known and known.kind == "furniture"):
            tail = i
        elif FINAL.search(line) or line.count(" ") >= MOST_TAIL_WORDS:
            break
    for part in draft.parts[tail:last]:
        _note_outlet(draft, draft.words_of(part), ("any", "tail"))
        draft.add("furniture", part.start, part.end)
    return tail


def _read_body(draft: _Draft, last: int) -> None:
    paragraphs = 0
    for i in range(last):
        draft.deadline.check()
        if i in draft.told:
            continue
        part = draft.parts[i]
        start = part.start
        opening = dateline_at(draft.text, start, part.end) if paragraphs < DATELINE_PARAGRAPHS else None
        if opening and draft.dateline is None:
            draft.dateline, draft.published = opening.text, draft.published or opening.day
            draft.add("dateline", start, len(draft.text[: opening.end].rstrip()))
            start = opening.end
        if start < part.end:
            kind, start = _body_kind(draft, i, start, last)
            draft.add(kind, start, part.end)
            paragraphs += kind == "paragraph"


def _body_kind(draft: _Draft, i: int, start: int, last: int) -> tuple[BlockKind, int]:
    """The kind of a part of the body, and where its words begin after a bullet."""
    part = draft.parts[i]
    line = draft.text[start : part.end]
    if len(draft.parts) == 1:
        return "paragraph", start
    known = draft.rules.known(line, ("any",))
    if known is not None or ADDRESS.fullmatch(line):
        _note_outlet(draft, line, ("any",))
        return (known.kind if known else "furniture"), start
    if bullet := BULLET.match(line):
        return "list", start + bullet.end() - 1
    follows = i + 1 < last and _is_body(draft.words_of(draft.parts[i + 1]))
    short = line.count(" ") < MOST_HEADING_WORDS
    heading = follows and short and start == part.start and not FINAL.search(line) and not STARTS_LOWER.match(line)
    return ("heading" if heading else "paragraph"), start
