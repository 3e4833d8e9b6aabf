"""Markdown: read by a CommonMark parser, scraped text is nothing but text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pipeline.records import Finding
from pipeline.render.markdown import LAST_LINE, brief_markdown, escape_markdown, markdown_digest
from tests.render.conftest import night_of, related_night, tally_of

ACTIVE = st.text(alphabet="aб1 .)#*_`[]()<>!&;:/\\|~+-=@\"'\n\t{}$w", max_size=30)


def rendered(markdown: str) -> tuple[set[str], str]:
    """Return the kinds of all tokens, and the text between them."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    inline = [child for token in tokens for child in token.children or ()]
    text = "".join("\n" if child.type == "softbreak" else child.content for child in inline)
    return {token.type for token in [*tokens, *inline]}, text


@given(ACTIVE)
def test_escaped_text_renders_as_itself(text):
    kinds, shown = rendered("before " + escape_markdown(text) + " after")
    assert kinds <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}
    assert shown.split() == ("before " + text + " after").split()


@given(ACTIVE.filter(str.strip))
def test_escaped_text_is_a_paragraph_even_at_the_start_of_a_line(text):
    kinds, shown = rendered(escape_markdown(text))
    assert kinds <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}
    assert shown.split() == text.split()


@given(ACTIVE.filter(str.strip))
def test_escaped_text_is_whole_in_a_heading_and_in_a_list(text):
    assert rendered("# " + escape_markdown(text))[1].split() == text.split()
    assert rendered("1. " + escape_markdown(text))[1].split() == text.split()


@pytest.mark.parametrize("address", ["https://example.org", "www.example.org", "someone@example.org"])
def test_an_address_in_scraped_text_is_not_made_a_link(address):
    assert address not in escape_markdown(address)


def test_a_brief_has_headline_dateline_key_points_and_text(make_brief):
    brief = make_brief(url="https://example.org/a")
    pieces = brief_markdown(brief).replace("\u00a0", " ").split("\n\n")
    assert pieces == [
        "# Overnight attack destroys section of house",
        "*Нічна атака зруйнувала під’їзд у Києві*",
        "[**Новинарня**](<https://example.org/a>) · citing The Times · 31 October 2025",
        "**Key points**",
        "1. Fourteen people died.",
        "**Головні тези**",
        "1. Загинуло 14 людей.",
        "The death toll is 14, the SES reported.",
        "## What is known about the strike",
        "The air raid alert sounded at 12:47 a.m.",
        "- A total of 97 people were injured.\n- Another 41 were hospitalized.",
        "“The kitchen was gone,” a resident said.\n",
    ]


def test_marks_stand_in_the_text_and_are_explained_below(make_brief):
    finding = Finding("numbers", 1, "14 or 15?", "error", 0.9, None, (18, 20), "repaired")
    written = brief_markdown(make_brief(findings=[finding]))
    assert "The death toll is 14\\[1\\], the SES" in written
    assert written.endswith("**What the checks saw**\n\n1. Note, numbers, repaired: 14 or 15?\n")


def test_a_hostile_brief_renders_without_html_or_links(hostile_brief):
    kinds, _ = rendered(brief_markdown(hostile_brief))
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "code_inline", "fence", "hr"}


def test_an_address_cannot_leave_its_link(make_brief):
    written = brief_markdown(make_brief(url="https://example.org/>) **bold** [x](<javascript:alert(1)"))
    kinds, _ = rendered(written.split("\n\n")[2])
    assert kinds == {
        "paragraph_open",
        "paragraph_close",
        "inline",
        "link_open",
        "link_close",
        "text",
        "strong_open",
        "strong_close",
    }


def test_the_digest_holds_every_brief_and_says_what_was_left_out(make_brief, run_info, score_table):
    night = night_of(make_brief(1), make_brief(2, english=True))
    written = "".join(markdown_digest(night, run_info, score_table.render_markdown(), tally_of(night)))
    assert written.startswith(
        "# Tezy, 31 October 2025\n\nП’ятниця, 31 жовтня 2025. 2 stories from 2 articles, 1 translated, 2 key points"
    )
    assert written.count("\n### Overnight attack") == written.count("\n#### Overnight attack") == 2
    assert "- **\\<b\\>in\\</b\\>.txt**: The article is in Russian. Remove it.\n" in written
    assert "license: Apache-2.0" in written
    assert written.endswith(LAST_LINE)


def test_related_stories_are_said_to_be_later_where_they_are(make_brief, run_info):
    night = related_night(make_brief)
    written = "".join(markdown_digest(night, run_info, "", tally_of(night))).replace("\u00a0", " ")
    assert "\nLater: A second\n\nRelated: A third\n" in written
