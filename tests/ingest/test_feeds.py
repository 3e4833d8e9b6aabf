from pathlib import Path

import pytest

from pipeline.records import RawDocument, Skipped
from tests.ingest.files_to_read import read, skip_one

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Степова хвиля</title>
<item><title>Рада &amp; лелеки</title><link>https://step.example/1</link>
<pubDate>Tue, 08 Jul 2025 17:30:00 +0300</pubDate><description>Їхній ґанок.</description>
<content:encoded><![CDATA[<p>Перший абзац і ґанок.</p><ul><li>теза</li></ul><script>x()</script>]]></content:encoded>
</item>
<item><title>Друга</title><description>&lt;p&gt;Лише опис &amp;amp; все.&lt;/p&gt;</description></item>
<item><title>Без тексту</title></item>
</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Lantern</title>
<entry><title>Storks return</title><updated>2025-03-01T10:00:00Z</updated><link href="https://l.example/1"/>
<summary>A summary.</summary><content type="html">&lt;p&gt;Storks came back early.&lt;/p&gt;</content></entry></feed>"""


def write(folder: Path, text: str, name: str = "feed.xml", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.format(encoding=encoding).encode(encoding) if "{encoding}" in text else text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "utf-16", "koi8-u"])
def test_entries_are_articles_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    first, second, third = read(write(tmp_path, RSS, encoding=encoding))
    assert first == RawDocument(
        source="feed.xml#1",
        text="Перший абзац і ґанок.\n\n• теза",
        title="Рада & лелеки",
        lead="Їхній ґанок.",
        outlet="Степова хвиля",
        date="2025-07-08T14:30:00+00:00",
        url="https://step.example/1",
    )
    assert isinstance(second, RawDocument)
    assert (second.text, second.lead, second.date) == ("Лише опис & все.", "", "")
    assert isinstance(third, Skipped)
    assert (third.source, third.reason) == ("feed.xml#3", "The entry has no text.")


def test_a_declaration_that_lies_about_the_encoding_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "feed.rss"
    path.write_bytes(RSS.format(encoding="utf-8").encode("windows-1251"))
    first = read(path)[0]
    assert isinstance(first, RawDocument)
    assert first.outlet == "Степова хвиля"


def test_atom_is_read(tmp_path: Path) -> None:
    (found,) = read(write(tmp_path, ATOM, "feed.atom"))
    assert isinstance(found, RawDocument)
    assert (found.title, found.text, found.lead) == ("Storks return", "Storks came back early.", "A summary.")
    assert (found.outlet, found.date, found.url) == ("Lantern", "2025-03-01T10:00:00+00:00", "https://l.example/1")


@pytest.mark.parametrize("date", ["0001-01-01T00:00:00+02:00", "9999-12-31T23:59:59-14:00", "0000-00-00T00:00:00Z"])
def test_a_date_outside_the_calendar_is_none(tmp_path: Path, date: str) -> None:
    (found,) = read(write(tmp_path, ATOM.replace("2025-03-01T10:00:00Z", date), "feed.atom"))
    assert isinstance(found, RawDocument)
    assert (found.text, found.date) == ("Storks came back early.", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<?xml version='1.0'?><urlset><url><loc>https://a.example</loc></url></urlset>", "not an RSS"),
        ("просто текст", "not an RSS"),
        ("<rss version='2.0'><channel><title>а</title></channel></rss>", "no entries"),
        ("<rss version='2.0'><channel><item>" + "<a>" * 20_000, "no text"),
    ],
    ids=["sitemap", "text", "empty", "nested"],
)
def test_what_is_no_feed_is_skipped(tmp_path: Path, text: str, said: str) -> None:
    assert said in skip_one(write(tmp_path, text)).reason


def test_entities_that_multiply_are_not_expanded(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "лол">{levels}]>'
        "<rss version='2.0'><channel><item><description>&l9;</description></item></channel></rss>"
    )
    found = read(write(tmp_path, bomb))
    assert all(isinstance(one, Skipped) or len(one.text) < 1000 for one in found)
