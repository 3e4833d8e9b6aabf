import pytest

from pipeline.summarize.facts import find_names, find_numbers


def values(text: str) -> list[str]:
    return [number.value for number in find_numbers(text)]


def test_numbers_are_equal_whatever_stands_between_their_digits() -> None:
    assert values("4 700 разів") == values("4,700 times") == values("4700") == ["4700"]


@pytest.mark.parametrize(
    ("ukrainian", "english"),
    [
        ("3,5%", "3.5 percent"),
        ("80 млн грн", "80 million hryvnias"),
        ("2 мільярди", "2 billion"),
        ("12 тисяч", "12 thousand"),
        ("5 тис. дронів", "5 thousand drones"),
        ("40 відсотків", "40%"),
        ("1,2 трлн", "1.2 trillion"),
    ],
)
def test_a_magnitude_is_part_of_its_number_in_both_languages(ukrainian: str, english: str) -> None:
    assert values(ukrainian) == values(english)
    assert " " in values(ukrainian)[0]


def test_the_same_digits_of_another_magnitude_are_another_number() -> None:
    assert values("46 мільйонів") != values("46 тисяч")
    assert values("46%") != values("46 років")


def test_a_decimal_mark_is_not_lost() -> None:
    assert values("3,5%") == ["3.5 percent"]
    assert values("24.02.2022") == ["24.02.2022"]
    assert values("1,250.5") == ["1250.5"]


def test_numbers_know_their_place() -> None:
    (number,) = find_numbers("За 46 млн грн.")
    assert "За 46 млн грн."[number.start : number.end] == "46 млн"


def test_names_are_words_written_large_inside_a_sentence() -> None:
    assert find_names("Учора Олена Кравчук приїхала до Вінниці. Вона раділа.") == {"олена", "кравчук", "вінниці"}
    assert find_names("США передали літаки.") == {"сша"}
    assert find_names("«Ми раді», — сказав О'Ніл.") == {"о'ніл"}
