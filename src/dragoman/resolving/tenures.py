"""A person or office of the tables and a day in, what held on that day out."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from dragoman.record import Role
from dragoman.tables.actors import ActorTables, HolderRow, OrganisationRow, Person

FORMER = ("ELI",)  # PLOVER's sector of those who held office
FIRST_SECTOR = "GOV"  # who holds several offices at once is known by the one in government
CLEAR = 3  # points of `likely_person` from which a surname alone is taken for a person
OFFICE_WORDS = {"defense": "defence"}


@dataclass(frozen=True, slots=True)
class Standing:
    """What a person was on a day; `sectors` is empty for one who had not yet held an office of the tables."""

    country: str | None
    sectors: tuple[str, ...]
    former: bool
    roles: tuple[Role, ...]


def standing(person: Person, day: str | None) -> Standing:
    """The person's offices on the day; without a day the tables' latest count."""
    held = [row for row in person.tenures if holds(row.since, row.until, day)]
    if held:
        held.sort(key=lambda row: row.sectors[:1] != (FIRST_SECTOR,))
        sectors = tuple(dict.fromkeys(s for row in held for s in row.sectors))
        return Standing(_country(held), sectors, False, tuple(_role(row, former=False) for row in held))
    past = [row for row in person.tenures if row.until and (day is None or _before(row.until, day))]
    if past:
        return Standing(_country(past[::-1]), FORMER, True, tuple(_role(row, former=True) for row in past))
    return Standing(_country(list(person.tenures)), (), False, ())


def holds(since: str | None, until: str | None, day: str | None) -> bool:
    """Whether a span of dates, each a day, a month or a year, covers the day (None: whether it is still open)."""
    if day is None:
        return until is None
    return not (since and _before(day, since)) and not (until and _before(until, day))


def holder(tables: ActorTables, of: str, title: str, day: str | None) -> Person | None:
    """Who held an office on the day, if the tables know one and only one."""
    rows = tables.offices.get((of, office(title)), ())
    held = {row.key: row for row in rows if holds(row.since, row.until, day)}
    if len(held) > 1 and day is not None:  # the day of a handover: who came last
        held = dict(sorted(held.items(), key=lambda item: item[1].since or "")[-1:])
    return tables.people[next(iter(held))] if len(held) == 1 else None


def likely_person(tables: ActorTables, word: str, day: str | None, lands: AbstractSet[str]) -> Person | None:
    """Whom a bare surname means on the day, if one clearly outranks the others of that name."""
    people = likely_people(tables, word, day, lands)
    return people[0] if len(people) == 1 else None


def likely_people(
    tables: ActorTables,
    word: str,
    day: str | None,
    lands: AbstractSet[str],
    country: str | None = None,
    nouns: tuple[str, ...] = (),
) -> list[Person]:
    """Those whom a bare surname may mean on the day: the one who outranks the others, or the equals in rank.

    Args:
        word: the folded surname.
        lands: the countries that the article names.
        country: the country that the text ties the name to, if it does.
        nouns: ids of the role nouns that the text puts before it.
    """
    people = tables.surnames.get(word, [])
    scores = [_prominence(tables, person, day, country, nouns) for person in people]
    if len(people) == 1 and scores[0] >= 0 and _once_first(tables, people[0], lands):
        scores[0] += CLEAR
    best = max(scores, default=0)
    return [person for person, score in zip(people, scores, strict=True) if score == best >= CLEAR]


def _once_first(tables: ActorTables, person: Person, lands: AbstractSet[str]) -> bool:
    """Whether the person has held the first office of a country that the article names."""
    return any(is_top(tables, row.title) and row.country in lands for row in person.tenures)


def is_top(tables: ActorTables, title: str) -> bool:
    """Whether an office is the first of its state or organisation."""
    return "top" in tables.phrasing.bearings.get(title, ())


def _prominence(
    tables: ActorTables, person: Person, day: str | None, country: str | None, nouns: tuple[str, ...]
) -> int:
    """Three points for the title given, two for an office on the day, one each for a top one and the country given."""
    stand = standing(person, day)
    if country is not None and country != stand.country:
        return -1
    titles = {role.title for role in stand.roles}
    top = {title for title in titles if is_top(tables, title)}
    said = {noun.replace("-", " ") for noun in nouns}
    named = {title for title in titles if title in said or any(title.startswith(f"{word} of ") for word in said)}
    score = 2 * (bool(stand.sectors) and not stand.former) + (country is not None)
    return score + bool(top) + 3 * bool(named) + (day is None and bool(top & named))


def only_holder(tables: ActorTables, of: str, day: str | None) -> Person | None:
    """Who alone held an office of an organisation on the day: "the NATO chief"."""
    speaks = tables.phrasing.bearings
    posts = [row for row in tables.posts.get(of, ()) if "speaks" not in speaks.get(row.title, ())]
    held = [row for row in posts if holds(row.since, row.until, day)]
    titles = {row.title for row in held}
    held = [row for row in held if not any(row.title.endswith(f" {title}") for title in titles)]  # no deputies
    keys = {row.key for row in held if is_top(tables, row.title)} or {row.key for row in held}
    return tables.people[keys.pop()] if len(keys) == 1 else None


def only_seat(tables: ActorTables, title: str) -> str | None:
    """The state or organisation of a first office that no other has: "the pope"."""
    found = tables.seats.get(office(title), set()) if is_top(tables, office(title)) else set()
    return next(iter(found)) if len(found) == 1 else None


def office(title: str) -> str:
    """The title as the tables write it."""
    return " ".join(OFFICE_WORDS.get(word, word) for word in title.lower().replace("-", " ").split())


def existing(rows: list[OrganisationRow], day: str | None) -> list[OrganisationRow]:
    """Those of the organisations that existed on the day, or all where none did."""
    return [row for row in rows if holds(row.since, row.until, day)] or rows


def _before(one: str, other: str) -> bool:
    size = min(len(one), len(other))
    return one[:size] < other[:size]


def _country(rows: list[HolderRow]) -> str | None:
    return next((row.country for row in rows if row.country), None)


def _role(row: HolderRow, *, former: bool) -> Role:
    return Role(title=row.title, of=row.of, country=row.country, since=row.since, until=row.until, former=former)
