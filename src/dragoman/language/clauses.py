"""Reading in, clauses out: a predicate with its arguments by role, as the plain active clause would have them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dragoman.language.clauses_adjectives import adjective_roles
from dragoman.language.clauses_nouns import noun_roles
from dragoman.language.clauses_verbs import particle_of, verb_roles
from dragoman.language.grammar import Grammar
from dragoman.language.reading import Reading

SHORT = re.compile("[^aeiou]+[aeiou][bdgmnprt]")
KIND = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}

Roles = dict[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate: `roles` maps subj, obj, to and the other prepositions, poss, mod, comp, around to head tokens.

    `lemmas` are the dictionary forms to look up, the one with a particle first; `light` is the token of the light verb
    that carries a noun, `shift` what that verb does to it.
    """

    head: int
    pos: str
    lemmas: tuple[str, ...]
    roles: Roles
    light: int | None = None
    shift: str = ""
    tokens: tuple[int, ...] = field(default=())


def clause_at(reading: Reading, i: int, rules: Grammar) -> Clause | None:
    """The clause of which token `i` is the predicate; None for a token that can be none."""
    pos = KIND.get(reading.pos[i])
    if pos is None:
        return None
    if pos == "n" and reading.kids(i, "nsubj") and reading.kids(i, "dobj"):  # protesters storm parliament
        pos = "v"
    if pos == "v":
        return _gerund(reading, i, rules) if _is_gerund(reading, i) else _verb(reading, i, rules)
    if pos == "a" and reading.tag[i] == "VBN":
        return _verb(reading, i, rules)
    if pos == "n":
        roles, light, shift = noun_roles(reading, i, rules)
        tokens = (i,) if light is None else tuple(sorted((light, i)))
        return Clause(i, pos, noun_lemmas(reading, i), roles, light, shift, tokens)
    return Clause(i, pos, (reading.lemma[i].lower(),), adjective_roles(reading, i, rules), tokens=(i,))


def _is_gerund(reading: Reading, i: int) -> bool:
    """A verbal noun: "fighting between ...", "rioting by ..."."""
    if reading.tag[i] != "VBG" or reading.dep[i] not in ("nsubj", "nsubjpass", "pobj", "csubj", "csubjpass", "dobj"):
        return False
    return not any(reading.dep[c] in ("dobj", "xcomp", "ccomp") for c in reading.children[i])


def _gerund(reading: Reading, i: int, rules: Grammar) -> Clause:
    roles, light, shift = noun_roles(reading, i, rules)
    return Clause(i, "n", (reading.lower[i],), roles, light, shift, (i,))


def verb_forms(reading: Reading, i: int) -> tuple[str, ...]:
    """Lemmas that the ending allows, as the model errs on some: staged is no form of "stag"."""
    word, tag = reading.lower[i], reading.tag[i]
    if tag in ("VBD", "VBN") and word.endswith("ed"):
        return (word[:-1], word[:-2], word[:-3]) if word[-3:-2] == word[-4:-3] else (word[:-1], word[:-2])
    if tag == "VBG" and word.endswith("ing"):
        return (f"{word[:-3]}e", word[:-3], word[:-4]) if word[-4:-3] == word[-5:-4] else (f"{word[:-3]}e", word[:-3])
    return ()


def _verb(reading: Reading, i: int, rules: Grammar) -> Clause:
    particle = particle_of(reading, i)
    lemma = reading.lemma[i].lower()
    lemmas = (lemma,) if particle is None else (f"{lemma} {reading.lower[particle]}", lemma)
    forms = tuple(form for form in verb_forms(reading, i) if form != lemma)
    if SHORT.fullmatch(lemma) and reading.lower[i] in (f"{lemma}ed", f"{lemma}ing"):  # raped is no form of "rap"
        forms, lemmas = lemmas, forms
    lemmas = (*joined(reading, i), *lemmas, *forms)
    tokens = (i,) if particle is None else (i, particle)
    return Clause(i, "v", lemmas, verb_roles(reading, i, rules), tokens=tokens)


def noun_lemmas(reading: Reading, i: int) -> tuple[str, ...]:
    """The lemma; of a word in capitals also its likely singular, as the model takes it for a name."""
    lemma = reading.lemma[i].lower()
    if reading.pos[i] == "PROPN" and lemma.endswith("s"):
        return (*joined(reading, i), lemma, lemma[:-1])
    return (*joined(reading, i), lemma)


def joined(reading: Reading, i: int) -> tuple[str, ...]:
    """The words with a hyphen that token `i` is part of, as the model splits them: cease-fire, sit-in."""
    out = []
    if i > 1 and reading.words[i - 1] == "-" and reading.end[i - 2] + 1 == reading.start[i]:
        out.append(f"{reading.lower[i - 2]}-{reading.lemma[i].lower()}")
    if i + 2 < len(reading) and reading.words[i + 1] == "-" and reading.end[i] + 1 == reading.start[i + 2]:
        out.append(f"{reading.lower[i]}-{reading.lower[i + 2]}")
    return tuple(out)
