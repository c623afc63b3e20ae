"""Findings in, the record's events (and actors that only an event made known) out."""

from __future__ import annotations

from dragoman.coding.answers import turn_answers
from dragoman.coding.compose import Coding, Composition
from dragoman.coding.confidence import confidence_of
from dragoman.coding.contexts import contexts_of
from dragoman.coding.findings import Findings
from dragoman.coding.intensity import intensity_of
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.matching import match_senses
from dragoman.coding.parting import Parted, part
from dragoman.coding.relevance import tells_of_politics
from dragoman.coding.repeats import link_repeats
from dragoman.coding.sides import Sides
from dragoman.coding.voice import voice_of
from dragoman.coding.when_where import factuality_when, is_ancient, when, where
from dragoman.finding.happenings import find_happenings
from dragoman.record import Actor, Event, Factuality, Span

INSIDE = ("point", "admin")
STATED: dict[str, Factuality] = {
    "actual": "actual", "negated": "negated", "refused": "negated", "future": "future", "purpose": "future",
    "unless": "future", "hypothetical": "hypothetical", "historical": "historical",
}  # fmt: skip


def code_events(findings: Findings, lexicon: Lexicon) -> tuple[tuple[Event, ...], tuple[Actor, ...]]:
    """The events in order of their triggers, and the actors of the cast with those of kind `other` added."""
    sides, parted = find_parted(findings, lexicon)
    events = tuple(_event(n, p, sides, findings, lexicon) for n, p in enumerate(parted, 1))
    used = {ident for event in events for ident in (*event.actors, *event.recipients)}
    told = {actor.id for actor in findings.cast.actors} | used
    return link_repeats(events), tuple(actor for actor in sides.actors() if actor.id in told)


def find_parted(findings: Findings, lexicon: Lexicon) -> tuple[Sides, list[Parted]]:
    """What becomes an event each, in order, with actors on its sides."""
    sides, codings = find_codings(findings, lexicon)
    parted = [p for coding in codings if (p := part(coding, sides)) is not None]
    known = {actor.id: actor for actor in sides.actors()}
    political = [p for p in parted if tells_of_politics(p, findings.reading, known, lexicon)]
    kept = [p for p in political if not is_ancient(p.coding, _clause(p.coding, findings), findings)]
    sides.told = frozenset(p.coding.match.clause.head for p in kept)
    return sides, turn_answers(kept, sides, lexicon)


def find_codings(findings: Findings, lexicon: Lexicon) -> tuple[Sides, list[Coding]]:
    """The codings of an article, in order of their triggers, before their sides are actors."""
    reading = findings.reading
    towns = _towns(findings, lexicon)
    sides = Sides(reading, findings.cast, lexicon.grammar, findings.times, towns, lexicon.classes_of)
    clauses = find_happenings(reading, lexicon.words, lexicon.grammar)
    clauses = {token: clause for token, clause in clauses.items() if not sides.is_name(token)}
    matches = match_senses(clauses, sides, lexicon)
    return sides, Composition(matches, sides, lexicon).codings()


def _towns(findings: Findings, lexicon: Lexicon) -> dict[int, tuple[str, str]]:
    """Head tokens of towns and provinces meant as places -> key and name of their state."""
    ends = {end: i for i, end in enumerate(findings.reading.end)}
    return {
        ends[place.end]: (place.country, lexicon.states[place.country])
        for place in findings.places
        if place.reading == "literal" and place.precision in INSIDE and place.end in ends
        and place.country in lexicon.states
    }  # fmt: skip


def _event(number: int, parted: Parted, sides: Sides, findings: Findings, lexicon: Lexicon) -> Event:
    coding, reading = parted.coding, findings.reading
    clause, trigger = coding.match.clause, _trigger(coding, findings)
    voice, statement = voice_of(findings, *trigger)
    span = _clause(coding, findings)
    date, past = when(coding, span, statement, findings)
    mode = coding.mode
    kind = lexicon.types[coding.type]
    scored = lexicon.modes.get((coding.type, mode or ""))
    sectors = (sector for ident in parted.actors + parted.recipients for sector in sides.sectors.get(ident, ()))
    return Event(
        id=f"e{number}", type=coding.type, mode=mode if scored else None,
        contexts=contexts_of(coding.contexts, clause.head, sectors, reading, lexicon.contexts),
        cameo=coding.cameo or (scored.cameo if scored else kind.cameo), quad=kind.quad,
        score=scored.score if scored else kind.score, actors=parted.actors, recipients=parted.recipients,
        date=date, place=where(coding, span, statement, findings),
        factuality=factuality_when(STATED[coding.factuality], past), voice=voice,
        statement=statement.id if statement else None, same_as=None,
        intensity=intensity_of(kind.type, clause.head, coding.actors, sides.told, reading, lexicon.harms),
        trigger=trigger, evidence=findings.reading.span(*span), rule=coding.chain[0],
        confidence=confidence_of(parted, lexicon.confidence),
    )  # fmt: skip


def _trigger(coding: Coding, findings: Findings) -> Span:
    """The predicate, with the particle that its row asks for if they stand together."""
    reading, clause = findings.reading, coding.match.clause
    after = clause.head + 1
    whole = " " in coding.match.sense.row.lemma and after in clause.tokens
    return reading.span(clause.head, after + whole)


def _clause(coding: Coding, findings: Findings) -> tuple[int, int]:
    """The tokens of the clause, from its first argument to the end of its phrase, within the sentence."""
    reading, clause = findings.reading, coding.match.clause
    sentence = reading.sentences[reading.sentence_of[clause.head]]
    first, last = reading.subtree(clause.light if clause.light is not None else clause.head)
    arguments = [t for t in coding.actors if sentence.first <= t < sentence.last]
    return max(min([first, *arguments]), sentence.first), min(last, sentence.last)
