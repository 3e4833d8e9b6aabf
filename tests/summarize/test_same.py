import pytest

from pipeline.summarize.same import is_same_name, is_same_word

FORMS = [
    ("київ", "києва"),
    ("харків", "харкова"),
    ("путін", "путіна"),
    ("куба", "кубі"),
    ("чад", "чаду"),
    ("зеленський", "зеленського"),
    ("сирія", "сирійський"),
    ("україна", "українці"),
    ("росія", "росіяни"),
    ("syria", "syrian"),
    ("ukraine", "ukrainians"),
    ("china", "chinese"),
    ("turkey", "turkish"),
]
STRANGERS = [
    ("іран", "ірак"),
    ("iran", "iraq"),
    ("польща", "полтава"),
    ("нігер", "нігерія"),
    ("австрія", "австралія"),
    ("лівія", "ліван"),
    ("куба", "кубань"),
    ("2024", "2025"),
    ("сша", "срср"),
    ("petrenko", "petrov"),
]


@pytest.mark.parametrize(("one", "other"), FORMS)
def test_forms_of_one_name_are_the_same_name(one: str, other: str) -> None:
    assert is_same_name(one, other)
    assert is_same_name(other, one)
    assert is_same_name(one, one)


@pytest.mark.parametrize(("one", "other"), STRANGERS)
def test_different_names_are_not(one: str, other: str) -> None:
    assert not is_same_name(one, other)
    assert not is_same_name(other, one)


@pytest.mark.parametrize(("one", "other"), [("ремонт", "ремонтуват"), ("repair", "repaired"), ("мер", "мер")])
def test_words_that_begin_alike_are_the_same_word(one: str, other: str) -> None:
    assert is_same_word(one, other)


@pytest.mark.parametrize(("one", "other"), [("суд", "судан"), ("мер", "метро"), ("2024", "20241"), ("", "мер")])
def test_words_that_share_little_are_not(one: str, other: str) -> None:
    assert not is_same_word(one, other)
