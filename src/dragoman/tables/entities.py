"""FollowTheMoney entities and plain CSV in, rows of our actor tables out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import msgspec
from msgspec import Struct, field

from dragoman.record import ActorKind
from dragoman.tables.actors import HolderRow, OrganisationRow
from dragoman.tables.own import Codes, Imported, key_of
from dragoman.tables.table import Tables

PERSON, OCCUPANCY, POSITION = "Person", "Occupancy", "Position"
BODIES = {"Organization": "ngo", "Company": "company", "PublicBody": "government", "LegalEntity": "ngo"}
COUNTRIES = ("nationality", "citizenship", "country", "jurisdiction")
GENDERS = {"male": "m", "female": "f", "m": "m", "f": "f"}
LIST = (";", "|")


class TopicRow(Struct, frozen=True):
    """A topic of FollowTheMoney, and the kind and sectors of those who have it."""

    topic: str
    kind: ActorKind | None = None
    sectors: tuple[str, ...] = ()


class Entity(Struct, frozen=True):
    """One line of a FollowTheMoney export."""

    id: str
    kind: str = field(name="schema")
    properties: dict[str, list[str]] = {}
    caption: str | None = None


class Topics:
    """The mapping of topics, read once."""

    def __init__(self, tables: Tables) -> None:
        self.rows = {row.topic: row for row in tables.rows("actors/ftm_topics", TopicRow)}

    def of(self, entity: Entity) -> tuple[ActorKind | None, tuple[str, ...]]:
        """Kind and sectors that the entity's topics give, the first that say something."""
        found = [self.rows[topic] for topic in entity.properties.get("topics", []) if topic in self.rows]
        kind = next((row.kind for row in found if row.kind), None)
        return kind, tuple(dict.fromkeys(sector for row in found for sector in row.sectors))


def read_followthemoney(text: str, codes: Codes, topics: Topics, source: str) -> Imported:
    """Rows of entities as JSON lines: persons with their offices, organisations, companies, public bodies."""
    imported = Imported()
    entities = list(_entities(text, imported))
    posts = {entity.id: entity for entity in entities if entity.kind == POSITION}
    held: dict[str, list[Entity]] = {}
    for entity in entities:
        if entity.kind == OCCUPANCY:
            for holder in entity.properties.get("holder", []):
                held.setdefault(holder, []).append(entity)
    for entity in entities:
        if entity.kind == PERSON:
            _person(entity, held.get(entity.id, []), posts, codes, topics, source, imported)
        elif entity.kind in BODIES:
            _body(entity, codes, topics, source, imported)
    return imported


def _entities(text: str, imported: Imported) -> Iterator[Entity]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield msgspec.json.decode(line, type=Entity)
        except (msgspec.DecodeError, msgspec.ValidationError) as error:
            imported.aside.append(f"line {number}: {error}")


def _names(entity: Entity) -> list[str]:
    given = [entity.caption or "", *entity.properties.get("name", []), *entity.properties.get("alias", [])]
    return [name for name in dict.fromkeys(" ".join(name.split()) for name in given) if name]


def _country(entity: Entity, codes: Codes) -> str | None:
    given = [code for key in COUNTRIES for code in entity.properties.get(key, [])]
    return next((codes.countries[code.upper()] for code in given if code.upper() in codes.countries), None)


def _person(
    entity: Entity, held: list[Entity], posts: dict[str, Entity], codes: Codes, topics: Topics, source: str,
    imported: Imported,
) -> None:  # fmt: skip
    names = _names(entity)
    if not names:
        imported.aside.append(f"{entity.id}: no name")
        return
    country, sectors = _country(entity, codes), topics.of(entity)[1]
    gender = next((GENDERS[g.lower()] for g in entity.properties.get("gender", []) if g.lower() in GENDERS), None)
    first = HolderRow(
        key_of(names[0]), names[0], tuple(names[1:]), gender, "", country, country, sectors, None, None, source
    )  # fmt: skip
    rows = [_tenure(first, occupancy, posts, codes) for occupancy in held]
    titles = entity.properties.get("position", [])
    rows = rows or [msgspec.structs.replace(first, title=title.lower()) for title in titles] or [first]
    for row in rows:
        imported.add("actors/holders", row)


