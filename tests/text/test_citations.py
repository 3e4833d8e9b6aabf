import pytest

from pipeline.records import Removed
from pipeline.text.citations import find_citations, outlet_in_furniture, take_source
from pipeline.text.page import kept, read_lines


@pytest.mark.parametrize(
    ("sentence", "outlet", "cited"),
    [
        ("Про це пише видання The Washington Post, передає УНН.", "УНН", "The Washington Post"),
        ("Про це повідомляє Укрінформ із посиланням на Reuters.", "Укрінформ", "Reuters"),
        ("Як інформує УНН, про це написало видання Bild.", "УНН", "Bild"),
        ("Про це йдеться в матеріалі Axios, повідомляє УНН.", "УНН", "Axios"),
        ("Про це ТСН дізнався з публікації NHK.", "ТСН", "NHK"),
        ("Про це пише Bild, передає Полтавська хвиля.", "Полтавська хвиля", "Bild"),
        ("Як пише Bloomberg, тепер усе інакше.", "", "Bloomberg"),
        ("WSJ уточнює, що удари можуть початися.", "", "The Wall Street Journal"),
        ("Ставку підвищено, пише агентство «Хабар».", "", "Хабар"),
        ("Про це пише Helsingin Sanomat.", "", "Helsingin Sanomat"),
        ("Про це повідомляє «Українська правда».", "", "Українська правда"),
        ("The aid is late, the Washington Post (WP) reported, citing documents.", "", "The Washington Post"),
        ("The aid is late, according to the newspaper Le Monde.", "", "Le Monde"),
        ("Ukrinform reports, citing Bild, that the aid is late.", "Ukrinform", "Bild"),
        ("The plan was first reported by Axios.", "", "Axios"),
    ],
)
def test_outlet_and_source_are_told_apart(sentence: str, outlet: str, cited: str) -> None:
    assert find_citations("", [sentence], "") == (outlet, cited)


@pytest.mark.parametrize(
    "sentence",
    [
        "Про це повідомляє ДСНС.",
        "За даними Генштабу, ворог відступив.",
        "Про це він написав у Telegram.",
        "Президент сказав це в ефірі CBS увечері.",
        "При цьому Atlantic Council зазначає, що змін немає.",
        "He told reporters that the aid is late.",
    ],
)
def test_institutions_and_platforms_are_not_cited_media(sentence: str) -> None:
    assert find_citations("", [sentence], "") == ("", "")


def test_outlet_that_is_known_is_never_the_source() -> None:
    assert find_citations("", ["Про це повідомляє Укрінформ.", "Про це пише Bild."], "Укрінформ") == (
        "Укрінформ",
        "Bild",
    )


def test_first_medium_that_is_cited_counts() -> None:
    assert find_citations("", ["Як пише Bild, так і є.", "CNN повідомляє інше."], "")[1] == "Bild"


def test_attribution_at_the_end_of_the_headline_counts_last() -> None:
    assert find_citations("Каракас просить ракети, — The Washington Post", ["Лист уже в Кремлі."], "") == (
        "",
        "The Washington Post",
    )


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Джерело: The Washington Post", "The Washington Post"),
        ("Джерело: «Європейська правда» з посиланням на Reuters", "Reuters"),
        ("За матеріалами: Bild", "Bild"),
        ("Source: Kansai Herald", "Kansai Herald"),
        ("Based on reporting by Politico", "Politico"),
        ("Джерело: пресслужба ДСНС", ""),
    ],
)
def test_source_line_goes_and_names_the_medium_if_it_does(line: str, source: str) -> None:
    lines = read_lines(f"{line}\n\nРада підтримала закон про бібліотеки.")
    assert take_source(lines) == source
    assert len(kept(lines)) == 1


def test_page_names_its_outlet_in_its_own_furniture() -> None:
    assert outlet_in_furniture([Removed("© 2025 Укрінформ", "copyright")]) == "Укрінформ"
    assert (
        outlet_in_furniture([Removed("Ann Lee is a reporter at The Kyiv Independent.", "any")])
        == "The Kyiv Independent"
    )
    assert outlet_in_furniture([Removed("Київ • УНН • 31 жовтня 2025", "date line")]) == "УНН"
    assert outlet_in_furniture([Removed("31 жовтня 2025 | Джерело: УНН", "date line")]) == ""
    assert outlet_in_furniture([Removed("31 жовтня 2025 | Reuters", "date line")]) == ""
    assert outlet_in_furniture([Removed("Читайте також: Bild про вибори", "related link")]) == ""
