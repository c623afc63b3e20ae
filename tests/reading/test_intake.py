"""Inputs of every kind, by content and not by name alone, through one door."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.reading.article import Article
from dragoman.reading.decoding import decoded
from dragoman.reading.intake import read_inputs
from dragoman.reading.kinds import kind_of
from dragoman.settings import Settings

SENTENCE = "The two ministers met in the capital on Tuesday and signed a treaty on the river."
TOP = "<html><head><title>Treaty signed</title></head><body><h1>Treaty signed</h1>"
PAGE = f"{TOP}<article><p>{SENTENCE} {SENTENCE}</p><p>{SENTENCE[::-1]}</p></article></body></html>"
FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>River Wire</title><language>en-gb</language>
<item><title>Treaty signed</title><link>https://wire.example/1</link><guid>guid-1</guid>
<pubDate>Tue, 05 May 2020 10:00:00 GMT</pubDate><description>&lt;p&gt;{SENTENCE}&lt;/p&gt;</description></item>
<item><title>Only a link</title><link>https://wire.example/2</link></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>River Wire</title><entry><id>tag:1</id><title>Treaty</title>
<updated>2020-05-05T10:00:00Z</updated><content type="text">{SENTENCE}</content></entry></feed>"""


def read(*names: str, settings: Settings | None = None) -> list[Article]:
    return list(read_inputs(names, settings or Settings()))


def ids(articles: list[Article]) -> list[str]:
    return [article.document.id for article in articles]


def reasons(articles: list[Article]) -> list[str | None]:
    return [article.outcome.reason if article.outcome else None for article in articles]


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (PAGE.encode(), "x.txt", "html"),
        (b"\xef\xbb\xbf  <!DOCTYPE html><p>x", "x", "html"),
        (b"<p>One <b>two</b></p>", "x", "html"),
        (SENTENCE.encode(), "x.html", "text"),
        (b"a < b and b > c", "x", "text"),
        (FEED.encode(), "x.html", "feed"),
        (ATOM.encode(), "x", "feed"),
        (b'{"text": "x"}\n', "x.txt", "json"),
        (b'[{"text": "x"}]', "x", "json"),
        (b"[1] a footnote", "x", "text"),
        (b"{not json} but a text", "x", "json"),
        (b"id,text\n1,x\n", "x.csv", "csv"),
        (b"WARC/1.1\r\n", "x", "warc"),
        (b"\x1f\x8b\x08", "x", "gzip"),
        (b"PK\x03\x04", "x", "zip"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200), "x.html", "binary"),
        (SENTENCE.encode("utf-16"), "x", "text"),
        (SENTENCE.encode("utf-16-le"), "x", "text"),
        (b" \n\t", "x", "empty"),
    ],
)
def test_content_tells_the_kind(head: bytes, name: str, kind: str) -> None:
    assert kind_of(head, name) == kind


@pytest.mark.parametrize(
    ("raw", "charset", "text"),
    [
        ("Zürich “ja”".encode(), None, "Zürich “ja”"),
        ("Zürich “ja”".encode("utf-8-sig"), None, "Zürich “ja”"),
        ("Zürich “ja”".encode(), "iso-8859-1", "Zürich “ja”"),
        ("Zürich “ja”".encode("cp1252"), None, "Zürich “ja”"),
        ("Zürich “ja”".encode("cp1252"), "utf-8", "Zürich “ja”"),
        (b"<meta charset=windows-1251>" + "Москва".encode("cp1251"), None, "<meta charset=windows-1251>Москва"),
        ("日本の首相".encode("iso-2022-jp"), "ISO-2022-JP", "日本の首相"),
        ("Zürich “ja” und mehr".encode("utf-16-le"), None, "Zürich “ja” und mehr"),
        ("Zürich “ja”".encode("utf-16"), None, "Zürich “ja”"),
        ("Zürich".encode("cp1252"), "no-such-encoding", "Zürich"),
        (b"a\xffb\xc3\xa9\xc3\xa8\xc3\xaa", None, "a\ufffdbéèê"),
    ],
)
def test_bytes_become_text_whatever_they_declare(raw: bytes, charset: str | None, text: str) -> None:
    assert decoded(raw, charset) == text


Write = Callable[[Path], object]


@pytest.mark.parametrize(
    ("name", "raw", "titles"),
    [
        ("a.html", PAGE.encode(), ["Treaty signed"]),
        ("a.html.gz", gzip.compress(PAGE.encode()), ["Treaty signed"]),
        ("a.txt", SENTENCE.encode(), [None]),
        ("a.jsonl", f'{{"text": "{SENTENCE}"}}\n\n{{"html": {json.dumps(PAGE)}}}\n'.encode(), [None, "Treaty signed"]),
        ("a.jsonl.gz", gzip.compress(b'{"id": "1", "text": "%s"}\n' % SENTENCE.encode()), [None]),
        ("a.json", json.dumps([{"text": SENTENCE}, {"text": SENTENCE, "title": "T"}], indent=2).encode(), [None, "T"]),
        ("a.json", json.dumps({"text": SENTENCE, "title": "T"}, indent=2).encode(), ["T"]),
        ("a.csv", f'title,body,date\nT,"{SENTENCE}",2020-01-02\n'.encode(), ["T"]),
        ("a.txt", f"headline;text\nT;{SENTENCE}\n".encode(), ["T"]),
        ("a.tsv", f"headline\ttext\nT\t{SENTENCE}\n".encode("cp1252"), ["T"]),
        ("a.xml", FEED.encode(), ["Treaty signed", "Only a link"]),
        ("a.atom", ATOM.encode(), ["Treaty"]),
    ],
)  # fmt: skip
def test_a_file_of_any_kind_gives_its_articles(tmp_path: Path, name: str, raw: bytes, titles: list[str | None]) -> None:
    (tmp_path / name).write_bytes(raw)
    assert [article.document.title for article in read(str(tmp_path / name))] == titles


