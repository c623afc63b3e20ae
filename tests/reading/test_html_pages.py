"""Pages in HTML: the article's blocks and facts, without menus, comments and teasers."""

from __future__ import annotations

import json

import pytest

from dragoman.reading.article import Article
from dragoman.reading.intake import read_object
from dragoman.settings import Settings

FIRST = "Delegates of the two republics met in the old town hall on Thursday to draw the line of their sea border."
SECOND = "“We have agreed on nine tenths of it,” the host’s foreign minister told reporters before dinner."
THIRD = "Fishermen on both sides have waited for an agreement since the war ended eleven years ago, and many gave up."
LAST = "A third round of talks is planned for October, when the fleets are back in their harbours."
NAV = "<nav><ul><li><a href='/'>Front page</a></li><li><a href='/world'>World</a></li></ul></nav>"
TEASERS = "".join(
    f"<li><a href='/{n}'>Another story of the day, number {n}, with a long headline</a></li>" for n in range(9)
)


def page(body: str, head: str = "<title>Sea border nearly drawn | Harbour Post</title>") -> str:
    end = "<footer>© Harbour Post</footer></body></html>"
    return f"<!doctype html><html lang='en'><head>{head}</head><body>{NAV}{body}{end}"


def read(markup: str, **known: object) -> Article:
    return read_object({"id": "p", "html": markup, **known}, Settings())


def blocks(article: Article) -> list[tuple[str, str]]:
    text = article.document.text
    return [(block.kind, text[block.start : block.end]) for block in article.document.blocks]


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_the_canonical_text_is_the_title_and_the_blocks_between_blank_lines() -> None:
    article = read(page(f"<h1>Sea border nearly drawn</h1><div class='story'>{paragraphs(FIRST, SECOND, THIRD)}</div>"))
    assert article.outcome is None
    assert article.document.text == "\n\n".join(["Sea border nearly drawn", FIRST, SECOND, THIRD])
    assert [kind for kind, _ in blocks(article)] == ["title", "paragraph", "paragraph", "paragraph"]


def test_blocks_keep_what_they_are() -> None:
    body = f"""<article><h1>Sea border nearly drawn</h1>
        <figure><img src='a.jpg'><figcaption>The town hall before the talks began on Thursday</figcaption></figure>
        <p>RIVERTON (Harbour Wire) — {FIRST}</p><h2>Nine tenths</h2><blockquote><p>{SECOND}</p></blockquote>
        <ul><li>The islands in the north stay as they are.</li><li>The bay is shared.</li></ul>
        <table><tr><td>Ships</td><td>41</td></tr></table><p>{LAST}</p></article>"""
    assert blocks(read(page(body))) == [
        ("title", "Sea border nearly drawn"),
        ("caption", "The town hall before the talks began on Thursday"),
        ("dateline", "RIVERTON (Harbour Wire) —"),
        ("paragraph", FIRST),
        ("heading", "Nine tenths"),
        ("quote", SECOND),
        ("list", "The islands in the north stay as they are."),
        ("list", "The bay is shared."),
        ("list", "Ships 41"),
        ("paragraph", LAST),
    ]


@pytest.mark.parametrize(
    "furniture",
    [
        f"<div class='related-stories'><h3>Related</h3><ul>{TEASERS}</ul></div>",
        f"<section id='comments'><h2>3 comments</h2>{paragraphs(*['I have never read such a thing.'] * 3)}</section>",
        "<aside><p>Our correspondent has lived on the coast for twenty years and keeps two boats there.</p></aside>",
        "<div class='cookie-banner'><p>We use cookies to improve this site and to measure who reads it.</p></div>",
        "<p>Sign up for our newsletter to get the news of the coast in your inbox every morning.</p>",
        "<p>READ MORE: <a href='/x'>Who owns the islands of the bay</a></p>",
        "<div class='newsletter-box'><p>Enter your address here and we will write to you every single day.</p></div>",
        "<script>var text = 'The minister said that all of this was only a script.';</script>",
        "<p style='x'><a href='/1'>Share</a> <a href='/2'>Tweet</a> <a href='/3'>Email</a></p>",
        f"<h3>More stories</h3><ul>{TEASERS}</ul><p>A teaser without a link that says something in a sentence.</p>",
        "<noscript>Please enable JavaScript to read the comments on this article.</noscript>",
    ],
)
@pytest.mark.parametrize("place", ["inside", "after"])
def test_furniture_stays_out(furniture: str, place: str) -> None:
    story = f"<h1>Sea border nearly drawn</h1>{paragraphs(FIRST, SECOND, THIRD, LAST)}"
    body = f"<article>{story}{furniture}</article>" if place == "inside" else f"<article>{story}</article>{furniture}"
    assert [words for _, words in blocks(read(page(body)))][1:] == [FIRST, SECOND, THIRD, LAST]


