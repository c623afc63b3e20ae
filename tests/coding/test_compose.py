"""The algebra: what operators, aspect and mood make of their content, told as type/mode, sides and factuality."""

from __future__ import annotations

import pytest

from dragoman.coder import Coder
from dragoman.record import Event, Record

CASES = [
    ("Kenya urged Sudan to withdraw its troops.", "REQUEST/yield KEN > SDN actual"),
    ("Kenya asked Sudan to meet the rebels.", "REQUEST/meet KEN > SDN actual"),
    ("Kenya demanded that Sudan release the nuns.", "REQUEST/yield KEN > SDN actual"),
    ("Kenya called on Sudan to hold talks with Chad.", "REQUEST/meet KEN > SDN actual"),
    ("The demand by Kenya for talks with Sudan was heard.", "REQUEST/meet KEN > SDN actual"),
    ("Kenya wants Sudanese troops out of the town.", "REQUEST/yield KEN > SDN actual"),
    ("The Kenyan minister said Sudan must release the nuns.", "REQUEST/yield KEN > SDN actual"),
    ("Kenya agreed to send aid to Sudan.", "AGREE KEN > SDN actual"),
    ("Kenya promised to meet Sudan's president.", "AGREE KEN > SDN actual"),
    ("Kenya is ready to withdraw its troops from Sudan.", "AGREE KEN > SDN actual"),
    ("Kenya offered aid to Sudan.", "AGREE KEN > SDN actual"),
    ("Kenya plans to attack Sudan.", "THREATEN/violence KEN > SDN actual"),
    ("Kenya refused to withdraw its troops from Sudan.", "REJECT/yield KEN > SDN actual"),
    ("Kenya rejected Sudan's offer of talks.", "REJECT/meet KEN > SDN actual"),
    ("Kenya ruled out talks with Sudan.", "REJECT/meet KEN > SDN actual"),
    ("Kenya denied arming Sudanese rebels.", "AID KEN > SDN negated"),
    ("Kenya threatened to attack Sudan.", "THREATEN/violence KEN > SDN actual"),
    ("Kenya threatened Sudan with sanctions.", "THREATEN/restrict KEN > SDN actual"),
    ("Kenya vowed to expel the Sudanese ambassador.", "THREATEN/relations KEN > SDN actual"),
    ("Kenya accused Sudan of arming rebels.", "ACCUSE/allege KEN > SDN actual"),
    ("Kenya condemned Sudan's attack on Chad.", "ACCUSE/disapprove KEN > SDN actual"),
    ("Kenya stopped its aid to Sudan.", "SANCTION/discontinue KEN > SDN actual"),
    ("Kenya suspended talks with Sudan.", "SANCTION/withdraw KEN > SDN actual"),
    ("Kenya cancelled a visit to Sudan.", "REJECT/meet KEN > SDN actual"),
    ("Kenya ended its attacks on Sudan.", "RETREAT/ceasefire KEN > SDN actual"),
    ("Kenya lifted its sanctions on Sudan.", "RETREAT KEN > SDN actual"),
    ("Kenya resumed talks with Sudan.", "CONSULT KEN+SDN > - actual"),
    ("Kenya began sending aid to Sudan.", "AID KEN > SDN actual"),
    ("Kenya failed to reach an agreement with Sudan.", "REJECT/meet KEN > SDN actual"),
    ("Kenya will hold talks with Sudan.", "AGREE KEN > SDN future"),
    ("Kenya will send aid to Sudan.", "AGREE KEN > SDN future"),
    ("Kenya will not withdraw its troops from Sudan.", "REJECT/yield KEN > SDN actual"),
    ("Kenya did not attack Sudan.", "ASSAULT KEN > SDN negated"),
    ("Kenya has never bombed Sudan.", "ASSAULT/aerial KEN > SDN negated"),
    ("Kenya may bomb Sudan.", "ASSAULT/aerial KEN > SDN hypothetical"),
    ("If Kenya bombs Sudan, Chad will respond.", "ASSAULT/aerial KEN > SDN hypothetical"),
    ("Did Kenya bomb Sudan?", "ASSAULT/aerial KEN > SDN hypothetical"),
    ("Kenya would have bombed Sudan.", "ASSAULT/aerial KEN > SDN hypothetical"),
    ("Kenya bombed Sudan in 2003.", "ASSAULT/aerial KEN > SDN historical"),
    ("Kenya's president visited Sudan.", "CONSULT/visit KEN > SDN actual"),
    ("Sudan's president hosted the Kenyan premier.", "CONSULT/visit KEN > SDN actual"),
    ("The presidents of Kenya and Sudan met in Nairobi.", "CONSULT KEN+SDN > - actual"),
    ("Kenya and Sudan signed a treaty.", "SUPPORT KEN+SDN > - actual"),
    ("Talks between Kenya and Sudan began in Geneva.", "CONSULT KEN+SDN > - actual"),
    ("Kenya mediated between Sudan and Chad.", "CONSULT/third-party KEN > SDN+TCD actual"),
    ("Kenya ordered the arrest of the Sudanese envoy.", "COERCE/arrest KEN > SDN actual"),
    ("Kenya announced sanctions on Sudan.", "COERCE/restrict KEN > SDN actual"),
    ("Kenya approved a loan for Sudan.", "AID KEN > SDN actual"),
    ("The Sudanese envoy was arrested by Kenya.", "COERCE/arrest KEN > SDN actual"),
    ("Kenya held naval exercises near Sudan.", "MOBILIZE/troops KEN > SDN actual"),
    ("Kenya said Sudan had bombed Chad.", "ASSAULT/aerial SDN > TCD actual"),
    ('"Sudan has bombed Chad," Kenya\'s president said.', "ASSAULT/aerial SDN > TCD actual"),
    ("Kenya sought help from Sudan.", "REQUEST/assist KEN > SDN actual"),
    ("Kenya tried to kill the Sudanese general.", "ASSAULT KEN > SDN hypothetical"),
    ("Kenyan police dispersed protesters with tear gas.", "ASSAULT/crowd-control KEN > protesters actual"),
]  # fmt: skip

