"""The vocabulary of the record: frozen structs whose fields are those of the contract, offsets in code points."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

Span = tuple[int, int]

BlockKind = Literal["title", "heading", "byline", "dateline", "caption", "paragraph", "quote", "list", "furniture"]
ActorKind = Literal[
    "state", "government", "military", "police", "armed_group", "party", "igo", "ngo", "company", "media", "person",
    "population", "other",
]  # fmt: skip
MentionForm = Literal["name", "title", "nominal", "pronoun", "metonym", "demonym"]
StatementMode = Literal["direct", "indirect", "mixed"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
PlaceReading = Literal["literal", "government", "demonym", "organisation", "other"]
Precision = Literal["point", "admin", "country", "unknown"]
Factuality = Literal["actual", "negated", "future", "hypothetical", "historical"]
Voice = Literal["outlet", "reported", "quoted"]
DateBasis = Literal["text", "statement", "document"]
PublishedBasis = Literal["page", "given", "url"]
Status = Literal["coded", "not_coded", "failed"]


class Block(Struct, frozen=True):
    """A stretch of the document's text and what it is."""

    kind: BlockKind
    start: int
    end: int


class Document(Struct, frozen=True, kw_only=True):
    """An article as read: its canonical text, the blocks in it, and what its page says of it."""

    id: str
    text: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    section: tuple[str, ...] = ()
    byline: str | None = None
    dateline: str | None = None
    published: str | None = None
    language: str | None = None
    published_basis: PublishedBasis | None = None
    blocks: tuple[Block, ...] = ()
    sha256: str = ""


class Outcome(Struct, frozen=True):
    """Whether a document was coded, and why not."""

    status: Status
    reason: str | None = None


class Run(Struct, frozen=True):
    """What made a record: hashes or versions of tables and settings, and the model's version."""

    tables: str
    model: str
    settings: str


class Mention(Struct, frozen=True):
    """The words that name an actor once."""

    start: int
    end: int
    text: str
    form: MentionForm


class Role(Struct, frozen=True, kw_only=True):
    """An office or function of an actor, from the text (then with a span) or from the tables (then with dates)."""

    title: str
    of: str | None = None
    country: str | None = None
    since: str | None = field(default=None, name="from")
    until: str | None = field(default=None, name="to")
    former: bool = False
    start: int | None = None
    end: int | None = None


class Actor(Struct, frozen=True, kw_only=True):
    """A party of the article. Country and sector hold on the document's date; `key` is its row in the tables."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    sectors: tuple[str, ...] = ()
    key: str | None = None
    roles: tuple[Role, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Interval(Struct, frozen=True):
    """First and last day, ISO 8601."""

    since: str | None = field(name="from")
    until: str | None = field(name="to")


class EventDate(Struct, frozen=True):
    """An event's days and what they rest on."""

    since: str | None = field(name="from")
    until: str | None = field(name="to")
    basis: DateBasis


class Statement(Struct, frozen=True, kw_only=True):
    """Words attributed to a source; `parent` is the statement in whose content this one lies."""

    id: str
    speaker: str | None
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    mode: StatementMode
    addressee: str | None = None
    occasion: str | None = None
    stance: str = "neutral"
    anonymous: bool = False
    date: Interval | None = None
    place: int | None = None
    parent: str | None = None


class Timex(Struct, frozen=True, kw_only=True):
    """A time expression as TIMEX3, with the first and last day meant where it is a calendar interval, else why not."""

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None = None
    since: str | None = field(default=None, name="from")
    until: str | None = field(default=None, name="to")
    note: str | None = None


class Candidate(Struct, frozen=True, kw_only=True):
    """A place that a name may mean, with its score from 0 to 1."""

    name: str
    geonames_id: int | None
    country: str | None
    lat: float | None
    lon: float | None
    score: float


class Place(Struct, frozen=True, kw_only=True):
    """A place name, how it is meant, and where it is (degrees; None for countries and what is unknown)."""

    start: int
    end: int
    text: str
    name: str
    reading: PlaceReading
    precision: Precision
    geonames_id: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    feature: str | None = None
    candidates: tuple[Candidate, ...] = ()


class Intensity(Struct, frozen=True, kw_only=True):
    """Numbers of people, where the text gives them."""

    killed: int | None = None
    injured: int | None = None
    crowd: int | None = None


class Event(Struct, frozen=True, kw_only=True):
    """Who did what to whom, as one clause tells it, with the words that show it and the row that coded it."""

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    quad: int
    score: float
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: EventDate | None
    place: int | None
    factuality: Factuality
    voice: Voice
    statement: str | None
    intensity: Intensity | None
    same_as: str | None
    trigger: Span
    evidence: Span
    rule: str
    confidence: float


class Record(Struct, frozen=True, kw_only=True):
    """All that was found in one document."""

    dragoman: str
    run: Run
    outcome: Outcome
    document: Document
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    times: tuple[Timex, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
