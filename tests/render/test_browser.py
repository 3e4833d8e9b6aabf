"""digest.html in a browser: languages, source, marks, keyboard, print, accessibility. Skipped where there is none."""

import json
import re
from importlib.resources import files

import pytest

from pipeline.records import Finding
from pipeline.render.page import write_page
from tests.browser import find_chromium, open_browser
from tests.render.conftest import night_of, tally_of

BROWSER = find_chromium()
AXE = files("axe_playwright_python") / "axe.min.js"  # the newest axe-core that PyPI has; its Python is not used

pytestmark = pytest.mark.skipif(not BROWSER, reason="no Chromium here: apt-get install chromium")
MARK = Finding("numbers", 1, "14 or 15?", "error", 0.9, (9, 11), (18, 20))
A4_POINTS = (595, 842)
OPEN_ALL = "for (const box of document.querySelectorAll('details')) box.open = true"


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("pages")


@pytest.fixture
def write(folder, run_info, score_table):
    def page(name, *stories):
        path, night = folder / f"{name}.html", night_of(*stories)
        with path.open("w", encoding="utf-8") as file:
            write_page(file, night, run_info, score_table.rows(), tally_of(night))
        return path

    return page


@pytest.fixture
def digest(write, make_brief):
    """A story of two articles, one of them marked, and another of one."""
    marked = make_brief(1, findings=[MARK])
    return write("digest", [marked, make_brief(2, english=True, outlet="The Other")], make_brief(3, outlet="Третє"))


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with open_browser(BROWSER, tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture
def show(browser):
    """Return what opens a page; it may ask for nothing and complain about nothing."""

    def opened(path, width=1280, scheme="light"):
        browser.failures.clear()
        browser.requests.clear()
        browser.size(width, 900, scheme)
        browser.open(path)
        return browser

    yield opened
    assert browser.failures == []
    assert all(address.startswith("file:") for address in browser.requests)


@pytest.fixture
def page(show, digest):
    return show(digest)


def test_the_switch_shows_one_language_or_both(page):
    english, ukrainian = "#stories h3 [lang=en]", "#stories h3 [lang=uk]"
    assert page.visible(english)
    assert page.visible(ukrainian)
    assert not page.visible(".contents h3 [lang=uk]")  # a word of the page itself
    page.run("document.getElementById('show-english').click()")
    assert page.visible(english)
    assert not page.visible(ukrainian)
    page.run("document.getElementById('show-ukrainian').click()")
    assert page.visible(ukrainian)
    assert not page.visible(english)
    assert page.run("document.querySelector('.points h4').innerText").lower() == "головні тези"


@pytest.mark.parametrize("languages", ["both", "english", "ukrainian"])
def test_the_source_opens_beside_its_translation_in_every_view(page, languages):
    first = "#a-0000000000000001"
    page.run(f"document.getElementById('show-{languages}').click()")
    page.run(f"document.querySelector('{first} > details').open = true")
    assert page.visible(f"{first} .lead [lang=uk]") == (languages == "ukrainian")
    page.run(f"document.querySelector('{first} .compare input').click()")
    assert page.visible(f"{first} .lead [lang=uk]")
    assert page.visible(f"{first} .lead [lang=en]")
    left, right = (
        page.run(f"document.querySelector('{first} .lead {side}').getBoundingClientRect().left")
        for side in ("[lang=uk]", "[lang=en]")
    )
    assert left < right


def test_a_mark_leads_to_its_explanation(page):
    page.run("document.querySelector('#a-0000000000000001 > details').open = true")
    assert not page.visible("#m1-1")
    page.run("document.querySelector('#a-0000000000000001 .line [lang=en] a').click()")
    page.run("new Promise(done => setTimeout(done, 50))")
    assert page.visible("#m1-1")
    assert "14 or 15?" in page.run("document.querySelector(':target').innerText")


def test_a_screen_reader_says_what_a_number_is(page):
    page.run("document.querySelector('#a-0000000000000001 > details').open = true")
    assert {"Mark 1", "Sentence 2"} <= set(page.spoken("link"))
    page.run("document.getElementById('show-ukrainian').click()")
    assert {"Позначка 1", "Речення 2"} <= set(page.spoken("link"))


def test_sentences_beside_their_source_have_the_numbers_that_lead_to_them(page):
    page.run("document.querySelector('#a-0000000000000001 > details').open = true")
    page.run("document.querySelector('#a-0000000000000001 .compare input').click()")
    anchors = page.run("[...document.querySelectorAll('#a-0000000000000001 .line')].map(one => one.id.split('-')[2])")
    assert anchors == ["2", "3", "4", "5", "6", "7"]
    assert set(anchors) <= set(page.spoken("StaticText"))


def test_a_source_of_a_key_point_opens_its_article_and_lights_the_sentence(page):
    assert not page.visible(".whole .line")
    page.run("document.querySelector('.sources a').click()")
    page.run("new Promise(done => setTimeout(done, 50))")
    assert page.visible(":target")
    assert page.run("document.querySelector(':target').className") == "line"


def test_the_keyboard_alone_reaches_the_stories_switches_languages_and_opens_an_article(page):
    page.press("Tab")
    assert page.run("document.activeElement.className") == "skip"
    page.press("Tab")
    assert page.run("document.activeElement.id") == "show-both"
    page.press("ArrowRight", 2)
    assert page.run("document.getElementById('show-ukrainian').checked")
    for _ in range(60):
        page.press("Tab")
        if page.run("document.activeElement.matches('.whole > summary')"):
            break
    page.press("Enter")
    assert page.run("document.activeElement.parentElement.open")
    outline = page.run("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(show, digest, write, hostile_brief, width):
    for path in (digest, write("hostile", hostile_brief)):
        page = show(path, width)
        page.run(OPEN_ALL)
        assert page.run("document.documentElement.scrollWidth") <= width


def test_it_prints_on_a4(page):
    pdf = page.print()
    assert pdf.startswith(b"%PDF")
    found = {tuple(round(float(n)) for n in box.split()[2:]) for box in re.findall(rb"/MediaBox \[([\d. ]+)\]", pdf)}
    assert found == {A4_POINTS}


def test_on_paper_what_a_check_doubts_is_explained_in_a_footnote(show, write, make_brief):
    page = show(write("marked", make_brief(1, findings=[MARK])))
    page.run("dispatchEvent(new Event('beforeprint'))")
    assert page.run("document.querySelector('.brief sup, .points sup').innerText") == "1"
    assert "14 or 15?" in page.run("document.querySelector('.footnotes li:first-child').innerText")
    page.run("dispatchEvent(new Event('afterprint'))")
    assert page.run("document.querySelectorAll('sup, .footnotes').length") == 0


def test_hostile_text_does_nothing(show, write, make_brief, hostile_brief):
    page = show(write("hostile", hostile_brief, make_brief(1)))
    assert page.run("document.scripts.length") == 1
    assert page.run("document.querySelectorAll('img, iframe, object, [onerror], #stories style').length") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_serious(show, digest, width, scheme):
    page = show(digest, width, scheme)
    page.run(AXE.read_text(encoding="utf-8") + "; 0")
    page.run(OPEN_ALL)
    found = json.loads(page.run("axe.run().then(result => JSON.stringify(result.violations))"))
    grave = [one for one in found if one["impact"] in ("serious", "critical")]
    assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in grave] == []
