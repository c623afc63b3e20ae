"""Reading in, phrases that may stand for an actor out: noun phrases cut into names and role nouns, and pronouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.language.reading import Name, Reading
from dragoman.tables.actors import ActorTables, Named, Noun, OrganisationRow, Person, StateName
from dragoman.tables.names import fold

NOMINAL = frozenset({"NOUN", "PROPN"})
INNER = frozenset({"compound", "nmod", "amod", "nummod", "quantmod", "punct", "prt", "det", "case", "dep"})
STANDS_ALONE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "attr", "poss", "appos", "ROOT"})
BEFORE = frozenset({"det", "compound", "nmod", "amod", "nummod", "poss", "predet", "quantmod", "npadvmod", "punct"})
NO_NAME = frozenset({"VERB", "AUX", "ADV", "ADP", "DET", "PRON", "SCONJ", "CCONJ", "PART"})
UNTOLD = frozenset({"dateline", "byline", "furniture"})
PRONOUN_TAGS = frozenset({"PRP", "PRP$"})


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens [first, last) that the tables know: a name, or a noun for an organ or an agent."""

    first: int
    last: int
    names: tuple[Named, ...] = ()
    nouns: tuple[Noun, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase without what follows its head; `own` is the first token after a possessor, if there is one.

    `possessor` is the head token of the possessor; `segments` lie in [own, last).
    """

    head: int
    first: int
    own: int
    last: int
    possessor: int | None = None
    segments: tuple[Segment, ...] = ()

    @property
    def final(self) -> Segment | None:
        """The segment over the head, if the tables know one."""
        if self.segments and self.segments[-1].first <= self.head < self.segments[-1].last:
            return self.segments[-1]
        return None


@dataclass(slots=True)
class Mentions:
    """What may be a mention, by head token; `person` and `label` are the model's names over each token."""

    phrases: dict[int, Phrase] = field(default_factory=dict)
    pronouns: list[int] = field(default_factory=list)
    name_at: dict[int, Name] = field(default_factory=dict)


def find_mentions(reading: Reading, tables: ActorTables) -> Mentions:
    """The noun phrases and personal pronouns of an article, in the order of their heads."""
    found = Mentions()
    for name in reading.names:
        for i in range(name.first, name.last):
            found.name_at[i] = name
    segments = _segments(reading, tables, found.name_at)
    cover = _cover(segments)
    tag, pos, dep = reading.tag, reading.pos, reading.dep
    for i in _told(reading):
        if tag[i] in PRONOUN_TAGS:
            found.pronouns.append(i)
        elif _heads(reading, i, pos[i], dep[i], cover) or _coordinated(reading, found, i):
            found.phrases[i] = _phrase(reading, i, cover, found.phrases)
    _add_stray(found, segments)
    return found


def _told(reading: Reading) -> Iterator[int]:
    """The tokens of what the article tells: an agency in a dateline is no party."""
    for sentence in reading.sentences:
        if sentence.kind not in UNTOLD:
            yield from range(sentence.first, sentence.last)


def _add_stray(found: Mentions, segments: list[Segment]) -> None:
    """Names of organisations that the parse takes for no noun: phrases of their own."""
    inside = {i for phrase in found.phrases.values() for i in range(phrase.own, phrase.last)}
    for segment in segments:
        head = segment.last - 1
        if segment.names and is_organisation(segment.names[0]) and head not in inside:
            found.phrases[head] = Phrase(head, segment.first, segment.first, segment.last, None, (segment,))


def _segments(reading: Reading, tables: ActorTables, name_at: dict[int, Name]) -> list[Segment]:
    words, pos = reading.words, reading.pos
    folded = [low if low.isalpha() and low.isascii() else fold(low) for low in reading.lower]
    names, nouns = tables.names, tables.nouns
    out: list[Segment] = []
    for sentence in reading.sentences:
        i, last = sentence.first, sentence.last if sentence.kind not in UNTOLD else sentence.first
        while i < last:
            name = names.longest(folded, words, i, last)
            if name and not (_is_name(words, pos, i, name, name_at) and _is_whole(reading, i, name, name_at, out)):
                name = None
            noun = nouns.longest(folded, words, i, last)
            if noun and (pos[noun[0] - 1] not in NOMINAL or (name and noun[0] <= name[0])):
                noun = None
            if noun and name and nouns.longest(folded, words, name[0], last):  # "CIA official": the name tells more
                noun = None
            if noun:
                out.append(Segment(i, noun[0], (), noun[1]))
                i = noun[0]
            elif name:
                out.append(Segment(i, name[0], name[1]))
                i = name[0]
            else:
                i += 1
    return out


def _is_name(
    words: Sequence[str], pos: Sequence[str], first: int, match: tuple[int, tuple[Named, ...]], name_at: dict[int, Name]
) -> bool:
    """Whether the words are written as a name, and are no part of a person's longer one ("Jordan Peterson")."""
    last, values = match
    if not any(words[i][0].isupper() for i in range(first, last)):
        return False
    if pos[last - 1] in NO_NAME and not words[last - 1].isupper():
        return False
    model = name_at.get(first)
    if model is None or model.label != "PERSON":
        return True
    if isinstance(values[0], Person):  # "Juan Carlos" in "Juan Carlos Jobet" is someone else
        return last >= model.last or pos[last] != "PROPN"
    inside = [i for i in range(model.first, model.last) if words[i][0].isalpha() and words[i][0].isupper()]
    return last >= model.last or not all(i in inside for i in range(last, model.last)) or first == last


def _is_whole(
    reading: Reading, first: int, match: tuple[int, tuple[Named, ...]], name_at: dict[int, Name], before: list[Segment]
) -> bool:
    """Whether an organisation's name is no more than the end of a longer name that the tables do not have."""
    model = name_at.get(first)
    if model is None or model.label != "ORG" or model.first >= first or not is_organisation(match[1][0]):
        return True
    known = before[-1].last if before else 0
    return known >= first or reading.pos[first - 1] != "PROPN" or not reading.words[first - 1][0].isupper()


def _cover(segments: list[Segment]) -> dict[int, Segment]:
    return {i: segment for segment in segments for i in range(segment.first, segment.last)}


def _heads(reading: Reading, i: int, pos: str, dep: str, cover: dict[int, Segment]) -> bool:
    """Whether a token heads a noun phrase of its own."""
    if pos in NOMINAL:
        if dep in INNER:
            return False
        return dep != "npadvmod" or (reading.words[i][0].isupper() and not _hyphened(reading, i))
    return i in cover and dep in STANDS_ALONE and pos in ("ADJ", "X", "ADV", "NUM")


def _coordinated(reading: Reading, found: Mentions, i: int) -> bool:
    """A person before "and" whom the parse makes a modifier: "between Roe and Taliban representatives"."""
    model = found.name_at.get(i)
    if model is None or model.label != "PERSON" or reading.dep[i] != "nmod" or i + 1 != model.last:
        return False
    return any(reading.dep[c] == "cc" for c in reading.children[i])


def _hyphened(reading: Reading, i: int) -> bool:
    return i + 1 < len(reading) and reading.words[i + 1] == "-"


def _phrase(reading: Reading, head: int, cover: dict[int, Segment], done: dict[int, Phrase]) -> Phrase:
    first, own, possessor = head, head, None
    lefts = [c for c in reading.children[head] if c < head and reading.dep[c] in BEFORE]
    for child in reversed(lefts):
        if reading.dep[child] == "punct" and reading.words[child] != "-":
            break
        start, end = reading.subtree(child)
        end = min(end, first)
        if child in done and reading.dep[child] == "nmod":
            first = own = next((c + 1 for c in reading.children[child] if reading.dep[c] == "cc"), end)
            break
        if reading.dep[child] == "poss":
            own, possessor, first = end, child, min(first, start)
            break
        first = own = min(first, start)
    last = head + 1
    final = cover.get(head)
    if final is not None:
        last = max(last, final.last)
        if possessor is not None and final.first < own:
            own, possessor = first, None
        own, first = min(own, final.first), min(first, final.first)
    return Phrase(head, first, own, last, possessor, _inside(own, last, cover))


def _inside(first: int, last: int, cover: dict[int, Segment]) -> tuple[Segment, ...]:
    out: list[Segment] = []
    i = first
    while i < last:
        segment = cover.get(i)
        if segment is None:
            i += 1
            continue
        if segment.first >= first:
            out.append(segment)
        i = segment.last
    return tuple(out)


def is_organisation(name: Named) -> bool:
    """Whether a name stands for a party other than a state or a person."""
    return isinstance(name, OrganisationRow)


def is_state(name: Named) -> bool:
    """Whether a name stands for a state, its people, capital or seat of government."""
    return isinstance(name, StateName)
