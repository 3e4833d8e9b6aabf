import pytest

from pipeline.translate.passing import nothing_to_translate


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "—",
        "24/02/2022",
        "1 250,5",
        "Reuters",
        "The Guardian, BBC",
        "https://example.org/новини",
        "desk@приклад.укр",
    ],
)
def test_what_holds_no_cyrillic_word_passes(text):
    assert nothing_to_translate(text)


@pytest.mark.parametrize("text", ["5 млн", "Є", "Reuters повідомляє", "Див. https://example.org", "ґ"])
def test_what_holds_a_cyrillic_word_is_translated(text):
    assert not nothing_to_translate(text)
