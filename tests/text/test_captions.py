import pytest

from pipeline.text.captions import is_caption


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
    ],
)
def test_text_about_pictures_and_brackets_is_no_caption(line: str) -> None:
    assert not is_caption(line)


def test_long_paragraph_is_never_a_caption() -> None:
    assert not is_caption("Слово за словом. " * 40 + "(Іван Коваль/AFP)")
