"""The archive's file: made, opened, checked and brought up to the present schema."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dragoman.errors import ArchiveError

SCHEMA = Path(__file__).parent / "schema"
APPLICATION_ID = 0x4472676D  # "Drgm": tells an archive from any other SQLite file
BUSY_SECONDS = 30.0
PAGE_BYTES = 16_384  # a report of some 3,000 characters fills a page of 4,096 and leaves it half empty
CACHE_KIB = 65_536
WRITING_CACHE_KIB = 262_144  # a transaction on a large archive touches pages all over its indexes
CHECKPOINT_PAGES = 4000  # some 64 MB of writes wait beside the file: pages written often go into it once
MAP_BYTES = 1 << 30
# what a connection that only asks could still do
REACHING_OUT = (sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH, sqlite3.SQLITE_TRANSACTION, sqlite3.SQLITE_SAVEPOINT)
ASKING_PRAGMAS = frozenset(("table_info", "table_xinfo", "index_list", "index_info", "foreign_key_list"))
READ_ONLY = "the file or its folder cannot be written"


def create(path: Path) -> None:
    """Make an empty archive.

    Raises:
        ArchiveError: the file is there already, or cannot be made.
    """
    if path.exists():
        raise ArchiveError(f"{path} is there already; add to it, or choose another name")
    if not path.parent.is_dir():
        raise ArchiveError(f"{path.parent}: no such folder; make it first")
    # made under another name and then linked, so that no half-made archive is ever seen under this one
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with told(path):
            _make(draft)
        os.link(draft, path)
    except FileExistsError:
        raise ArchiveError(f"{path} is there already; add to it, or choose another name") from None
    except OSError as error:
        raise ArchiveError(f"{path}: {error.strerror}; choose another folder") from None
    finally:
        draft.unlink(missing_ok=True)


def _make(path: Path) -> None:
    with closing(_connect(path, "rwc")) as connection:
        connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL")
        _migrate(connection, path)


def open_for_writing(path: Path) -> sqlite3.Connection:
    """A connection that may write; an older archive is brought up to the present schema first.

    Raises:
        ArchiveError: no archive, not an archive, a newer one, read-only, or in use by another writer.
    """
    with told(path):
        connection = _opened(path, "rw")
        if _version(connection) < latest():
            _migrate(connection, path)
        # the ingest writes rows that hang together and takes them out together; checking each again costs 6%
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{WRITING_CACHE_KIB}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
        return connection


def open_for_reading(path: Path) -> sqlite3.Connection:
    """A connection that cannot change the file.

    Raises:
        ArchiveError: no archive, not an archive, or one of another version.
    """
    with told(path):
        connection = _opened(path, "ro")
        if _version(connection) < latest():
            connection.close()
            raise ArchiveError(f"{path} has an older schema; bring it up with: dragoman archive compact {path}")
        connection.execute("PRAGMA query_only = ON")
        return connection


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Everything inside is written, or nothing is.

    Raises:
        ArchiveError: the disk is full, the file is read-only, or another writer holds it for too long.
    """
    with told(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.rollback()
            raise


@contextmanager
def reading_only(connection: sqlite3.Connection) -> Iterator[None]:
    """Statements inside may read this file; none may write, attach another file, or change a setting."""
    was = connection.execute("PRAGMA query_only").fetchone()[0]
    connection.execute("PRAGMA query_only = ON")
    connection.set_authorizer(_harmless)
    try:
        yield
    finally:
        connection.set_authorizer(None)
        connection.execute(f"PRAGMA query_only = {was}")


def _harmless(action: int, first: str | None, second: str | None, _base: str | None, _trigger: str | None) -> int:
    sets = action == sqlite3.SQLITE_PRAGMA and second is not None and first not in ASKING_PRAGMAS
    return sqlite3.SQLITE_DENY if sets or action in REACHING_OUT else sqlite3.SQLITE_OK


def latest() -> int:
    """The number of the newest migration."""
    return max(number for number, _ in _migrations())


def _migrations() -> list[tuple[int, str]]:
    found = [(int(path.name[:3]), path.read_text(encoding="utf-8")) for path in SCHEMA.glob("[0-9][0-9][0-9]_*.sql")]
    return sorted(found)


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Apply the migrations that the file lacks, all in one transaction."""
    with transaction(connection, path):
        for number, script in _migrations():
            if number > _version(connection):
                for statement in _statements(script):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script; executescript would commit the transaction that holds them together."""
    held = ""
    for line in script.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            if re.sub(r"--[^\n]*", "", held).strip():
                yield held
            held = ""


def _opened(path: Path, mode: str) -> sqlite3.Connection:
    if not path.is_file():
        raise ArchiveError(f"{path}: no such archive; make one with: dragoman archive new {path}")
    try:
        return _checked(path, mode)
    except sqlite3.OperationalError as error:
        # a reader of a WAL file writes beside it; where it may not, and nobody else writes, the file is read as it is
        if mode != "ro" or not _advice(error).startswith(READ_ONLY) or _pending(path):
            raise
    return _checked(path, "ro&immutable=1")


def _checked(path: Path, mode: str) -> sqlite3.Connection:
    connection = _connect(path, mode)
    try:
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        connection.execute(f"PRAGMA mmap_size = {MAP_BYTES}")
        _check(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise ArchiveError(
            f"{path} is not an archive of dragoman; name one, or make one with: dragoman archive new FILE"
        )
    if _version(connection) > latest():
        raise ArchiveError(f"{path} was made by a newer dragoman (schema {_version(connection)}); update dragoman")


def _pending(path: Path) -> bool:
    """Whether writes wait beside the file to be taken over into it."""
    log = Path(f"{path}-wal")
    return log.exists() and log.stat().st_size > 0


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.resolve().as_uri()}?mode={mode}"
    return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What SQLite reports, in words that say what to do.

    Raises:
        ArchiveError: for any error of SQLite's.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise ArchiveError(f"{path}: {_advice(error)}") from error


def _advice(error: sqlite3.DatabaseError) -> str:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith("SQLITE_NOTADB"):
        return "this is no SQLite file; name an archive, or make one with: dragoman archive new FILE"
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return f"another process has been writing for over {BUSY_SECONDS:.0f} s; try again when it is done"
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE")):
        return "the disk is full; nothing was damaged: free some space and run the same command again"
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN")):
        return f"{READ_ONLY}; mend the permissions, or copy the archive"
    if name.startswith("SQLITE_CORRUPT"):
        return f"the file is damaged ({error}); restore a copy, or code its documents again into a new one"
    return f"{error}"
