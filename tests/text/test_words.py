import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.words import content_words, english_stem, ukrainian_stem, words


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ", "`"])
def test_an_apostrophe_is_the_same_however_it_is_typed(apostrophe: str) -> None:
    assert words(f"П{apostrophe}ять об{apostrophe}єктів") == ["п'ять", "об'єктів"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ракети Х-101 коштують 2,5 млн.", ["ракети", "х", "101", "коштують", "2", "5", "млн"]),
        ("'quoted' don't U.S.", ["quoted", "don't", "u", "s"]),
        ("за́мок", ["замок"]),
        ("ЇЖАЧОК і Ґанок", ["їжачок", "і", "ґанок"]),
        ("слово1слово ½ ²", ["слово", "1", "слово", "½", "²"]),
        ("— … « »", []),
        ("", []),
    ],
)
def test_words_of(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_composed_and_decomposed_letters_are_equal() -> None:
    text = "їхній йод"
    assert words(unicodedata.normalize("NFD", text)) == words(text) == ["їхній", "йод"]


@given(st.text())
def test_words_of_words_are_the_words(text: str) -> None:
    found = words(text)
    assert words(" ".join(found)) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("міністр", "міністрами"),
        ("ракета", "ракет"),
        ("Києва", "Київ"),
        ("обстріляли", "обстріляти"),
        ("українська", "українського"),
        ("Зеленського", "Зеленським"),
        ("об'єкта", "об’єктів"),
    ],
)
def test_forms_of_a_ukrainian_word_share_their_stem(one: str, other: str) -> None:
    assert content_words(one, "uk") == content_words(other, "uk") != []


@pytest.mark.parametrize(("one", "other"), [("рада", "радість"), ("гроші", "гроза")])
def test_different_ukrainian_words_do_not_share_their_stem(one: str, other: str) -> None:
    assert ukrainian_stem(one) != ukrainian_stem(other)


@pytest.mark.parametrize(
    ("plural", "singular"),
    [("rockets", "rocket"), ("countries", "country"), ("minister's", "minister"), ("crisis", "crisis"), ("us", "us")],
)
def test_an_english_stem_is_the_singular(plural: str, singular: str) -> None:
    assert english_stem(plural) == singular


def test_function_words_are_dropped_and_negation_and_numbers_stay() -> None:
    assert content_words("Він не прийде, але це не 24 ракети", "uk")[::2] == ["не", "не", "ракет"]
    assert content_words("He said the 24 rockets did not hit Kyiv", "en") == ["24", "rocket", "not", "hit", "kyiv"]


def test_text_in_another_language_keeps_its_words() -> None:
    assert content_words("и это всё", "ru") == ["и", "это", "всё"]
