"""The page and the mail are valid HTML: read by the parser of the standard, which stops at the first error."""

import email
import email.policy
import io
from collections import Counter

import html5lib
import pytest

from pipeline.records import Finding
from pipeline.render.mail import write_mail
from pipeline.render.page import write_page
from tests.render.conftest import night_of, tally_of

REFERENCES = (
    "for",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "headers",
    "list",
)  # to ids in the document


@pytest.fixture
def night(make_brief, hostile_brief):
    """Every kind of story: of several articles with marks in all places, of one, in English only, hostile."""
    marks = [
        Finding("numbers", 1, "14 or 15?", "error", 0.9, (9, 11), (18, 20)),
        Finding("names", 0, "spelled otherwise", "warning", 0.9),
        Finding("loops", 3, "said twice", "note", 0.9, None, (0, 5), "repaired"),
        Finding("key points", 1, "not in the text", "error", 0.9, None, (0, 5), "marked", 0),
    ]
    several = [make_brief(1, findings=marks, url="https://example.org/?a=1&b=2"), make_brief(2, english=True)]
    return night_of(several, make_brief(3, findings=marks), make_brief(4, english=True, date=""), hostile_brief)


@pytest.fixture
def page(night, run_info, score_table):
    file = io.StringIO()
    write_page(file, night, run_info, score_table.rows(), tally_of(night))
    return file.getvalue()


def parsed(text):
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


def test_the_page_has_no_error(page):
    assert parsed(page).find("body/main") is not None


def test_the_mail_has_no_error(night, run_info):
    file = io.StringIO()
    write_mail(file, night, run_info, tally_of(night))
    message = email.message_from_string(file.getvalue(), policy=email.policy.default)
    assert parsed(message.get_body(("html",)).get_content()).find("body/table") is not None


def test_an_error_would_be_seen(page):
    with pytest.raises(html5lib.html5parser.ParseError):
        parsed(page.replace("</h3>", "</h4>", 1))


def test_every_id_is_there_once_and_every_reference_to_one_leads_somewhere(page):
    elements = list(parsed(page).iter())
    ids = Counter(one.attrib["id"] for one in elements if "id" in one.attrib)
    assert [identity for identity, times in ids.items() if times > 1] == []
    referred = [name for one in elements for key in REFERENCES for name in one.attrib.get(key, "").split()]
    referred += [link[1:] for one in elements if (link := one.attrib.get("href", "")).startswith("#")]
    assert len(referred) > 20
    assert [name for name in referred if name not in ids] == []


def test_every_control_and_link_has_a_name(page):
    for one in parsed(page).iter():
        if one.tag in ("a", "summary", "legend", "label", "th", "caption", "h1", "h2", "h3", "h4", "h5", "h6"):
            assert "".join(one.itertext()).strip() or one.attrib.get("aria-label"), one.attrib
