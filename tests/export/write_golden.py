"""Write the golden files anew after a change that is meant: python tests/export/write_golden.py, then read the diff."""

from __future__ import annotations

from pathlib import Path

from export_reports import reports

from dragoman.export.formats import formats
from dragoman.export.sieve import Sieve

GOLDEN = Path(__file__).parent / "golden"


def golden_bytes(name: str) -> bytes:
    """What a format makes of the fixed records, in one file, with its own default sieve."""
    form = formats()[name]
    assert form.parts is not None
    sieve = Sieve(form.factualities, form.repeats)
    return form.head + b"".join(piece for _, piece in form.parts(reports(), sieve))


def main() -> None:
    """Write each format that is one file."""
    GOLDEN.mkdir(exist_ok=True)
    for name, form in formats().items():
        if form.parts is not None and form.missing_extra() is None:
            (GOLDEN / name).write_bytes(golden_bytes(name))


if __name__ == "__main__":
    main()
