import pytest

from pipeline.text.shapes import begins_with_words, is_heading, is_headline, is_prose, one_sentence, same_words


@pytest.mark.parametrize(
    "text",
    [
        "Рада підтримала закон, за нього проголосували 268 депутатів.",
        "Символом цієї історії може стати ситуація з мером у лікарні міста:",
        '"We kept one shelf so that nobody forgets," said the librarian.',
        "Чи буде мир? Експерти відповіли, що ні.",
        "слово " * 60,
    ],
)
def test_running_text_is_prose(text: str) -> None:
    assert is_prose(text.strip())


@pytest.mark.parametrize(
    "text",
    ["Рада підтримала закон про бібліотеки", "Чи буде мир? Що кажуть експерти", "Що відомо:", "Так.", "2 min read", ""],
)
def test_headlines_and_labels_are_not_prose(text: str) -> None:
    assert not is_prose(text)


@pytest.mark.parametrize(
    "text",
    [
        "Venezuela requests missiles from the U.S.",
        "Держборг зріс на 2 млрд грн.",
        "росія атакувала Харків дронами",
        "iPhone подорожчав: що відомо",
        "«Панцирі» вже в Каракасі",
        "Чому це важливо?",
    ],
)
def test_headline_may_end_in_an_abbreviation_or_begin_small(text: str) -> None:
    assert is_headline(text)


@pytest.mark.parametrize("text", ["Рада підтримала закон.", "і далі за текстом", "Серед них:", "…", "слово " * 50])
def test_sentences_fragments_and_introductions_are_no_headlines(text: str) -> None:
    assert not is_headline(text.strip())


def test_heading_has_no_full_stop_even_after_an_abbreviation() -> None:
    assert is_heading("Велика проблема")
    assert not is_heading("Збитки сягнули 7 млрд.")


def test_initials_and_titles_end_no_sentence() -> None:
    assert one_sentence("Справу веде Gen. J. Smith із м. Київ.")
    assert not one_sentence("Вода прибуває. Людей вивозять.")


def test_lines_with_other_punctuation_say_the_same() -> None:
    assert same_words("«Панцирі» — в Каракасі!", "Панцирі в каракасі")
    assert not same_words("Панцирі в Каракасі", "Панцири в Каракасі")


def test_beginning_may_be_cut_off_in_a_word() -> None:
    text = "Рада підтримала закон про бібліотеки та музеї."
    assert begins_with_words(text, "Рада підтримала закон про бібліот…")
    assert not begins_with_words(text, "Рада підтримала")
