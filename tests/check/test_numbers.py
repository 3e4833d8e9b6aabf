import pytest

from pipeline.check.numbers import check_numbers

AGREE = [
    ("Тривога пролунала о 00:47.", "The alarm sounded at 12:47 a.m."),
    ("Ціна сягнула 1,5 млн грн.", "The price reached 1.5 million hryvnias."),
    ("Ціна сягнула 1,5 млн доларів.", "The price reached $1.5 million."),
    ("У 2022 році загинуло двоє людей.", "Two people died in 2022."),
    ("Понад 10 тисяч родин.", "More than 10,000 families."),
    ("Будинок на дев'ять поверхів.", "A nine-story building."),
    ("Тридцятирічна лікарка.", "A 30-year-old doctor."),
    ("Через пів року суд виправдав усіх.", "Six months later the court acquitted everyone."),
    ("Ліміт зріс удвічі.", "The limit doubled."),
    ("Обсяг упав удвічі.", "Volume fell by half."),
    ("Третина й чверть — не половина.", "A third and a quarter are not half."),
    ("Кожен п'ятий голосував проти.", "One in five voted against."),
    ("Наступ почався 24.02.2022.", "The offensive began on February 24, 2022."),
    ("Матч завершився з рахунком 45:42.", "The match ended 45-42."),
    ("С-300 збили Іл-76.", "An S-300 downed an Il-76."),
    ("Зростання — від 3 до 5 млн тонн.", "Growth of 3 to 5 million tons."),
    ("Зріс із 40 тисяч до шістдесяти.", "It rose from 40,000 to 60,000."),
    ("Десятки людей і тисячі заяв.", "Dozens of people and thousands of applications."),
    ("Зібрали два десятки підписів.", "Two dozen signatures were collected."),
    ("На 92-му році життя помер гончар.", "The potter has died at 91."),
    ("Сезон 2025–2026 років.", "The 2025/26 season."),
    ("У п'ятницю, 31 жовтня.", "On Friday, Oct. 31."),
    ("Спека в липневі дні.", "Heat on July days."),
    ("Ставка — 5%, торік — 7%.", "The rate is 5 percent, up from 7 percent last year."),
    ("Проти — двоє, «за» — двадцять шість.", "Twenty-six in favor, two against."),
    ("Засідання о сімнадцятій.", "The session is at 5 p.m."),
    ("Міст закрито з 14:00 до 16:00.", "The bridge is closed from 2 to 4 p.m."),
    ("Міст закрито з 13:00 до 15:30.", "The bridge is closed between one and 3:30 p.m."),
    ("Каса працює 09:00–11:00.", "The ticket office is open 9–11 a.m."),
    ("Каса працює з 9:00 до 17:00.", "The ticket office is open from 9 to 5 p.m."),
    ("Пором ходить з 23:00 до 5:00.", "The ferry runs from 11 to 5 a.m."),
    ("Школа отримала 1 млн 816 тис. 800 грн.", "The school received UAH 1,816,800."),
    ("Борг — 4 мільярди 120 мільйонів 500 тисяч.", "The debt is 4,120,500,000."),
    ("Проїзд коштує 8 грн 50 коп.", "The fare is UAH 8.50."),
    ("Проїзд коштує 8 грн 50 коп.", "The fare is 8 hryvnias and 50 kopiikas."),
    ("Долар — 42 гривні 17 копійок.", "The dollar is at 42.17."),
    ("Внесок — 1 тис. 250 грн 40 коп.", "The fee is 1,250.40 hryvnias."),
    ("Вода піднялася на 2 м 15 см.", "The water rose by 2.15 meters."),
    ("Відбувся обмін «1000 на 1000».", "The 1,000-for-1,000 exchange took place."),
    ("Явка зросла на 7 п.п.", "Turnout rose by 7 percentage points."),
    ("Рейтинг упав на 4,5 в. п. за рік.", "The rating fell by 4.5 points in a year."),
    ("Вона вийшла до 1/8 фіналу.", "She reached the round of 16."),
    ("Вона вийшла до 1/8 фіналу.", "She reached the last sixteen."),
    ("Вона вийшла до 1/4 фіналу.", "She reached the quarter-finals."),
    ("Вона вийшла до 1/4 фіналу.", "She reached the quarterfinals."),
    ("Вона вийшла до 1/2 фіналу.", "She reached the semi-finals."),
    ("Вона вийшла до півфіналу.", "She reached the last four."),
    ("Лікарня працює 24/7.", "The hospital works around the clock."),
    ("Лікарня працює 24/7.", "The hospital works 24 hours a day, seven days a week."),
    ("Лікарня має цілодобовий телефон.", "The hospital has a 24/7 telephone."),
    ("Лікарня має цілодобовий телефон.", "The hospital has a round-the-clock telephone."),
    ("Лікарня працює цілодобово.", "The hospital never closes."),
    ("Удень було -15 градусів.", "It was minus 15 degrees by day."),
    ("Удень було мінус 15.", "It was 15 degrees Celsius below zero by day."),
    ("Удень було −15 °C.", "It was 15 below zero by day."),
    ("Удень було 15 градусів морозу.", "It was -15 degrees by day."),
    ("Уночі -15, удень 15 градусів.", "It is 15 degrees by day, -15 at night."),
    ("Уночі мінус 15–20 градусів.", "It is minus 15 to minus 20 degrees at night."),
    ("Уночі 15–20 градусів.", "It is 15-20 degrees at night."),
    ("Мороз сягне 25 градусів.", "It will be as cold as minus 25 degrees."),
    ("Економіка: -5%.", "The economy shrank by 5%."),
    ("Мінус 15 танків.", "That is 15 tanks fewer."),
    ("Дім № 10 на вулиці Зеленій.", "No. 10 Zelena Street."),
    ("Перша світова війна.", "World War One."),
    ("Немає чисел.", "No numbers."),
    ("", ""),
]

