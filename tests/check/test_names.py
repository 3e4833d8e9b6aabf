import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.check.names import check_consistency, check_names, mark_unknown_names, repair_names, spelled_in
from pipeline.config import GlossaryConfig
from pipeline.names.glossary import Glossary, load_glossary


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return load_glossary(GlossaryConfig())


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Володимир Зеленський прибув до Києва.", "Volodymyr Zelenskyy arrived in Kyiv."),
        ("Президент Зеленський прибув.", "President Zelenskyy's plane has landed."),
        ("Переговори з росією в москві.", "Talks with Russia in Moscow."),
        ("Прем'єр Угорщини Віктор Орбан.", "Hungarian Prime Minister Viktor Orban."),
        ("У Міноборони Польщі пояснили.", "The Polish Ministry of Defense explained."),
        ("Розповіла мешканка Лариса Бортничук.", "Larysa Bortnychuk, a resident, said."),
        ("Сергій Бортничук пішов.", "Serhiy Bortnychuk left."),
        ("Дослідник Шон Малкахі з Лідса.", "Sean Mulcahy, a researcher from Leeds."),
        ("Збили «шахеди» та ракети Х-101.", "Shaheds and Kh-101 missiles were shot down."),
        ("Пише The Daily Planet.", "The Daily Planet writes."),
        ("Суми виплат зросли.", "Payouts have risen."),
        ("Сеульська розвідка мовчить.", "Seoul's intelligence is silent."),
        ("Уночі було тихо.", "The night was quiet."),
    ],
)
def test_right_names_raise_nothing(glossary: Glossary, source: str, target: str) -> None:
    assert check_names(source, target, glossary) == []


@pytest.mark.parametrize(
    ("source", "target", "message", "severity"),
    [
        (
            "Удар «Орєшніком».",
            "A strike with Hazelnut.",
            "it should be Oreshnik (configs/glossary/military.tsv",
            "error",
        ),
        ("Бої за Харків.", "Battles for Kharkov.", "source says Харків, translation says Kharkov", "error"),
        (
            "У Трампа заявили.",
            "The aides of the president said.",
            "translation has no such name; it should be",
            "error",
        ),
        ("Збили С-300.", "A C-300 was destroyed.", "it should be S-300", "error"),
        ("Сказала Лариса Бортничук.", "Larysa Bartnychuk said.", "it should be Bortnychuk (KMU-2010)", "error"),
        ("Сказав Шон Малкахі.", "Sean Malkovich said.", "source says Малкахі, translation says Malkovich", "error"),
        ("Рішення ухвалено.", "The decision was made in Paris.", "translation says Paris, source has no", "warning"),
        ("Пише Washington Inquirer.", "Washington Inqiurer writes.", "it should be Inquirer", "error"),
        ("Українські сили.", "Ukranian forces.", "it should be Ukrainian", "error"),
    ],
)
def test_a_wrong_name_is_found(glossary: Glossary, source: str, target: str, message: str, severity: str) -> None:
    (finding,) = check_names(source, target, glossary, sentence=3)
    assert message in finding.message
    assert (finding.check, finding.sentence, finding.severity) == ("names", 3, severity)


def test_spans_point_at_the_name_in_both_texts(glossary: Glossary) -> None:
    source, target = "Учора в Харкові було тихо.", "Kharkov was quiet yesterday."
    (finding,) = check_names(source, target, glossary)
    assert finding.source_span
    assert finding.target_span
    assert source[slice(*finding.source_span)] == "Харкові"
    assert target[slice(*finding.target_span)] == "Kharkov"


def test_a_name_is_no_misspelling_of_another_that_the_source_has(glossary: Glossary) -> None:
    source = "Володимир Зеленський та Олена Зеленська прибули."
    assert check_names(source, "Volodymyr Zelenskyy and Olena Zelenska arrived.", glossary) == []


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        (
            "Володимир Зеленський прибув до Дніпра.",
            "Vladimir Zelensky arrived in Dnepr.",
            "Volodymyr Zelenskyy arrived in Dnipro.",
        ),
        ("Команда Зеленського.", "Zelensky's team.", "Zelenskyy's team."),
        ("КИЇВ ПІД УДАРОМ", "KIEV UNDER ATTACK", "KYIV UNDER ATTACK"),
        ("Летіли «шахеди».", "Shaheeds flew.", "Shaheds flew."),
        ("Ракета «Калібр» упала.", "A Caliber missile fell.", "A Kalibr missile fell."),
        ("Крилаті ракети летять.", "Winged missiles are flying.", "Cruise missiles are flying."),
        ("Комплекс С–300.", "A C-300 system.", "A S-300 system."),
        ("Сказав Тарас Бортничук.", "Taras Bortnichyk said.", "Taras Bortnychuk said."),
    ],
)
def test_wrong_forms_are_replaced_and_nothing_else(glossary: Glossary, source: str, target: str, mended: str) -> None:
    repair = repair_names(source, target, glossary, sentence=2)
    assert repair.text == mended
    assert all((one.action, one.sentence) == ("repaired", 2) for one in repair.findings)
    assert check_names(source, repair.text, glossary) == []


