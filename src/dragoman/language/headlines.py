"""A headline's parse in, the same words parsed as somebody's words out, where the model took a verb for a noun.

The model has seen few headlines: "Trump hits back", "Minister to visit Oslo". After "They said" it reads them as it
reads sentences; the two words are then taken away again.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

CARRIER = "They said "
LOOSE = ("npadvmod", "appos", "nmod", "dep", "dislocated", "compound")
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
TOLD = ("VBZ", "VBP", "VB")  # headlines tell in the present; a participle is a passive: "Minister accused of fraud"
VERBAL = ("VERB", "AUX")


def mended(nlp: Language, text: str, doc: Doc) -> Doc | None:
    """The headline behind the carrier's words, if it has a clause there and none as it stands; else None."""
    if any(_is_clause(token) for token in doc if token.dep_ == "ROOT"):
        return None
    carried = nlp(CARRIER + text)
    root = spoken(carried)
    told = root is not None and root.tag_ in TOLD and _is_clause(root) and root.head.dep_ == "ROOT"
    return carried if told else None


def spoken(doc: Doc) -> Token | None:
    """What "They said": the clause that takes the place of the root."""
    return next((token for token in doc if token.dep_ == "ccomp" and token.head.i == 1), None)


def _is_clause(token: Token) -> bool:
    return token.pos_ in VERBAL and any(child.dep_ in SUBJECTS for child in token.children)


def joined_subjects(doc: Doc) -> list[tuple[Token, Token]]:
    """Two names with a comma for "and" that share a headline's verb: "US, Iran hold talks", "Peru, Chile to meet"."""
    found = []
    for token in doc[:-2]:
        if token.pos_ != "PROPN" or doc[token.i + 1].text != ",":
            continue
        second = doc[token.i + 2]
        if token.dep_ in LOOSE and token.head.pos_ in VERBAL:
            behind = (c for c in token.head.children if c.dep_ in SUBJECTS and token.i < c.i < token.head.i)
            found += [(token, subject) for subject in behind][:1]
        elif token.dep_ in SUBJECTS and second.dep_ == "appos" and second.head == token and second.pos_ == "PROPN":
            found += [(token, second)] * (doc[min(second.i + 1, len(doc) - 1)].text != ",")
    return found
