"""Each format writes the same bytes from the same records, release after release."""

from __future__ import annotations

import pytest
from write_golden import GOLDEN, golden_bytes

from dragoman.export.formats import formats

FILES = [name for name, form in formats().items() if form.parts is not None]


@pytest.mark.parametrize("name", FILES)
def test_the_fixed_records_give_the_golden_file(name: str) -> None:
    missing = formats()[name].missing_extra()
    if missing:
        pytest.skip(missing)
    assert golden_bytes(name) == (GOLDEN / name).read_bytes()
