"""Layout and cue table in, drafts out: verbs that attribute (said that, vowed to, called X Y, was accused of)."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.finding.breakaways import broken_off
from dragoman.finding.complements import Complements, complements_of
from dragoman.finding.cues import CueRow, Cues
from dragoman.finding.draft import Draft, Range, Source
from dragoman.finding.layout import Layout
from dragoman.finding.parentheses import as_clause, loose_clause, postposed
from dragoman.finding.passives import passive_draft
from dragoman.finding.quoted import quotes_beside
from dragoman.finding.sources import find_source, is_passive, noun_phrase
from dragoman.language.reading import Reading

LEFT_OF_CUE = frozenset({"aux", "auxpass", "neg", "advmod"})
BLAMING = frozenset({"for", "as", "over"})
WH_TAGS = frozenset({"WRB", "WP", "WDT"})


@dataclass(slots=True)
class _State:
    """What is known of the article so far; `shared` gives the cue whose subject a later one shares."""

    drafts: list[Draft]
    shared: dict[int, int]


def verb_drafts(layout: Layout, cues: Cues) -> list[Draft]:
    """The drafts of the article's cue verbs, in order of the verbs."""
    reading = layout.reading
    state = _State([], {})
    tags, verbs = reading.tag, cues.verbs
    for i, form in enumerate(reading.lower):
        if form in verbs and tags[i][0] == "V":
            draft = _draft(layout, cues, i, state)
            if draft is not None:
                state.drafts.append(draft)
    return state.drafts


def cue_chunk(reading: Reading, v: int) -> Range:
    """The verb with its auxiliaries, negation, adverbs right before it, and its particle."""
    first, last = v, v + 1
    while first > 0 and reading.head[first - 1] == v and reading.dep[first - 1] in LEFT_OF_CUE:
        if reading.tag[first - 1] in WH_TAGS:
            break
        first -= 1
    while last < len(reading) and reading.head[last] == v and reading.dep[last] in ("prt", "neg"):
        last += 1
    return first, last


def _fitting(reading: Reading, v: int, rows: tuple[CueRow, ...]) -> tuple[CueRow, ...]:
    """The rows with the verb's particle; without one, those that ask for none."""
    with_particle = [row for row in rows if " " in row.lemma and _has_particle(reading, v, row.lemma.split(" ")[1])]
    return tuple(with_particle) or tuple(row for row in rows if " " not in row.lemma)


def _has_particle(reading: Reading, v: int, particle: str) -> bool:
    return any(reading.lower[j] == particle and reading.head[j] == v for j in range(v + 1, min(v + 6, len(reading))))


def _draft(layout: Layout, cues: Cues, v: int, state: _State) -> Draft | None:
    reading = layout.reading
    rows = _fitting(reading, v, cues.verbs[reading.lower[v]])
    cue = cue_chunk(reading, v)
    source = find_source(layout, v, state.shared)
    speaking = next((row for row in rows if "quote" in row.frames or "person" in row.frames), None)
    passive = is_passive(reading, v)
    if speaking is not None and not passive:
        beside, mended = quotes_beside(layout, v, cue, source, state.drafts, to_person="person" in speaking.frames)
        relayed = reading.child(v, "dobj") if "relayed" in speaking.frames else None
        if beside and relayed is not None and layout.quoted[relayed] == layout.quoted[v]:
            mended = noun_phrase(layout, relayed)
        if beside:
            return _made(speaking, "quote", v, cue, beside, mended)
    found = complements_of(layout, v, cue)
    if found.is_hung and found.clause_head is not None and _is_the_nouns(reading, cues, found.clause_head):
        found.clause = found.clause_head = None
    for row in rows:
        draft = (passive_draft if passive else _active)(layout, v, row, found, source)
        if draft is None and not passive:
            draft = _with_object(layout, cues, v, row, found, source)
        if draft is None:
            continue
        if found.clause_head is not None and draft.content == [found.clause] and found.clause is not None:
            draft.content = [broken_off(layout, cues, v, found.clause, found.clause_head, state.shared)]
            draft.content[:0] = _relative(reading, source)
        return draft
    return _parenthetical(layout, v, rows, found, source)


def _is_the_nouns(reading: Reading, cues: Cues, clause: int) -> bool:
    """Whether a clause is what a noun says ("hit back over her remarks that"), not "said in a statement that"."""
    noun = reading.head[clause]
    if reading.lower[noun] not in cues.nouns:
        return False
    return reading.child(noun, "poss") is not None or reading.lower[noun] not in cues.occasions


