from fractions import Fraction

import pytest

from pipeline.check.quantities.find import find_quantities
from pipeline.check.quantities.quantity import Key, Quantity
from pipeline.records import TextLanguage


def only(text: str, language: TextLanguage) -> Quantity:
    (quantity,) = find_quantities(text, language)
    return quantity


def numbers(quantity: Quantity) -> set[object]:
    return {key.value for key in quantity.keys if key.kind == "number"}


def clocks(text: str, language: TextLanguage) -> set[object]:
    found = find_quantities(text, language)
    return {key.value for quantity in found for key in quantity.keys if key.kind == "clock"}


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("загинуло 14 людей", "uk", 14),
        ("12 500 гривень", "uk", 12_500),
        ("12\u00a0500 гривень", "uk", 12_500),
        ("1.200.000 гривень", "uk", 1_200_000),
        ("2,8 мільйона", "uk", 2_800_000),
        ("10 тис. осіб", "uk", 10_000),
        ("3 млн 250 тис. тонн", "uk", 3_250_000),
        ("25 тисяч 491 заява", "uk", 25_491),
        ("4 млрд 120 млн 500 тис. 300 тонн", "uk", 4_120_500_300),
        ("8 гривень 5 копійок", "uk", Fraction(161, 20)),
        ("3 км 250 м", "uk", Fraction(13, 4)),
        ("понад тисячу вікон", "uk", 1000),
        ("півтора мільйона", "uk", 1_500_000),
        ("пів мільйона", "uk", 500_000),
        ("півсотні домів", "uk", 50),
        ("дві з половиною тисячі", "uk", 2500),
        ("6 із половиною мільйонів", "uk", 6_500_000),
        ("двадцять з гаком тисяч", "uk", 20_000),
        ("півтори сотні шахтарів", "uk", 150),
        ("сотня мільйонів", "uk", 100_000_000),
        ("дев'ятьох рятувальників", "uk", 9),
        ("двадцятеро дітей", "uk", 20),
        ("п’ятьмастами вояками", "uk", 500),
        ("дев'ятиповерховий будинок", "uk", 9),
        ("сорокаоднорічна лікарка", "uk", 41),
        ("чотиритрильйонний рубіж", "uk", 4 * 10**12),
        ("300-тисячний тираж", "uk", 300_000),
        ("на 24-й сторінці", "uk", 24),
        ("у 1990-х", "uk", 1990),
        ("XXI століття", "uk", 21),
        ("ХІІ розділ", "uk", 12),
        ("у V столітті", "uk", 5),
        ("12,500 hryvnias", "en", 12_500),
        ("2.8 million people", "en", 2_800_000),
        ("$5bn", "en", 5_000_000_000),
        ("20k subscribers", "en", 20_000),
        ("a thousand windows", "en", 1000),
        ("half a million", "en", 500_000),
        ("a quarter of a million", "en", 250_000),
        ("two and a half thousand", "en", 2500),
        ("a million and a half", "en", 1_500_000),
        ("a year and a half", "en", Fraction(3, 2)),
        ("one hundred and five", "en", 105),
        ("two dozen", "en", 24),
        ("the 24th page", "en", 24),
        ("a 300-thousand print run", "en", 300_000),
        ("the 1990s", "en", 1990),
        ("twelvefold", "en", 12),
        ("Article XII", "en", 12),
    ],
)
def test_a_number_is_read_by_value(text: str, language: TextLanguage, value: object) -> None:
    assert value in numbers(only(text, language))


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("15 грн", "uk", "UAH"),
        ("15 тисяч гривень", "uk", "UAH"),
        ("$15", "uk", "USD"),
        ("15 мільйонів шведських крон", "uk", "krone"),
        ("15%", "uk", "%"),
        ("п'ятнадцять відсотків", "uk", "%"),
        ("двовідсотковий податок", "uk", "%"),
        ("15 п.п.", "uk", "%"),
        ("15 в. п. за рік", "uk", "%"),
        ("15 p.p.", "en", "%"),
        ("15 кв. м", "uk", "m2"),
        ("15 квадратних кілометрів", "uk", "km2"),
        ("15 кубометрів", "uk", "m3"),
        ("15 тонн", "uk", "t"),
        ("15-річний", "uk", "year"),
        ("75 процентиль", "uk", ""),
        ("15 hryvnias", "en", "UAH"),
        ("€15 million", "en", "EUR"),
        ("15 U.S. dollars", "en", "USD"),
        ("15 percentage points", "en", "%"),
        ("15 per cent", "en", "%"),
        ("half a percent", "en", "%"),
        ("15 square kilometers", "en", "km2"),
        ("15 cubic metres", "en", "m3"),
        ("a 15-year-old", "en", "year"),
        ("15 tonight", "en", ""),
    ],
)
def test_a_unit_is_recognised(text: str, language: TextLanguage, unit: str) -> None:
    assert only(text, language).unit == unit