def _tenure(person: HolderRow, occupancy: Entity, posts: dict[str, Entity], codes: Codes) -> HolderRow:
    ids = occupancy.properties.get("post", [])
    post = next((posts[i] for i in ids if i in posts), None)
    title = _names(post)[0].lower() if post is not None and _names(post) else ""
    country = (_country(post, codes) if post is not None else None) or person.country
    since = next(iter(occupancy.properties.get("startDate", [])), None)
    until = next(iter(occupancy.properties.get("endDate", [])), None)
    return msgspec.structs.replace(person, title=title, of=country, country=country, since=since, until=until)


def _body(entity: Entity, codes: Codes, topics: Topics, source: str, imported: Imported) -> None:
    names = _names(entity)
    if not names:
        imported.aside.append(f"{entity.id}: no name")
        return
    kind, sectors = topics.of(entity)
    usual = msgspec.convert(BODIES[entity.kind], ActorKind)
    defaults: dict[str, tuple[str, ...]] = {"company": ("BUS",), "government": ("GOV",)}
    row = OrganisationRow(
        key_of(names[0]).upper(), names[0], tuple(names[1:]), kind or usual, _country(entity, codes),
        sectors or defaults.get(kind or usual, ()), None, None, None, source,
    )  # fmt: skip
    imported.add("actors/organisations", row)


def read_csv(text: str, codes: Codes, source: str) -> Imported:
    """Rows of a CSV file with a header: name, and as given aliases, kind, country, sectors, title, of, from, until ...

    A line with a title, or of kind person, is an office holder, any other an organisation. Cells of several values
    are parted by ";" or "|"; countries may be in any code that the states' table has.
    """
    imported = Imported()
    for number, line in enumerate(csv.DictReader(io.StringIO(text)), 2):
        cells = {(key or "").strip().lower(): (value or "").strip() for key, value in line.items() if key}
        country = codes.countries.get(cells.get("country", "").upper()) or cells.get("country") or None
        if not cells.get("name"):
            imported.aside.append(f"line {number}: no name")
        elif country is not None and country not in codes.states and country not in codes.kinds:
            imported.aside.append(f"line {number}: unknown country {country}")
        elif cells.get("title") or cells.get("kind") == "person":
            imported.add("actors/holders", _csv_holder(cells, country, source))
        else:
            _csv_organisation(cells, country, codes, number, source, imported)
    return imported


def _csv_holder(cells: dict[str, str], country: str | None, source: str) -> HolderRow:
    name = cells["name"]
    return HolderRow(
        cells.get("key") or key_of(name), name, _many(cells.get("aliases", "")), GENDERS.get(cells.get("gender", "")),
        cells.get("title", "").lower(), cells.get("of") or country, country, _many(cells.get("sectors", "")),
        cells.get("from") or None, cells.get("until") or None, cells.get("source") or source,
    )  # fmt: skip


def _csv_organisation(
    cells: dict[str, str], country: str | None, codes: Codes, number: int, source: str, imported: Imported
) -> None:
    sectors = _many(cells.get("sectors", ""))
    try:
        kind = msgspec.convert(cells.get("kind") or codes.kind(country, sectors), ActorKind)
    except msgspec.ValidationError:
        imported.aside.append(f"line {number}: unknown kind {cells['kind']}")
        return
    row = OrganisationRow(
        cells.get("key") or key_of(cells["name"]).upper(), cells["name"], _many(cells.get("aliases", "")), kind,
        country, sectors, cells.get("parent") or None, cells.get("from") or None, cells.get("until") or None,
        cells.get("source") or source,
    )  # fmt: skip
    imported.add("actors/organisations", row)


def _many(cell: str) -> tuple[str, ...]:
    for mark in LIST:
        cell = cell.replace(mark, "|")
    return tuple(part.strip() for part in cell.split("|") if part.strip())
