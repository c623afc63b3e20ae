"""A few records made by hand, with a case for each rule of the exports."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from dragoman.record import (
    Actor,
    ActorKind,
    Block,
    Candidate,
    Document,
    Event,
    EventDate,
    Factuality,
    Intensity,
    Interval,
    Mention,
    Outcome,
    Place,
    Record,
    Role,
    Run,
    Statement,
    Timex,
)

Exported = Callable[..., bytes]
RUN = Run("tables", "model", "settings")

TALKS = """Kenya and Norway hold talks in Oslo

Kenya and Norway met in Oslo on Monday. The foreign minister of Kenya, Amina Wekesa, said Nairobi would sign in May.

Norway and the United Nations urged Chad and Fiji to open the border. Norway again urged Chad to open it.

The two neighbours have not cut ties."""

CLASHES = """Soldiers fire on marchers in Texas border town

Police arrested nine marchers\tin Laredo on Tuesday after fishermen marched. \
Mexican soldiers shot dead three farmers in Texas.

Mexico may recall its envoy. In 1998 the United States sent aid to Honduras. \
Żółć "Rebels bombed a mine and blamed the United States.

Norway urged Chad to open the border on Monday."""


def reports() -> list[Record]:
    """Two coded documents and one that was set aside."""
    return [_talks(), _clashes(), _failed()]


def _talks() -> Record:
    actors = (
        _actor(TALKS, "a1", "Kenya", "state", "KEN", key="KEN"),
        _actor(TALKS, "a2", "Norway", "state", "NOR", key="NOR"),
        _actor(TALKS, "a3", "Amina Wekesa", "person", "KEN", "GOV", role="foreign minister"),
        _actor(TALKS, "a4", "United Nations", "igo", "UNO", key="UN"),
        _actor(TALKS, "a5", "Chad", "state", "TCD", key="TCD"),
        _actor(TALKS, "a6", "Fiji", "state", "FJI", key="FJI"),
        _actor(TALKS, "a7", "ties", "other", None),
    )
    events = (
        _event(TALKS, "e1", "CONSULT", None, "046", ("a1", "a2"), (), "hold talks", 0, place=0),
        _event(TALKS, "e2", "CONSULT", None, "046", ("a1", "a2"), (), "met", 1, place=0, same_as="e1"),
        _event(TALKS, "e3", "SUPPORT", None, "057", ("a1",), (), "sign", 2, factuality="future", statement="s1"),
        _event(TALKS, "e4", "REQUEST", "change", "104", ("a2", "a4"), ("a5", "a6"), "urged", 3, confidence=0.55),
        _event(TALKS, "e5", "SANCTION", "discontinue", "160", ("a1",), ("a7",), "cut ties", 5, factuality="negated"),
        _event(TALKS, "e6", "REQUEST", "change", "104", ("a2",), ("a5",), "urged", 4),
    )
    start, end = _span(TALKS, "Amina Wekesa")
    statement = Statement(
        id="s1", speaker="a3", source=((start, end),), cue=(_span(TALKS, "said"),),
        content=(_span(TALKS, "Nairobi would sign in May"),),
        mode="indirect", date=Interval("2031-02-17", "2031-02-17"), addressee="a2", occasion="talks",
    )  # fmt: skip
    oslo = _place(TALKS, "Oslo", "point", "NOR", (59.91273, 10.74609), 3143244, "NO.12", "PPLC")
    return _record(
        "talks.html", TALKS, actors, events, (oslo,), (statement,), url="https://www.wire.example/talks?id=1"
    )


def _clashes() -> Record:
    actors = (
        _actor(CLASHES, "a1", "Police", "police", "USA", "COP"),
        _actor(CLASHES, "a2", "nine marchers", "population", None, "CVL"),
        _actor(CLASHES, "a3", "fishermen", "population", "USA", "AGR", "LAB"),
        _actor(CLASHES, "a4", "Mexican soldiers", "military", "MEX", "MIL"),
        _actor(CLASHES, "a5", "three farmers", "population", "USA", "AGR"),
        _actor(CLASHES, "a6", "Mexico", "state", "MEX", key="MEX"),
        _actor(CLASHES, "a7", "United States", "state", "USA", key="USA"),
        _actor(CLASHES, "a8", "Honduras", "state", "HND", key="HND"),
        _actor(CLASHES, "a9", 'Żółć "Rebels', "armed_group", "IMG", "REB"),
        _actor(CLASHES, "a10", "a mine", "other", None),
        _actor(CLASHES, "a11", "Norway", "state", "NOR", key="NOR"),
        _actor(CLASHES, "a12", "Chad", "state", "TCD", key="TCD"),
    )
    events = (
        _event(CLASHES, "e1", "COERCE", "arrest", "173", ("a1",), ("a2",), "arrested", 1, place=0,
               contexts=("legal", "crime")),
        _event(CLASHES, "e2", "PROTEST", "demo", "141", ("a3",), (), "marched", 1, crowd=400),
        _event(CLASHES, "e3", "ASSAULT", "firearms", "193", ("a4",), ("a5",), "shot dead", 2, place=1, killed=3),
        _event(CLASHES, "e4", "SANCTION", "withdraw", "161", ("a6",), (), "recall", 3, factuality="hypothetical"),
        _event(CLASHES, "e5", "AID", None, "07", ("a7",), ("a8",), "sent aid", 4, factuality="historical",
               day=("1998-01-01", "1998-12-31")),
        _event(CLASHES, "e6", "ASSAULT", "explosives", None, ("a9",), ("a10",), "bombed", 5, place=2, day=None),
        _event(CLASHES, "e8", "ACCUSE", None, None, ("a9",), ("a7",), "blamed", 5),
        _event(CLASHES, "e7", "REQUEST", "change", "104", ("a11",), ("a12",), "urged", 6),
    )  # fmt: skip
    places = (
        _place(CLASHES, "Laredo", "point", "USA", (27.50641, -99.50754), 4705349, "US.TX", "PPLA2"),
        _place(CLASHES, "Texas", "admin", "USA", (31.25044, -99.25061), 4736286, "US.TX", "ADM1"),
        _place(CLASHES, "United States", "country", "USA", None, 6252001, None, "PCLI"),
    )
    return _record("clashes.txt", CLASHES, actors, events, places, outlet="Border Wire")


def _failed() -> Record:
    document = Document(id="empty.html", text="", sha256=hashlib.sha256(b"").hexdigest())
    return Record(dragoman="0", run=RUN, outcome=Outcome("not_coded", "no text"), document=document)


def _record(
    name: str, text: str, actors: tuple[Actor, ...], events: tuple[Event, ...], places: tuple[Place, ...],
    statements: tuple[Statement, ...] = (), *, url: str | None = None, outlet: str | None = None,
) -> Record:  # fmt: skip
    paragraphs, at = [], 0
    for part in text.split("\n\n"):
        paragraphs.append(Block("paragraph" if at else "title", at, at + len(part)))
        at += len(part) + 2
    document = Document(
        id=name, text=text, url=url, outlet=outlet, title=text.split("\n")[0], published="2031-02-18", language="en",
        published_basis="page", blocks=tuple(paragraphs), sha256=hashlib.sha256(text.encode()).hexdigest(),
    )  # fmt: skip
    start, end = _span(text, "Monday")
    day = Timex(
        start=start, end=end, text="Monday", type="DATE", value="2031-02-17", since="2031-02-17", until="2031-02-17"
    )
    return Record(
        dragoman="0", run=RUN, outcome=Outcome("coded"), document=document, actors=actors, statements=statements,
        times=(day,), places=places, events=events,
    )  # fmt: skip


def _actor(
    text: str, number: str, name: str, kind: ActorKind, country: str | None, *sectors: str, key: str | None = None,
    role: str | None = None,
) -> Actor:  # fmt: skip
    start, end = _span(text, name)
    return Actor(
        id=number, name=name, kind=kind, country=country, sector=sectors[0] if sectors else None,
        sectors=sectors, key=key,
        mentions=(Mention(start, end, name, "name" if key or role else "nominal"),),
        roles=(Role(title=role, country=country),) if role else (),
    )  # fmt: skip


def _place(
    text: str, name: str, precision: str, country: str, at: tuple[float, float] | None, number: int, admin1: str | None,
    feature: str,
) -> Place:  # fmt: skip
    start, end = _span(text, name)
    lat, lon = at or (None, None)
    candidate = Candidate(name=name, geonames_id=number, country=country, lat=lat, lon=lon, score=0.9)
    return Place(
        start=start, end=end, text=name, name=name, reading="literal", precision=precision, geonames_id=number, lat=lat,  # type: ignore[arg-type]
        lon=lon, country=country, admin1=admin1, feature=feature, candidates=(candidate,),
    )  # fmt: skip


SCORES = {
    "CONSULT": (1, 2.5), "SUPPORT": (1, 5.0), "REQUEST": (3, -1.0), "SANCTION": (4, -6.0), "COERCE": (4, -7.0),
    "PROTEST": (4, -5.0), "ASSAULT": (4, -9.0), "AID": (2, 10.0), "ACCUSE": (3, -3.0),
}  # fmt: skip


def _event(
    text: str, number: str, kind: str, mode: str | None, cameo: str | None, actors: tuple[str, ...],
    recipients: tuple[str, ...], trigger: str, sentence: int, *, place: int | None = None, same_as: str | None = None,
    factuality: Factuality = "actual", statement: str | None = None, confidence: float = 0.8, killed: int | None = None,
    crowd: int | None = None, contexts: tuple[str, ...] = (),
    day: tuple[str, str] | None = ("2031-02-17", "2031-02-17"),
) -> Event:  # fmt: skip
    sentences = _sentences(text)
    start, end = sentences[sentence]
    at = text.index(trigger, start)
    quad, score = SCORES[kind]
    hurt = Intensity(killed=killed, crowd=crowd) if killed or crowd else None
    return Event(
        id=number, type=kind, mode=mode, contexts=contexts, cameo=cameo, quad=quad, score=score, actors=actors,
        recipients=recipients, date=EventDate(*day, "text") if day else None, place=place, factuality=factuality,
        voice="reported" if statement else "outlet", statement=statement, intensity=hurt, same_as=same_as,
        trigger=(at, at + len(trigger)), evidence=(start, end), rule=f"{kind.lower()}.example", confidence=confidence,
    )  # fmt: skip


def _sentences(text: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for line in text.split("\n\n"):
        inside = at
        for part in line.split(". "):
            spans.append((inside, inside + len(part)))
            inside += len(part) + 2
        at += len(line) + 2
    return spans


def _span(text: str, words: str) -> tuple[int, int]:
    start = text.lower().index(words.lower())
    return start, start + len(words)
