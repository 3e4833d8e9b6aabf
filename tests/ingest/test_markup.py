import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.markup import plain_text, shape


def test_blocks_become_paragraphs_and_items_get_bullets() -> None:
    found = plain_text("<h2>Коротко</h2><p>Перше &amp; друге,<br>далі</p><ul><li>раз</li><li><b>два</b></ul>Кінець")
    assert found == "Коротко\n\nПерше & друге,\n\nдалі\n\n• раз\n\n• два\n\nКінець"


def test_scripts_styles_comments_and_the_head_are_left_out() -> None:
    page = (
        "<html><head><title>Т</title><body><script>if (a < b) '</p>'</script><style>p{}</style>"
        "<!-- <p>ні</p> --><p>так</p><svg><text>ні</text></svg></body>"
    )
    assert plain_text(page) == "так"


def test_a_less_than_sign_in_text_is_text() -> None:
    assert plain_text("<p>5 < 6 і 7 > 6</p>") == "5 < 6 і 7 > 6"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('а <img alt="Курс: 41 > 40" src="x"> б', "а б"),
        ("а <img alt = 'Курс: 41 > 40, \"євро\"'/> б", "а б"),
        ('<p data-text="<b>ні</b>\n> ні">так</p>', "так"),
        ('<p title="об\'єкт > мета">так</p>', "так"),
    ],
)
def test_a_quoted_greater_than_sign_ends_no_tag(markup: str, text: str) -> None:
    assert plain_text(markup) == text


@pytest.mark.parametrize("opening", ['<a href="/x">', '<a class="">', '<a href="x" title="2 > 1">'])
def test_a_value_left_open_takes_no_text_with_it(opening: str) -> None:
    assert plain_text(f'<p>а <img alt="Курс> текст {opening}далі</a> "і" ще</p>') == 'а текст далі "і" ще'
    assert plain_text(f"<p>а <img alt='Курс> текст {opening}далі</a> ще") == "а текст далі ще"
    assert plain_text('<p>а <img alt="Курс> текст "у лапках" далі') == 'а текст "у лапках" далі'


def test_shape_counts_elements_and_depth_without_ends_that_may_be_left_out() -> None:
    assert shape("<div><p>а<p>б<br><ul><li>1<li>2</ul></div><!-- <div> -->").depth == 2
    assert shape("<div>" * 1000).depth == 1000
    assert shape("<br>" * 50 + "<p>" * 50).elements == 100


@given(st.text(alphabet="<>/!-p br script=\"'&;aї", max_size=300))
def test_any_markup_is_read_to_its_end(markup: str) -> None:
    plain_text(markup)
    assert shape(markup).elements <= markup.count("<")


def test_pages_made_to_be_slow_are_read_in_linear_time() -> None:
    started = time.process_time()
    for piece in (
        "<",
        "<script>",
        "<!--",
        "</script",
        "<p",
        "&amp",
        "<div><!-- -->",
        '<p a="> " ',
        '<p a="x>',
        "<p ='>",
    ):
        plain_text(piece * 100_000)
        shape(piece * 100_000)
    assert time.process_time() - started < 20  # quadratic would take hours
