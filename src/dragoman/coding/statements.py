"""Attributions and the cast in, the record's statements out."""

from __future__ import annotations

from dragoman.coding.statement_days import days_of, place_of
from dragoman.finding.attribution import Attribution
from dragoman.language.reading import Reading
from dragoman.record import Actor, Place, Statement, Timex
from dragoman.resolving.cast import Cast

REACTING = frozenset({"after", "following", "over", "for", "to", "at", "against"})
PERSONAL = frozenset({"his", "her", "their"})


def code_statements(
    reading: Reading,
    attributions: list[Attribution],
    cast: Cast,
    times: tuple[Timex, ...],
    places: tuple[Place, ...],
) -> tuple[Statement, ...]:
    """One statement an attribution, in the same order, with its speaker, addressee, day and place."""
    speakers = [_speaker(reading, a, cast) for a in attributions]
    days = days_of(reading, attributions, speakers, times)
    named = {actor.id for actor in cast.actors if _is_named(actor)}
    return tuple(
        Statement(
            id=f"s{i + 1}",
            speaker=speaker,
            source=a.source,
            cue=a.cue,
            content=a.content,
            mode=a.mode,
            addressee=cast.at(a.addressee_head) if a.addressee_head is not None else None,
            occasion=a.occasion,
            stance=a.stance,
            anonymous=a.anonymous and speaker not in named,
            date=day,
            place=place_of(reading, a, places),
            parent=f"s{a.parent + 1}" if a.parent is not None else None,
        )
        for i, (a, speaker, day) in enumerate(zip(attributions, speakers, days, strict=True))
    )


def _speaker(reading: Reading, attribution: Attribution, cast: Cast) -> str | None:
    """The actor of the source; of a relative pronoun, the actor of its noun."""
    head = attribution.source_head
    if head is None:
        return None
    answered = _answered(reading, attribution, head, cast)
    if answered is not None:
        return answered
    if reading.tag[head] in ("WP", "WDT"):
        clause = reading.head[head]
        while reading.dep[clause] not in ("relcl", "acl") and reading.head[clause] != clause:
            clause = reading.head[clause]
        return cast.at(reading.head[clause]) if reading.dep[clause] == "relcl" else cast.at(head)
    return cast.at(head)


def _answered(reading: Reading, attribution: Attribution, head: int, cast: Cast) -> str | None:
    """Of "X hit back at Y over his remarks" the remarks are Y's: whoever reacts does so to another's words."""
    noun = attribution.cue_head
    if noun is None or reading.pos[noun] != "NOUN" or reading.lower[head] not in PERSONAL:
        return None
    preposition = reading.head[noun]
    if reading.lower[preposition] not in REACTING:
        return None
    above = reading.head[preposition]
    verb = above
    while reading.pos[verb] not in ("VERB", "AUX") and reading.head[verb] != verb:
        verb = reading.head[verb]
    subject = reading.child(verb, "nsubj")
    for other in (above, *_parties(reading, verb)):
        found = cast.at(other) if reading.pos[other] in ("NOUN", "PROPN") and other < noun else None
        if found is not None and subject is not None and found != cast.at(subject):
            return found
    return None


def _parties(reading: Reading, verb: int) -> list[int]:
    """The object of a verb, and the noun after "at" ("hit back at Souza")."""
    out = []
    for c in reading.children[verb]:
        noun = c if reading.dep[c] == "dobj" else reading.child(c, "pobj") if reading.lower[c] == "at" else None
        if noun is not None:
            out.append(noun)
    return out


def _is_named(actor: Actor) -> bool:
    return any(mention.form == "name" for mention in actor.mentions)