DIFFER = [
    ("Загинуло 14 людей.", "It killed 40 people.", "source says 14, translation says 40"),
    ("Зібрано 15 мільйонів гривень.", "15 hryvnias were raised.", "source says 15 мільйонів гривень"),
    ("Зібрано 15 мільйонів гривень.", "15 million euros were raised.", "translation says 15 million euros"),
    ("Зібрано 15 мільйонів гривень.", "15 billion hryvnias were raised.", "translation says 15 billion hryvnias"),
    ("Це було 26 жовтня.", "It was on Oct. 16.", "source says 26 жовтня, translation says Oct. 16"),
    ("Це було 26 жовтня.", "It was on Nov. 26.", "source says жовтня, translation says Nov"),
    ("Це було в середу.", "It was on Thursday.", "source says середу, translation says Thursday"),
    ("Зросло на 15%.", "It grew by 15.", "source says 15%, translation says 15"),
    ("Відстань — 5 км.", "The distance is 5 miles.", "source says 5 км, translation says 5 miles"),
    ("Троє поранених.", "Four wounded.", "source says Троє, translation says Four"),
    ("Десятеро поранених.", "Wounded people.", "source says Десятеро, translation does not say it"),
    ("Поранені.", "Twelve wounded.", "translation says Twelve, source does not say it"),
    ("Вибух о сьомій ранку.", "The blast was at 7 p.m.", "source says сьомій ранку, translation says 7 p.m."),
    (
        "Міст закрито з 14:00 до 16:00.",
        "The bridge is closed from 3 to 4 p.m.",
        "source says 14:00, translation says 3",
    ),
    ("Міст закрито з 14:00 до 16:00.", "The bridge is closed from 2 to 5 p.m.", "translation says 5 p.m."),
    ("Міст закрито з 9:00 до 11:00.", "The bridge is closed from 9 to 11 p.m.", "source says 9:00, translation says 9"),
    ("Школа отримала 1 млн 816 тис. 800 грн.", "The school received UAH 1,816,700.", "translation says 1,816,700"),
    ("Проїзд коштує 8 грн 50 коп.", "The fare is UAH 8.05.", "source says 8 грн 50 коп, translation says 8.05"),
    ("Проїзд коштує 8 грн 50 коп.", "The fare is UAH 8.", "source says 8 грн 50 коп, translation says 8"),
    ("Зріст — 1 м 80 см.", "The height is 1.8 centimeters.", "translation says 1.8 centimeters"),
    ("Відбувся обмін «1000 на 1000».", "The 1,000-for-1,500 exchange took place.", "translation says 1,500"),
    ("Явка зросла на 7 п.п.", "Turnout rose by 7 dollars.", "source says 7 п.п, translation says 7 dollars"),
    ("Вона вийшла до 1/8 фіналу.", "She reached the last 32.", "source says 1/8 фіналу, translation says 32"),
    ("Вона вийшла до 1/4 фіналу.", "She reached the semi-finals.", "source says 1/4 фіналу, translation does not"),
    ("Вона вийшла до півфіналу.", "She reached the quarterfinals.", "source says півфіналу, translation says quarterf"),
    ("Лікарня працює 24/7.", "The hospital works.", "source says 24/7, translation does not say it"),
    ("Лікарня працює 24/7.", "The hospital works 24/5.", "translation says 5, source does not say it"),
    ("Удень було -15 градусів.", "It was 15 degrees by day.", "source says -15 градусів, translation says 15 degrees"),
    ("Удень було мінус 15.", "It was 15 degrees by day.", "source says мінус 15, translation says 15 degrees"),
    ("Удень було 15 градусів.", "It was 15 degrees below zero.", "translation says 15 degrees below zero"),
    ("Від −40 до +50 °C.", "From 40 to 50 °C.", "source says −40, translation says 40"),
    ("Збито Су-34.", "A Su-35 was downed.", "source says Су-34, translation says Su-35"),
    ("Кілька тисяч осіб.", "Several people.", "source says тисяч, translation does not say it"),
    ("Гривня зміцніла.", "The ruble strengthened.", "source says Гривня, translation says ruble"),
    ("Скоротили з 60 до 10.", "Cut from 60 to 20.", "source says 10, translation says 20"),
]


