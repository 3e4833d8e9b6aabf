import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.text.normalise import normalise


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("и\u0306жак", "йжак"),
        ("ро\u00adзі\u200bб\u200dр\ufeff", "розібр"),
        ("\u202eслово\u202c \u2066так\u2069", "слово так"),
        ("а\u00a0б\u202fв\u2009г\tд", "а б в г д"),
        ("а\x00б\x07в\ud800г\ue000", "абвг"),
    ],
)
def test_what_cannot_be_seen_goes_and_spaces_become_one_kind(raw: str, expected: str) -> None:
    assert normalise(raw) == expected


@pytest.mark.parametrize("apostrophe", ["’", "ʼ", "`", "´", "′", "‘", "'"])
def test_apostrophe_inside_a_word_is_always_the_same(apostrophe: str) -> None:
    assert normalise(f"пам{apostrophe}ять і Ann{apostrophe}s") == "пам'ять і Ann's"


def test_quotation_mark_typed_for_an_apostrophe_becomes_one() -> None:
    assert normalise('п"ять об”єктів "ясно"') == "п'ять об'єктів \"ясно\""


def test_single_quotation_marks_stay_quotation_marks() -> None:
    assert normalise("‘A quiet harvest’ — report") == "‘A quiet harvest’ — report"


def test_plural_possessive_gets_an_apostrophe() -> None:
    assert normalise("the players’ rights") == "the players' rights"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("&laquo;Так&raquo;&nbsp;&#8212; каже", "«Так» — каже"),
        ("&amp;quot;Yes&amp;quot;", '"Yes"'),
        ("AT&T &unknown; 5 & 6 &", "AT&T &unknown; 5 & 6 &"),
        ("x &lt; y", "x < y"),
    ],
)
def test_entities_that_scrapers_left_are_decoded(raw: str, expected: str) -> None:
    assert normalise(raw) == expected


def test_stray_tags_go_and_block_tags_break_lines() -> None:
    assert normalise('<p class="lead">Перше <b>слово</b>.</p><br/>Друге') == "Перше слово.\n\nДруге"


def test_every_line_end_is_a_line_feed() -> None:
    assert normalise("а\r\nб\rв\u2028г\u2029д\x0bе\x85є") == "а\nб\nв\nг\n\nд\nе\nє"


def test_empty_lines_are_at_most_one() -> None:
    assert normalise("\n\nа \n \n\n\n  б\n") == "а\n\nб"


def test_latin_look_alikes_in_a_cyrillic_word_become_cyrillic() -> None:
    assert normalise("Укpaїнa Росiя") == "Україна Росія"


@pytest.mark.parametrize("word", ["TOPів", "PRом", "Іл-76", "iPhone", "CNN", "SWIFT-код"])
def test_latin_words_with_cyrillic_endings_stay(word: str) -> None:
    assert normalise(word) == word


@given(st.text())
def test_result_is_nfc_without_invisible_characters(text: str) -> None:
    result = normalise(text)
    assert unicodedata.is_normalized("NFC", result)
    assert {unicodedata.category(character) for character in result} & {"Cc", "Cf", "Cs", "Co", "Zs"} <= {"Cc", "Zs"}
    assert not set(result) & set("\t\r\x0b\x85\u00a0\u00ad\u200b\u202e")
    assert "\n\n\n" not in result
    assert "  " not in result


@given(st.text(alphabet="абвіїє' ’\"-abc.,!\n"))
@example("аc''є")
def test_normalising_plain_text_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
