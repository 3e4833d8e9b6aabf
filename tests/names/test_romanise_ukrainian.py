"""The examples are the resolution's own, from its table: Cabinet of Ministers, resolution 55 of 27 January 2010."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.names.romanise_ukrainian import romanise_ukrainian

RESOLUTION = """
Алушта Alushta, Андрій Andrii, Борщагівка Borshchahivka, Борисенко Borysenko, Вінниця Vinnytsia, Володимир Volodymyr,
Гадяч Hadiach, Богдан Bohdan, Згурський Zghurskyi, Ґалаґан Galagan, Ґорґани Gorgany, Донецьк Donetsk, Дмитро Dmytro,
Рівне Rivne, Олег Oleh, Есмань Esman, Єнакієве Yenakiieve, Гаєвич Haievych, Короп'є Koropie, Житомир Zhytomyr,
Жанна Zhanna, Жежелів Zhezheliv, Закарпаття Zakarpattia, Казимирчук Kazymyrchuk, Медвин Medvyn, Михайленко Mykhailenko,
Іванків Ivankiv, Іващенко Ivashchenko, Їжакевич Yizhakevych, Кадиївка Kadyivka, Мар'їне Marine, Йосипівка Yosypivka,
Стрий Stryi, Олексій Oleksii, Київ Kyiv, Коваленко Kovalenko, Лебедин Lebedyn, Леонід Leonid, Миколаїв Mykolaiv,
Маринич Marynych, Ніжин Nizhyn, Наталія Nataliia, Одеса Odesa, Онищенко Onyshchenko, Полтава Poltava, Петро Petro,
Решетилівка Reshetylivka, Рибчинський Rybchynskyi, Суми Sumy, Соломія Solomiia, Тернопіль Ternopil, Троць Trots,
Ужгород Uzhhorod, Уляна Uliana, Фастів Fastiv, Філіпчук Filipchuk, Харків Kharkiv, Христина Khrystyna,
Біла Церква Bila Tserkva, Стеценко Stetsenko, Чернівці Chernivtsi, Шевченко Shevchenko, Шостка Shostka,
Кишеньки Kyshenky, Щербухи Shcherbukhy, Гоща Hoshcha, Гаращенко Harashchenko, Юрій Yurii, Корюківка Koriukivka,
Яготин Yahotyn, Ярошенко Yaroshenko, Костянтин Kostiantyn, Знам'янка Znamianka, Феодосія Feodosiia,
Згорани Zghorany, Розгон Rozghon
"""
EXAMPLES = [example.strip() for example in RESOLUTION.replace("\n", " ").split(",")]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_resolutions_own_examples(example: str) -> None:
    words = example.split(" ")
    half = len(words) // 2
    assert romanise_ukrainian(" ".join(words[:half])) == " ".join(words[half:])


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ", "`"])
def test_every_apostrophe_is_dropped(apostrophe: str) -> None:
    assert romanise_ukrainian(f"Знам{apostrophe}янка") == "Znamianka"


def test_the_beginning_of_each_part_of_a_compound_is_a_beginning() -> None:
    assert romanise_ukrainian("Яворів-Юріївка") == "Yavoriv-Yuriivka"


def test_capitals_stay_capitals() -> None:
    assert romanise_ukrainian("ЯГОТИН") == "YAHOTYN"
    assert romanise_ukrainian("Я") == "Ya"


def test_what_is_not_cyrillic_stays() -> None:
    assert romanise_ukrainian("Бук-М2, Brave1!") == "Buk-M2, Brave1!"


@given(st.text(alphabet="абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'- ", max_size=40))
def test_nothing_cyrillic_is_left(text: str) -> None:
    assert romanise_ukrainian(text).isascii()