def test_a_body_in_several_parts_is_one_article() -> None:
    parts = "".join(
        f"<div class='article-body'><p>{text}</p><p>{text[::-1]}.</p></div><div class='ad'>Ad</div>"
        for text in (FIRST, THIRD, LAST)
    )
    texts = [words for _, words in blocks(read(page(f"<h1>Sea border nearly drawn</h1><div>{parts}</div>")))]
    assert {FIRST, THIRD, LAST} <= set(texts)


def test_of_several_articles_the_one_under_the_headline_is_read() -> None:
    others = "".join(f"<article><h2><a href='/{n}'>Other {n}</a></h2><p>{THIRD} {n}</p></article>" for n in range(4))
    body = f"<div><article><h1>Sea border nearly drawn</h1>{paragraphs(FIRST, SECOND, LAST)}</article>{others}</div>"
    assert [words for _, words in blocks(read(page(body)))][1:] == [FIRST, SECOND, LAST]


def test_structured_data_outrank_what_the_page_shows() -> None:
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "NewsArticle", "headline": "Sea border &amp; islands",
             "datePublished": "2022-05-06T23:00:00+02:00", "publisher": {"name": "Harbour Post"},
             "author": [{"@type": "Person", "name": "Ada Example"}, {"@id": "#bo"}]},
            {"@type": "Person", "@id": "#bo", "name": "Bo Example"},
            {"@type": "BreadcrumbList", "itemListElement": [
                {"@type": "ListItem", "position": 2, "item": {"name": "World"}},
                {"@type": "ListItem", "position": 1, "name": "Home"},
                {"@type": "ListItem", "position": 3, "name": "Sea"}]},
        ],
    }  # fmt: skip
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    head = f"<title>x</title><meta property='og:title' content='Other'>{script}"
    found = read(page(f"<article>{paragraphs(FIRST, SECOND, THIRD)}</article>", head)).document
    assert (found.title, found.byline, found.published) == (
        "Sea border & islands",
        "Ada Example, Bo Example",
        "2022-05-06",
    )
    assert (found.section, found.outlet, found.published_basis) == (("World", "Sea"), "Harbour Post", "page")


@pytest.mark.parametrize(
    ("head", "body", "field", "value"),
    [
        ("<meta name='author' content='By Ada Example'>", "", "byline", "Ada Example"),
        (
            "<meta property='article:author' content='https://x.example/ada'>",
            "<p class='byline'>By Bo Example</p>",
            "byline",
            "Bo Example",
        ),
        ("<meta property='article:author' content='ada-example'>", "", "byline", "Ada Example"),
        ("", "<span class='author'>Ada Example 3 May 2020</span>", "byline", "Ada Example"),
        ("<meta property='article:published_time' content='2020-05-03T10:00Z'>", "", "published", "2020-05-03"),
        ("", "<time datetime='2020-05-03'>Sunday</time>", "published", "2020-05-03"),
        ("", "<p>Sunday, May 3, 2020</p>", "published", "2020-05-03"),
        ("<meta property='og:site_name' content='Harbour Post'>", "", "outlet", "Harbour Post"),
        ("<link rel='canonical' href='https://post.example/1'>", "", "url", "https://post.example/1"),
        ("", "<ul class='breadcrumb'><li>Home</li><li>World</li><li>Sea</li></ul>", "section", ("World", "Sea")),
        ("<meta property='article:section' content='World'>", "", "section", ("World",)),
    ],
)
def test_a_fact_is_found_where_it_is_stated(head: str, body: str, field: str, value: object) -> None:
    story = f"<article><h1>Sea border nearly drawn</h1>{body}{paragraphs(FIRST, SECOND, THIRD)}</article>"
    assert getattr(read(page(story, head)).document, field) == value


