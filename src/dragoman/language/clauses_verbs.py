"""Arguments of verbs, after passive, control, raising, relatives and coordination are undone."""

from __future__ import annotations

from dragoman.language.clauses_voice import bare_relative, is_headline_passive, is_infinitive, is_passive
from dragoman.language.grammar import Grammar
from dragoman.language.reading import Reading

Roles = dict[str, tuple[int, ...]]

RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
ADDRESSING = frozenset({"on", "to", "upon", "with"})
JOINED = frozenset({"according", "due", "because", "prior", "thanks", "owing", "instead", "ahead", "such", "as"})
PARTICLES = frozenset({"down", "off", "out", "up"})
FAR = 8  # links followed upwards for a subject: longer chains are parser errors


def verb_roles(reading: Reading, i: int, rules: Grammar) -> Roles:
    """Role -> head tokens of verb `i`."""
    surface = surface_subject(reading, i, rules)
    passive = is_passive(reading, i) or is_headline_passive(reading, i, rules)
    roles: Roles = {}
    comps: list[int] = []
    for child in reading.children[i]:
        dep = reading.dep[child]
        if dep in ("prep", "dative", "agent"):
            add_preposition(reading, child, roles, passive)
        elif dep in ("dobj", "obj"):
            roles["obj"] = roles.get("obj", ()) + group(reading, child)
        elif dep in ("xcomp", "ccomp"):
            comps.extend(verb_group(reading, child))
        elif dep == "attr" or dep == "oprd":
            roles["attr"] = group(reading, child)
        elif dep == "advcl" and is_infinitive(reading, child):
            roles["purpose"] = verb_group(reading, child)
        elif child == i + 1 and dep in ("advmod", "prt"):  # walked away [from]
            for prep in reading.kids(child, "prep"):
                add_preposition(reading, prep, roles, passive)
    if "obj" not in roles and reading.dep[i] in ("amod", "compound") and reading.kids(i, "nsubj"):
        roles["obj"] = group(reading, reading.head[i])  # "fighters fired missiles", read as a noun with an adjective
    if "obj" not in roles and not comps:
        _share_object(reading, i, roles, passive)
    if passive and "subj" not in roles:
        _share_agent(reading, i, roles)
    comps.extend(_cleft(reading, i, roles))
    _place_subject(reading, i, roles, surface, passive)
    _raise_object(reading, roles, comps)
    if "obj" not in roles and i + 1 < len(reading) and reading.lower[i + 1] in PARTICLES and reading.head[i + 1] == i:
        roles["obj"] = roles.get(reading.lower[i + 1], ())  # voted down [the budget]
    _fill_gap(reading, i, roles)
    _add_content(reading, roles, comps)
    _borrow_from_object(reading, roles)
    _add_matrix(reading, i, roles)
    return roles


def lend_preposition(reading: Reading, prep: int, roles: Roles) -> None:
    lent: Roles = {}
    add_preposition(reading, prep, lent, False)
    for role, tokens in lent.items():
        roles.setdefault(role, tokens)


def surface_subject(reading: Reading, i: int, rules: Grammar, far: int = FAR) -> tuple[int, ...]:
    """The grammatical subject of verb `i` with what is coordinated with it, from the verbs above if need be."""
    own = [c for c in reading.children[i] if reading.dep[c] in ("nsubj", "nsubjpass")]
    named = reading.dep[i - 1] == "compound" or (reading.dep[i - 1] == "amod" and reading.pos[i - 1] == "PROPN")
    if not own and reading.tag[i] == "VBZ" and named and reading.head[i - 1] == i:
        own = [i - 1]  # "Peru expels envoy", read as if it were one name
    own = own or bare_relative(reading, i)
    if own:
        before = [c for c in own if c < i]
        return _subject(reading, i, before[-1] if before else own[0])
    if far == 0 or reading.head[i] == i:
        return ()
    return _inherited(reading, i, rules, far - 1)


def particle_of(reading: Reading, i: int) -> int | None:
    """The particle of verb `i`, or a word right behind it that may be one whatever the parse says."""
    for child in reading.children[i]:
        if child > i and reading.dep[child] == "prt":
            return child
    following = i + 1
    if following < len(reading) and reading.pos[following] in ("ADP", "ADV", "ADJ", "PART"):
        return following if reading.sentence_of[following] == reading.sentence_of[i] else None
    return None


