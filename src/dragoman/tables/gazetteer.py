"""Place names to places: GeoNames in one memory-mapped file, the states, and the project's own tables above it."""

from __future__ import annotations

import mmap
import re
import struct
import unicodedata
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import msgspec

from dragoman.errors import TableError
from dragoman.tables.table import SHIPPED, Tables
from dragoman.tables.usage import Usage

FILE = SHIPPED / "places" / "gazetteer.bin"
MAGIC = b"DRAGZ001"
HEADER = struct.Struct("<8s8I")
PLACE = struct.Struct("<IiiIIHB")
OWN_TABLES = ("places/waters", "places/lands", "places/sites")
DEGREE = 100_000
FEATURES = ("PPL", "PPLC", "ADM1", "ADM2")
UNFOLDED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "\u0131": "i"})
SHORT_NAME = 3
WORD = re.compile(r"[\w.'\u2019&]+|[^\w\s]")
PARTED = re.compile(r"[-\u2010\u2011\u2013/\s]+")
DROPPED = re.compile(r"[^\w ]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that a name may mean. `main`: the name is the place's own, not an alias; degrees, inhabitants, GeoNames
    codes (`admin1` as "PK.04"); None where there is none."""

    name: str
    geonames_id: int | None
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    feature: str
    population: int
    main: bool


class PlaceRow(msgspec.Struct, frozen=True):
    """A place of the project's own tables; `weight` stands in for inhabitants where places compete for a name."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    feature: str = "RGN"
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    weight: int = 100_000
    source: str | None = None


class State(msgspec.Struct, frozen=True):
    """A row of the states' table."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    alpha2: str | None = None
    cameo: str | None = None
    fips: str | None = None
    cow: str | None = None
    geonames_id: int | None = None
    since: str | None = msgspec.field(default=None, name="from")
    until: str | None = None
    source: str | None = None


class WordRow(msgspec.Struct, frozen=True):
    """Words that help to tell a place."""

    group: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StateNames:
    """`meaning`: a state's name, adjective or demonym as written to the state's key and the form ("name", "adjective",
    "people"); `longest`: first word to the greatest number of tokens of such a name."""

    meaning: dict[str, tuple[str, str]]
    longest: dict[str, int]


class Gazetteer:
    """All names of places, looked up by folded name; a name that is not there costs one hash.

    Source of the compiled file: GeoNames (CC BY 4.0), see `scripts/build_gazetteer.py`.

    Raises:
        TableError: the compiled file is missing or of another version; `make gazetteer` builds it.
    """

    def __init__(self, tables: Tables, path: Path = FILE) -> None:
        self.states = tables.rows("actors/states", State)
        self.by_key = {state.key: state for state in self.states}
        self._alpha3 = {state.alpha2: state.key for state in self.states if state.alpha2 and not state.until}
        self.state_names = _state_names(self.states)
        self.words = {row.group: frozenset(row.words) for row in tables.rows("words/en/places/words", WordRow)}
        self.usage = Usage(tables)
        self._own = _own_places(tables)
        self._known: dict[str, tuple[Entry, ...]] = {}
        self._open(path)

    def lookup(self, key: str) -> tuple[Entry, ...]:
        """The places of a folded name (see `name_key`), the project's own first, then the most populous."""
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = (*self._own.get(key, ()), *self._compiled(key))
        return found

    def capital(self, state: str) -> Entry | None:
        """The capital of a state (alpha-3), or None."""
        row = self.by_key.get(state)
        for name in row.capital if row else ():
            for entry in self.lookup(name_key(name)):
                if entry.country == state and entry.feature.startswith("PPL"):
                    return entry
        return None

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


def _state_names(states: list[State]) -> StateNames:
    """All words for states; a state of today before a former one, a name before an adjective."""
    meaning: dict[str, tuple[str, str]] = {}
    longest: dict[str, int] = {}
    ordered = sorted(states, key=lambda state: state.until is not None)
    forms = [(s, "name", n) for s in ordered for n in (s.name, *s.aliases)]
    forms += [(s, "adjective", n) for s in ordered for n in s.adjectives]
    forms += [(s, "people", n) for s in ordered for n in s.demonyms]
    for state, form, name in forms:
        for written in (name, name.upper()) if len(name) > SHORT_NAME else (name,):
            meaning.setdefault(written, (state.key, form))
            words = WORD.findall(written)
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return StateNames(meaning, longest)


def _own_places(tables: Tables) -> dict[str, tuple[Entry, ...]]:
    """Folded name to the places of the project's own tables."""
    found: dict[str, tuple[Entry, ...]] = {}
    for table in OWN_TABLES:
        for row in tables.rows(table, PlaceRow):
            for name in (row.name, *row.aliases):
                entry = Entry(
                    row.name, row.geonames_id, row.lat, row.lon, row.country, None, row.feature, row.weight, True
                )  # fmt: skip
                key = name_key(name)
                found[key] = (*found.get(key, ()), entry)
    return found
