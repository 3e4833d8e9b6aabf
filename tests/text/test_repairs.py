import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.repairs import repair_paragraphs


def test_closing_quotation_mark_comes_back_from_the_next_paragraph() -> None:
    assert repair_paragraphs(['He said: "I doubt it. They treat us badly.', '" On Monday, the envoy left.']) == [
        'He said: "I doubt it. They treat us badly."',
        "On Monday, the envoy left.",
    ]


def test_quotation_that_opens_a_paragraph_stays_there() -> None:
    paragraphs = ["He left.", '"We go on," she said.']
    assert repair_paragraphs(paragraphs) == paragraphs


def test_quotation_over_several_paragraphs_keeps_the_mark_at_each() -> None:
    paragraphs = ['"We go on.', '"We never stop," she said.']
    assert repair_paragraphs(paragraphs) == paragraphs


def test_stray_guillemet_comes_back_too() -> None:
    assert repair_paragraphs(["«Ми тут.", "» Так сказав мер."]) == ["«Ми тут.»", "Так сказав мер."]


@pytest.mark.parametrize(
    ("raw", "mended"),
    [
        ('because of "various obligations. " Then she left.', 'because of "various obligations." Then she left.'),
        ('Він сказав: " Так " і пішов.', 'Він сказав: "Так" і пішов.'),
        ("« слово »", "«слово»"),
        ("the U. S. Navy and the U. K. and 8 a. m. trains", "the U.S. Navy and the U.K. and 8 a.m. trains"),
        ("За даними Reuters , передає УНН .", "За даними Reuters, передає УНН."),
        ("It fired all weapons.The river burned.", "It fired all weapons. The river burned."),
    ],
)
def test_typography_that_scraping_broke_is_mended(raw: str, mended: str) -> None:
    assert repair_paragraphs([raw]) == [mended]


@pytest.mark.parametrize(
    "text",
    [
        'Системи "Бук" і "Тор", а також С-300 ("Фаворит").',
        'Слова "так", "ні" - теж слова.',
        "J. K. Rowling wrote .22 and U. Smith",
        "на сайті LIGA.Net новини й 5.Канал",
        "Ціна 1 200, 5 . 5",
        'Висота 5" труби',
    ],
)
def test_sound_typography_stays(text: str) -> None:
    assert repair_paragraphs([text]) == [text]


def test_paragraph_that_was_a_stray_mark_comes_back_empty() -> None:
    assert repair_paragraphs(['He said: "Yes.', '"']) == ['He said: "Yes."', ""]


@given(st.lists(st.text(alphabet='abАБ .,"«»”US', max_size=40), max_size=5))
def test_nothing_but_spaces_and_quotation_marks_moves(paragraphs: list[str]) -> None:
    mended = repair_paragraphs(paragraphs)
    assert len(mended) == len(paragraphs)
    plain = [re.sub(r'[\s"»”]', "", "".join(texts)) for texts in (paragraphs, mended)]
    assert plain[0] == plain[1]
    marks = [sorted(re.findall(r'["»”]', "".join(texts))) for texts in (paragraphs, mended)]
    assert marks[0] == marks[1]
