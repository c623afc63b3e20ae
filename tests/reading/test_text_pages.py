"""Plain text pages: what each line is, that the text stays as it stands, and that no sentence is lost."""

from __future__ import annotations

import pytest

from dragoman.reading.intake import read_object
from dragoman.record import Document
from dragoman.settings import Settings

PAGE = """World \xa0/\xa0 Gulf

Kuwait hosts talks on the strait

By Layla Example, Example Wire

Monday, 4 May 2020

This file photo shows the harbour of Kuwait City at dawn.

KUWAIT CITY (Example Wire) - Delegates of four states\xa0met in Kuwait on Monday to discuss shipping in the strait.

"We came to listen," the Omani envoy said.

READ MORE: Who owns the tankers?

What comes next

The delegates agreed to meet again in June, a spokesman said.

- Oman will send a ship.
- Qatar will pay for it.

Share this article on Facebook

(Reporting by Layla Example; Editing by Omar Example)

Example Wire's website can also be reached at these addresses:

www.wire.example

Example Wire News Roku
"""

KINDS = [
    ("furniture", "World \xa0/\xa0 Gulf"),
    ("title", "Kuwait hosts talks on the strait"),
    ("byline", "By Layla Example, Example Wire"),
    ("dateline", "Monday, 4 May 2020"),
    ("caption", "This file photo shows the harbour of Kuwait City at dawn."),
    ("dateline", "KUWAIT CITY (Example Wire) -"),
    ("paragraph", "Delegates of four states\xa0met in Kuwait on Monday to discuss shipping in the strait."),
    ("paragraph", '"We came to listen," the Omani envoy said.'),
    ("furniture", "READ MORE: Who owns the tankers?"),
    ("heading", "What comes next"),
    ("paragraph", "The delegates agreed to meet again in June, a spokesman said."),
    ("list", "Oman will send a ship."),
    ("list", "Qatar will pay for it."),
    ("furniture", "Share this article on Facebook"),
    ("furniture", "(Reporting by Layla Example; Editing by Omar Example)"),
    ("furniture", "Example Wire's website can also be reached at these addresses:"),
    ("furniture", "www.wire.example"),
    ("furniture", "Example Wire News Roku"),
]


def document(text: str, **known: object) -> Document:
    return read_object({"id": "t", "text": text, **known}, Settings()).document


def blocks(text: str) -> list[tuple[str, str]]:
    read = document(text)
    return [(block.kind, read.text[block.start : block.end]) for block in read.blocks]


def test_every_line_of_a_page_is_told_for_what_it_is() -> None:
    assert blocks(PAGE) == KINDS


def test_a_page_states_its_facts() -> None:
    page = document(PAGE)
    assert page.title == "Kuwait hosts talks on the strait"
    assert page.section == ("World", "Gulf")
    assert page.outlet == "Example Wire"
    assert page.byline == "Layla Example, Example Wire"
    assert page.dateline == "KUWAIT CITY"
    assert (page.published, page.published_basis) == ("2020-05-04", "page")


def test_the_text_stays_as_it_stands() -> None:
    assert document(PAGE).text == PAGE


def test_a_lone_surrogate_becomes_a_replacement_character() -> None:
    assert document("The envoy \ud800 came.").text == "The envoy \ufffd came."


@pytest.mark.parametrize(
    "sentence",
    [
        "By Friday the army had left.",
        "More than a hundred soldiers crossed the river.",
        "Share prices fell after the minister resigned.",
        "Follow-up talks are planned for May.",
        "Watch towers were built along the border.",
        "Read the treaty, he told them.",
        "The ministry of home affairs",
        "Related charges were dropped.",
        "Updated figures show that exports rose.",
        "Ad hoc committees were formed.",
        "Home",
        "Kenya said.",
        "France sends troops to Mali",
    ],
)
def test_a_single_sentence_is_a_paragraph(sentence: str) -> None:
    assert blocks(sentence) == [("paragraph", sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "By Friday the army had left.",
        "More than a hundred soldiers crossed the river.",
        "Share prices fell after the minister resigned.",
        "Print shops in the capital were searched.",
        "Most viewed the vote as fair.",
        "No comment came from the palace.",
        "He contributed to the peace plan.",
        "It may be broadcast on Sunday.",
        "She can also be reached by the opposition.",
    ],
)
def test_a_sentence_among_others_is_never_furniture(sentence: str) -> None:
    before, after = "The two ministers met in the capital on Tuesday.", "They will meet again in the autumn, they said."
    text = f"{before}\n\n{sentence}\n\n{after}"
    assert {words: kind for kind, words in blocks(text)}[sentence] == "paragraph"


