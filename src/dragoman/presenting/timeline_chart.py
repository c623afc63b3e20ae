"""The rows of a timeline in, a line of bars for the terminal or a drawing as SVG or PNG out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from dragoman.archive.answer import Answer
from dragoman.errors import ArchiveError, SettingsError

BARS = "▁▂▃▄▅▆▇█"
WIDEST = 120  # periods in one line of bars; more are added up
WIDTH, HEIGHT, MARGIN = 960, 360, 48
GREEN, RED, LINE, GREY = "#2f8f5b", "#c2413b", "#2b4a7d", "#888888"
SCORE = 10.0  # PLOVER scores lie between -10 and 10
LABELS = 8

Periods = list[tuple[str, int, int, float | None]]


def sparkline(answer: Answer, by: str) -> str:
    """Two lines: cooperation and conflict, a bar a period, the empty ones between too."""
    periods = filled(answer, by)
    if not periods:
        return ""
    together = -(-len(periods) // WIDEST)
    chunks = [periods[i : i + together] for i in range(0, len(periods), together)]
    cooperation = [sum(p[1] for p in chunk) for chunk in chunks]
    conflict = [sum(p[2] for p in chunk) for chunk in chunks]
    most = max(*cooperation, *conflict, 1)
    span = f"{periods[0][0]} to {periods[-1][0]}, by {by if together == 1 else f'{together} {by}s'}"
    lines = [
        f"{name} {_bars(counts, most)}" for name, counts in (("cooperation", cooperation), ("conflict   ", conflict))
    ]
    return "\n".join((*lines, span))


def _bars(counts: list[int], most: int) -> str:
    return "".join(" " if not n else BARS[min(n * len(BARS) // (most + 1), len(BARS) - 1)] for n in counts)


def filled(answer: Answer, by: str) -> Periods:
    """Period, cooperation, conflict and mean score, with the periods in which nothing is counted."""
    known = {str(row["period"]): row for row in answer}
    if not known:
        return []
    out: Periods = []
    for period in _periods(min(known), max(known), by):
        row = known.get(period)
        score = row["mean_score"] if row else None
        counts = (int(row["cooperation"] or 0), int(row["conflict"] or 0)) if row else (0, 0)
        out.append((period, *counts, float(score) if isinstance(score, int | float) else None))
    return out


def _periods(first: str, last: str, by: str) -> Iterator[str]:
    if by in ("day", "week"):
        day, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
        while day <= end:
            yield day.isoformat()
            day += datetime.timedelta(7 if by == "week" else 1)
    elif by == "year":
        yield from (f"{year:04d}" for year in range(int(first), int(last) + 1))
    else:
        start, stop = (int(period[:4]) * 12 + int(period[5:7]) - 1 for period in (first, last))
        yield from (f"{month // 12:04d}-{month % 12 + 1:02d}" for month in range(start, stop + 1))


def write_chart(answer: Answer, by: str, title: str, path: Path) -> None:
    """Draw cooperation above and conflict below the line, with the mean PLOVER score, as the file's name asks.

    Raises:
        SettingsError: a name that ends neither in .svg nor .png, or a file that cannot be written.
        ArchiveError: a PNG without resvg.
    """
    suffix = path.suffix.lower()
    if suffix not in (".svg", ".png"):
        raise SettingsError(f"--chart {path}: name a file that ends in .svg or .png")
    drawing = svg(filled(answer, by), title)
    content = drawing.encode() if suffix == ".svg" else _png(drawing)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise SettingsError(f"--chart {path}: {error.strerror}; choose a file that can be written") from None


def _png(drawing: str) -> bytes:
    try:
        import resvg_py
    except ImportError:
        raise ArchiveError("a PNG needs resvg: pip install 'dragoman[chart]', or ask for a file.svg") from None
    return bytes(resvg_py.svg_to_bytes(svg_string=drawing, background="white"))


def svg(periods: Periods, title: str) -> str:
    """The drawing as an SVG document."""
    most = max((max(p[1], p[2]) for p in periods), default=0) or 1
    step = (WIDTH - 2 * MARGIN) / max(len(periods), 1)
    middle, reach = HEIGHT / 2, HEIGHT / 2 - MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
        ' font-family="sans-serif" font-size="12">',
        f"<title>{escape(title)}</title>",
        _text(MARGIN, MARGIN / 2, title, "start", "#000000"),
    ]
    for i, (period, cooperation, conflict, _) in enumerate(periods):
        for count, colour, word in ((cooperation, GREEN, "cooperation"), (conflict, RED, "conflict")):
            if count:
                height = reach * count / most
                top = middle - height if colour == GREEN else middle
                parts.append(
                    f'<rect x="{MARGIN + i * step:.2f}" y="{top:.2f}" width="{max(step * 0.8, 0.5):.2f}"'
                    f' height="{height:.2f}" fill="{colour}"><title>{period}: {count} {word}</title></rect>'
                )
    points = [
        f"{MARGIN + (i + 0.4) * step:.2f},{middle - reach * p[3] / SCORE:.2f}"
        for i, p in enumerate(periods)
        if p[3] is not None
    ]
    parts.append(f'<polyline fill="none" stroke="{LINE}" stroke-width="1.5" points="{" ".join(points)}"/>')
    return "\n".join((*parts, *_axes(periods, step, most), "</svg>")) + "\n"


def _axes(periods: Periods, step: float, most: int) -> Iterator[str]:
    middle = HEIGHT / 2
    yield f'<line x1="{MARGIN}" y1="{middle}" x2="{WIDTH - MARGIN}" y2="{middle}" stroke="{GREY}"/>'
    for y, count, score in ((MARGIN, most, SCORE), (middle, 0, 0.0), (HEIGHT - MARGIN, most, -SCORE)):
        yield _text(MARGIN - 6, y + 4, str(count), "end", GREY)
        yield _text(WIDTH - MARGIN + 6, y + 4, f"{score:+.0f}" if score else "0", "start", LINE)
    every = max(-(-len(periods) // LABELS), 1)
    for i in range(0, len(periods), every):
        yield _text(MARGIN + (i + 0.4) * step, HEIGHT - MARGIN + 16, periods[i][0], "middle", GREY)
    legend = (("cooperation", GREEN), ("conflict", RED), ("mean PLOVER score", LINE))
    for i, (word, colour) in enumerate(legend):
        yield _text(MARGIN + i * 140, HEIGHT - 10, word, "start", colour)


def _text(x: float, y: float, words: str, anchor: str, colour: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{escape(words)}</text>'
