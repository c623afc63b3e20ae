"""PETRARCH, Phoenix and POLECAT dictionaries in, rows of our actor tables out.

An actor entry is a name, further names on lines that begin with "+", and codes in brackets, each with the dates for
which it holds: `[USAGOV 090120-170119]`, `[USAELI >170120]`. An agent entry is a noun, its plural in braces and a code
that follows the country's: `POLICE_OFFICER {POLICE_OFFICERS} [~COP]`. `!SET!` stands for each noun of a set defined as
`!SET! = ONE, OTHER`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import msgspec

from dragoman.record import ActorKind
from dragoman.tables.actors import AgentRow, HolderRow, OrganisationRow, StateRow, plural
from dragoman.tables.own import Codes, Imported, key_of

CODE = re.compile(r"\[([^\]]*)\]")
BRACES = re.compile(r"\{([^}]*)\}")
SET = re.compile(r"!([A-Z_]+)!")
DATES = re.compile(r"^([<>])?(\d{6,8})(?:-(\d{6,8}))?$")
FORMER = "ELI"
PIVOT = 30  # two-digit years below it are of this century
CROWDS = frozenset({"CVL", "REF"})
OFFICES = frozenset({"GOV", "LEG", "JUD", "SPY", "ELI"})


@dataclass(slots=True)
class Entry:
    """One actor of a dictionary: its names, and (code, from, until) for each bracket."""

    line: int
    names: list[str]
    codes: list[tuple[str, str | None, str | None]] = field(default_factory=list)


def read_actors(text: str, codes: Codes, source: str) -> Imported:
    """Rows of an actor dictionary: dated codes make office holders, others organisations and names of states."""
    imported = Imported()
    for entry in _entries(text, imported):
        if not entry.codes:
            imported.aside.append(f"line {entry.line}: {entry.names[0]} has no code")
        elif any(since or until for _, since, until in entry.codes):
            _holder(entry, codes, source, imported)
        else:
            _organisation(entry, codes, source, imported)
    return imported


def _entries(text: str, imported: Imported) -> list[Entry]:
    entries: list[Entry] = []
    for number, line in enumerate(text.splitlines(), 1):
        plain = line.split(";")[0].split("#")[0].rstrip()
        if not plain.strip() or plain.lstrip().startswith("<!"):
            continue
        name = CODE.sub("", plain).strip()
        if plain.startswith("+") and entries:
            entries[-1].names.append(spoken(name[1:]))
        elif name and not plain[0].isspace():
            entries.append(Entry(number, [spoken(name)]))
        if not entries:
            imported.aside.append(f"line {number}: a code before any name")
            continue
        entries[-1].codes.extend(_code(match) for match in CODE.findall(plain))
    return entries


def _code(bracket: str) -> tuple[str, str | None, str | None]:
    """Code, first and last day of "USAGOV 090120-170119", "USAELI >170120" or "IRQGOV <030401"."""
    parts = bracket.split()
    match = DATES.match("".join(parts[1:])) if len(parts) > 1 else None
    if match is None:
        return (parts[0] if parts else "", None, None)
    sign, first, last = match.groups()
    if sign == "<":
        return parts[0], None, day(first)
    return parts[0], day(first), day(last) if last else None


def day(digits: str) -> str:
    """YYMMDD or YYYYMMDD as YYYY-MM-DD; a month or day of 00 is left off."""
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) < PIVOT else "19") + digits
    parts = [digits[:4], digits[4:6], digits[6:8]]
    return "-".join(part for i, part in enumerate(parts) if all(p != "00" for p in parts[1 : i + 1]))


def spoken(pattern: str) -> str:
    """A dictionary's pattern as a name: "ABDUL_RASHID_DOSTUM_" is "Abdul Rashid Dostum"; short capitals stay."""
    words = pattern.strip().strip("_").replace("_", " ").split()
    return " ".join(
        word if not word.isupper() or (len(words) == 1 and len(word) <= 4) else word.title() for word in words
    )


