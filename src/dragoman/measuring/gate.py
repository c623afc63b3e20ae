"""The quality gate: every set of the gold is coded and scored, and a figure under its floor fails the run.

    python -m dragoman.measuring.gate --gold ../shared/gold [--sets dyads times] [--raise-floors]

The scorers are the gold's own (`measure/run.py` beside the gold's folder); the floors stand in `floors.json`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

FLOORS = Path(__file__).parent / "floors.json"
SLACK = 0.01  # how far under the measured figure a raised floor is set: other processors round other ways
LOWER_IS_BETTER = ("ece",)

Figures = dict[str, dict[str, float]]


def measured(gold: Path, sets: list[str]) -> Figures:
    """Set -> metric -> figure, from one call of the scorers.

    Raises:
        SystemExit: the scorers are not there, or failed.
    """
    scorer = gold.parent / "measure" / "run.py"
    if not scorer.exists():
        raise SystemExit(f"gate: no scorers at {scorer}; lay them beside the gold's folder")
    command = f"{sys.executable} -m dragoman code"
    seed = gold.parent / "seed"
    call = [
        sys.executable,
        str(scorer),
        *sets,
        "--gold",
        str(gold),
        "--seed",
        str(seed),
        "--command",
        command,
        "--json",
    ]
    done = subprocess.run(call, stdout=subprocess.PIPE, check=True)
    return {result["name"]: result["metrics"] for result in json.loads(done.stdout)}


def misses(floors: Figures, figures: Figures) -> list[str]:
    """One line a figure that is under its floor (over it, where lower is better)."""
    out = []
    for name, metrics in floors.items():
        for metric, floor in metrics.items():
            value = figures.get(name, {}).get(metric)
            if value is None:
                out.append(f"{name} {metric}: not measured (floor {floor})")
            elif value > floor if metric in LOWER_IS_BETTER else value < floor:
                out.append(f"{name} {metric}: {value:.4f} misses the floor {floor}")
    return out


def raised(floors: Figures, figures: Figures) -> Figures:
    """The floors moved up to what is measured now, less the slack; none is lowered."""
    out: Figures = {}
    for name, metrics in floors.items():
        out[name] = {}
        for metric, floor in metrics.items():
            value = figures[name][metric]
            lower = metric in LOWER_IS_BETTER
            moved = round(value + SLACK, 3) if lower else round(value - SLACK, 3)
            out[name][metric] = min(floor, moved) if lower else max(floor, moved)
    return out


def main() -> None:
    """Run the gate; exit 1 on any miss."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--sets", nargs="*")
    parser.add_argument("--raise-floors", action="store_true")
    arguments = parser.parse_args()
    floors: Figures = json.loads(FLOORS.read_text())
    floors = {name: floors[name] for name in arguments.sets or floors}
    figures = measured(arguments.gold, list(floors))
    for name, metrics in floors.items():
        print(name + ": " + ", ".join(f"{m} {figures[name].get(m, 0):.3f} (floor {f})" for m, f in metrics.items()))
    failed = misses(floors, figures)
    print("\n".join(failed) or "every figure is at or above its floor")
    if arguments.raise_floors:
        FLOORS.write_text(json.dumps(json.loads(FLOORS.read_text()) | raised(floors, figures), indent=1) + "\n")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
