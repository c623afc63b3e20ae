"""Place names to places: GeoNames in one memory-mapped file, the states, and the project's own tables above it."""

from __future__ import annotations

import mmap
import re
import struct
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import msgspec

from dragoman.errors import TableError
from dragoman.tables.actors import StateRow
from dragoman.tables.phrasing import GivenNameRow
from dragoman.tables.table import SHIPPED, Tables
from dragoman.tables.usage import Usage

FILE = SHIPPED / "places" / "gazetteer.bin"
MAGIC = b"DRAGZ001"
HEADER = struct.Struct("<8s8I")
PLACE = struct.Struct("<IiiIIHB")
OWN_TABLES = ("places/towns", "places/waters", "places/lands", "places/sites")
DIVISIONS = frozenset({"RGN", "ADM1", "ISL"})
DEGREE = 100_000
FEATURES = ("PPL", "PPLC", "ADM1", "ADM2")
UNFOLDED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "\u0131": "i"}
)
STATE = "PCLI"
MOST_KNOWN = 50_000
SHORT_NAME = 3
WORD = re.compile(r"[\w.'\u2019&]+|[^\w\s]")
PARTED = re.compile(r"[-\u2010\u2011\u2013/\s]+")
DROPPED = re.compile(r"[^\w ]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that a name may mean. `main`: the name is the place's own, not an alias; degrees, inhabitants, GeoNames
    codes (`admin1` as "PK.04"); None where there is none. `listed`: it stands in the project's own tables."""

    name: str
    geonames_id: int | None
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    feature: str
    population: int
    main: bool
    listed: bool = False


class PlaceRow(msgspec.Struct, frozen=True):
    """A place of the project's own tables; `weight` stands in for inhabitants where places compete for a name."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    feature: str = "RGN"
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    weight: int = 100_000
    source: str | None = None


class AbbreviationRow(msgspec.Struct, frozen=True):
    """Short forms of a division's name; `codes` count after a comma only."""

    division: str
    name: str
    abbreviations: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


class WordRow(msgspec.Struct, frozen=True):
    """Words that help to tell a place."""

    group: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word for a state or a listed place means: `form` is "name", "adjective" or "people"."""

    state: str | None
    form: str
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """Words for states and peoples as they are written, and per first word the most tokens that such a name has."""

    meaning: dict[str, Meaning]
    longest: dict[str, int]


class Gazetteer:
    """All names of places, looked up by folded name; a name that is not there costs one hash.

    Source of the compiled file: GeoNames (CC BY 4.0), see `scripts/build_gazetteer.py`.

    Raises:
        TableError: the compiled file is missing or of another version; `make gazetteer` builds it.
    """

    def __init__(self, tables: Tables, path: Path = FILE) -> None:
        self.states = tables.rows("actors/states", StateRow)
        self.by_key = {state.key: state for state in self.states}
        self.as_entry = {s.key: _state_entry(s) for s in self.states}
        self._alpha3 = {state.alpha2: state.key for state in self.states if state.alpha2 and not state.until}
        self.words = {row.group: frozenset(row.words) for row in tables.rows("words/en/places/words", WordRow)}
        self.given = frozenset(row.word for row in tables.rows("words/en/actors/given_names", GivenNameRow))
        self.usage = Usage(tables)
        self._known: dict[str, tuple[Entry, ...]] = {}
        self._open(path)
        self._own: dict[str, tuple[Entry, ...]] = {}
        listed = list(self._listed(tables))
        self.codes: dict[str, Meaning] = {}
        self.written = _written([*_state_words(self.states), *listed, *self._abbreviated(tables)])

    def lookup(self, key: str) -> tuple[Entry, ...]:
        """The places of a folded name (see `name_key`), the project's own first, then the most populous."""
        found = self._known.get(key)
        if found is None:
            own = self._own.get(key, ())
            taken = {entry.geonames_id for entry in own if entry.geonames_id}
            others = (entry for entry in self._compiled(key) if entry.geonames_id not in taken)
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            found = self._known[key] = (*own, *others)
        return found

    def capital(self, state: str) -> Entry | None:
        """The capital of a state (alpha-3), or None."""
        row = self.by_key.get(state)
        for name in row.capital if row else ():
            for entry in self.lookup(name_key(name)):
                if entry.country == state and entry.feature.startswith("PPL"):
                    return entry
        return None

    def _listed(self, tables: Tables) -> Iterator[tuple[str, Meaning]]:
        """Take in the project's own tables; what comes out are the adjectives and peoples of their places."""
        for table in OWN_TABLES:
            for row in tables.rows(table, PlaceRow):
                entry = self._entry_of(row)
                for name in (row.name, *row.aliases):
                    key = name_key(name)
                    self._own[key] = (*self._own.get(key, ()), entry)
                for adjective in row.adjectives:
                    yield adjective, Meaning(None, "adjective", (entry,))

    def _abbreviated(self, tables: Tables) -> Iterator[tuple[str, Meaning]]:
        """Short forms of divisions; their postal codes go to `codes`."""
        for row in tables.rows("places/abbreviations", AbbreviationRow):
            known = self.lookup(name_key(row.name))
            entries = tuple(e for e in known if e.admin1 == row.division and not e.feature.startswith("PPL"))[:1]
            meaning = Meaning(None, "name", entries)
            self.codes.update((code, meaning) for code in row.codes)
            yield from ((short, meaning) for short in row.abbreviations)

    def _entry_of(self, row: PlaceRow) -> Entry:
        """A row as an entry; one without an id takes that of the division of its name in its country."""
        ident, admin1, people = row.geonames_id, None, row.weight
        for known in (e for name in (row.name, *row.aliases) for e in self._compiled(name_key(name))):
            division = (
                row.feature in DIVISIONS and known.feature == "ADM1" and known.main and known.country == row.country
            )
            if known.geonames_id == ident or (ident is None and division):
                ident, admin1, people = known.geonames_id, known.admin1, max(people, known.population)
                break
        return Entry(row.name, ident, row.lat, row.lon, row.country, admin1, row.feature, people, True, True)

    def _open(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (FileNotFoundError, ValueError):
            raise TableError(f"{path}: no compiled gazetteer; run `make gazetteer`, or reinstall dragoman") from None
        magic, places, names, keys, slots, mask, regions, regions_end, _ = HEADER.unpack_from(self._map, 0)
        if magic != MAGIC:
            raise TableError(f"{path}: a gazetteer of another version; run `make gazetteer`")
        self._places, self._names, self._keys, self._mask = places, names, keys, mask
        self._slots = memoryview(self._map)[slots : slots + 4 * (mask + 1)].cast("I")
        self._regions = self._map[regions:regions_end].decode().split("\n")

    def _compiled(self, key: str) -> tuple[Entry, ...]:
        wanted = key.encode()
        slot = zlib.crc32(wanted) & self._mask
        while at := self._slots[slot]:
            at += self._keys - 1
            end = at + 1 + self._map[at]
            if self._map[at + 1 : end] == wanted:
                count = self._map[end]
                marks = struct.unpack_from(f"<{count}I", self._map, end + 1)
                return tuple(self._entry(mark >> 1, bool(mark & 1)) for mark in marks)
            slot = (slot + 1) & self._mask
        return ()

    def _entry(self, number: int, main: bool) -> Entry:
        place = PLACE.unpack_from(self._map, self._places + number * PLACE.size)
        ident, lat, lon, population, name, region, feature = place
        at = self._names + name
        code = self._regions[region]
        return Entry(
            self._map[at + 1 : at + 1 + self._map[at]].decode(), ident, lat / DEGREE, lon / DEGREE,
            self._alpha3.get(code[:2]), code if len(code) > 2 else None, FEATURES[feature], population, main,
        )  # fmt: skip


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """A name without case, accents, dots and apostrophes, hyphens as spaces: "Aix-en-Provence" is "aix en provence"."""
    if name.isascii() and name.isalpha():
        return name.lower()
    plain = unicodedata.normalize("NFKD", name.lower().translate(UNFOLDED))
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return DROPPED.sub("", PARTED.sub(" ", bare)).replace("_", "").strip()


def _state_entry(state: StateRow) -> Entry:
    return Entry(state.name, state.geonames_id, None, None, state.key, None, STATE, 0, True)


def _state_words(states: list[StateRow]) -> Iterator[tuple[str, Meaning]]:
    """All words for states; a state of today before a former one, a name before an adjective."""
    ordered = sorted(states, key=lambda state: state.until is not None)
    yield from ((name, Meaning(s.key, "name")) for s in ordered for name in (s.name, *s.aliases))
    yield from ((name, Meaning(s.key, "adjective")) for s in ordered for name in s.adjectives)
    yield from ((name, Meaning(s.key, "people")) for s in ordered for name in s.demonyms)


def _written(words: list[tuple[str, Meaning]]) -> Words:
    """The first meaning of each word, in capitals too if it is long enough."""
    meaning: dict[str, Meaning] = {}
    longest: dict[str, int] = {}
    for name, what in words:
        for written in (name, name.upper()) if len(name) > SHORT_NAME else (name,):
            meaning.setdefault(written, what)
            parts = WORD.findall(written)
            longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
            if written.endswith(".") and len(parts) == 1:
                longest.setdefault(written[:-1], 2)
    return Words(meaning, longest)