def test_the_outlet_is_left_off_the_title() -> None:
    found = read(page(f"<h1>Sea border nearly drawn</h1><div>{paragraphs(FIRST, SECOND, THIRD)}</div>")).document
    assert (found.title, found.outlet) == ("Sea border nearly drawn", "Harbour Post")


def test_the_day_may_stand_in_the_address_only() -> None:
    found = read(
        page(f"<div>{paragraphs(FIRST, SECOND, THIRD)}</div>"), url="https://post.example/2020/5/3/sea"
    ).document
    assert (found.published, found.published_basis) == ("2020-05-03", "url")


def test_what_is_given_outranks_the_page() -> None:
    head = "<meta property='article:published_time' content='2020-05-03'><meta property='og:site_name' content='Post'>"
    found = read(
        page(f"<div>{paragraphs(FIRST, SECOND)}</div>", head), published="2019-01-02", outlet="Other", title="T"
    ).document
    assert (found.published, found.published_basis, found.outlet, found.title) == ("2019-01-02", "given", "Other", "T")


@pytest.mark.parametrize(
    "markup", ["<p", "<html>", "<!doctype html>", "</p></div>", "<html><body><script>", "&#0;&#xD800;", "<"]
)
def test_a_page_without_an_article_is_told_and_not_coded(markup: str) -> None:
    article = read(markup)
    assert article.outcome is not None
    assert article.document.id == "p"


def test_a_page_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    whole = page(f"<h1>Sea border nearly drawn</h1><div>{paragraphs(FIRST, SECOND, THIRD)}</div>")
    article = read(whole[: whole.index(THIRD) + 40])
    assert [words for _, words in blocks(article)][1:3] == [FIRST, SECOND]


def test_nesting_over_the_limit_is_refused() -> None:
    article = read(page("<div>" * 500 + "deep" + "</div>" * 500))
    deep = read_object({"id": "p", "html": page("<div>" * 500 + "deep")}, Settings(max_html_depth=100))
    assert article.outcome is not None
    assert deep.outcome is not None
    assert str(deep.outcome.reason).startswith("nested too deep")


def test_a_page_by_script_only_is_read_from_its_structured_data() -> None:
    data = {
        "@type": "NewsArticle",
        "headline": "Sea border nearly drawn",
        "articleBody": "\n".join([FIRST, SECOND, THIRD]),
    }
    head = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    assert [words for _, words in blocks(read(page("<div id='root'></div>", head)))][1:] == [FIRST, SECOND, THIRD]


def test_a_front_page_is_no_article() -> None:
    stories = "".join(
        f"<div><h2><a href='/{n}'>Story number {n} of the day</a></h2><p>{THIRD} {n}</p></div>" for n in range(12)
    )
    article = read(page(f"<main>{stories}</main>", "<title>Harbour Post</title>"))
    assert article.outcome is not None
    assert article.outcome.reason == "not news: a list of stories"


def test_a_paywall_s_stub_is_told() -> None:
    data = {"@type": "NewsArticle", "headline": "Sea border nearly drawn", "isAccessibleForFree": "False"}
    head = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    article = read(page(f"<article><p>{FIRST}</p></article>", head))
    assert article.outcome is not None
    assert str(article.outcome.reason).startswith("paywall")


@pytest.mark.parametrize(
    "body",
    [
        f"<table><tr><td>{FIRST}<br><br>{SECOND} {THIRD}<br><br>{LAST}</td></tr></table>",
        f"<center><font>{FIRST}<p>{SECOND} {THIRD}<p>{LAST}</font></center>",
        f"<pre>{FIRST}\n\n{SECOND}\n{THIRD}\n\n   {LAST}\n</pre>",
        f"<form><div>{FIRST}<br/> <br/>{SECOND} {THIRD}<div>{LAST}</div></div></form>",
    ],
)
def test_pages_of_an_older_make_are_read(body: str) -> None:
    found = blocks(read(page(f"<h1>Sea border nearly drawn</h1>{body}")))[1:]
    assert found == [("paragraph", FIRST), ("paragraph", f"{SECOND} {THIRD}"), ("paragraph", LAST)]
