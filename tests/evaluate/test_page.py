"""The report in a real browser."""

import json

import pytest

from tests.browser import find_chromium, open_browser
from tests.evaluate.conftest import make_report

pytestmark = pytest.mark.skipif(not find_chromium(), reason="no Chromium here: apt-get install chromium")

SHOWN = "document.querySelectorAll('.examples article:not(.hidden)').length"


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with open_browser(find_chromium(), tmp_path_factory.mktemp("profile")) as page:
        yield page


@pytest.fixture
def page(browser, reported):
    browser.failures.clear()
    browser.requests.clear()
    browser.size(1280, 900)
    browser.open(reported.folder / "report.html")
    yield browser
    assert browser.failures == []
    assert all(url.startswith("file:") for url in browser.requests)


def choose(page, name, value):
    page.run(
        f"(() => {{ const field = document.querySelector('.tools').elements['{name}']; "
        f"field.value = {json.dumps(value)}; "
        "field.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )


def test_the_page_says_the_verdict_first(page, reported):
    assert page.run("document.querySelector('.verdict').textContent") == reported.comparison.verdicts[0]


def test_search_leaves_the_examples_that_have_all_words(page):
    everything = page.run(SHOWN)
    word = page.run("document.querySelector('.examples article').dataset.text.split(' ').find((w) => w.length > 9)")
    choose(page, "search", word.upper())
    found = page.run(SHOWN)
    assert 0 < found < everything
    assert page.run(
        "[...document.querySelectorAll('.examples article')].every((one) => "
        f"one.classList.contains('hidden') !== one.dataset.text.includes({json.dumps(word)}))"
    )
    assert page.run("document.querySelector('.tools output').value") == f"{found} of {everything}"
    choose(page, "search", "nowhere-to-be-found")
    assert page.run(SHOWN) == 0


@pytest.mark.parametrize(("value", "test"), [("win", "gain > 0"), ("loss", "gain < 0"), ("findings", "findings > 0")])
def test_a_filter_shows_only_its_kind(page, value, test):
    choose(page, "show", value)
    kept = f"[...document.querySelectorAll('.examples article:not(.hidden)')].every((one) => one.dataset.{test})"
    assert page.run(kept)
    assert page.run(SHOWN) > 0


def test_one_system_can_be_looked_at_alone(page):
    choose(page, "system", "bad")
    names = (
        "[...new Set([...document.querySelectorAll('.examples article:not(.hidden)')].map((e) => e.dataset.system))]"
    )
    assert page.run(names) == ["bad"]


def test_examples_come_in_the_order_that_is_chosen(page):
    gains = "[...document.querySelectorAll('.examples article')].map((one) => Number(one.dataset.gain))"
    choose(page, "order", "-gain")
    assert page.run(gains) == sorted(page.run(gains))
    choose(page, "order", "gain")
    assert page.run(gains) == sorted(page.run(gains), reverse=True)


def test_a_table_sorts_by_the_column_that_is_pressed(page):
    column = "[...document.querySelectorAll('.sortable')].at(-1)"
    values = f"[...{column}.tBodies[0].rows].map((row) => Number(row.cells[1].dataset.value))"
    press = f"{column}.tHead.rows[0].cells[1].querySelector('button').click()"
    page.run(press)
    assert page.run(values) == sorted(page.run(values), reverse=True)
    page.run(press)
    assert page.run(values) == sorted(page.run(values))


def test_text_of_a_system_is_shown_and_never_obeyed(page):
    assert "obeyed" not in page.run("document.title")
    assert page.run("document.body.textContent.includes(\"<script>document.title = 'obeyed'</script>\")")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_sticks_out_sideways(page, width, scheme):
    page.size(width, 844, scheme)
    assert page.run("document.documentElement.scrollWidth") <= width


def test_dark_is_dark(page):
    page.size(1280, 900, "dark")
    assert page.run("getComputedStyle(document.body).backgroundColor") == "rgb(21, 22, 26)"


def test_a_report_on_many_lines_stays_small_enough_to_search(browser, tmp_path):
    """What the page holds does not grow with the data: only the largest wins and losses are on it."""
    large = make_report(tmp_path, 1500)
    browser.open(large.folder / "report.html")
    assert browser.run(SHOWN) <= 2 * 40
    choose(browser, "show", "win")
    assert browser.run(SHOWN) <= 2 * 20
