"""digest.html: whole, escaped, self-contained, and the same for everyone who can read it."""

import base64
import hashlib
import io
import re
from collections import Counter
from html.parser import HTMLParser

import lxml.html
import pytest

from pipeline.records import Finding
from pipeline.render.page import write_page
from pipeline.render.tally import Tally
from tests.render.conftest import night_of, related_night, tally_of

VOID = {"meta", "input", "br", "link", "img", "hr"}


class Outline(HTMLParser):
    """Collects what a strict reader of HTML minds: the order of the tags, ids, what is linked, what is loaded."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.misplaced: list[str] = []
        self.tags: Counter[str] = Counter()
        self.ids: Counter[str] = Counter()
        self.attributes: Counter[str] = Counter()
        self.links: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags[tag] += 1
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            self.attributes[name] += 1
            if name == "id":
                self.ids[value] += 1
            if name == "href":
                self.links.append(value)

    def handle_endtag(self, tag):
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.misplaced.append(tag)


@pytest.fixture
def render(run_info, score_table):
    def write(*briefs) -> str:
        night, file = night_of(*briefs), io.StringIO()
        write_page(file, night, run_info, score_table.rows(), tally_of(night))
        return file.getvalue()

    return write


@pytest.fixture
def outline():
    def read(page: str) -> Outline:
        parser = Outline()
        parser.feed(page)
        parser.close()
        return parser

    return read


@pytest.fixture
def marked(make_brief):
    finding = Finding("numbers", 1, "14 or 15?", "error", 0.9, (9, 11), (18, 20))
    return make_brief(3, findings=[finding], url="https://example.org/?a=1&b=2")


def test_tags_close_in_order_and_ids_are_unique(render, outline, make_brief, hostile_brief, marked):
    seen = outline(render(make_brief(1), make_brief(2, english=True), hostile_brief, marked))
    assert not seen.open
    assert not seen.misplaced
    assert [identity for identity, times in seen.ids.items() if times > 1] == []


def test_every_link_inside_the_page_leads_somewhere(render, outline, make_brief, hostile_brief, marked):
    seen = outline(render(make_brief(1), make_brief(2, english=True), hostile_brief, marked))
    assert [link for link in seen.links if link.startswith("#") and link[1:] not in seen.ids] == []


def test_hostile_text_makes_no_tag_attribute_or_link(render, outline, make_brief, hostile_brief):
    plain, seen = (outline(render(one)) for one in (make_brief(1, findings=hostile_brief.findings), hostile_brief))
    assert seen.tags["script"] == plain.tags["script"] == 1
    assert not seen.tags["img"] + seen.tags["b"] - plain.tags["b"]
    assert not [name for name in seen.attributes if name.startswith("on") or name == "style"]
    assert [link for link in seen.links if not link.startswith("#")] == []


def test_hostile_text_is_shown_as_it_was_written(render, hostile_brief):
    contents = lxml.html.fromstring(render(hostile_brief)).xpath("string(//nav//a)")
    assert contents.startswith("<script>alert(1)</script> <img src=x onerror=alert(2)> &lt;b&gt; &amp;#x202e;")


def test_no_control_or_bidirectional_character_is_in_the_page(render, hostile_brief):
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", render(hostile_brief))


def test_the_policy_allows_this_style_and_this_script_only(render, make_brief):
    page = render(make_brief())
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', page)
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in policy
    assert policy.startswith("default-src &#39;none&#39;; ")
    assert "unsafe" not in policy


def test_nothing_is_loaded_from_anywhere(render, outline, marked):
    page = render(marked)
    seen = outline(page)
    assert not {"link", "img", "iframe", "object", "embed", "video", "audio", "base", "form"} & set(seen.tags)
    assert not seen.attributes["src"]
    assert "url(" not in page
    assert "@import" not in page


def test_the_language_of_every_piece_is_stated(render, make_brief):
    page = lxml.html.fromstring(render(make_brief()))
    cyrillic = re.compile("[а-яіїєґ]{3}", re.IGNORECASE)
    for text in page.xpath("//body//text()[not(parent::script)]"):
        if cyrillic.search(text) and not text.getparent().get("class", "").startswith(
            ("outlet", "from", "credit", "source")
        ):
            assert text.getparent().xpath("string(ancestor-or-self::*[@lang][1]/@lang)") == "uk", text


def test_a_key_point_of_an_article_links_to_the_sentences_that_support_it(render, make_brief):
    page = lxml.html.fromstring(render([make_brief(7), make_brief(8, english=True, outlet="The Other")]))
    (english,) = page.get_element_by_id("a-0000000000000007").xpath(".//ol[@lang='en']/li")
    targets = [page.get_element_by_id(link.get("href")[1:]) for link in english.xpath("./a[@class='support']")]
    assert [target.xpath("string(*[@lang='en'])") for target in targets] == [
        "The death toll is 14, the SES reported.",
        "The air raid alert sounded at 12:47\u00a0a.m.",
    ]


def test_a_key_point_of_a_story_links_to_the_sentence_in_each_source(render, make_brief):
    page = lxml.html.fromstring(render([make_brief(7), make_brief(8, english=True, outlet="The Other")]))
    first = page.xpath("//*[@data-kind='story']//li")[0]
    links = first.xpath(".//a[@class='source']")
    assert sorted(link.text for link in links) == ["The Other", "Новинарня"]
    assert all(page.get_element_by_id(link.get("href")[1:]).get("class") == "line" for link in links)


def test_a_story_of_one_article_says_its_key_points_once(render, make_brief):
    page = lxml.html.fromstring(render(make_brief(7)))
    assert len(page.xpath("//*[@class='points']")) == 1


def test_a_related_story_is_said_to_be_later_where_it_is(make_brief, run_info):
    night, file = related_night(make_brief), io.StringIO()
    write_page(file, night, run_info, (), tally_of(night))
    first, second = lxml.html.fromstring(file.getvalue()).xpath("//*[@class='related']")
    assert first.xpath("string(strong)") == "Later Пізніше:"
    assert second.xpath("string(strong)") == "Related Пов’язане:"
    assert len(first.xpath("a")) == len(second.xpath("a")) == 1


def test_every_translated_sentence_stands_beside_its_source(render, make_brief):
    page = lxml.html.fromstring(render(make_brief()))
    pairs = [[side.get("lang") for side in line] for line in page.xpath("//article//*[@class='line']")]
    assert pairs == [["uk", "en"]] * 6


def test_a_mark_leads_to_its_explanation_and_back(render, marked):
    page = lxml.html.fromstring(render(marked))
    words = page.xpath("//mark[@class='error']")
    assert [word.text for word in words] == ["14", "14"]
    note = page.get_element_by_id(words[0].getnext().get("href")[1:])
    assert "14 or 15?" in note.text_content()
    assert page.get_element_by_id(note.xpath("string(a/@href)")[1:]).get("class") == "line"


def test_contents_scores_skipped_and_models_are_told(render, make_brief):
    page = lxml.html.fromstring(render(make_brief(1), make_brief(2)))
    assert len(page.xpath("//nav//ol/li")) == 2
    assert "30.0 25.0–35.0" in page.xpath("string(//table)")
    colophon = page.xpath("string(//footer)")
    assert "<b>in</b>.txt" in colophon
    assert "The article is in Russian. Remove it." in colophon
    assert "license: Apache-2.0" in colophon


def test_a_night_without_articles_scores_or_skips_is_still_a_page(run_info, outline):
    file = io.StringIO()
    write_page(file, night_of(), run_info, (), Tally())
    assert not outline(file.getvalue()).open
    assert "No scores" in file.getvalue()
