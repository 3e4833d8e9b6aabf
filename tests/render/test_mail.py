"""digest.eml: read by the standard library's own mail parser."""

import email
import email.policy
import io

import lxml.html
import pytest

from pipeline.render.mail import write_mail
from tests.render.conftest import night_of, related_night, tally_of


@pytest.fixture
def message(make_brief, hostile_brief, run_info):
    briefs = [make_brief(1, url="https://example.org/a"), make_brief(2, english=True), hostile_brief]
    night, file = night_of(*briefs), io.StringIO()
    write_mail(file, night, run_info, tally_of(night))
    return file.getvalue()


@pytest.fixture
def parsed(message):
    return email.message_from_string(message, policy=email.policy.default)


def test_the_message_has_no_defect_and_two_parts(parsed):
    assert not parsed.defects
    assert parsed.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in parsed.iter_parts()] == ["text/plain", "text/html"]
    assert not any(part.defects for part in parsed.iter_parts())


def test_the_subject_says_the_day_and_how_many(parsed):
    assert parsed["Subject"] == "Tezy, 31 October 2025: 3 stories"
    assert parsed["Date"].datetime.isoformat() == "2025-10-31T04:12:09+00:00"


def test_lines_are_as_short_as_mail_wants_them_and_seven_bit(message):
    assert message.isascii()
    assert max(map(len, message.split("\r\n"))) <= 76
    assert "\n" not in message.replace("\r\n", "")


def test_both_parts_hold_headlines_and_key_points_in_both_languages(parsed):
    for kind in ("plain", "html"):
        text = parsed.get_body((kind,)).get_content().replace("\u00a0", " ")
        assert text.count("Overnight attack destroys section of house") == 2
        assert "Нічна атака зруйнувала під’їзд у Києві" in text
        assert "Fourteen people died." in text
        assert "Загинуло 14 людей." in text


def test_the_html_part_loads_nothing_and_obeys_no_scraped_text(parsed):
    page = lxml.html.fromstring(parsed.get_body(("html",)).get_content())
    assert not page.xpath("//img | //script | //link | //iframe | //@src | //@onerror | //style")
    assert page.xpath("//a/@href") == ["https://example.org/a"]


def test_related_stories_are_named_and_said_to_be_later_where_they_are(make_brief, run_info):
    night, file = related_night(make_brief), io.StringIO()
    write_mail(file, night, run_info, tally_of(night))
    parsed = email.message_from_string(file.getvalue(), policy=email.policy.default)
    for kind in ("plain", "html"):
        text = parsed.get_body((kind,)).get_content().replace("<b>", "").replace("</b>", "").replace("\u00a0", " ")
        assert "Later: A second" in text
        assert "Related: A third" in text


def test_every_style_is_in_its_element_as_mail_programs_want_it(parsed):
    page = lxml.html.fromstring(parsed.get_body(("html",)).get_content())
    assert not page.xpath("//@class | //style | //link")
    assert not page.xpath("//*[self::p or self::h1 or self::h2 or self::ol or self::li or self::td][not(@style)]")


@pytest.mark.parametrize("several", [True, False])
def test_who_says_a_point_stands_with_it_if_the_story_has_several_sources(make_brief, run_info, several):
    briefs = [make_brief(1), make_brief(2, english=True, outlet="The Other")]
    night, file = night_of(briefs if several else briefs[0]), io.StringIO()
    write_mail(file, night, run_info, tally_of(night))
    parsed = email.message_from_string(file.getvalue(), policy=email.policy.default)
    lines = parsed.get_body(("plain",)).get_content().splitlines()
    assert [line.endswith(")") for line in lines if line.startswith("1. ")] == [several]