def _relative(reading: Reading, source: Source | None) -> list[Range]:
    """The pronoun of a relative clause that is taken out of what is said: "the mine, which he says is open"."""
    if source is None or source.first == 0 or reading.tag[source.first - 1] not in ("WDT", "WP"):
        return []
    governed = reading.tag[source.first - 2] == "IN" and reading.head[source.first - 1] == source.first - 2
    return [(source.first - 1 - governed, source.first)]


def _parenthetical(
    layout: Layout, v: int, rows: tuple[CueRow, ...], found: Complements, source: Source | None
) -> Draft | None:
    spoken = (row for row in rows if "target" not in row.frames)
    plain = next((row for row in spoken if {"that", "quote", "person"} & set(row.frames)), None)
    if plain is None or source is None:
        return None
    content = as_clause(layout, v, found.cue)
    if not content and not found.passive:
        content = postposed(layout, v, found.cue, source)
    if not content and found.object is None and not found.passive and layout.reading.tag[v] in ("VBD", "VBZ"):
        content = loose_clause(layout, found.cue, source)
    return _made(plain, "that", v, found.cue, content, source) if content else None


def _made(row: CueRow, frame: str, v: int, cue: Range, content: list[Range], source: Source | None) -> Draft:
    return Draft(row.id, row.stance, row.kind, frame, [cue], v, content, source)


def _active(layout: Layout, v: int, row: CueRow, found: Complements, source: Source | None) -> Draft | None:
    """The draft of the first frame of the row that the verb's complements fill."""
    frames = row.frames
    clause = found.clause or (found.bare if "small" not in frames else None)
    if clause is not None and ("that" in frames or "person" in frames or ("quote" in frames and not found.is_hung)):
        return _made(row, "that", v, found.cue, [clause], source)
    particle = row.lemma.split(" ")[1:]
    for at, content in found.phrases:
        if particle and "object" in frames and layout.reading.lower[at] == particle[0]:  # "went after the council"
            return _made(row, "object", v, (found.cue[0], at + 1), [content], source)
        if layout.reading.lower[at] in row.prepositions and layout.reading.lower[at] not in particle:
            if at != found.cue[1]:
                return _made(row, "phrase", v, found.cue, [(at, content[1])], source)
            return _made(row, "phrase", v, (found.cue[0], at + 1), [content], source)
    seeming = found.infinitive or (found.rest if found.rest and layout.reading.pos[found.rest[0]] != "ADP" else None)
    if seeming and "seem" in frames and source is not None:
        return _made(row, "seem", v, found.cue, [(source.first, source.last), seeming], None)
    if found.object_clause and ("objectto" in frames or "to" in frames or "person" in frames):
        return _made(row, "objectto", v, found.cue, [found.object_clause], source)
    if found.infinitive and ("person" in frames or "to" in frames or "objectto" in frames):
        return _made(row, "to", v, found.cue, [found.infinitive], source)
    asked = _asked(layout, v, found)
    if asked and ("small" in frames or "object" in frames or "that" in frames):
        return _made(row, "object", v, found.cue, asked, source)
    for frame, range_found in (("small", found.small), ("gerund", found.gerund), ("object", found.object)):
        if frame in frames and range_found is not None:
            return _made(row, frame, v, found.cue, [range_found], source)
    return None


def _with_object(
    layout: Layout, cues: Cues, v: int, row: CueRow, found: Complements, source: Source | None
) -> Draft | None:
    """Frames that ask for a kind of object: words made known ("released a list"), or someone attacked in words."""
    noun = layout.reading.child(v, "dobj")
    if found.object is None or noun is None:
        return None
    words = (layout.reading.lower[noun], layout.reading.lemma[noun].lower())
    makes_known = "document" in row.frames and any(
        word in cues.documents or word in cues.nouns or word in cues.occasions for word in words
    )
    if makes_known or ("target" in row.frames and (noun in layout.persons or _is_blamed(layout, v, noun, found))):
        return _made(row, "object", v, found.cue, [found.object], source)
    return None


def _is_blamed(layout: Layout, v: int, noun: int, found: Complements) -> bool:
    """Whether an attack is one in words: it has a reason or a quotation."""
    reading = layout.reading
    if found.object is not None and any(i in layout.opens for i in range(*found.object)):
        return True
    return any(reading.lower[c] in BLAMING and reading.dep[c] == "prep" and c > v
               for c in (*reading.children[v], *reading.children[noun]))  # fmt: skip


def _asked(layout: Layout, v: int, found: Complements) -> list[Range]:
    """A fronted object and what is said of it: "what he called a mistake"."""
    reading = layout.reading
    fronted = reading.child(v, "dobj")
    if fronted is None or fronted > v or reading.tag[fronted] not in ("WP", "WDT"):
        return []
    if reading.tag[fronted] == "WDT" and found.rest is None:
        return []
    return [(fronted, fronted + 1)] + ([found.rest] if found.rest else [])
