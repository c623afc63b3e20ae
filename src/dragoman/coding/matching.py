"""Clauses and the lexicon in, the sense of each predicate out."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.coding.factuality import is_denied, is_obliged
from dragoman.coding.lexicon import Lexicon, Need, Sense
from dragoman.coding.sides import Sides
from dragoman.language.clauses import Clause
from dragoman.language.clauses_verbs import surface_subject
from dragoman.language.clauses_voice import is_infinitive
from dragoman.language.reading import Reading

CONTENT_KINDS = frozenset({"must", "fault"})
SECTOR = "@"  # marks the sector of a person among the kinds in classes.tsv
PLACE = "place"  # the kind in classes.tsv for names of places
CORE = frozenset({"subj", "obj", "comp", "attr"})
DUES = "dues"  # the class of verbs for what is owed: do, help, comply


@dataclass(frozen=True, slots=True)
class Match:
    """A clause with the sense that fits it best, and those to turn to where an operator finds no content."""

    clause: Clause
    sense: Sense
    others: tuple[Sense, ...] = ()


def match_senses(clauses: dict[int, Clause], sides: Sides, lexicon: Lexicon) -> dict[int, Match]:
    """The best sense of each clause, by the token of its predicate; those that a `NONE` row blocks are left out."""
    found: dict[int, Match] = {}
    for token, clause in clauses.items():
        senses = fitting(clause, sides, lexicon)
        if senses and senses[0].row.type != "NONE":
            found[token] = Match(clause, senses[0], senses[1:])
    return found


def fitting(clause: Clause, sides: Sides, lexicon: Lexicon) -> tuple[Sense, ...]:
    """The rows that fit, the phrasal verb's before the plain one's and the most specific first.

    What comes behind a row that is no operator is never asked for.
    """
    found: list[Sense] = []
    for sense in candidates(clause, sides.reading, lexicon):
        if all(fits(need, clause, sides, lexicon) for need in sense.needs):
            found.append(sense)
            if not sense.row.content:
                break
    return tuple(found)


def candidates(clause: Clause, reading: Reading, lexicon: Lexicon) -> list[Sense]:
    """The senses of the clause's lemmas, the most specific of each lemma first."""
    out: list[Sense] = []
    if clause.pos == "a" or reading.tag[clause.head] == "VBN":
        out.extend(lexicon.senses.get((reading.lower[clause.head], "a"), ()))
    for lemma in clause.lemmas:
        out.extend(lexicon.senses.get((lemma, clause.pos), ()))
    return out


def fits(need: Need, clause: Clause, sides: Sides, lexicon: Lexicon) -> bool:
    """Whether one of the need's roles holds one of its fillers."""
    return any(_role_fits(role, need, clause, sides, lexicon) for role in need.roles)


def _role_fits(role: str, need: Need, clause: Clause, sides: Sides, lexicon: Lexicon) -> bool:
    tokens = sides.tokens(clause, role)
    if role not in CORE:
        tokens = tuple(t for t in tokens if t not in sides.dated)  # a strike on Friday is on nobody
    negative = [f for f in need.fillers if not f[2]]
    if negative:
        return bool(tokens) and not any(_holds(kind, value, tokens, sides, lexicon) for kind, value, _ in negative)
    told = {kind for kind, _, _ in need.fillers} & CONTENT_KINDS
    if told:
        return any(_is_told(kind, t, clause, sides, lexicon) for kind in told for t in tokens)
    return any(_holds(kind, value, tokens, sides, lexicon) for kind, value, _ in need.fillers)


def told_by_need(match: Match, tokens: tuple[int, ...], sides: Sides, lexicon: Lexicon) -> tuple[int, ...]:
    """Of the tokens of a content, where the row asks for a duty or a fault, those that are one."""
    kinds = {kind for need in match.sense.needs for kind, _, _ in need.fillers} & CONTENT_KINDS
    if not kinds:
        return tokens
    return tuple(t for t in tokens if any(_is_told(kind, t, match.clause, sides, lexicon) for kind in kinds))


def _is_told(kind: str, token: int, clause: Clause, sides: Sides, lexicon: Lexicon) -> bool:
    """Said that another must do it, or has not done what was due: the subject is not the speaker."""
    reading = sides.reading
    if (kind == "must") != is_obliged(reading, token, lexicon.moods):
        return False
    due = DUES in lexicon.classes_of(reading, token)
    if kind == "fault" and not (due and is_denied(reading, token, lexicon.moods)):
        return False
    speakers = sides.all_acting(sides.tokens(clause, "subj"))
    subject = surface_subject(sides.reading, token, lexicon.grammar)
    obliged = [ident for t in subject for ident in sides.owned_by(t, ())]
    return any(obliged) and not any(o in speakers for o in obliged)


def _holds(kind: str, value: str, tokens: tuple[int, ...], sides: Sides, lexicon: Lexicon) -> bool:
    if kind == "none":
        return not tokens
    if kind == "any" or not tokens:
        return bool(tokens)
    if kind == "many":
        return len(sides.all_acting(tokens)) > 1
    if kind == "inf":
        return any(is_infinitive(sides.reading, t) for t in tokens)
    if kind == "actor":
        return any(sides.is_actor(t) for t in tokens)
    tokens = tuple(sides.core(t) for t in tokens)
    lemmas = sides.reading.lemma
    if kind == "word":
        return any(lemmas[t].lower() == value or sides.reading.lower[t] == value for t in tokens)
    classes = lexicon.classes_of
    return any(value in classes(sides.reading, t) or value in _classes_of_kind(t, sides, lexicon) for t in tokens)


def _classes_of_kind(token: int, sides: Sides, lexicon: Lexicon) -> frozenset[str]:
    """The classes that hold the kind of actor that the token heads, or places if it names one."""
    ident = sides.cast.head.get(token)
    kind = "person" if token in sides.persons or sides.is_counted(token) else sides.kinds.get(ident or "", "")
    held = lexicon.classes.of_kind.get(kind, frozenset())
    held |= lexicon.classes.of_kind.get(f"{SECTOR}{sides.sector_of.get(ident or '')}", frozenset())
    return held | lexicon.classes.of_kind.get(PLACE, frozenset()) if token in sides.placed else held
