"""Findings in, the record's events (and actors that only an event made known) out."""

from __future__ import annotations

from dragoman.coding.findings import Findings
from dragoman.coding.lexicon import Lexicon
from dragoman.record import Actor, Event


def code_events(findings: Findings, lexicon: Lexicon) -> tuple[tuple[Event, ...], tuple[Actor, ...]]:
    """The events in order of their triggers, and the actors of the cast with those of kind `other` added."""
    return (), findings.cast.actors