def _subject(reading: Reading, i: int, subject: int) -> tuple[int, ...]:
    if reading.lower[subject] in RELATIVE and reading.tag[subject] in ("WDT", "WP", "IN", "DT"):
        above = _relative_top(reading, i)
        return (reading.head[above],) if above is not None else _stressed(reading, i)
    return group(reading, subject)


def _relative_top(reading: Reading, i: int) -> int | None:
    """The verb of the relative clause in which `i` stands, itself or the first of its coordination."""
    at = i
    for _ in range(FAR):
        if reading.dep[at] in ("relcl", "acl"):
            return at
        if reading.dep[at] not in ("conj", "ccomp", "xcomp") or reading.head[at] == at:
            return None
        at = reading.head[at]
    return None


def _stressed(reading: Reading, i: int) -> tuple[int, ...]:
    """What is stressed in "it was [Peru] that signed", where the parse hangs the clause on "was"."""
    above = reading.head[i]
    if reading.dep[i] != "ccomp" or reading.lemma[above] != "be":
        return ()
    return tuple(t for c in reading.kids(above, "attr") for t in group(reading, c))


def _inherited(reading: Reading, i: int, rules: Grammar, far: int) -> tuple[int, ...]:
    head, dep = reading.head[i], reading.dep[i]
    if dep in ("acl", "relcl"):
        return _noun_as_subject(reading, i, head, rules, far)
    if dep == "amod" and head < i:  # troops ready to fight
        return (head,)
    if dep == "pcomp":
        top = reading.head[head]
        if reading.pos[top] == "ADP":
            top = reading.head[top]
        return _controller(reading, top, i, rules, far) if top != head else ()
    if dep in ("conj", "advcl", "ccomp", "xcomp", "dep", "parataxis", "acomp", "oprd"):
        if reading.pos[head] in ("NOUN", "PROPN", "PRON"):
            return _noun_as_subject(reading, i, head, rules, far)
        if (dep in ("xcomp", "advcl", "ccomp") and is_infinitive(reading, i)) or dep == "xcomp":
            return _controller(reading, head, i, rules, far)
        return surface_subject(reading, head, rules, far)
    return ()


def _controller(reading: Reading, u: int, i: int, rules: Grammar, far: int) -> tuple[int, ...]:
    """Who acts in the infinitive or gerund `i` under `u`: the object of a verb of object control, else its subject."""
    if reading.pos[u] in ("NOUN", "PROPN"):
        return _noun_as_subject(reading, i, u, rules, far)
    lemma = reading.lemma[u].lower()
    objects = reading.kids(u, "dobj")
    carried = [reading.lemma[c].lower() for c in objects]  # put pressure on Peru to leave
    if lemma in rules.object_control and not is_passive(reading, u):
        for child in reading.children[u]:
            if reading.dep[child] in ("dobj", "dative") and child < i and reading.pos[child] != "ADP":
                return group(reading, child)
    if any(word in rules.addressed or word in rules.object_control for word in (lemma, *carried)):
        found = (_addressed(reading, word, i) for word in (u, *objects))
        if addressed := next((tokens for tokens in found if tokens), ()):
            return addressed
    return surface_subject(reading, u, rules, far)


def _addressed(reading: Reading, u: int, i: int) -> tuple[int, ...]:
    """Whom the word `u` turns to before the infinitive `i`: a call on [Peru] to leave."""
    for child in reading.children[u]:
        if u < child < i and reading.dep[child] in ("prep", "dative") and reading.lower[child] in ADDRESSING:
            return tuple(t for c in reading.kids(child, "pobj") for t in group(reading, c))
    return ()


