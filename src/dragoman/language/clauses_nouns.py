"""Arguments of nouns: their own, and those that a light verb, a copula or a verb of happening lends them."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from dragoman.language.clauses_verbs import (
    add_preposition,
    group,
    lend_preposition,
    surface_subject,
    verb_roles,
)
from dragoman.language.clauses_voice import is_infinitive
from dragoman.language.grammar import Grammar
from dragoman.language.reading import Reading

Roles = dict[str, tuple[int, ...]]

AIMS = frozenset({"on", "against", "over"})
OWN = frozenset({"obj", "comp", "purpose", "subj", "attr"})


def noun_roles(reading: Reading, i: int, rules: Grammar) -> tuple[Roles, int | None, str]:
    """Role -> head tokens of noun `i`, the light verb that carries it, and that verb's shift."""
    roles = _own_roles(reading, i)
    first = i
    while reading.dep[first] == "conj" and reading.pos[reading.head[first]] in ("NOUN", "PROPN"):
        first = reading.head[first]
    first = _counted(reading, first, rules)
    carried = _under_light_relative(reading, i, roles, rules)
    if carried is not None:
        return roles, carried, rules.light[reading.lemma[carried].lower()]
    verb, dep = reading.head[first], reading.dep[first]
    if dep == "pobj":
        return _in_phrase(reading, verb, roles, rules)
    if reading.pos[verb] not in ("VERB", "AUX") or verb == first:
        return roles, None, ""
    if dep in ("dobj", "nsubjpass", "attr", "oprd"):
        return _under_light(reading, verb, dep, roles, rules)
    if dep == "nsubj" and not any(reading.dep[c] == "dobj" for c in reading.children[verb]):
        _merge(roles, verb_roles(reading, verb, rules), OWN)
    return roles, None, ""


def _under_light_relative(reading: Reading, i: int, roles: Roles, rules: Grammar) -> int | None:
    """The light verb whose object noun `i` is by way of a relative clause: the talks held by Peru, that Peru held."""
    for verb in reading.kids(i, "acl", "relcl"):
        if rules.light.get(reading.lemma[verb].lower(), "passive") == "passive":
            continue
        lent = verb_roles(reading, verb, rules)
        if i not in lent.get("obj", ()) or "comp" in lent or is_infinitive(reading, verb):
            continue
        roles["comp"] = tuple(t for t in roles.get("comp", ()) if t != verb)
        if not roles["comp"]:
            del roles["comp"]
        if "subj" in lent:
            roles["subj"] = lent["subj"]
            _lend_aims(reading, roles)
        _merge(roles, lent, OWN)
        return verb
    return None


def _counted(reading: Reading, i: int, rules: Grammar) -> int:
    """The noun that measures noun `i` and stands where it would: two days of [drills]."""
    prep = reading.head[i]
    if reading.dep[i] != "pobj" or reading.lower[prep] != "of":
        return i
    measure = reading.head[prep]
    carried = reading.dep[measure] in ("dobj", "nsubjpass") and reading.lemma[measure].lower() in rules.partitive
    return measure if carried else i


def _own_roles(reading: Reading, i: int) -> Roles:
    roles: Roles = {}
    for child in reading.children[i]:
        dep = reading.dep[child]
        if dep in ("prep", "agent"):
            add_preposition(reading, child, roles, False)
        elif dep == "poss":
            roles["poss"] = group(reading, child)
        elif dep in ("compound", "amod", "nmod", "npadvmod") and child < i:
            roles["mod"] = roles.get("mod", ()) + _named_in(reading, child)
        elif dep in ("relcl", "ccomp", "xcomp") or (dep == "acl" and _is_content(reading, child)):
            roles["comp"] = (*roles.get("comp", ()), child)
    if "by" in roles:
        roles["subj"] = roles["by"]
        _lend_aims(reading, roles)
    _share_phrases(reading, i, roles)
    return roles


def _lend_aims(reading: Reading, roles: Roles) -> None:
    """What the parse hangs on the doer is the noun's: an attack by rebels [on the port]."""
    for prep in reading.kids(roles["subj"][-1], "prep"):
        if reading.lower[prep] in AIMS:
            lend_preposition(reading, prep, roles)


def _share_phrases(reading: Reading, i: int, roles: Roles) -> None:
    """What stands once for two nouns: Peru's [arrest] and [deportation] of the envoy."""
    if i + 2 < len(reading) and reading.head[i + 2] == i and reading.dep[i + 2] == "conj":
        for prep in reading.kids(i + 2, "prep"):
            lend_preposition(reading, prep, roles)
    before = reading.head[i]
    if reading.dep[i] == "conj" and before == i - 2 and (owner := reading.kids(before, "poss")):
        roles.setdefault("poss", group(reading, owner[0]))


def _is_content(reading: Reading, verb: int) -> bool:
    """Whether a clause on a noun says what the noun is about: remarks that ..., an offer to ..."""
    return is_infinitive(reading, verb) or any(reading.dep[c] == "mark" for c in reading.children[verb])


def _named_in(reading: Reading, modifier: int) -> tuple[int, ...]:
    """The modifier, and in a compound such as "Saudi-led" the name that leads."""
    leaders = reading.kids(modifier, "npadvmod", "compound", "nmod") if reading.pos[modifier] != "PROPN" else []
    return tuple(leaders) + group(reading, modifier)


def _in_phrase(reading: Reading, prep: int, roles: Roles, rules: Grammar) -> tuple[Roles, int | None, str]:
    """A noun in a prepositional phrase: is in talks, engaged in talks, arrived for talks."""
    verb = reading.head[prep]
    if reading.pos[verb] not in ("VERB", "AUX"):
        return roles, None, ""
    around = surface_subject(reading, verb, rules)
    if not around:
        return roles, None, ""
    roles["around"] = around
    carries = reading.lemma[verb] == "be" or reading.lemma[verb] in rules.light
    if carries and reading.lower[prep] in ("in", "on", "at") and "subj" not in roles:
        roles["subj"] = around
        return roles, verb, ""
    return roles, None, ""


def _under_light(reading: Reading, verb: int, dep: str, roles: Roles, rules: Grammar) -> tuple[Roles, int | None, str]:
    lemma = reading.lemma[verb].lower()
    if lemma not in rules.light:
        phrasal = [f"{lemma} {reading.lower[c]}" for c in reading.children[verb] if reading.dep[c] in ("prt", "advmod")]
        lemma = next((p for p in phrasal if p in rules.light), lemma)
    named = dep == "dobj" and any(reading.dep[c] == "oprd" for c in reading.children[verb])
    if named or lemma not in rules.light:  # called the strike a success
        if reading.lemma[verb] == "be":
            _merge(roles, verb_roles(reading, verb, rules), OWN)
        return roles, None, ""
    lent = verb_roles(reading, verb, rules)
    shift = rules.light[lemma]
    if shift == "passive":
        givers = (roles.get("from"), roles.get("by"), roles.get("of"), lent.get("from"), roles.get("poss"))
        roles["subj"] = next((tokens for tokens in givers if tokens), ())
        roles["obj"] = lent.get("subj", ())
    else:
        if "subj" in lent:
            roles["subj"] = lent["subj"]
        _merge(roles, lent, OWN)
    if "comp" not in roles and "comp" in lent:
        roles["comp"] = lent["comp"]
    return {role: tokens for role, tokens in roles.items() if tokens}, verb, shift


def _merge(roles: Roles, lent: Roles, without: AbstractSet[str]) -> None:
    for role, tokens in lent.items():
        if role not in roles and role not in without:
            roles[role] = tokens
