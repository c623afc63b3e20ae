"""The formats by name: what each writes, how its lines look, and what its sieve lets through unless told otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct

from dragoman.errors import SettingsError
from dragoman.export import (
    acled,
    annotation,
    followthemoney,
    gdelt,
    geojson,
    graph,
    icews,
    parquet,
    phoenix,
    plover,
    polecat,
)
from dragoman.export.delimited import Layout, Rows, head, lines
from dragoman.export.sieve import ALL, DONE, Sieve
from dragoman.record import Factuality, Record

PartsOf = Callable[[Iterable[Record], Sieve], Iterator[tuple[str, bytes]]]
WriteOf = Callable[[Iterable[Record], Sieve, Path], None]


class Format(Struct, frozen=True):
    """A format: either pieces of bytes with the names of their files, or a writer that fills a folder."""

    name: str
    title: str
    parts: PartsOf | None = None
    folder: WriteOf | None = None
    head: bytes = b""
    factualities: frozenset[Factuality] = DONE
    repeats: bool = False
    extra: str = ""
    module: str = ""
    remark: str = ""

    def passing(self, also: dict[str, bool], *, without_historical: bool) -> frozenset[Factuality]:
        """The factualities that pass: this format's own and those asked for."""
        kept = {*self.factualities, *(name for name in ALL if also.get(name))}
        return frozenset(kept - {"historical"} if without_historical else kept)

    def missing_extra(self) -> str | None:
        """What to install where this format's optional package is not there; None where nothing is missing."""
        if not self.module or find_spec(self.module) is not None:
            return None
        return f"{self.name} needs {self.module}; install it with: pip install 'dragoman[{self.extra}]'{self.remark}"


def format_named(name: str) -> Format:
    """The format of this name.

    Raises:
        SettingsError: there is none; the message lists them.
    """
    found = formats().get(name)
    if found is None:
        raise SettingsError(f"no format {name!r}; choose one of: {', '.join(formats())}")
    return found


def formats() -> dict[str, Format]:
    """All formats by name, in the order of the documentation."""
    return {form.name: form for form in (*_delimited(), *_documents())}


def _delimited() -> Iterator[Format]:
    plain = partial(Layout, header=False, missing="")
    yield _of("gdelt-events", "GDELT 2.0 events", gdelt.event_rows, plain(file=gdelt.events_file))
    yield _of("gdelt-mentions", "GDELT 2.0 mentions", gdelt.mention_rows, plain(file=gdelt.mentions_file))
    yield _of("icews", "ICEWS", icews.rows, Layout(header=True, missing="NA", file=icews.file))
    polecat_layout = Layout(header=True, missing="None", file=polecat.file, encoding="iso-8859-1")
    yield _of("polecat", "POLECAT, 40 columns", polecat.rows, polecat_layout)
    yield _of("phoenix", "Phoenix", phoenix.rows, plain(file=phoenix.file))
    yield _of(
        "acled", "CSV in ACLED's shape", acled.rows, Layout(header=True, missing="", file=acled.file, quoted=True)
    )


def _of(name: str, title: str, rows: Rows, layout: Layout) -> Format:
    def parts(records: Iterable[Record], sieve: Sieve) -> Iterator[tuple[str, bytes]]:
        return lines(name, layout, rows(records, sieve))

    return Format(name, title, parts=parts, head=head(name, layout))


def _documents() -> Iterator[Format]:
    yield Format("plover", "PLOVER JSON, one object a line", parts=plover.parts)
    yield Format("geojson", "GeoJSON, a point an event", parts=geojson.parts)
    yield Format("gexf", "GEXF network", parts=graph.gexf_parts)
    yield Format("graphml", "GraphML network", parts=graph.graphml_parts)
    everything = partial(Format, factualities=ALL, repeats=True)
    yield everything("annotation", "W3C Web Annotation JSON-LD", parts=annotation.parts)
    yield everything(
        "parquet", "Parquet, one table a record type", folder=parquet.write, extra="lake", module="pyarrow"
    )
    ftm = partial(Format, extra="ftm", module="followthemoney", remark=" (builds PyICU, so it needs libicu's headers)")
    yield ftm("followthemoney", "FollowTheMoney entities", parts=followthemoney.parts)