def _noun_as_subject(reading: Reading, i: int, noun: int, rules: Grammar, far: int) -> tuple[int, ...]:
    """Subject of a participle, relative or infinitive that hangs on a noun."""
    speaks = reading.tag[i] == "VBG" and reading.lemma[noun].lower() in rules.document
    if not is_infinitive(reading, i) and not speaks:
        return (noun,)
    turned = reading.lemma[noun].lower()
    if (turned in rules.addressed or turned in rules.object_control) and (addressed := _addressed(reading, noun, i)):
        return addressed
    owner = reading.kids(noun, "poss")
    if owner:
        return group(reading, owner[0])
    for child in reading.kids(noun, "prep"):
        if reading.lower[child] in ("by", "from") and reading.kids(child, "pobj"):
            return group(reading, reading.kids(child, "pobj")[0])
    verb, dep = reading.head[noun], reading.dep[noun]
    if verb == noun and reading.sentences[reading.sentence_of[noun]].kind == "title":  # Queen to visit Malawi
        return (*group(reading, noun), *(c for c in reading.kids(noun, "appos") if reading.pos[c] == "PROPN"))
    if dep == "pobj" and reading.head[verb] != verb:
        verb = reading.head[verb]
    if verb != noun and reading.pos[verb] in ("VERB", "AUX"):
        return surface_subject(reading, verb, rules, far)
    return ()


def add_preposition(reading: Reading, prep: int, roles: Roles, passive: bool) -> None:
    name = reading.lower[prep]
    if reading.pos[prep] not in ("ADP", "SCONJ", "PART", "ADV") and reading.dep[prep] == "dative":
        roles["to"] = group(reading, prep)
        return
    if reading.dep[prep] == "agent" and passive:
        name = "subj"
    name = {"upon": "on", "towards": "toward"}.get(name, name)
    for child in reading.children[prep]:
        if reading.dep[child] == "pobj":
            found = group(reading, child)
            if name == "between" and len(found) == 1:
                found = split_names(reading, child)
            roles[name] = roles.get(name, ()) + found
        elif reading.dep[child] == "pcomp":
            roles[name] = roles.get(name, ()) + verb_group(reading, child)
        elif reading.dep[child] in ("prep", "conj"):
            if reading.dep[child] == "prep":
                roles[f"{name}_{reading.lower[child]}"] = (prep,)
                if name in JOINED:
                    continue
            add_preposition(reading, child, roles, passive)


def _share_object(reading: Reading, i: int, roles: Roles, passive: bool) -> None:
    """The object that a verb has only with the next one: [shot and wounded] a guard."""
    following = next((c for c in reading.children[i] if reading.dep[c] == "conj"), None)
    if passive or following is None or following - i != 2 or reading.tag[following] != reading.tag[i]:
        return
    if reading.dep[i + 1] == "cc" and (shared := reading.kids(following, "dobj")):
        roles["obj"] = group(reading, shared[0])


def _share_agent(reading: Reading, i: int, roles: Roles) -> None:
    """The agent that a participle has only with its neighbour: seized by pirates and [taken] to sea."""
    other = next((c for c in reading.children[i] if reading.dep[c] == "conj" and c - i == 2), None)
    if other is None:
        other = next((c for c in reading.kids(i, "xcomp") if reading.tag[c] == "VBN"), None)
    if reading.dep[i] == "conj":
        if any(reading.dep[c] in ("auxpass", "nsubj", "nsubjpass") for c in reading.children[i]):
            return
        other = reading.head[i]
    if other is None or reading.tag[other] != "VBN":
        return
    for agent in reading.kids(other, "agent"):
        add_preposition(reading, agent, roles, True)


def _cleft(reading: Reading, i: int, roles: Roles) -> list[int]:
    """What follows "is" in "what Kenya wants is that ...": the content of the verb before it."""
    if reading.dep[i] != "csubj" or not any(reading.lower[t] == "what" for t in roles.get("obj", ())):
        return []
    del roles["obj"]
    told = reading.kids(reading.head[i], "ccomp", "xcomp", "attr")
    return [verb for t in told if t > i for verb in verb_group(reading, t)]


def _place_subject(reading: Reading, i: int, roles: Roles, surface: tuple[int, ...], passive: bool) -> None:
    if not surface:
        return
    if not passive:
        roles["subj"] = surface
    elif "obj" in roles:
        roles["to"] = surface
    else:
        roles["obj"] = surface


