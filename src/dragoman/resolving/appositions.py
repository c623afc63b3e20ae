"""Claims in, pairs of them out that stand beside one another for one party: appositions, predicates, abbreviations."""

from __future__ import annotations

from dragoman.language.reading import Reading
from dragoman.resolving.claims import Claim, Scene
from dragoman.resolving.parties import initials
from dragoman.tables.names import fold, pieces


def appositions(scene: Scene) -> dict[int, int]:
    """Head of a phrase -> head of the name that it stands beside, or of which it is predicated."""
    reading, claims = scene.reading, scene.claims
    out: dict[int, int] = {}
    for head, claim in claims.items():
        other = _beside(reading, head)
        name = claims.get(other) if other is not None else None
        if name is None or other is None:
            continue
        if claim.person and not claim.named and not claim.plural and _unknown(name):
            name.person, name.kind, name.identity, name.sort = True, "person", None, None
            name.named = name.named or tuple(fold(word) for word in pieces(name.name))
        _give_way(claim, name)
        _give_way(name, claim)
        if not _alike(claim, name):
            continue
        if claim.form in ("name",) and name.form != "name":
            out[other] = head
        elif claim.form != "name" or (
            claim.kind in ("other", "ngo") and claim.person == name.person and _is_short(claim, name)
        ):
            out[head] = other
    return out


def _give_way(title: Claim, name: Claim) -> None:
    """A title beside a name is that person's, whoever the tables have in the office: they end before the news does."""
    if title.by_office and title.named and name.form == "name" and name.named and name.key != title.key:
        title.key, title.identity, title.named = None, None, ()
        title.roles = tuple(role for role in title.roles if role.start is not None)


def _unknown(name: Claim) -> bool:
    """A name of which neither the tables nor the model know more: beside a role it is a person's."""
    return name.form == "name" and name.key is None and name.kind in ("other", "ngo") and not name.plural


def _beside(reading: Reading, head: int) -> int | None:
    dep, above = reading.dep[head], reading.head[head]
    if dep == "appos":
        return above
    if dep == "attr" and reading.lemma[above] == "be":
        return reading.child(above, "nsubj")
    if dep == "pobj" and reading.lower[above] in ("for", "to", "of") and reading.dep[above] == "prep":
        return reading.head[above] if _is_run_on(reading, head, above) else None
    return None


def _is_run_on(reading: Reading, head: int, preposition: int) -> bool:
    """ "envoy for Somalia Jane Roe": the parse takes the person for the complement."""
    return reading.dep[reading.head[preposition]] in ("nsubj", "nsubjpass", "dobj", "pobj") and head - preposition > 2


def _is_short(claim: Claim, name: Claim) -> bool:
    """An abbreviation in brackets after the full name."""
    letters = claim.name.replace(".", "")
    return letters.isupper() and letters == initials(name.name)


def _alike(claim: Claim, name: Claim) -> bool:
    if claim.plural != name.plural or claim.kind == "population" or claim.owner is not None:
        return False  # "Roe, his wife" are two
    if claim.person and name.person:
        return not (claim.named and name.named)
    return not claim.person and not name.person and "state" not in (claim.kind, name.kind)