@pytest.mark.parametrize(("source", "target"), AGREE)
def test_numbers_that_agree_raise_nothing(source: str, target: str) -> None:
    assert check_numbers(source, target) == []


@pytest.mark.parametrize(("source", "target", "message"), DIFFER)
def test_numbers_that_differ_are_told_in_words(source: str, target: str, message: str) -> None:
    assert message in "; ".join(finding.message for finding in check_numbers(source, target))


def test_a_finding_points_at_both_texts() -> None:
    source, target = "Поранено 14 людей.", "It wounded 40 people."
    (finding,) = check_numbers(source, target, sentence=7)
    assert (finding.check, finding.sentence, finding.severity) == ("numbers", 7, "error")
    assert finding.source_span is not None
    assert finding.target_span is not None
    assert source[slice(*finding.source_span)] == "14"
    assert target[slice(*finding.target_span)] == "40"


def test_each_number_is_reported_once() -> None:
    findings = check_numbers("Було 14 танків, 3 гармати.", "There were 40 tanks, 5 guns.")
    assert [finding.message for finding in findings] == [
        "source says 14, translation says 40",
        "source says 3, translation says 5",
    ]


def test_a_number_said_twice_may_be_said_once() -> None:
    assert check_numbers("Із 14 кораблів 14 повернулися.", "All 14 ships returned.") == []


def test_a_lost_magnitude_is_found_beside_another_number_that_has_one() -> None:
    assert check_numbers("Зріс із 40 тисяч до 60 тисяч.", "It rose from 40,000 to 60.") != []


def test_texts_in_one_language_are_compared_too() -> None:
    found = check_numbers("Загинуло 14.", "Загинуло сорок.", source_language="uk", target_language="uk")
    assert [finding.message for finding in found] == ["source says 14, translation says сорок"]


def test_hundreds_of_thousands_of_digits_take_no_time_and_raise_nothing() -> None:
    for text in ("9" * 100_000, "1 000 " * 3000, "сто тисяч " * 3000, "1-" * 3000, "12:30" * 3000):
        assert check_numbers(text, text) == [] or text
