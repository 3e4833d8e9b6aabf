import pytest

from pipeline.text.captions import is_caption, may_be_headline, remove_captions
from pipeline.text.page import read_lines, removals


@pytest.mark.parametrize(
    "line",
    [
        "Фото: Getty Images",
        "Нарада в Києві. Фото: пресслужба уряду",
        "Прапор біля будівлі уряду (фото: Ганна Левчук)",
        "The reading room on Aug. 12, 2024. (Petro Holub/AFP via Getty Images)",
        "Several fires broke out. (State Emergency Service/Telegram)",
        "Firefighters at the scene. Martin Reyes/Reuters",
        "File photo: lawmakers vote. REUTERS/Martin Reyes",
        "A view of the port. Photograph: Martin Reyes/The Guardian",
        "Foreign minister AP Photo/Martin Reyes",
        "Ілюстративне фото",
        "На знімку: нарада в обласній адміністрації",
        "Засідання уряду / Depositphotos",
        "© EPA-EFE",
        "Колаж - 24 Канал",
        "A queue at a distribution point. Illustration by Tom Hara",
        "Київ, архівне фото",
        "Автор фото, Getty Images",
        "Підпис до фото, Черга до читальної зали. Її відкрили в серпні.",
        "Image source, Getty Images",
        "Media caption, The queue at the reading room",
        "© 2024 AFP",
        "© Укрінформ",
    ],
)
def test_credit_makes_a_caption(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "Creditors advise raising prices gradually.",
        "Фотограф виграв премію за знімок з Бахмута.",
        "Ставка зросла до 15,5% (на 2 пункти).",
        "За матч забили вісім голів (5:3).",
        "Reuters/Ipsos провели опитування серед 1 200 американців.",
        "The photo shows a queue at the border.",
        "Image of the enemy: how propaganda works",
        "Автор фото, який знімав Бахмут, отримав премію.",
        "Автор фото, Іван Коваль, отримав премію.",
        "© 2025 Українська правда. Усі права захищено.",
        "© Українська правда, 2000-2025",
        "2000–2025 © Українська правда",
        "Copyright © 2025 УНІАН",
        "© Reuters. All rights reserved.",
    ],
)
def test_text_about_pictures_brackets_and_notices_of_copyright_are_no_captions(line: str) -> None:
    assert not is_caption(line)


def test_long_paragraph_is_never_a_caption() -> None:
    assert not is_caption("Слово за словом. " * 40 + "(Іван Коваль/AFP)")


@pytest.mark.parametrize(
    "tag", ["(фото)", "(ФОТО, ВІДЕО)", "(відео)", "[Фото]", "(фото та відео)", "(photos)", "(VIDEO)"]
)
def test_tag_that_tells_of_pictures_is_cut_and_its_headline_stays(tag: str) -> None:
    (line,) = lines = read_lines(f"У Луцьку відкрили бібліотеку для дітей {tag}")
    remove_captions(lines)
    assert (line.text, line.rule) == ("У Луцьку відкрили бібліотеку для дітей", "")
    assert [(piece.rule, piece.text) for piece in removals(lines)] == [("picture tag", tag)]


def test_sentence_that_ends_in_a_tag_stays_whole() -> None:
    (line,) = lines = read_lines("Рятувальники показали, як працювали вночі (фото).")
    remove_captions(lines)
    assert (line.text, line.rule) == ("Рятувальники показали, як працювали вночі (фото).", "")


def test_headline_behind_a_label_is_told_from_a_credit() -> None:
    for headline in (
        "Відео: момент удару блискавки у вежу",
        "Фото: мер зустрівся з бібліотекарями",
        "Відео: поліція показала затримання викрадача",
        "Video: the moment lightning hits the tower",
    ):
        assert is_caption(headline)
        assert may_be_headline(headline)
    for credit in (
        "Фото: Ганна Левчук",
        "Фото: пресслужба міської ради Луцька",
        "Відео: Головне управління поліції Волинської області",
        "Фото: Ганна Левчук / Суспільне Луцьк",
        "Фото: Ганна Левчук для агентства Reuters",
        "Фото: Ганна Левчук та Іван Коваль",
        "Відео: Telegram-канал загону рятувальників",
    ):
        assert not may_be_headline(credit)
