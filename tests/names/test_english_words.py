import pytest

from pipeline.names.english_words import EnglishText, english_words, number_forms, word_key


def holds(text: str, form: str) -> bool:
    return any(EnglishText(text).find(form))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Zelenskyy's office", "Zelenskyy"),
        ("the Ministry of Defense said", "Ministry of Defence"),
        ("the U.S. and Britain", "US"),
        ("Kyiv-based analysts", "Kyiv"),
        ("two Su-35s landed", "Su-35"),
        ("Shaheds flew", "Shahed"),
        ("José Díaz", "Jose Diaz"),
        ("KYIV SHAKEN", "Kyiv"),
        ("in the West", "the West"),
    ],
)
def test_a_form_is_found_however_it_is_written(text: str, form: str) -> None:
    assert holds(text, form)


@pytest.mark.parametrize(
    ("text", "form"),
    [("let us go", "US"), ("a turkey", "Turkey"), ("Kyivstar", "Kyiv"), ("Security Council", "Council Security")],
)
def test_what_only_looks_like_it_is_not(text: str, form: str) -> None:
    assert not holds(text, form)


def test_words_of_a_form_are_found_in_any_order() -> None:
    assert EnglishText("the Defense Ministry").holds_words("Ministry of Defence")
    assert not EnglishText("the Ministry").holds_words("Ministry of Defence")


def test_offsets_leave_the_possessive_out() -> None:
    text = "Orban’s plan"
    (word, *_) = english_words(text)
    assert text[word.start : word.end] == "Orban"


def test_one_key_for_both_spellings() -> None:
    assert word_key("Defence") == word_key("Defense")
    assert word_key("armoured") == word_key("armored")


def test_plurals_lead_to_the_singular() -> None:
    assert number_forms("shaheds") == ("shaheds", "shahed")
    assert number_forms("16s") == ("16s", "16")
    assert number_forms("press") == ("press",)