def _raise_object(reading: Reading, roles: Roles, comps: list[int]) -> None:
    """The subject of a small clause is the verb's object too: wants [the US] to leave, found [her] guilty."""
    if "obj" in roles:
        return
    for comp in comps:
        verbal = reading.pos[comp] in ("VERB", "AUX")
        bare = reading.tag[comp] == "VBG" and not any(reading.dep[c] == "aux" for c in reading.children[comp])
        if verbal and not bare and not is_infinitive(reading, comp):
            continue
        for child in reading.children[comp]:
            if reading.dep[child] in ("nsubj", "nsubjpass") and child < comp:
                roles["obj"] = group(reading, child)
                if not verbal:
                    roles["attr"] = (comp,)
                return
    if "attr" in roles and "subj" in roles and not comps:
        roles["obj"] = roles["attr"]


def _fill_gap(reading: Reading, i: int, roles: Roles) -> None:
    """In a relative clause the antecedent stands for the pronoun, or for what is missing."""
    if reading.dep[i] != "relcl" and not bare_relative(reading, i):
        return
    antecedent = (reading.head[i],)
    for role, tokens in roles.items():
        if any(reading.lower[t] in RELATIVE and reading.tag[t] in ("WDT", "WP") for t in tokens):
            roles[role] = antecedent
            return
    stranded = [c for c in reading.kids(i, "prep") if not reading.children[c]]
    if stranded:
        roles[reading.lower[stranded[0]]] = antecedent
    elif "obj" not in roles and roles.get("subj", antecedent) != antecedent and "comp" not in roles:
        roles["obj"] = antecedent


def _add_content(reading: Reading, roles: Roles, comps: list[int]) -> None:
    if comps:
        roles["comp"] = tuple(comps)
    elif "purpose" in roles:
        roles["comp"] = roles["purpose"]
    else:
        hung = [c for name in ("obj", "on", "to", "with") for t in roles.get(name, ()) for c in reading.children[t]]
        infinitives = [c for c in hung if reading.dep[c] in ("acl", "relcl") and is_infinitive(reading, c)]
        if infinitives:
            roles["comp"] = verb_group(reading, infinitives[0])


def _borrow_from_object(reading: Reading, roles: Roles) -> None:
    """Prepositions on the object may count as the verb's, under `obj.on` and so on: imposed [sanctions on Iran]."""
    for token in roles.get("obj", ()):
        own: Roles = {}
        for child in reading.children[token]:
            if reading.dep[child] == "prep":
                add_preposition(reading, child, own, False)
        for role, tokens in own.items():
            roles.setdefault(f"obj.{role}", tokens)


def _add_matrix(reading: Reading, i: int, roles: Roles) -> None:
    """The objects of the verb above an infinitive of purpose: summoned [the envoy] to complain."""
    above = reading.head[i]
    if above == i or reading.dep[i] not in ("advcl", "xcomp") or reading.pos[above] != "VERB":
        return
    if any(reading.dep[c] in ("nsubj", "nsubjpass") for c in reading.children[i]):
        return
    objects = tuple(t for c in reading.kids(above, "dobj") for t in group(reading, c) if t not in roles.get("subj", ()))
    if objects:
        roles["matrix"] = objects


def group(reading: Reading, i: int) -> tuple[int, ...]:
    """`i` and what is coordinated with it to its right."""
    if not any(reading.dep[c] == "conj" for c in reading.children[i]):
        return split_names(reading, i) if reading.pos[i] == "PROPN" else (i,)
    return tuple(t for t in reading.conjuncts(i) if reading.pos[t] not in ("VERB", "AUX"))


def split_names(reading: Reading, i: int) -> tuple[int, ...]:
    """The two parties of "between Brown and Taliban envoys", where the parse hangs the first on the second."""
    for child in reading.children[i]:
        named = reading.dep[child] in ("nmod", "compound", "poss") and reading.pos[child] == "PROPN"
        if named and any(reading.dep[c] == "conj" for c in reading.children[child]):
            return child, i
    return (i,)


def verb_group(reading: Reading, i: int) -> tuple[int, ...]:
    if not any(reading.dep[c] == "conj" for c in reading.children[i]):
        return (i,)
    return tuple(reading.conjuncts(i))