def _holder(entry: Entry, codes: Codes, source: str, imported: Imported) -> None:
    name, *aliases = entry.names
    tenures = [code for code in entry.codes if FORMER not in code[0][3:6]] or entry.codes
    for code, since, until in tenures:
        country, sectors = codes.read(code)
        if country is None:
            imported.aside.append(f"line {entry.line}: {name}: no country in {code}")
            continue
        row = HolderRow(
            key_of(name), name, tuple(aliases), None, "office holder", country, country, sectors, since, until, source
        )  # fmt: skip
        imported.add("actors/holders", row)


def _organisation(entry: Entry, codes: Codes, source: str, imported: Imported) -> None:
    name, *aliases = entry.names
    country, sectors = codes.read(entry.codes[0][0])
    if country in codes.states and not sectors and country is not None:
        _state(codes.states[country], entry.names, codes, imported)
    elif country is None and not sectors:
        imported.aside.append(f"line {entry.line}: {name}: unknown code {entry.codes[0][0]}")
    else:
        kind = codes.kind(country, sectors)
        row = OrganisationRow(
            key_of(name).upper(), name, tuple(aliases), kind, country, sectors, None, None, None, source
        )  # fmt: skip
        imported.add("actors/organisations", row)


def _state(row: StateRow, names: list[str], codes: Codes, imported: Imported) -> None:
    known = {
        name.lower() for name in (row.name, *row.aliases, *row.adjectives, *row.demonyms, *row.capital, *row.seats)
    }
    fresh = tuple(name for name in names if name.lower() not in known)
    if not fresh:
        return
    widened = msgspec.structs.replace(row, aliases=row.aliases + fresh)
    codes.states[row.key] = widened
    rows = imported.rows.setdefault("actors/states", [])
    rows[:] = [other for other in rows if not (isinstance(other, StateRow) and other.key == row.key)]
    rows.append(widened)


def read_agents(text: str, codes: Codes, source: str) -> Imported:
    """Rows of an agent dictionary."""
    imported = Imported()
    sets: dict[str, list[str]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        plain = line.split(";")[0].split("#")[0].strip()
        if not plain or plain.startswith("<!"):
            continue
        if plain.startswith("!") and "=" in plain:
            name, _, nouns = plain.partition("=")
            sets[name.strip().strip("!")] = [noun.strip() for noun in nouns.split(",") if noun.strip()]
            continue
        match = CODE.search(plain)
        sectors = codes.read((match.group(1) if match else "").strip("~ "))[1]
        if not sectors:
            imported.aside.append(f"line {number}: {plain}: no sector in its code")
            continue
        for noun, many in _nouns(plain, sets):
            imported.add("actors/agents", _agent(noun, many, sectors, codes, source))
    return imported


def _nouns(plain: str, sets: dict[str, list[str]]) -> list[tuple[str, str | None]]:
    """Singular and plural of an entry, one pair for each noun of a set in it."""
    head = CODE.sub("", plain)
    braces = BRACES.search(head)
    noun = BRACES.sub("", head).strip()
    found = SET.search(noun)
    if found is None:
        one = spoken(noun).lower()
        return [(one, spoken(braces.group(1)).lower() if braces else plural(one))]
    nouns = [spoken(noun.replace(found.group(0), member)).lower() for member in sets.get(found.group(1), [])]
    return [(one, plural(one)) for one in nouns]


def _agent(noun: str, many: str | None, sectors: tuple[str, ...], codes: Codes, source: str) -> AgentRow:
    kind = codes.kind(None, sectors)
    form = "crowd" if CROWDS & set(sectors) else "office" if OFFICES & set(sectors) else "member"
    people: ActorKind = "population" if kind == "population" else "person"
    return AgentRow(key_of(noun), (noun,), (many,) if many else (), people, sectors, form, source)
