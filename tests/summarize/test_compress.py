import pytest

from pipeline.records import Language
from pipeline.summarize.compress import compress


@pytest.mark.parametrize(
    ("language", "text", "shorter"),
    [
        ("uk", "Водночас на півдні наступу не було.", "На півдні наступу не було."),
        ("uk", "Крім того, місто купить 12 автобусів.", "Місто купить 12 автобусів."),
        ("uk", "Натомість опозиція пропонує інший план.", "Опозиція пропонує інший план."),
        ("uk", "При цьому ціна квитка не зросте.", "Ціна квитка не зросте."),
        ("uk", "Однак, за словами мера, грошей немає.", "За словами мера, грошей немає."),
        ("uk", "Тим часом у Львові відкрили другий міст.", "У Львові відкрили другий міст."),
        ("uk", "Своєю чергою, Польща закрила два переходи.", "Польща закрила два переходи."),
        ("uk", "Але водночас уряд не скасував мита.", "Уряд не скасував мита."),
        ("uk", "Але водночас і пором не ходить.", "Водночас і пором не ходить."),
        ("uk", "Але йому бракує двох голосів.", "Йому бракує двох голосів."),
        ("uk", "Зокрема, «Укрзалізниця» скасувала п'ять рейсів.", "«Укрзалізниця» скасувала п'ять рейсів."),
        ("en", "However, the council did not vote.", "The council did not vote."),
        ("en", "In addition, the city will buy 12 buses.", "The city will buy 12 buses."),
        ("en", "At the same time, fares will not rise.", "Fares will not rise."),
        ("en", "But the council has not voted yet.", "The council has not voted yet."),
        ("en", "Meanwhile, iPhone sales fell by 4%.", "iPhone sales fell by 4%."),
    ],
)
def test_a_connective_at_the_start_is_cut_and_the_rest_capitalised(language: Language, text: str, shorter: str) -> None:
    assert compress(text, language) == shorter


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Крім того, що бракує грошей, бракує й часу."),
        ("uk", "Тим часом як міст ремонтують, їздить пором."),
        ("uk", "Водночас із мостом закрили набережну."),
        ("uk", "Але й громада має вимоги до підрядника."),
        ("uk", "Але ж ремонт мосту триває третій рік."),
        ("uk", "Також і сусідня громада ремонтує міст."),
        ("uk", "Проте й там бракує пального."),
        ("uk", "Однак би пором ходив і взимку."),
        ("uk", "Також ні."),  # nothing would be left
        ("uk", "Не лише міст, а й дорога потребує ремонту."),
        ("uk", "Імовірно, міст відкриють у травні."),  # a hedge is meaning
        ("uk", "Нібито міст відкриють у травні."),
        ("en", "But for the flood, the bridge would have opened."),
        ("en", "Yet another bridge was closed on Monday."),
        ("en", "So far nobody has claimed the prize."),
        ("en", "Still waters hide the remains of the bridge."),
        ("en", "Allegedly, the bridge will open in May."),
    ],
)
def test_what_only_looks_like_a_connective_stays(language: Language, text: str) -> None:
    assert compress(text, language) == text


@pytest.mark.parametrize(
    ("language", "text", "shorter"),
    [
        ("uk", "Міст відкриють у травні, передає УНН.", "Міст відкриють у травні."),
        ("uk", "Міст відкриють у травні, повідомляє «Укрінформ».", "Міст відкриють у травні."),
        ("uk", "Міст відкриють у травні, пише видання.", "Міст відкриють у травні."),
        ("uk", "Міст відкриють у травні — пише газета.", "Міст відкриють у травні."),
        ("uk", "Як повідомляє Укрінформ, міст відкриють у травні.", "Міст відкриють у травні."),
        ("en", "The bridge will open in May, Ukrinform reports.", "The bridge will open in May."),
        ("en", "The bridge will open in May, the newspaper writes.", "The bridge will open in May."),
        ("en", "As the outlet notes, the bridge will open in May.", "The bridge will open in May."),
    ],
)
def test_a_credit_that_only_relays_is_cut(language: Language, text: str, shorter: str) -> None:
    assert compress(text, language) == shorter


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Ворог утратив 20 танків, повідомив Генеральний штаб."),
        ("uk", "Москва готує новий наступ, пише The Washington Post."),
        ("uk", "Москва готує новий наступ, передає УНН з посиланням на Reuters."),
        ("uk", "«Міст відкриють у травні», — пише видання."),  # the quotation would lose its speaker
        ("uk", "«Міст відкриють у травні», передає УНН."),
        ("uk", "За словами речника, міст відкриють у травні."),
        ("en", "Moscow is preparing a new offensive, Reuters reports."),
        ("en", '"The bridge will open in May," the newspaper writes.'),
        ("en", "The suspect was released, the police said."),
        ("en", "According to the mayor, the bridge will open in May."),
    ],
)
def test_an_attribution_that_says_who_claims_stays(language: Language, text: str) -> None:
    assert compress(text, language) == text


def test_numbers_names_and_negations_are_never_touched() -> None:
    text = "Водночас Київрада не виділила 3,5 млн грн на міст Патона, передає УНН."
    assert compress(text, "uk") == "Київрада не виділила 3,5 млн грн на міст Патона."


def test_text_in_another_language_is_left_alone() -> None:
    assert compress("However, nothing is known of it.", "und") == "However, nothing is known of it."
