import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.check.quotation_marks import Quotation, find_quotations, outer_quotations


def shown(text):
    return [text[one.start : one.end] for one in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("«Ми готові», — сказав він.", ["«Ми готові»"]),
        ("„Ми готові“, — сказав він.", ["„Ми готові“"]),
        ("“We are ready,” he said.", ["“We are ready,”"]),
        ('"We are ready," he said.', ['"We are ready,"']),
        ("‘We are ready,’ he said.", ["‘We are ready,’"]),
        ("Court rejects 'foreign agents' law", ["'foreign agents'"]),
        ('Загін „Буря" і „Шторм”', ['„Буря"', "„Шторм”"]),
        ("«Ми йдемо», — каже. — «Так»", ["«Ми йдемо»", "«Так»"]),
        ('Мотор "Strait-2025"', ['"Strait-2025"']),
    ],
)
def test_marks_of_every_custom_are_paired(text, quoted):
    assert shown(text) == quoted


@pytest.mark.parametrize(
    "text",
    [
        "п'ять, п’ять, п\"ять і п”ять",
        "They don't know the players' union.",
        "In the '90s and '00s 'tis said",
        'A 25" gun',
        "Нічого",
        "",
    ],
)
def test_apostrophes_and_inches_are_no_marks(text):
    assert shown(text) == []


def test_a_quotation_within_another_is_one_deeper():
    text = "«Ми йдемо на „Азов“», — каже він про «Азов»."
    assert [one.depth for one in find_quotations(text)] == [0, 1, 0]
    assert len(outer_quotations(text)) == 2


def test_a_quotation_may_begin_before_and_end_after_its_sentence():
    assert find_quotations("чекаємо», — сказав він.") == [Quotation(0, 8, opened=False)]
    assert find_quotations("Він сказав: «Ми готові.") == [Quotation(12, 23, closed=False)]


def test_a_mark_without_its_other_does_not_hide_the_quotation_that_follows():
    text = '"We are ready, he said. "Go now," he added.'
    whole, inner = find_quotations(text)
    assert not whole.closed
    assert text[inner.start : inner.end] == '"Go now,"'


@given(st.text(alphabet="«»„“”\"‘’'‚‹› aбв5—,."))
def test_every_quotation_lies_in_its_text(text):
    for one in find_quotations(text):
        assert 0 <= one.start < one.end <= len(text)
        assert one.inner[0] <= one.inner[1]
        assert one.opened or one.start == 0