def test_ids_are_the_documents_own_or_their_place(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text('{"text": "x"}\n{"id": 7, "text": "x"}\n{"url": "https://a.example", "text": "x"}\nnull\n')
    assert ids(read(str(path))) == [f"{path}:1", "7", f"{path}:3", f"{path}:4"]


def test_a_folder_is_walked_in_order_without_the_resources_of_saved_pages(tmp_path: Path) -> None:
    for name in ("b/2.html", "a.txt", "b/1.htm", "b/1_files/ad.html", ".hidden/x.html", "b/style.css", "c"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PAGE)
    assert ids(read(str(tmp_path))) == [str(tmp_path / name) for name in ("a.txt", "c", "b/1.htm", "b/2.html")]


def test_a_pattern_gives_the_files_that_fit(tmp_path: Path) -> None:
    for name in ("2.txt", "1.txt", "3.html"):
        (tmp_path / name).write_text(SENTENCE)
    assert ids(read(f"{tmp_path}/*.txt")) == [f"{tmp_path}/1.txt", f"{tmp_path}/2.txt"]


def test_a_zip_gives_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "pages.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("in/a.html", PAGE)
        archive.writestr("in/a_files/b.html", PAGE)
        archive.writestr("pic.png", b"x")
        archive.writestr("more.jsonl", '{"id": "j", "text": "x y"}\n')
    assert ids(read(str(path))) == [f"{path}/in/a.html", "j"]


def test_standard_input_takes_what_files_may_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = b'{"id": "1", "text": "Line\\u2028separator"}\n{"id": "2", "text": "x"}'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
    assert ids(read("-")) == ["1", "2"]


def test_the_only_input_that_cannot_be_opened_is_an_error() -> None:
    with pytest.raises(InputError, match="no such file"):
        read("nowhere.html")


def test_one_of_several_that_cannot_be_opened_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    articles = read("nowhere.html", str(tmp_path / "a.txt"))
    assert ids(articles) == ["nowhere.html", str(tmp_path / "a.txt")]
    assert str(reasons(articles)[0]).startswith("not opened")


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("e.html", b"", "empty"),
        ("e.txt", b" \n ", "empty"),
        ("b.html", bytes(range(256)) * 40, "no page: binary"),
        ("t.html.gz", gzip.compress(PAGE.encode())[:-20], "broken input"),
        ("g.gz", b"\x1f\x8b\x08\x00garbage", "broken input"),
        ("g.gz", gzip.compress(gzip.compress(b"x" * 99)), "no page: compressed twice"),
        ("z.zip", b"PK\x03\x04garbage", "broken input"),
        ("w.warc", b"WARC/1.0\r\nnonsense", ""),
        ("j.jsonl", b"{broken}", "no JSON"),
        ("j.jsonl", b"[{" + b"[" * 5000, "no JSON"),
        ("j.jsonl", b'{"id": "x"}', "no text"),
        ("j.jsonl", b'{"id": "x", "text": 5}', "no text"),
        ("c.csv", b"name,age\nx,1\n", "no text"),
        ("f.xml", b"<rss><channel><item><title>x</title></item></channel></rss>", "empty"),
    ],
)
def test_bad_input_is_an_outcome_with_an_id(tmp_path: Path, name: str, raw: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(raw)
    for article in read(str(tmp_path / name)):
        assert article.outcome is not None
        assert str(article.outcome.reason).startswith(reason)
        assert article.document.id


def test_what_is_over_a_limit_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    settings = Settings(max_document_bytes=2_000, max_decompressed_bytes=5_000)
    (tmp_path / "a.html").write_text("<html>" + "x" * 3_000)
    (tmp_path / "b.jsonl").write_text('{"id": "1", "text": "' + "x" * 3_000 + '"}\n{"id": "2", "text": "x"}\n')
    (tmp_path / "c.html.gz").write_bytes(gzip.compress(b"<html>" + bytes(10_000_000)))
    with zipfile.ZipFile(tmp_path / "d.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.html", bytes(50_000_000))
        archive.writestr("good.txt", SENTENCE)
    found = reasons(read(str(tmp_path), settings=settings))
    assert [str(reason).split(":")[0] for reason in found] == [
        "too large",
        "too large",
        "None",
        "too large",
        "too large",
        "None",
    ]
