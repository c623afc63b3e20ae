"""What a phrase says by itself of the actor it stands for, and the article in which it says so."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.finding.mentions import Mentions
from dragoman.language.reading import Reading
from dragoman.record import ActorKind, MentionForm, Place, Role
from dragoman.tables.actors import ActorTables, OrganisationRow, OrganRow, Person


@dataclass(slots=True)
class Scene:
    """One article under resolution: what was found in it, the tables, and the claims made so far, by head token.

    `people` has the persons of the tables whose full names stand in the article, by each word of the name;
    `lands` the countries that it names, `attested` those of which more than a bare name speaks; `surnames` and
    `called` the last and first words of the names that the model takes for persons';
    `joint` has, by head, the further parties of a phrase that means several ("French and German troops").
    """

    reading: Reading
    tables: ActorTables
    mentions: Mentions
    places: dict[int, Place]
    day: str | None
    claims: dict[int, Claim] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    lands: set[str] = field(default_factory=set)
    attested: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    joint: dict[int, list[Claim]] = field(default_factory=dict)


@dataclass(slots=True)
class Claim:
    """What a phrase says of its actor. `identity` is the same for phrases that must mean the same actor.

    `by_office` marks a bare title, which the article may have given to someone else than the tables have.
    `open` asks for the country of the context; `owner` is the token of a possessive pronoun before the noun.
    `named` holds the folded words of a person's name, `nouns` the ids of the rows for role nouns and organs.
    """

    head: int
    first: int
    last: int
    form: MentionForm
    kind: ActorKind
    name: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    key: str | None = None
    identity: tuple[str, ...] | None = None
    person: bool = False
    plural: bool = False
    gender: str | None = None
    roles: tuple[Role, ...] = ()
    named: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    open: bool = False
    definite: bool = False
    by_office: bool = False
    owner: int | None = None
    sort: str | None = None


def organisation_claim(first: int, last: int, head: int, row: OrganisationRow) -> Claim:
    return Claim(
        head, first, last, "name", row.kind, row.name, row.country, row.sectors, row.key, ("organisation", row.key),
        person=row.kind == "person", definite=True,
    )  # fmt: skip


def organ_claim(scene: Scene, first: int, last: int, head: int, row: OrganRow, country: str | None) -> Claim:
    """An organ of a state, which is open as long as the country is not known."""
    return Claim(
        head, first, last, "nominal", row.kind, scene.reading.text(first, last), country, row.sectors,
        identity=("organ", scene.tables.phrasing.alike.get(row.id, row.id), country) if country else None,
        nouns=(row.id,), open=country is None,
    )  # fmt: skip


def state_claim(scene: Scene, head: int, first: int, last: int, key: str, form: MentionForm) -> Claim:
    """The state itself, meant by the tokens [first, last)."""
    row = scene.tables.states[key]
    return Claim(head, first, last, form, "state", row.name, key, (), key, ("state", key), definite=True)
