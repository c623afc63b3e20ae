"""Matched senses in, codings out: the algebra by which operators consume their content and mood shifts a type."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.coding.factuality import factuality_of
from dragoman.coding.lexicon import Lexicon, OperatorRow, SenseRow
from dragoman.coding.matching import Match, told_by_need
from dragoman.coding.sides import Sides
from dragoman.language.clauses import Clause, clause_at
from dragoman.language.clauses_verbs import split_names
from dragoman.language.clauses_voice import is_infinitive

SAME = "="
NOTHING = "-"
DEPTH = 4  # operators inside one another
JOINT = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})  # several actors without recipient did it together
OPERATORS = frozenset({"REQUEST", "AGREE", "REJECT", "THREATEN", "ACCUSE"})
COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE", "RETREAT", "CONCEDE"})
FALLBACK = (
    "matrix",
    "obj",
    "to",
    "with",
    "against",
    "on",
    "from",
    "for",
    "over",
    "among",
    "of",
    "into",
    "in",
    "at",
    "near",
    "mod",
)
APART = frozenset({"relcl", "punct", "parataxis"})
HOLDERS = ("obj", "comp", "for", "to", "on", "in", "of")


@dataclass(frozen=True, slots=True)
class Coding:
    """One event before it meets the cast: sides as tokens, alternatives of the recipient in order of preference.

    `fallback` are further places where a political actor may be the recipient. `parts` are the predicates that it
    consumed; `chain` the rows that made it, outermost first; `deed` what is condemned where nobody is named who did it.
    """

    type: str
    mode: str | None
    cameo: str | None
    contexts: tuple[str, ...]
    actors: tuple[int, ...]
    recipients: tuple[tuple[int, ...], ...]
    fallback: tuple[tuple[int, ...], ...]
    mutual: bool
    factuality: str
    match: Match
    trigger: tuple[int, ...]
    parts: tuple[int, ...]
    chain: tuple[str, ...]
    deed: tuple[int, ...] = ()


class Composition:
    """The matched predicates of an article, coded once each."""

    def __init__(self, matches: dict[int, Match], sides: Sides, lexicon: Lexicon) -> None:
        self.matches, self.sides, self.lexicon = matches, sides, lexicon
        self.reading = sides.reading
        self.known: dict[int, Coding | None] = {}

    def codings(self) -> list[Coding]:
        """What stands on its own: not consumed by an operator, in order of the predicates."""
        for token in self.matches:
            self._code(token, DEPTH)
        told = [c for c in self.known.values() if c is not None and _tells(c)]
        consumed = {part for coding in told for part in coding.parts}
        alone = [c for t, c in sorted(self.known.items()) if c is not None and t not in consumed]
        return [mooded for coding in alone if (mooded := self._mooded(coding)) is not None]

    def _code(self, token: int, depth: int) -> Coding | None:
        if token not in self.known:
            self.known[token] = None
            self.known[token] = self._coded(self.matches[token], depth)
        return self.known[token]

    def _coded(self, match: Match, depth: int) -> Coding | None:
        coding = self._coded_as(match, depth)
        if coding is None and match.others:
            return self._coded(Match(match.clause, match.others[0], match.others[1:]), depth)
        return coding

    def _coded_as(self, match: Match, depth: int) -> Coding | None:
        row = match.sense.row
        if not row.content:
            aspect = row.type in self.lexicon.operators and row.type not in OPERATORS
            return None if aspect else self._shifted(self._plain(match), match)
        tokens, content = self._contents(match, depth)
        if row.type in OPERATORS:
            return self._shifted(self._operated(match, content, tokens), match)
        return self._aspect(match, content)

    def _plain(self, match: Match) -> Coding:
        row, clause = match.sense.row, match.clause
        mutual = any(len(group) > 1 for group in match.sense.actor)
        mood = factuality_of(self.reading, clause.head, clause.light, self.lexicon.moods)
        return Coding(
            row.type, row.mode, row.cameo, row.contexts, self._actors(match), self._recipients(match),
            self._fallback(clause, row) + self._asked(clause.head), mutual, mood, match,
            clause.tokens, self._named_in_needs(match), (row.id,),
        )  # fmt: skip

    def _actors(self, match: Match) -> tuple[int, ...]:
        clause = match.clause
        for group in match.sense.actor:
            tokens = [t for role in group for t in self._tokens(match, role)]
            if len(group) > 1 and clause.pos == "n" and not self.sides.tokens(clause, "subj"):
                tokens = [*clause.roles.get("around", ()), *tokens]
            if len(group) > 1 and len(tokens) == 1:
                tokens = list(split_names(self.reading, tokens[0]))
            if len(tokens) == 1 and match.sense.row.type in JOINT:
                tokens = list(self.sides.parties_of(tokens[0]))
            if tokens:
                return tuple(dict.fromkeys(tokens))
        return ()

    def _tokens(self, match: Match, role: str) -> tuple[int, ...]:
        """What stands in a role, or hangs with that preposition on a noun that the row asks for."""
        clause = match.clause
        tokens = self.sides.tokens(clause, role)
        if not tokens and role == "subj" and match.sense.row.pos == "a":
            return clause.roles.get("obj", ())
        if tokens or role == "subj":
            return tokens
        asked = tuple(t for r in match.sense.needed if r != "subj" for t in self.sides.tokens(clause, r))
        return self.sides.within(asked, role)

    def _recipients(self, match: Match) -> tuple[tuple[int, ...], ...]:
        clause = match.clause
        groups = []
        for group in match.sense.recipient:
            if clause.pos == "v" and "obj" in match.sense.needed:
                groups.append(tuple(t for role in group for t in clause.roles.get(f"obj.{role}", ())))
            groups.append(tuple(t for role in group for t in self._tokens(match, role)))
        if clause.pos == "n" and "obj" in clause.roles and groups:
            groups.insert(0, clause.roles["obj"])
        return tuple(group for group in groups if group)

    def _named_in_needs(self, match: Match) -> tuple[int, ...]:
        """The nouns that the row asks for by word or class: in "lifted its ban" the ban is no event of its own."""
        roles = [role for role in match.sense.needed if role not in ("subj", "mod", "comp")]
        found = (t for role in roles for t in self.sides.tokens(match.clause, role))
        return tuple(self.sides.core(t) for t in found)

    def _fallback(self, clause: Clause, row: SenseRow) -> tuple[tuple[int, ...], ...]:
        objects = clause.roles.get("obj", ())
        if objects and all(self.sides.is_abstract(t) for t in objects):
            return ()
        found = [tokens for role in FALLBACK if (tokens := self.sides.tokens(clause, role))]
        for token in () if row.content else clause.roles.get("purpose") or clause.roles.get("comp", ()):
            aim = clause_at(self.reading, token, self.lexicon.grammar)
            if aim is not None:
                found.extend(tokens for role in FALLBACK[1:] if (tokens := self.sides.tokens(aim, role)))
        return tuple(found)

    def _asked(self, token: int) -> tuple[tuple[int, ...], ...]:
        """Who the question was about to which this is the answer: asked about Chad, he said that ..."""
        reading = self.reading
        above = reading.head[token]
        if reading.dep[token] not in ("ccomp", "parataxis") or above == token:
            return ()
        for child in reading.kids(above, "advcl"):
            if reading.lemma[child].lower() in self.lexicon.grammar.asking:
                named = (t for t in sorted(reading.descendants(child)) if t in self.sides.cast.head)
                return tuple((t,) for t in named)
        return ()

    def _contents(self, match: Match, depth: int) -> tuple[tuple[int, ...], list[Coding]]:
        """What stands in the first content role that holds an event, else in the first that holds anything."""
        first: tuple[int, ...] = ()
        for role in match.sense.row.content:
            tokens = told_by_need(match, self.sides.tokens(match.clause, role), self.sides, self.lexicon)
            content = self._content(tokens, depth)
            if content:
                return tokens, content
            first = first or tokens
        return first, []

    def _content(self, tokens: tuple[int, ...], depth: int) -> list[Coding]:
        """The codings of what stands in a content role, looking through light verbs and unknown ones."""
        if depth == 0:
            return []
        found: list[Coding] = []
        for token in tokens:
            coding = self._code(token, depth - 1) if token in self.matches else None
            if coding is not None:
                found.append(coding)
            elif token not in self.matches:
                held = self._content(self._held(token), depth - 1)
                found.extend(c for c in held if self._carries(token) or c.type in COOPERATIVE)
        return found

    def _carries(self, token: int) -> bool:
        """Whether a word without a sense lets its content through whatever it is: a noun or a light verb."""
        return self.reading.pos[token] != "VERB" or self.reading.lemma[token] in self.lexicon.grammar.light

    def _held(self, token: int) -> tuple[int, ...]:
        """Predicates in the arguments of a word without a sense: hold [talks], an end to [attacks]."""
        reading = self.reading
        out: list[int] = []
        for child in reading.children[token]:
            dep = reading.dep[child]
            if dep in ("dobj", "xcomp", "nsubjpass") or (dep == "conj" and reading.pos[child] == "VERB"):
                out.append(child)
            elif dep == "prep" and reading.lower[child] in HOLDERS:
                out.extend(c for c in reading.children[child] if reading.dep[c] in ("pobj", "pcomp"))
        return tuple(out)

    def _operated(self, match: Match, content: list[Coding], tokens: tuple[int, ...]) -> Coding:
        plain = self._plain(match)
        first = content[0] if content else None
        made = self.lexicon.make(plain.type, first.type if first else "*", first.mode if first else None)
        parts = tuple(p for c in content for p in (c.match.clause.head, *c.parts)) + self._inside(tokens)
        recipients = plain.recipients
        fallback = plain.fallback
        deed: tuple[int, ...] = ()
        if first is not None and plain.type == "ACCUSE":
            recipients, deed = self._blamed(plain, first)
            fallback = ()
        elif first is not None:
            recipients += self._from_content(plain, first)
            fallback += first.fallback
        else:
            fallback += self._from_unknown(plain, tokens)
        coding = replace(plain, recipients=recipients, fallback=fallback, parts=parts, deed=deed)
        if made is not None:
            coding = self._make(coding, made, first, keep_mode=plain.mode is not None)
        if first is None:
            return coding
        chain = coding.chain + first.chain
        return replace(coding, contexts=tuple(dict.fromkeys(coding.contexts + first.contexts)), chain=chain)

    def _inside(self, tokens: tuple[int, ...]) -> tuple[int, ...]:
        """The predicates of a content: its words, less relative and finite adverbial clauses."""
        reading = self.reading
        found = list(tokens)
        for token in found:
            for child in reading.children[token]:
                dep = reading.dep[child]
                if dep not in APART and (dep != "advcl" or is_infinitive(reading, child)):
                    found.append(child)
        return tuple(found)

    def _blamed(self, plain: Coding, content: Coding) -> tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]:
        """Who is blamed for a deed: who did it, never its victim; and the deed where nobody is named."""
        heads = (content.match.clause.head, *content.match.clause.tokens)
        named = tuple(group for group in plain.recipients if not set(group) & set(heads))
        agents = tuple(t for t in content.actors if t not in plain.actors)
        whom = ((agents,) if agents else ()) + (named if content.match.clause.pos == "v" or not agents else ())
        about_deed = any(set(group) & set(heads) for group in plain.recipients)
        return (() if about_deed and not agents else whom), (content.match.clause.head,) if about_deed else ()

    def _from_content(self, plain: Coding, content: Coding) -> tuple[tuple[int, ...], ...]:
        """Who the content is about, as recipient of its operator."""
        others = tuple(t for t in content.actors if t not in plain.actors)
        agents = (others,) if others else ()
        if plain.type == "REQUEST" or content.mutual:
            return agents + content.recipients
        return content.recipients + agents

    def _from_unknown(self, plain: Coding, tokens: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
        """The arguments of a content that has no sense: who acts in it, then whom it touches."""
        found: list[tuple[int, ...]] = []
        for token in tokens:
            clause = clause_at(self.reading, token, self.lexicon.grammar)
            if clause is None:
                continue
            agents = tuple(t for t in clause.roles.get("subj", ()) if t not in plain.actors)
            found.extend(([agents] if agents else []) + list(self._fallback(clause, plain.match.sense.row)))
            if clause.pos == "n":
                found.append((token,))
        return tuple(found)

    def _make(self, coding: Coding, made: OperatorRow, content: Coding | None, *, keep_mode: bool) -> Coding:
        source = content or coding
        kind = source.type if made.type == SAME else made.type
        mode = source.mode if made.mode == SAME else made.mode
        cameo = source.cameo if made.cameo == SAME or made.mode == SAME else made.cameo
        if keep_mode and kind == coding.type:
            mode, cameo = coding.mode, coding.cameo
        mood = coding.factuality if made.factuality is None else made.factuality
        return replace(coding, type=kind, mode=mode, cameo=cameo or coding.cameo, factuality=mood)

    def _aspect(self, match: Match, content: list[Coding]) -> Coding | None:
        """Stop, start, order, try ...: the content with its type shifted, told at the operator's word."""
        if not content or self._has_subject(content[0]):
            return None
        first = content[0]
        made = self.lexicon.make(match.sense.row.type, first.type, first.mode)
        if made is None or made.type == NOTHING:
            return None
        plain = self._plain(match)
        own = first.mode == "resign" and not first.match.sense.row.content  # who announces it need not resign
        actors = first.actors if own else plain.actors or first.actors
        others = tuple(t for t in first.actors if t not in actors) if first.mutual else ()
        if first.mutual and made.type == SAME:
            actors += others
        recipients = first.recipients + ((others,) if others else ())
        parts = tuple(p for c in content for p in (c.match.clause.head, *c.parts))
        coding = replace(
            first, actors=actors, recipients=recipients, factuality=plain.factuality, match=match, parts=parts,
            trigger=match.clause.tokens, chain=plain.chain + first.chain, mutual=first.mutual and made.type == SAME,
        )  # fmt: skip
        return self._make(coding, made, first, keep_mode=False)

    def _has_subject(self, content: Coding) -> bool:
        """A finite clause with a subject of its own tells its own event: announced that Fiji had sent ..."""
        head = content.match.clause.head
        own = any(self.reading.dep[c] in ("nsubj", "nsubjpass") for c in self.reading.children[head])
        return own and content.match.clause.pos == "v" and not is_infinitive(self.reading, head)

    def _shifted(self, coding: Coding, match: Match) -> Coding | None:
        """What a light verb's shift makes of it."""
        shift = match.clause.shift
        if shift not in ("", "passive"):
            made = self.lexicon.make(shift, coding.type, coding.mode)
            if made is not None and made.type == NOTHING:
                return None
            if made is not None:
                coding = self._made_alone(coding, made)
        return coding

    def _mooded(self, coding: Coding) -> Coding | None:
        made = self.lexicon.make(coding.factuality, coding.type, coding.mode)
        if made is None:
            return coding
        return None if made.type == NOTHING else self._made_alone(coding, made)

    def _made_alone(self, coding: Coding, made: OperatorRow) -> Coding:
        shifted = self._make(coding, made, None, keep_mode=False)
        return shifted if shifted.type == coding.type or coding.type != "CONSULT" else split(shifted)


def _tells(coding: Coding) -> bool:
    """Whether a coding keeps what it consumed: not one without a side, nor "was condemned" by nobody knows whom."""
    return bool(coding.actors) or (bool(coding.recipients) and coding.type != "ACCUSE")


def split(coding: Coding) -> Coding:
    """A meeting that is only planned or refused: the subject of its clause acts, the others are acted on."""
    subject = coding.match.clause.roles.get("subj") or coding.actors[:1]
    involved = coding.actors + tuple(t for group in coding.recipients for t in group)
    actors = tuple(t for t in involved if t in subject) or coding.actors[:1]
    others = tuple(t for t in involved if t not in actors)
    return replace(coding, actors=actors, recipients=(others,) if others else (), mutual=False)
