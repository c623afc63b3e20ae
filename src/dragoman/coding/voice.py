"""Whose voice tells an event: the outlet's, or the innermost statement around its predicate."""

from __future__ import annotations

from dragoman.coding.findings import Findings
from dragoman.record import Statement, Voice


def voice_of(findings: Findings, start: int, end: int) -> tuple[Voice, Statement | None]:
    """The voice of the words [start, end), and the statement they stand in.

    The innermost statement is the one with the shortest content over the words.
    """
    best: Statement | None = None
    size = 0
    for statement in findings.statements:
        for first, last in statement.content:
            if first <= start and end <= last and (best is None or last - first < size):
                best, size = statement, last - first
    if best is None:
        return "outlet", None
    return ("reported" if best.mode == "indirect" else "quoted"), best
