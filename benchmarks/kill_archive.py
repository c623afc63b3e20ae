"""Kill a process that adds to an archive at 200 random moments; every archive must end as an undisturbed one.

python benchmarks/kill_archive.py [--kills 200]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from dragoman.measuring.breaking import break_archives


def main() -> None:
    """Print what came of it and exit 1 if an archive was not as it should be."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        broken = break_archives(Path(folder), arguments.kills, seed=arguments.seed)
    seconds = time.monotonic() - started
    print(f"{broken.kills} kills, {broken.finished} archives finished, {broken.wrong} wrong, {seconds:.0f} s")
    sys.exit(broken.wrong > 0)


if __name__ == "__main__":
    main()
