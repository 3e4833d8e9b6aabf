import pytest

from pipeline.names.find import FoundName, find_unknown_names, group_names
from pipeline.names.glossary import Glossary
from pipeline.names.ukrainian_words import ukrainian_words


def unknown(house: Glossary, text: str) -> list[FoundName]:
    words = ukrainian_words(text)
    return find_unknown_names(text, words, house.matcher.find(text, words))


def certain(house: Glossary, text: str) -> list[str]:
    return [name.word.text for name in unknown(house, text) if name.certain]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("розповіла мешканка Лариса Бортничук", ["Лариса", "Бортничук"]),
        ("Лариса Бортничук розповіла", ["Лариса", "Бортничук"]),
        ("у селі Котрубиївка під обстрілом", ["Котрубиївка"]),
        ("збили дрон Рт-7 і літак Як-999", ["Рт-7", "Як-999"]),
        ("пише The Daily Planet", ["Daily", "Planet"]),
        ("Уночі пролунали вибухи", []),
        ("День Незалежності відзначили", []),
        ("на планеті Земля", []),
        ("XIX століття", []),
        ("«Зброї немає», — сказав він", []),
    ],
)
def test_names_are_told_from_words(house: Glossary, text: str, names: list[str]) -> None:
    assert certain(house, text) == names


def test_a_given_name_says_whose_the_surname_is(house: Glossary) -> None:
    assert [name.bearer for name in unknown(house, "сказав Шон Малкахі")] == ["foreign", "foreign"]
    assert [name.bearer for name in unknown(house, "сказав Тарас Малкахі")] == ["ukrainian", "ukrainian"]
    assert [name.bearer for name in unknown(house, "сказав Дмитрій Малкахі")] == ["russian", "russian"]


def test_what_the_glossary_has_is_not_unknown(house: Glossary) -> None:
    assert unknown(house, "Президент Володимир Зеленський у Києві") == []


def test_names_side_by_side_are_one(house: Glossary) -> None:
    text = "сказав Тарас Шрамко з Institute for the Study of Peace"
    groups = group_names(text, unknown(house, text))
    assert [[name.word.text for name in group] for group in groups] == [
        ["Тарас", "Шрамко"],
        ["Institute", "Study", "Peace"],
    ]
