"""No stage imports a later one: the order of the rooms is walked in the source."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import dragoman

SOURCE = Path(dragoman.__file__).parent
ORDER = (
    "record", "errors", "settings", "tables", "reading", "language", "finding", "resolving", "coding", "coder",
    "scaling", "library", "archive", "merging", "export", "presenting", "measuring", "workbench", "commands", "cli",
    "__main__",
)  # fmt: skip
RANK = {room: rank for rank, room in enumerate(ORDER)}


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        rooms |= {name.split(".")[1] for name in names if name.startswith("dragoman.")}
    return rooms


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_a_module_imports_only_its_own_room_and_earlier_ones(path: Path) -> None:
    if path == SOURCE / "__init__.py":
        return  # the public names point to their homes
    room = room_of(path)
    later = {other for other in imported_rooms(path) if RANK[other] > RANK[room]}
    assert not later, f"{path.name} of {room} imports {later}"


def test_only_the_fetcher_opens_a_connection() -> None:
    network = {"socket", "urllib.request", "http.client", "httpx", "requests", "urllib3", "aiohttp"}
    users = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names = {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names = {node.module or ""}
            else:
                continue
            if names & network:
                users.add(path.relative_to(SOURCE).as_posix())
    assert all(user.startswith("reading/fetch") for user in users), users
