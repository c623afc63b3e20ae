"""A token in, the country that the article speaks of there out: by clause, speaker, sentences before, dateline."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from dragoman.finding.attribution import Attribution
from dragoman.language.reading import Reading
from dragoman.resolving.claims import Scene
from dragoman.resolving.parties import Parties, Party
from dragoman.tables.actors import StateName
from dragoman.tables.names import fold, pieces

ASIDE = frozenset({"from", "with", "despite", "against", "like", "unlike"})
NEAR = 3  # sentences back in which a state still counts as spoken of


@dataclass(slots=True)
class Context:
    """What tells the country in play: places, speakers by token of what they say, and the article's setting."""

    scene: Scene
    parties: Parties
    place_tokens: list[int]
    speech: dict[int, Attribution]
    setting: str | None

    def country(self, token: int) -> str | None:
        """The country in play at a token, or None."""
        reading = self.scene.reading
        sentence = reading.sentence_of[token]
        near, speaker = self._last(token), self.speaker(token)
        if speaker is not None and speaker.country in self.scene.tables.states and self.speech[token].mode == "direct":
            return speaker.country
        if near is not None and reading.sentence_of[near[0]] == sentence:
            return near[1]
        if speaker is not None and speaker.country in self.scene.tables.states:
            return speaker.country
        if self.setting is not None and self._is_main(token, self.setting):
            return self.setting
        if near is not None and sentence - reading.sentence_of[near[0]] <= NEAR:
            return near[1]
        return self.setting or (near[1] if near else self._next(token))

    def speaker(self, token: int) -> Party | None:
        """The party that says the words at the token."""
        attribution = self.speech.get(token)
        if attribution is None or attribution.source_head is None:
            return None
        return self.parties.at.get(attribution.source_head)

    def turn(self, token: int) -> tuple[int, bool, int]:
        """When a token is resolved: in text order, but what is said directly after who says it."""
        attribution = self.speech.get(token)
        source = attribution.source_head if attribution is not None and attribution.mode == "direct" else None
        return (token, False, token) if source is None or source < token else (source, True, token)

    def _last(self, token: int) -> tuple[int, str] | None:
        """The last token before with a country, and the country."""
        states = self.scene.tables.states
        best: tuple[int, str] | None = None
        aside: tuple[int, str] | None = None
        for head, party in self.parties.before(token, 40):
            if party.country in states and party.country is not None:
                if party.kind == "population" or self._is_aside(head):
                    aside = aside or (head, party.country)
                    continue
                best = (head, party.country)
                break
        sentence_of = self.scene.reading.sentence_of
        if best is None or (aside is not None and sentence_of[token] - sentence_of[best[0]] > NEAR):
            best = aside or best
        i = bisect_left(self.place_tokens, token) - 1
        while i >= 0 and (self.place_tokens[i] in self.parties.at or self._is_aside(self.place_tokens[i])):
            i -= 1
        if i >= 0 and (best is None or self.place_tokens[i] > best[0]):
            country = self.scene.places[self.place_tokens[i]].country
            if country in states and country is not None:
                best = (self.place_tokens[i], country)
        return best

    def _is_main(self, token: int, key: str) -> bool:
        """Whether the article has so far spoken of no other state's parties more often."""
        counts: dict[str, int] = {}
        for _, party in self.parties.before(token, token):
            if party.country in self.scene.tables.states and party.country is not None:
                counts[party.country] = counts.get(party.country, 0) + 1
        return counts.get(key, 0) > 0 and counts[key] == max(counts.values())

    def _is_aside(self, head: int) -> bool:
        """Whether a party is named only as one from whom or despite whom something is: the story is not there."""
        reading = self.scene.reading
        while reading.dep[head] == "conj" and reading.head[head] != head:
            head = reading.head[head]
        return reading.dep[head] == "pobj" and reading.lower[reading.head[head]] in ASIDE

    def _next(self, token: int) -> str | None:
        states = self.scene.tables.states
        found = (party.country for _, party in self.parties.after(token, 40))
        return next((country for country in found if country in states), None)


def context_of(scene: Scene, parties: Parties, attributions: list[Attribution]) -> Context:
    """The context of an article whose named parties are known."""
    tokens = sorted(i for i, place in scene.places.items() if place.country)
    return Context(scene, parties, tokens, _speech(scene.reading, attributions), _setting(scene))


def _speech(reading: Reading, attributions: list[Attribution]) -> dict[int, Attribution]:
    """The innermost attribution over each token of what is said."""
    starts = reading.start
    out: dict[int, Attribution] = {}
    for attribution in attributions:  # outer ones come before those inside them
        for start, end in attribution.content:
            for i in range(bisect_left(starts, start), bisect_left(starts, end)):
                out[i] = attribution
    return out


def _setting(scene: Scene) -> str | None:
    """The country of the dateline, else of the section."""
    document = scene.reading.document
    for text in (document.dateline, *reversed(document.section)):
        words = pieces(text or "")
        folded = [fold(word) for word in words]
        for i in range(len(words)):
            match = scene.tables.names.longest(folded, words, i, len(words))
            state = next((n for n in match[1] if isinstance(n, StateName)), None) if match else None
            if state is not None:
                return state.row.key
    return None
