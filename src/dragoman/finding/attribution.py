"""What the statement finder gives: words attributed to a source, before anyone says who that is."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.record import Span, StatementMode


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content spans as PolNeAR defines them; `*_head` are tokens of the Reading.

    `parent` is the position, in the same list, of the attribution in whose content this one lies. `cue_row` is the id
    of the cue table's row, or of the rule for statements without a cue. `occasion` is the words for it ("news
    conference").
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    mode: StatementMode
    stance: str
    source_head: int | None
    cue_head: int | None
    content_head: int | None
    cue_row: str
    anonymous: bool = False
    occasion: str | None = None
    addressee_head: int | None = None
    parent: int | None = None