@pytest.mark.parametrize(
    ("text", "dateline", "rest"),
    [
        ("NAIROBI (Wire) - Police closed the road.", "NAIROBI", "Police closed the road."),
        ("PORT LOUIS, Mauritius -- Police closed the road.", "PORT LOUIS, Mauritius", "Police closed the road."),
        ("ACCRA, May 3 (Wire) — Police closed the road.", "ACCRA", "Police closed the road."),
        ("Lomé (wire service) – Police closed the road.", None, "Lomé (wire service) – Police closed the road."),
        ("Lomé (Wire) – Police closed the road.", "Lomé", "Police closed the road."),
        ("BANJUL: Police closed the road.", "BANJUL", "Police closed the road."),
        ("UPDATE: Police closed the road.", None, "UPDATE: Police closed the road."),
        ("NATO - the alliance - closed the road.", None, "NATO - the alliance - closed the road."),
        ("The road - a main one - was closed.", None, "The road - a main one - was closed."),
    ],
)
def test_a_dateline_is_parted_from_its_sentence(text: str, dateline: str | None, rest: str) -> None:
    assert document(text).dateline == dateline
    assert blocks(text)[-1] == ("paragraph", rest)


def test_lines_that_were_wrapped_are_one_paragraph() -> None:
    text = (
        "The minister said on Sunday that the ferry would sail again as soon as the\n"
        "Harbour had been cleared, and that the islands would not have to wait for\n"
        "food much longer than a day. She thanked the crews.\n"
        "\n"
        "The islands have been cut off since the storm of last week, which sank two\n"
        "ships and closed the harbour.\n"
    )
    assert [words.count("\n") for _, words in blocks(text)] == [2, 1]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = "The minister came on Sunday.\nShe left on Monday for the capital of the republic.\nNobody saw her go.\n"
    assert [kind for kind, _ in blocks(text)] == ["paragraph"] * 3


def test_a_labelled_first_line_gives_the_title_alone() -> None:
    text = "TITLE: Storm closes harbour LINK: http://news.example/1\nThe harbour was closed on Sunday by a storm.\n"
    assert blocks(text)[:2] == [("title", "Storm closes harbour"), ("furniture", " LINK: http://news.example/1")]


def test_a_title_from_outside_is_found_in_the_text() -> None:
    text = "Storm closes harbour.\nThe harbour was closed on Sunday by a storm."
    read = document(text, title="Storm closes harbour.")
    assert [block.kind for block in read.blocks] == ["title", "paragraph"]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\u200b\n\ufeff"])
def test_a_text_of_blanks_is_empty(text: str) -> None:
    article = read_object({"id": "t", "text": text}, Settings())
    assert article.outcome is not None
    assert article.outcome.reason is not None
    assert article.outcome.reason.startswith("empty")


def test_a_text_over_the_limit_is_not_coded() -> None:
    article = read_object({"id": "long", "text": "a " * 60}, Settings(max_characters=100))
    assert article.outcome is not None
    assert article.document.id == "long"
    assert str(article.outcome.reason).startswith("too long")


PASTED = """Skip to content
Home
World
Asia
Live TV

Home > World > Asia

Palau summons envoy over reef collision
Island state demands an apology

Example Agency | Updated 3 hours ago
Published: 12 June 2021, 10:15 AM

Share
0 Comments

A patrol boat near the reef. Photo: Example News

The island state on Saturday summoned the envoy after two patrol boats had collided near a disputed reef.

Advertisement

The envoy was told to convey a formal protest.

Related Stories
More boats on their way
Fishermen say they were chased away

We use cookies to make our site better. Accept
© 2021 Example News Network. All rights reserved.
"""


def test_the_headline_of_a_pasted_page_is_found_below_its_menus() -> None:
    page = document(PASTED)
    assert (page.title, page.section) == ("Palau summons envoy over reef collision", ("World", "Asia"))
    assert (page.published, page.outlet) == ("2021-06-12", "Example News Network")
    coded = [page.text[b.start : b.end] for b in page.blocks if b.kind in ("heading", "paragraph")]
    assert coded == [
        "Island state demands an apology",
        "The island state on Saturday summoned the envoy after two patrol boats had collided near a disputed reef.",
        "The envoy was told to convey a formal protest.",
    ]


def test_a_text_that_takes_too_long_is_set_aside() -> None:
    article = read_object({"id": "slow", "text": "One line of it.\n" * 5_000}, Settings(max_seconds=0.0))
    assert article.outcome is not None
    assert (article.outcome.status, str(article.outcome.reason).split(":")[0]) == ("failed", "too slow")


def test_a_dateline_with_its_year_tells_the_day_of_publication() -> None:
    texts = (
        "Envoys meet again\n\nTALLINN, March 4 2031 (Sound Wire) - Envoys of both countries met again on Tuesday.\n",
        "Envoys meet again\n\nSound Wire, March 4, 2031\n\nTALLINN - Envoys of both countries met again on Tuesday.\n",
    )
    for text in texts:
        document = read_object({"id": "a", "text": text}, Settings()).document
        assert (document.published, document.published_basis) == ("2031-03-04", "page")
