import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.enclosures import enclosures


def marked(text: str) -> list[str]:
    return [text[start:end] for start, end in enclosures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Він: «Так. Ні».", ["«Так. Ні»"]),
        ("«Завод «Лелека» стоїть»", ["«Лелека»", "«Завод «Лелека» стоїть»"]),
        ("Завод «Компанія «Лелека» стоїть.", ["«Лелека»"]),
        ("„Так“ і “ні”", ["„Так“", "“ні”"]),
        ('Він: "Так" і "ні".', ['"Так"', '"ні"']),
        ('Стрічка 5" і "план".', ['"план"']),
        ('Кінець". Він: "Так" і все', ['"Так"']),
        ("(тут) і (там", ["(тут)"]),
        ("без знаків", []),
    ],
)
def test_pairs_are_found_and_strays_left_out(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


@given(st.text(alphabet='«»„“”"() а.', max_size=100))
def test_every_pair_opens_and_closes(text: str) -> None:
    for start, end in enclosures(text):
        assert end - start >= 2
        assert text[start] in '«„“"('
        assert text[end - 1] in '»“”")'
