from pipeline.names.glossary import Glossary
from pipeline.names.listing import list_names

TEXT = """Речник Тарас Шрамко повідомив, що в Києві виступив Володимир Зеленський. Шрамкові подякували.

Лікар Шон Малкахі приїхав до Котрубиївки. «Дрон Рт-7 упав», — каже Малкахі. Поруч стояла Олександра Зеленська.

Активіст Дмитрій Рябініков виїхав із рф, пише The Daily Planet."""


def listed(house: Glossary) -> dict[str, tuple[str, str, int]]:
    return {one.name: (one.english, one.origin, one.count) for one in list_names(TEXT, house)}


def test_a_name_of_the_glossary_says_where_it_is_written(house: Glossary) -> None:
    english, origin, count = listed(house)["Володимир Зеленський"]
    assert (english, count) == ("Volodymyr Zelenskyy", 1)
    assert origin.startswith("configs/glossary/people.tsv:")


def test_a_ukrainian_name_is_romanised_and_its_surname_alone_joined(house: Glossary) -> None:
    assert listed(house)["Тарас Шрамко"] == ("Taras Shramko", "KMU-2010", 2)


def test_a_foreign_name_is_marked_and_never_romanised(house: Glossary) -> None:
    assert listed(house)["Шон Малкахі"] == ("", "unknown: check the spelling", 2)


def test_a_russian_name_is_spelled_as_one(house: Glossary) -> None:
    assert listed(house)["Дмитрій Рябініков"] == ("Dmitry Ryabinikov", "BGN/PCGN", 1)


def test_an_established_spelling_comes_before_the_rule(house: Glossary) -> None:
    assert listed(house)["Олександра Зеленська"] == ("Oleksandra Zelenska", "exception", 1)


def test_places_designations_and_latin_names(house: Glossary) -> None:
    found = listed(house)
    assert found["Котрубиївки"] == ("Kotrubyivka", "KMU-2010", 1)
    assert found["Рт-7"] == ("Rt-7", "KMU-2010", 1)
    assert found["Daily Planet"] == ("Daily Planet", "as in the source", 1)
    assert found["рф"][0] == "Russia"


def test_a_surname_in_the_headline_is_joined_to_the_full_name_that_follows(house: Glossary) -> None:
    names = list_names("Мадуро просить допомоги\n\nПрезидент Ніколас Мадуро звернувся до росії.", house)
    assert [(one.name, one.english, one.count) for one in names] == [
        ("Ніколас Мадуро", "Nicolas Maduro", 2),
        ("росії", "Russia", 1),
    ]