LEFT_OUT = [
    "Kenya urged Sudan to withdraw its troops.",
    "Kenya accused Sudan of arming rebels.",
    "Kenya promised to send aid to Sudan.",
    "Kenya refused to hold talks with Sudan.",
]


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    texts = [text for text, _ in CASES] + LEFT_OUT
    documents = [{"id": text, "text": text, "published": "2020-05-05"} for text in texts]
    return {record.document.id: record for record in Coder().code(documents)}


def told(event: Event, record: Record) -> str:
    """The event on one line, its sides as countries."""
    names = {actor.id: actor.country or actor.name for actor in record.actors}
    kind = f"{event.type}/{event.mode}" if event.mode else event.type
    actors, recipients = ("+".join(names[i] for i in side) or "-" for side in (event.actors, event.recipients))
    return f"{kind} {actors} > {recipients} {event.factuality}"


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_an_operator_and_its_content_make_one_event(text: str, wanted: str, records: dict[str, Record]) -> None:
    record = records[text]
    assert [told(event, record) for event in record.events] == [wanted]


@pytest.mark.parametrize("text", LEFT_OUT)
def test_the_content_of_an_operator_is_no_entry_of_its_own(text: str, records: dict[str, Record]) -> None:
    assert len(records[text].events) == 1


def test_an_event_told_again_is_linked_to_the_first() -> None:
    text = "Kenya attacked Sudan on Monday. The attack by Kenya on Sudan was heavy. Kenya attacked Sudan, Chad said."
    events = next(iter(Coder().code([{"id": "x", "text": text, "published": "2020-05-05"}]))).events
    attacks = [event for event in events if event.type == "ASSAULT"]
    assert [event.same_as for event in attacks] == [None, attacks[0].id, attacks[0].id]


def test_a_voice_is_that_of_the_innermost_statement() -> None:
    text = 'Kenya bombed Sudan. Chad said Kenya had bombed Sudan. "Kenya bombed Sudan," the Chadian president said.'
    events = next(iter(Coder().code([{"id": "x", "text": text, "published": "2020-05-05"}]))).events
    assert [event.voice for event in events if event.type == "ASSAULT"] == ["outlet", "reported", "quoted"]


def test_a_date_says_what_it_rests_on() -> None:
    text = "Kenya bombed Sudan on 4 May 2020. Kenya arrested the Sudanese envoy."
    events = next(iter(Coder().code([{"id": "x", "text": text, "published": "2020-05-05"}]))).events
    dates = [(e.date.since, e.date.basis) for e in events if e.date is not None]
    assert dates == [("2020-05-04", "text"), ("2020-05-05", "document")]


def test_every_span_and_actor_of_an_event_is_in_the_record() -> None:
    text = " ".join(text for text, _ in CASES)
    record = next(iter(Coder().code([{"id": "x", "text": text, "published": "2020-05-05"}])))
    known = {actor.id for actor in record.actors}
    for event in record.events:
        assert {*event.actors, *event.recipients} <= known
        assert event.evidence[0] <= event.trigger[0] < event.trigger[1] <= event.evidence[1] <= len(text)
        assert 0 < event.confidence < 1


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Norway urged Iceland to withdraw its troops. The Icelandic premier rejected the demand.", {"NOR"}),
        ("Norway accused Iceland of arming rebels. Iceland rejected the accusation.", {"NOR"}),
        ("Norway urged Iceland to withdraw its troops. Iceland rejected the Danish demand.", {"DNK"}),
    ],
)
def test_an_answer_is_turned_to_who_asked(text: str, recipients: set[str]) -> None:
    record = next(iter(Coder().code([{"id": "x", "text": text, "published": "2020-05-05"}])))
    countries = {actor.id: actor.country for actor in record.actors}
    answer = next(event for event in record.events if event.type == "REJECT")
    assert {countries[ident] for ident in answer.recipients} == recipients