def test_repaired_spans_are_those_of_the_new_text(glossary: Glossary) -> None:
    repair = repair_names("Зеленський у Києві з Кличком.", "Zelensky in Kiev with Klichko.", glossary)
    assert repair.text == "Zelenskyy in Kyiv with Klitschko."
    shown = [repair.text[slice(*one.target_span)] for one in repair.findings if one.target_span]
    assert shown == ["Zelenskyy", "Kyiv", "Klitschko"]


def test_what_is_right_or_missing_stays_as_it_is(glossary: Glossary) -> None:
    for source, target in (("Київ чекає.", "Kyiv is waiting."), ("Трамп чекає.", "Biden is waiting.")):
        assert repair_names(source, target, glossary).text == target


def test_a_foreign_name_is_never_replaced_by_a_romanisation(glossary: Glossary) -> None:
    assert repair_names("Сказав Шон Малкахі.", "Sean Malkovich said.", glossary).findings == ()


def test_a_newsrooms_spelling_is_enforced(tmp_path) -> None:
    (tmp_path / "ours.tsv").write_text("english\tukrainian\tkind\nKiev\tКиїв\tplace\n", encoding="utf-8")
    ours = load_glossary(GlossaryConfig(files=[str(tmp_path / "ours.tsv")]))
    assert repair_names("У Києві тихо.", "Kyiv is quiet.", ours).text == "Kiev is quiet."


def test_one_person_is_spelled_one_way_through_a_brief(glossary: Glossary) -> None:
    pairs = [
        ("Заявив Тарас Бортничук.", "Taras Bortnychuk said."),
        ("Бортничука викликали.", "Bortnichuk was summoned."),
        ("Бортничук пішов.", "Bortnychuk left."),
    ]
    (finding,) = check_consistency(spelled_in(pairs, glossary))
    assert finding.sentence == 1
    assert finding.message == "Бортничука is Bortnichuk here and Bortnychuk elsewhere in this brief"
    assert finding.target_span == (0, len("Bortnichuk"))


def test_a_man_and_a_woman_of_one_name_are_two(glossary: Glossary) -> None:
    pairs = [("Прийшов Олександр Рогозін.", "Oleksandr Rohozin came."), ("Олександра пішла.", "Oleksandra left.")]
    assert check_consistency(spelled_in(pairs, glossary)) == []


def test_a_foreign_name_that_nothing_confirms_is_noted_once(glossary: Glossary) -> None:
    pairs = [
        ("Сказав Шон Малкахі.", "Sean Mulcahy said."),
        ("Малкахі пішов.", "Mulcahy left."),
        ("Прийшов Тарас Бортничук.", "Taras Bortnychuk came."),
    ]
    (note,) = mark_unknown_names(spelled_in(pairs, glossary))
    assert (note.sentence, note.severity) == (0, "note")
    assert note.message == "Малкахі is not in the glossary: is it spelled Mulcahy?"


SNIPPETS = """
    Київ Києва Зеленський путін «Град» С-300 Х-101 Шон Малкахі рф — , . Kyiv Kiev Zelensky Mulcahy C-300 a the U.S. 16
    Івано-Франківськ al-Assad O'Hara ʼ ’ \u0301 \u200b 𝔛 İ ß
"""
WORDS = st.sampled_from(SNIPPETS.split())
TEXTS = st.one_of(st.text(max_size=40), st.lists(WORDS, max_size=12).map(" ".join))


@settings(deadline=None)
@given(source=TEXTS, target=TEXTS)
def test_no_text_raises_and_every_span_lies_within(glossary: Glossary, source: str, target: str) -> None:
    for finding in check_names(source, target, glossary):
        for span, text in ((finding.source_span, source), (finding.target_span, target)):
            assert span is None or 0 <= span[0] < span[1] <= len(text)


