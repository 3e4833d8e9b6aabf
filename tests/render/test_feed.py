"""feed.xml against RFC 4287: what every feed and entry must have, and ids that are unique."""

import io
from dataclasses import replace

import lxml.etree
import lxml.html
import pytest

from pipeline.render.feed import write_feed
from tests.render.conftest import night_of

ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def feed(make_brief, hostile_brief, run_info):
    file = io.StringIO()
    stories = [make_brief(1, url="https://example.org/a"), make_brief(2, english=True)], hostile_brief
    write_feed(file, night_of(*stories), run_info)
    return lxml.etree.fromstring(file.getvalue().encode())


def test_a_feed_and_its_entries_have_what_atom_wants_once(feed):
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    for element in (feed, *feed.findall("a:entry", ATOM)):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"a:{name}", ATOM)) == 1, name
        assert element.find("a:updated", ATOM).text == "2025-10-31T04:12:09+00:00"
    assert feed.find("a:author/a:name", ATOM).text == "Tezy"


def test_there_is_one_entry_a_story_with_an_id_of_its_own(feed):
    identities = [entry.find("a:id", ATOM).text for entry in feed.findall("a:entry", ATOM)]
    assert len(identities) == len(set(identities)) == 2
    assert all(one.startswith("urn:tezy:story:") for one in identities)


def test_an_entry_links_to_its_story_and_its_articles(feed):
    links = {(link.get("rel"), link.get("href")) for link in feed.find("a:entry", ATOM).findall("a:link", ATOM)}
    assert ("via", "https://example.org/a") in links
    assert any(rel == "alternate" and href.startswith("digest.html#s-") for rel, href in links)


def test_a_section_is_a_category_by_its_name(make_brief, run_info):
    section = {"name": 'Law & "order" <new>', "name_uk": ""}
    run = replace(run_info, configuration={"stories": {"sections": [section], "front": 0}})
    night, file = night_of(make_brief(1)), io.StringIO()
    night = replace(night, story=[replace(night.story(0), section=section["name"])].__getitem__)
    write_feed(file, night, run)
    feed = lxml.etree.fromstring(file.getvalue().encode())
    assert feed.find("a:entry/a:category", ATOM).get("term") == section["name"]


def test_hostile_text_is_text_in_the_content_too(feed):
    for content in feed.findall("a:entry/a:content", ATOM):
        page = lxml.html.fromstring(f"<div>{content.text}</div>")
        assert not page.xpath("//script | //img | //@onerror")
