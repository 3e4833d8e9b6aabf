import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.translate.clauses import split_clauses


def words_at_most(number):
    return lambda text: len(text.split()) <= number


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Він прийшов. Вона пішла, бо втомилася.", ["Він прийшов.", "Вона пішла, бо втомилася."]),
        ("Він прийшов, сів; вона, сказавши слово, пішла.", ["Він прийшов, сів;", "вона, сказавши слово, пішла."]),
        ("Мер обіцяє, каже він — а грошей нема.", ["Мер обіцяє, каже він", "— а грошей нема."]),
        ("Місто, село і хутір чекали, що прийде допомога.", ["Місто, село і хутір чекали,", "що прийде допомога."]),
        ("Хліб, молоко, сир, масло, мед.", ["Хліб, молоко,", "сир, масло, мед."]),
        ("один два три чотири п'ять шість", ["один два три", "чотири п'ять шість"]),
    ],
)
def test_a_sentence_is_cut_at_the_best_boundary_near_its_middle(text, parts):
    assert split_clauses(text, lambda part: part != text) == parts


def test_a_decimal_comma_an_hour_and_an_initial_are_no_boundaries():
    text = "Ціна 1,5 грн о 10.30 за даними О. Коваль зросла, а потім знову дуже стрімко впала"
    for part in split_clauses(text, words_at_most(9)):
        assert "1," not in part.split()
        assert not part.endswith((" 10.", "1,"))


def test_a_sentence_that_fits_is_whole():
    assert split_clauses("Так, але ні; можливо.", words_at_most(10)) == ["Так, але ні; можливо."]


def test_a_word_without_end_is_cut_between_letters_with_their_marks():
    parts = split_clauses("и\u0306" * 30, lambda text: len(text) <= 7)
    assert "".join(parts) == "и\u0306" * 30
    assert all(part.startswith("и") for part in parts)


@given(st.text(alphabet="абвії ,;—.: «»1", max_size=300), st.integers(1, 40))
def test_nothing_is_lost_and_every_part_fits(text, longest):
    parts = split_clauses(text, lambda part: len(part) <= longest)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(len(part) <= longest for part in parts)
    assert all(parts) or parts == [""]


@given(st.text(max_size=120), st.integers(1, 20))
def test_no_sign_of_any_script_is_lost(text, longest):
    parts = split_clauses(text, lambda part: len(part) <= longest)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_a_paragraph_of_200_000_characters_is_cut_in_seconds():
    text = "слово, інше слово " * 11_200
    assert len(split_clauses(text, words_at_most(50))) > 600