@settings(deadline=None)
@given(source=TEXTS, target=TEXTS)
def test_a_repair_leaves_less_to_find_and_says_what_it_did(glossary: Glossary, source: str, target: str) -> None:
    before = check_names(source, target, glossary)
    repair = repair_names(source, target, glossary)
    assert len(check_names(source, repair.text, glossary)) <= len(before) - len(repair.findings)
    assert (repair.text == target) == (not repair.findings)


def test_a_text_too_long_to_compare_is_said_not_to_be_compared(glossary: Glossary) -> None:
    (finding,) = check_names("Василь Іваненко приїхав до Києва. " * 200, "Nobody came.", glossary)
    assert (finding.severity, finding.message) == (
        "note",
        "is longer than 5,000 characters: its names were not compared",
    )


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Пожежа сталася в Київському районі Харкова.", "The fire broke out in Kharkiv's Kyivskyi district."),
        ("На вулиці Київській у Житомирі відкрили школу.", "A school has opened on Kyivska Street in Zhytomyr."),
        ("Аварія сталася на Харківському шосе.", "The accident happened on Kharkivske Highway."),
        ("Потяги не зупиняються на станції «Київська».", "Trains do not stop at Kyivska station."),
        ("Обстріляли Покровську громаду та Нікополь.", "Pokrovske community and Nikopol were shelled."),
        ("Біля метро «Героїв Дніпра» сталася пожежа.", "A fire broke out near Heroiv Dnipra metro station."),
        ("У селі Українське загинув чоловік.", "A man was killed in the village of Ukrainske."),
        ("«Шахтар» обіграв «Карпати» з рахунком 3:1.", "Shakhtar beat Karpaty 3-1."),
        ("Пожежа сталася в Київському районі Харкова.", "The fire broke out in Kharkiv's Kyiv district."),
    ],
)
def test_a_name_within_a_name_may_be_written_as_it_sounds(glossary: Glossary, source: str, target: str) -> None:
    assert repair_names(source, target, glossary).text == target
    assert check_names(source, target, glossary) == []


def test_elsewhere_a_name_as_it_sounds_is_a_mistake(glossary: Glossary) -> None:
    mended = repair_names("Українська армія відбила атаку.", "The Ukrainska army repelled the attack.", glossary)
    assert mended.text == "The Ukrainian army repelled the attack."
    said = "«Ми їдемо додому, до Карпат, і нікуди звідти вже не поїдемо», — сказала Марія."
    (finding,) = check_names(said, '"We are going home to Karpat," Mariia said.', glossary)
    assert "Карпат" in finding.message


@pytest.mark.parametrize(
    ("source", "target", "missing"),
    [
        ("ЄС засудив удар.", "The UN condemned the strike.", "ЄС"),
        ("МВФ схвалив транш.", "The World Bank approved the tranche.", "МВФ"),
        ("МАГАТЕ повідомило про обстріл.", "The WHO reported shelling.", "МАГАТЕ"),
        ("Верховна Рада ухвалила бюджет.", "The Cabinet of Ministers adopted the budget.", "Верховна Рада"),
    ],
)
def test_an_organisation_told_as_another_is_found(glossary: Glossary, source: str, target: str, missing: str) -> None:
    (finding,) = check_names(source, target, glossary)
    assert f"source says {missing}, translation has no such name" in finding.message


def test_an_organisation_that_is_described_is_not_missing(glossary: Glossary) -> None:
    assert check_names("НАБУ відкрило справу.", "The anti-corruption bureau, who asked, opened a case.", glossary) == []


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        (
            "Збройні сили України звільнили село.",
            "The Russian Armed Forces liberated the village.",
            "The Armed Forces of Ukraine liberated the village.",
        ),
        (
            "Міноборони РФ заявило про удар.",
            "The Ukrainian Defence Ministry claimed a strike.",
            "The Russian Defence Ministry claimed a strike.",
        ),
        (
            "Міноборони України відповіло Міноборони РФ.",
            "The Ukrainian Defence Ministry responded to the Russian Defence Ministry.",
            "The Ukrainian Defence Ministry responded to the Russian Defence Ministry.",
        ),
        (
            "ЗСУ відбили атаки російських військ.",
            "The Armed Forces repelled Russian attacks.",
            "The Armed Forces repelled Russian attacks.",
        ),
    ],
)
def test_an_army_or_ministry_is_not_told_as_the_other_sides(
    glossary: Glossary, source: str, target: str, mended: str
) -> None:
    assert repair_names(source, target, glossary).text == mended
    assert check_names(source, mended, glossary) == []
