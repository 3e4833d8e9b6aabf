"""Typography: what a newspaper's typesetter would do, one character for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.render.typography import NBSP, typeset, typeset_headline


def held(text: str) -> str:
    """Show no-break spaces as ~."""
    return text.replace(NBSP, "~")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"Слово"', "«Слово»"),
        ("“Слово”", "«Слово»"),
        ("„Слово“", "«Слово»"),
        ('Мер сказав: "Міст "Кримський" закрито"', "Мер сказав: «Міст „Кримський“ закрито»"),
        ("«Фільм «Щоденник» вийшов»", "«Фільм „Щоденник“ вийшов»"),
        ('слово", пише газета', "слово», пише газета"),
        ('("так")', "(«так»)"),
    ],
)
def test_ukrainian_quotation_marks(written, expected):
    assert typeset(written, "uk") == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"Word"', "“Word”"),
        ("«Word»", "“Word”"),
        ('"A "paper tiger" indeed"', "“A ‘paper tiger’ indeed”"),
        ("It's the soldiers' day", "It’s the soldiers’ day"),
        ("'Historic precedent'", "‘Historic precedent’"),
        ("in the '90s", "in the ’90s"),
        ('a 32" screen', f'a{NBSP}32" screen'),
    ],
)
def test_english_quotation_marks(written, expected):
    assert typeset(written, "en") == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Київ - столиця", "Київ~— столиця"),
        ("Київ – столиця", "Київ~— столиця"),
        ("- Так, - сказав він", "—~Так,~— сказав він"),
        ("військово-морський", "військово-морський"),
        ("2022-2025", "2022-2025"),
    ],
)
def test_ukrainian_dashes(written, expected):
    assert held(typeset(written, "uk")) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("він у місті", "він у~місті"),
        ("У місті і в селі", "У~місті і~в~селі"),
        ("для фронту", "для~фронту"),
        ("сказав би", "сказав~би"),
        ("10 км", "10~км"),
        ("1,2 млрд грн", "1,2~млрд~грн"),
        ("24 лютого", "24~лютого"),
        ("4 700 разів", "4~700~разів"),
        ("м. Київ", "м.~Київ"),
        ("В. О. Коваль", "В.~О.~Коваль"),
        ("№ 5", "№~5"),
        ("чужа земля", "чужа земля"),
    ],
)
def test_ukrainian_words_that_hold_together(written, expected):
    assert held(typeset(written, "uk")) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a letter", "a~letter"),
        ("$4 million", "$4~million"),
        ("Oct. 31", "Oct.~31"),
        ("October 31", "October~31"),
        ("Mr. Smith", "Mr.~Smith"),
        ("5 p.m. today", "5~p.m. today"),
        ("peace - or war", "peace~— or war"),
        ("the letter", "the letter"),
    ],
)
def test_english_words_that_hold_together(written, expected):
    assert held(typeset(written, "en")) == expected


def test_the_ukrainian_apostrophe_is_curved():
    assert typeset("п'ять пам`ять", "uk") == "п’ять пам’ять"


def test_the_last_word_of_a_headline_is_not_alone():
    assert held(typeset_headline("Engagements recorded over the past day", "en")).endswith("past~day")


def test_a_headline_of_long_words_may_still_break():
    assert NBSP not in typeset_headline("Three governments announce internationalization agreements", "en")


@given(st.text(), st.sampled_from(["uk", "en", "ru", "und"]))
def test_what_is_set_is_as_long_as_what_was_written(text, language):
    assert len(typeset_headline(text, language)) == len(text)


@given(st.text(alphabet="aб \"'-–«»“”„0.\u00a0"), st.sampled_from(["uk", "en"]))
def test_words_and_digits_are_never_changed(text, language):
    kept = [(old, new) for old, new in zip(text, typeset(text, language), strict=True) if old.isalnum()]
    assert all(old == new for old, new in kept)


def test_other_languages_are_left_alone():
    assert typeset('"а" - б', "und") == '"а" - б'
