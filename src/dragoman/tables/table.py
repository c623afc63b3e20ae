"""TSV in, typed rows out: every table is read, checked and overridden by a user's own in the same way."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, get_origin, get_type_hints

import msgspec

from dragoman.errors import TableError

Row = TypeVar("Row", bound=msgspec.Struct)

SHIPPED = Path(__file__).parent
MANY = "|"


class Tables:
    """The shipped tables, with a folder of the user's that adds to or overrides them, row by row.

    Args:
        own: a folder laid out as the shipped one, or None.

    A user's row replaces the shipped rows with the same first column and is added otherwise.
    """

    def __init__(self, own: Path | None = None) -> None:
        self.own = own

    def rows(self, name: str, kind: type[Row]) -> list[Row]:
        """The rows of a table as structs of `kind`, whose fields are the columns in order.

        Args:
            name: path under the tables' folder, without suffix, e.g. "actors/states".
            kind: a msgspec Struct; a tuple field takes a cell with several values parted by "|".

        Raises:
            TableError: a missing table, a header that differs, a cell that does not fit, a row twice.
        """
        shipped = read_rows(SHIPPED / f"{name}.tsv", kind)
        own = self.own / f"{name}.tsv" if self.own else None
        if own is None or not own.exists():
            return shipped
        added = read_rows(own, kind)
        first = kind.__struct_fields__[0]
        replaced = {getattr(row, first) for row in added}
        return [row for row in shipped if getattr(row, first) not in replaced] + added

    def digest(self) -> str:
        """A short hash of all tables' bytes, shipped and own."""
        return _digest(self.own)


@lru_cache(maxsize=8)
def _digest(own: Path | None) -> str:
    digest = hashlib.sha256()
    for root in filter(None, (SHIPPED, own)):
        for path in sorted(root.rglob("*.t[so][vm]*")):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def read_rows(path: Path, kind: type[Row]) -> list[Row]:
    """The rows of one file.

    Raises:
        TableError: names the file, the line and what to change.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        raise TableError(f"{path}: no such table; reinstall dragoman, or mend the name") from None
    except UnicodeDecodeError as error:
        raise TableError(f"{path}: not UTF-8 ({error}); save it as UTF-8") from None
    numbered = [(i, line) for i, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    if not numbered:
        raise TableError(f"{path}: empty; a table starts with a header line")
    _check_header(path, numbered[0], kind)
    columns = _columns(kind)
    return [_row(path, number, line, kind, columns) for number, line in numbered[1:]]


def _check_header(path: Path, header: tuple[int, str], kind: type[Row]) -> None:
    wanted, given = list(kind.__struct_encode_fields__), header[1].rstrip("\r").split("\t")
    if wanted != given:
        raise TableError(f"{path}:{header[0]}: the columns are {given}; they must be {wanted}")


@dataclass(frozen=True, slots=True)
class Column:
    """How a cell becomes a value: several texts, a text as it stands, or what msgspec makes of it."""

    name: str
    many: bool
    plain: bool
    hint: object
    default: object


def _columns(kind: type[Row]) -> list[Column]:
    hints = get_type_hints(kind)
    out = []
    for field in msgspec.structs.fields(kind):
        hint = hints[field.name]
        many, plain = get_origin(hint) is tuple, hint in (str, str | None)
        default = () if many else field.default
        out.append(Column(field.encode_name, many, plain, hint, default))
    return out


def _row(path: Path, number: int, line: str, kind: type[Row], columns: list[Column]) -> Row:
    """One line as a struct. Built by hand: checking each row against its type took three times as long at start-up."""
    cells = line.rstrip("\r").split("\t")
    if len(cells) > len(columns):
        raise TableError(f"{path}:{number}: {len(cells)} cells, but the header has {len(columns)}; remove the surplus")
    cells += [""] * (len(columns) - len(cells))
    values = []
    for column, cell in zip(columns, cells, strict=True):
        if not cell:
            if column.default is msgspec.NODEFAULT:
                raise TableError(f"{path}:{number}: {column.name} is empty; fill that cell")
            values.append(column.default)
        elif column.many:
            values.append(tuple([part for part in cell.split(MANY) if part]) if MANY in cell else (cell,))
        else:
            values.append(cell if column.plain else _converted(path, number, column, cell))
    return kind(*values)


def _converted(path: Path, number: int, column: Column, cell: str) -> object:
    try:
        return msgspec.convert(cell, column.hint, strict=False)
    except msgspec.ValidationError as error:
        raise TableError(f"{path}:{number}: {column.name} is {cell!r}: {error}; mend that cell") from None
