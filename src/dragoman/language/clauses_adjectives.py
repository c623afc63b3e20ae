"""Arguments of adjectives: their own, and those of the copula that carries them."""

from __future__ import annotations

from dragoman.language.clauses_verbs import add_preposition, lend_preposition, surface_subject, verb_group
from dragoman.language.grammar import Grammar
from dragoman.language.reading import Reading

Roles = dict[str, tuple[int, ...]]


def adjective_roles(reading: Reading, i: int, rules: Grammar) -> Roles:
    """Role -> head tokens of adjective `i`, whose subject is that of its copula or the noun that it describes."""
    roles: Roles = {}
    head, dep = reading.head[i], reading.dep[i]
    if dep in ("acomp", "attr", "oprd", "xcomp", "conj", "ccomp", "advcl") and head != i:
        roles["subj"] = surface_subject(reading, head, rules)
    elif dep in ("amod", "acl", "appos"):
        roles["subj"] = (head,)
    elif dep == "ROOT":
        roles["subj"] = surface_subject(reading, i, rules)
    comps: list[int] = []
    for child in reading.children[i]:
        if reading.dep[child] == "prep":
            add_preposition(reading, child, roles, False)
        elif reading.dep[child] in ("xcomp", "ccomp", "advcl"):
            comps.extend(verb_group(reading, child))
    if dep == "acomp":
        for prep in reading.kids(head, "prep"):
            if prep > i:  # is grateful to Norway [for aid]
                lend_preposition(reading, prep, roles)
    if comps:
        roles["comp"] = tuple(comps)
    return {role: tokens for role, tokens in roles.items() if tokens}