@pytest.mark.parametrize(
    ("text", "language", "minutes"),
    [
        ("о 00:47", "uk", {47}),
        ("о 18.30", "uk", {18 * 60 + 30}),
        ("о 6:30 вечора", "uk", {18 * 60 + 30}),
        ("о 3:14 ночі", "uk", {3 * 60 + 14}),
        ("о сьомій ранку", "uk", {7 * 60}),
        ("о сьомій годині вечора", "uk", {19 * 60}),
        ("о пів на четверту", "uk", {3 * 60 + 30, 15 * 60 + 30}),
        ("опівночі", "uk", {0}),
        ("at 12:47 a.m.", "en", {47}),
        ("at 6.30pm", "en", {18 * 60 + 30}),
        ("at 7 p.m.", "en", {19 * 60}),
        ("at 7 in the evening", "en", {19 * 60}),
        ("at 6:30", "en", {6 * 60 + 30, 18 * 60 + 30}),
        ("at half past three", "en", {3 * 60 + 30, 15 * 60 + 30}),
        ("a quarter past eight", "en", {8 * 60 + 15, 20 * 60 + 15}),
        ("at noon", "en", {720}),
        ("from 2 to 4 p.m.", "en", {14 * 60, 16 * 60}),
        ("from 10 to noon", "en", {10 * 60, 12 * 60}),
        ("з 9 до 11 вечора", "uk", {21 * 60, 23 * 60}),
    ],
)
def test_a_time_of_day_is_read_as_minutes(text: str, language: TextLanguage, minutes: set[object]) -> None:
    assert clocks(text, language) == minutes


def test_an_ambiguous_separator_is_read_both_ways() -> None:
    assert numbers(only("1.500 тонн", "uk")) == {1500, Fraction(3, 2)}
    assert numbers(only("1,500 тонн", "uk")) == {1500, Fraction(3, 2)}
    assert numbers(only("1,500 tons", "en")) == {1500}
    assert numbers(only("1,5 тонни", "uk")) == {Fraction(3, 2)}


@pytest.mark.parametrize(("text", "language"), [("24.02.2022", "uk"), ("2022-02-24", "uk"), ("2/24/2022", "en")])
def test_a_numeric_date_is_day_month_and_year(text: str, language: TextLanguage) -> None:
    keys = {key for quantity in find_quantities(text, language) for key in quantity.keys}
    assert keys == {Key("number", 24), Key("month", 2), Key("number", 2022)}


@pytest.mark.parametrize(
    ("text", "language"),
    [("С-300", "uk"), ("Бук-М2", "uk"), ("Іл-76", "uk"), ("9М723", "uk"), ("F-35", "en"), ("MH17", "en"), ("3D", "en")],
)
def test_a_designation_is_a_name(text: str, language: TextLanguage) -> None:
    quantity = only(text, language)
    assert quantity.certainty == "weak"
    assert any(key.kind == "name" for key in quantity.keys)


@pytest.mark.parametrize(
    ("text", "language"), [("mid-2025", "en"), ("pre-2014", "en"), ("топ-10", "uk"), ("24-го", "uk"), ("20%", "uk")]
)
def test_digits_beside_letters_can_be_a_number_all_the_same(text: str, language: TextLanguage) -> None:
    assert only(text, language).certainty == "digits"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("сім'я чекає", "uk"),
        ("столиця тримається", "uk"),
        ("тривога на півдні", "uk"),
        ("в&#39;язниця", "uk"),
        ("they may march", "en"),
        ("an hour and a day", "en"),
        ("X is down", "en"),
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str, language: TextLanguage) -> None:
    assert find_quantities(text, language) == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("перший крок", "uk"),
        ("один із них", "uk"),
        ("сім-карта", "uk"),
        ("рятувальник Олег Сорока", "uk"),
        ("десятки людей", "uk"),
        ("the first step", "en"),
        ("the two of them", "en"),
        ("on Channel Nine", "en"),
    ],
)
def test_idioms_and_names_are_not_missed_alone(text: str, language: TextLanguage) -> None:
    assert {quantity.certainty for quantity in find_quantities(text, language)} == {"weak"}


def test_both_ends_of_a_range_have_its_magnitude_and_unit() -> None:
    low, high = find_quantities("від 3 до 5 млн тонн", "uk")
    assert (numbers(low), low.unit) == ({3, 3_000_000}, "t")
    assert (numbers(high), high.unit) == ({5_000_000}, "t")


@pytest.mark.parametrize("text", ["від -7 градусів", "(–7°)", "мінус сім", "7 градусів морозу", "7 °C нижче нуля"])
def test_a_number_below_zero_is_known(text: str) -> None:
    assert find_quantities(text, "uk")[0].below_zero is True


@pytest.mark.parametrize(
    "text", ["3-7 градусів", "з 3 -7 градусів", "Су-7", "- 7 градусів", "3°–7°", "десь — 7 градусів"]
)
def test_a_hyphen_or_a_dash_is_no_minus(text: str) -> None:
    assert {quantity.below_zero for quantity in find_quantities(text, "uk")} == {False}


def test_the_other_end_of_a_range_below_zero_is_left_open() -> None:
    assert [quantity.below_zero for quantity in find_quantities("мінус 3–7 градусів", "uk")] == [True, None]
    assert [quantity.below_zero for quantity in find_quantities("-3...+7 градусів", "uk")] == [True, False]


def test_a_number_is_shown_with_what_belongs_to_it() -> None:
    assert only("зібрали 1,5 млн грн на ліки", "uk").text == "1,5 млн грн"
    assert only("about $5 billion was lost", "en").text == "$5 billion"
    assert [quantity.text for quantity in find_quantities("26 жовтня", "uk")] == ["26 жовтня", "жовтня"]
    assert [quantity.text for quantity in find_quantities("on Oct. 26, they", "en")] == ["Oct", "Oct. 26"]
