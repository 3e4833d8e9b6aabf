import pytest

from pipeline.records import Language
from pipeline.summarize.cuts import shortened
from pipeline.text.attribution import is_attributed


@pytest.mark.parametrize(
    ("language", "text", "shorter"),
    [
        (
            "uk",
            "Уряд представив велику перебудову системи притулку, за якою захист переглядатимуть щороку.",
            "Уряд представив велику перебудову системи притулку.",
        ),
        (
            "uk",
            "Угруповання перекрило постачання пального до країни, зупинивши транспорт і школи.",
            "Угруповання перекрило постачання пального до країни.",
        ),
        (
            "uk",
            "Новий контингент налічуватиме до 5500 військових, тоді як попередній мав до тисячі.",
            "Новий контингент налічуватиме до 5500 військових.",
        ),
        (
            "uk",
            "Спікер Майк Джонсон, який колись голосував проти, виніс закон на розгляд Конгресу.",
            "Спікер Майк Джонсон виніс закон на розгляд Конгресу.",
        ),
        (
            "uk",
            "Складання безпілотників налагоджено на заводі в Татарстані, де використовують працю підлітків.",
            "Складання безпілотників налагоджено на заводі в Татарстані.",
        ),
        (
            "en",
            "The union bought two batteries for 2.5 billion dollars, paying in four instalments.",
            "The union bought two batteries for 2.5 billion dollars.",
        ),
        (
            "uk",
            "Міністр сказав журналістам, що Мерц, який учора прибув до Києва, підтримує план.",
            "Міністр сказав журналістам, що Мерц підтримує план.",
        ),
        (
            "en",
            "The minister said that the AfD, which leads in the polls, is a danger to the country.",
            "The minister said that the AfD is a danger to the country.",
        ),
        (
            "en",
            "The bank, which keeps its rate at 16 percent, warned that prices would rise.",
            "The bank warned that prices would rise.",
        ),
        (
            "en",
            "Traffic on the section resumed at about 10 a.m.; until then cars were diverted.",
            "Traffic on the section resumed at about 10 a.m.",
        ),
        (
            "en",
            "The state has allocated 1.5 billion hryvnias for this, and communities chip in the rest.",
            "The state has allocated 1.5 billion hryvnias for this.",
        ),
    ],
)
def test_what_is_told_beside_the_main_clause_is_cut(language: Language, text: str, shorter: str) -> None:
    assert list(shortened(text, language)) == [shorter]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Штраф у десять тисяч гривень загрожує водіям, які перевищили швидкість."),  # not all drivers
        ("uk", "Індія стала четвертою державою у світі, якій це вдалося зробити."),
        ("uk", "Роботодавцям, які облаштують пандус, компенсують до ста тисяч гривень."),
        ("uk", "Депутата звинуватили в отриманні великої суми, яку він не визнає."),
        ("uk", "Місто не будуватиме нового мосту цього року, а ремонтуватиме старий міст."),
        ("uk", "За словами родичів, дехто летів до столиці муляром, а опинився в окопі."),
        ("uk", "Якщо рада ухвалить бюджет цього тижня, тариф зросте, тож ціни підуть угору."),
        ("en", "If the council adopts the budget this week, fares will rise, so prices will follow."),
        ("en", "The minister was accused of taking a large bribe, which he denies."),
        ("en", "Russia claimed almost five thousand shellings; these figures cannot be verified."),
        ("en", "According to RFI, the head of state, having fallen out with the generals, flew to Dubai."),
        ("en", "The new sanctions that the union adopted cover shipping, banking and energy."),
        ("en", "The bridge was to have opened in May, but the flood has delayed it."),
        ("en", '"We will rebuild the bridge in May," the mayor of the city said, smiling, "and open it."'),
    ],
)
def test_what_limits_denies_or_carries_the_sentence_stays(language: Language, text: str) -> None:
    assert list(shortened(text, language)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Ворог утратив за добу двадцять танків і гармат, про що повідомив Генеральний штаб."),
        ("en", "The enemy lost twenty tanks and guns in a single day, with the General Staff saying so."),
    ],
)
def test_who_says_it_is_never_cut(language: Language, text: str) -> None:
    assert is_attributed(text, "en" if language == "en" else "uk")
    assert list(shortened(text, language)) == []


def test_text_in_another_language_is_left_alone() -> None:
    assert list(shortened("Мост открыли, который строили три года подряд.", "ru")) == []
