import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.translate.source_text import source_text


@pytest.mark.parametrize("sign", "’ʼ‘`´′'")
def test_an_apostrophe_within_a_word_has_one_form(sign):
    assert source_text(f"сім{sign}я") == "сім'я"


def test_quotation_marks_other_than_guillemets_are_straight():
    assert source_text("“так” і „ні“, «можливо»") == '"так" і "ні", «можливо»'


def test_a_mark_of_stress_goes_and_a_letter_with_a_mark_stays():
    assert source_text("Ки\u0301їв, за\u0301мок, й — и\u0306") == "Київ, замок, й — й"


def test_white_space_is_single_and_invisible_signs_go():
    assert source_text("\ufeff10\u00a0000\u202fосіб  при\u00adйшли\n\u200bна\u2011віч") == "10 000 осіб прийшли на-віч"


@given(st.text())
def test_the_form_of_a_form_is_itself(text):
    assert source_text(source_text(text)) == source_text(text)


@given(st.text(alphabet="абвгґдеєжзиіїйклмноп АБВ123", max_size=40))
def test_letters_and_figures_are_never_changed(text):
    assert source_text(text) == " ".join(text.split())


@pytest.mark.parametrize(
    ("written", "given_to_the_model"),
    [
        ("Кремль і росія, у москві та рф", "Кремль і Росія, у Москві та РФ"),
        ("лист володимиру путіну з кремля", "лист Володимиру Путіну з Кремля"),
        ("за словами путіна, росією керують", "за словами Путіна, Росією керують"),
        ("російський танк і московський час", "російський танк і московський час"),
        ("путінський режим, москвичі, рфс", "путінський режим, москвичі, рфс"),
    ],
)
def test_names_that_are_written_small_on_purpose_are_names_to_the_model(written, given_to_the_model):
    assert source_text(written) == given_to_the_model
