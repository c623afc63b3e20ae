"""A number in, so many made-up records out: the same ones each time, shaped like those of agency reports."""

from __future__ import annotations

import datetime
import hashlib
import random
from collections.abc import Iterator

from dragoman.record import (
    Actor,
    Block,
    Document,
    Event,
    EventDate,
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

STATES = (
    ("United States", "USA"), ("Pakistan", "PAK"), ("Afghanistan", "AFG"), ("Kenya", "KEN"), ("Norway", "NOR"),
    ("Iceland", "ISL"), ("Brazil", "BRA"), ("Japan", "JPN"), ("Chad", "TCD"), ("Poland", "POL"), ("Fiji", "FJI"),
    ("Jordan", "JOR"), ("Peru", "PER"), ("Nepal", "NPL"), ("Ghana", "GHA"), ("Oman", "OMN"), ("Cuba", "CUB"),
)  # fmt: skip
DEEDS = (
    ("REQUEST", "yield", "104", 3, -1.0, "asked", "to pull back"),
    ("CONSULT", "visit", "042", 1, 4.0, "visited", "for talks"),
    ("AID", None, "073", 2, 10.0, "sent", "food and tents"),
    ("ACCUSE", "allege", "112", 3, -3.5, "accused", "of a raid"),
    ("ASSAULT", "aerial", "195", 4, -9.5, "bombed", "near the border"),
    ("AGREE", None, "036", 1, 2.5, "promised", "to meet"),
)  # fmt: skip
PLACES = (("Kabul", 34.53, 69.17, 1138958), ("Oslo", 59.91, 10.75, 3143244), ("Nairobi", -1.28, 36.82, 184745))
FILLER = (
    "Officials gave few details.", "The border crossing stayed open for most of the day.", "Traders waited for word.",
    "A second round is expected before the rains.", "Observers counted fewer lorries than a week ago.",
    "Neither side has said what it would accept in return.", "The ministry did not answer a request for comment.",
    "Prices in the capital rose again after the weekend.", "Residents spoke of queues at the two open bakeries.",
)  # fmt: skip
FIRST_DAY = datetime.date(2015, 1, 1)
DAYS = 3650
EVENTS_A_RECORD = 10
RUN = Run("synthetic", "none", "none")


def synthetic_records(count: int, *, seed: int = 0) -> Iterator[Record]:
    """`count` records with about ten events each; record n is the same whatever the count."""
    for number in range(count):
        yield _record(number, random.Random(seed * 1_000_003 + number))


def _record(number: int, chance: random.Random) -> Record:
    day = (FIRST_DAY + datetime.timedelta(chance.randrange(DAYS))).isoformat()
    pairs = [tuple(chance.sample(range(len(STATES)), 2)) for _ in range(EVENTS_A_RECORD)]
    deeds = [chance.choice(DEEDS) for _ in pairs]
    sentences = [
        f"{STATES[a][0]} {deed[5]} {STATES[b][0]} {deed[6]} on Monday, an envoy said. {_rest(chance)}"
        for (a, b), deed in zip(pairs, deeds, strict=True)
    ]
    title = f"Report {number} from {chance.choice(PLACES)[0]}"
    text = "\n\n".join([title, *sentences])
    starts = [text.index(sentence) for sentence in sentences]
    document = Document(
        id=f"synthetic/{number:07d}", text=text, title=title, outlet="Synthetic Wire", published=day, language="en",
        published_basis="given", sha256=hashlib.sha256(text.encode()).hexdigest(),
        blocks=_blocks(title, starts, sentences),
    )  # fmt: skip
    actors = _actors(text, sorted({i for pair in pairs for i in pair}))
    ids = {actor.name: actor.id for actor in actors}
    events = tuple(
        _event(n, (ids[STATES[a][0]], ids[STATES[b][0]]), deed, (start, start + len(sentence)), day, chance)
        for n, ((a, b), deed, start, sentence) in enumerate(zip(pairs, deeds, starts, sentences, strict=True))
    )
    return Record(
        dragoman="synthetic", run=RUN, outcome=Outcome("coded"), document=document, actors=actors, events=events,
        statements=_statements(text, starts, actors, day), times=_times(text), places=_places(chance, text, title),
    )  # fmt: skip


def _rest(chance: random.Random) -> str:
    return " ".join(chance.choices(FILLER, k=5))


def _blocks(title: str, starts: list[int], sentences: list[str]) -> tuple[Block, ...]:
    spans = [(start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=True)]
    return (Block("title", 0, len(title)), *(Block("paragraph", *span) for span in spans))


def _actors(text: str, present: list[int]) -> tuple[Actor, ...]:
    out = []
    for n, i in enumerate(present):
        name, code = STATES[i]
        start = text.index(name)
        roles = (Role(title="chair", of="a council", country=code, start=0, end=6),) if n == 0 else ()
        mention = Mention(start, start + len(name), name, "name")
        out.append(
            Actor(id=f"a{n + 1}", name=name, kind="state", country=code, key=code, roles=roles, mentions=(mention,))
        )
    return tuple(out)


def _statements(text: str, starts: list[int], actors: tuple[Actor, ...], day: str) -> tuple[Statement, ...]:
    out = []
    for n, start in enumerate(starts[:3]):
        end = text.index(",", start)
        cue = text.index("said", end)
        statement = Statement(
            id=f"s{n + 1}", speaker=actors[n % len(actors)].id, source=((end + 2, cue - 1),), cue=((cue, cue + 4),),
            content=((start, end),), mode="indirect", date=Interval(day, day) if n else None,
        )  # fmt: skip
        out.append(statement)
    return tuple(out)


def _times(text: str) -> tuple[Timex, ...]:
    start = text.index("Monday")
    return (Timex(start=start, end=start + 6, text="Monday", type="DATE", value="XXXX-WXX-1"),)


def _places(chance: random.Random, text: str, title: str) -> tuple[Place, ...]:
    name, lat, lon, number = next(place for place in PLACES if title.endswith(place[0]))
    start = text.index(name)
    return (
        Place(
            start=start, end=start + len(name), text=name, name=name, reading="literal", precision="point", lat=lat,
            lon=lon, geonames_id=number, country=chance.choice(STATES)[1], feature="PPLC",
        ),
    )  # fmt: skip


def _event(
    n: int, parties: tuple[str, str], deed: tuple[str, str | None, str, int, float, str, str], span: tuple[int, int],
    day: str, chance: random.Random,
) -> Event:  # fmt: skip
    kind, mode, cameo, quad, score = deed[:5]
    hurt = Intensity(killed=chance.randrange(20)) if kind == "ASSAULT" else None
    return Event(
        id=f"e{n + 1}", type=kind, mode=mode, contexts=("diplomatic",), cameo=cameo, quad=quad, score=score,
        actors=parties[:1], recipients=parties[1:], date=EventDate(day, day, "document"), place=0 if n % 2 else None,
        factuality=chance.choice(("actual", "actual", "actual", "future", "negated")),
        voice="reported" if n < 3 else "outlet", statement=f"s{n + 1}" if n < 3 else None,
        intensity=hurt, same_as=None, trigger=(span[0], span[0] + 6),
        evidence=span, rule=f"synthetic-{kind.lower()}", confidence=round(chance.uniform(0.3, 1.0), 3),
    )  # fmt: skip
