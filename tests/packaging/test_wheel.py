"""The built wheel, in an environment with nothing else, codes a page with the network cut off."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MOST_BYTES = 450_000_000
BLOCK = """
import socket

def refuse(*args, **kwargs):
    raise OSError("the network is cut off")

socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment that holds the wheel and what it asks for, at the pinned versions."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True)
    wheel = next(folder.glob("dragoman-*.whl"))
    subprocess.run([sys.executable, "-m", "venv", str(folder / "env")], check=True)
    pip = [str(folder / "env/bin/python"), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(ROOT / "requirements/base.txt")], check=True)
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True)
    return folder / "env"


def cut_off(command: list[str], folder: Path) -> list[str]:
    """The command without a network: in a namespace of its own where that is allowed, else with sockets refused."""
    unshare = shutil.which("unshare")
    if unshare and subprocess.run([unshare, "-rn", "true"], check=False, capture_output=True).returncode == 0:
        return [unshare, "-rn", *command]
    (folder / "sitecustomize.py").write_text(BLOCK)
    return ["env", f"PYTHONPATH={folder}", *command]


def test_the_wheel_codes_a_page_without_a_network(environment: Path, tmp_path: Path) -> None:
    page = ROOT / "samples/harbour-talks.html"
    command = cut_off([str(environment / "bin/dragoman"), "code", str(page), "--format", "jsonl"], tmp_path)
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, text=True)
    record = json.loads(done.stdout)
    assert record["outcome"]["status"] == "coded"
    assert record["document"]["published"] == "2031-03-13"
    assert record["events"], "the sample tells of events"


def test_the_installed_base_stays_small(environment: Path) -> None:
    site = next((environment / "lib").glob("python*/site-packages"))
    left_out = {"pip", "setuptools"}  # the environment's own, not ours
    size = sum(
        path.stat().st_size
        for path in site.rglob("*")
        if path.is_file() and path.relative_to(site).parts[0].split("-")[0] not in left_out
    )
    assert size <= MOST_BYTES, f"{size / 1e6:.0f} MB"
