"""Active, passive or infinitive: how a verb form stands, whatever the parse made of it."""

from __future__ import annotations

from dragoman.language.grammar import Grammar
from dragoman.language.reading import Reading


def is_passive(reading: Reading, i: int) -> bool:
    """Whether verb `i` stands in the passive."""
    tag = reading.tag[i]
    if tag not in ("VBN", "VBD"):
        return False
    deps = {reading.dep[c]: c for c in reading.children[i]}
    if "auxpass" in deps or "nsubjpass" in deps:
        return True
    if "agent" in deps and "dobj" not in deps:
        return True
    if is_main_in_disguise(reading, i) or bare_relative(reading, i):
        return False
    aux = {reading.lemma[c] for c in reading.children[i] if reading.dep[c] == "aux"}
    if "have" in aux:
        return False
    if "nsubj" in deps:  # ten were killed and twenty [were] wounded
        gapped = tag == "VBN" and reading.dep[i] == "conj" and not aux and "dobj" not in deps
        return gapped and is_passive(reading, reading.head[i])
    dep = reading.dep[i]
    if tag == "VBD":
        return dep == "acl" or (dep == "advcl" and not aux)
    if dep == "conj" and reading.head[i] != i and not aux and "nsubj" not in deps:
        return is_passive(reading, reading.head[i])
    return "dobj" not in deps or dep in ("acl", "amod")


def is_headline_passive(reading: Reading, i: int, rules: Grammar) -> bool:
    """Whether a headline leaves out "is": Chad urged to release monks."""
    if reading.tag[i] != "VBD" or reading.sentences[reading.sentence_of[i]].kind != "title":
        return False
    lemma = reading.lemma[i].lower()
    if lemma not in rules.object_control or lemma in rules.asking or reading.kids(i, "dobj", "aux"):
        return False
    return any(is_infinitive(reading, c) for c in reading.kids(i, "xcomp"))


def is_main_in_disguise(reading: Reading, i: int) -> bool:
    """Whether a participle on the noun at the root is the verb of a full sentence, which the model took for a caption.

    "The pope called on Burundi." is parsed as "the pope, called on Burundi". Headlines have no full stop.
    """
    head = reading.head[i]
    if reading.dep[i] != "acl" or reading.head[head] != head or i < head:
        return False
    sentence = reading.sentences[reading.sentence_of[i]]
    return sentence.kind != "title" and reading.words[sentence.last - 1] == "."


def bare_relative(reading: Reading, i: int) -> list[int]:
    """The subject of a relative clause without pronoun that was read as a participle: sanctions [Peru] imposed."""
    before = i - 1
    if reading.dep[i] != "acl" or reading.dep[before] != "appos" or reading.head[before] != reading.head[i]:
        return []
    noun = reading.head[i]
    whole = all(reading.pos[t] != "PUNCT" for t in range(noun, i)) and not reading.kids(i, "agent")
    return [before] if whole and reading.pos[noun] == "NOUN" and reading.tag[i] in ("VBN", "VBD") else []


def is_infinitive(reading: Reading, i: int) -> bool:
    """Whether verb `i` is a to-infinitive."""
    return any(reading.dep[c] == "aux" and reading.tag[c] == "TO" for c in reading.children[i])
