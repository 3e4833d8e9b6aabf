from hypothesis import given
from hypothesis import strategies as st

from pipeline.names.edit_distance import edit_distance
from pipeline.names.one_letter import WordsByBeginning, one_letter_apart

SHORT = st.text("abc", max_size=6)


@given(SHORT, SHORT)
def test_one_letter_apart_is_an_edit_distance_of_one(first: str, second: str) -> None:
    assert one_letter_apart(first, second) == (edit_distance(first, second) == 1)


def test_the_word_that_was_meant_is_found_by_its_first_letter() -> None:
    words = WordsByBeginning(["celsius", "ukraine"])
    assert words.one_letter_off("celsuus") == "celsius"
    assert words.one_letter_off("ukarine") == "ukraine"
    assert words.one_letter_off("ukraine") == ""
    assert words.one_letter_off("telsius") == ""
