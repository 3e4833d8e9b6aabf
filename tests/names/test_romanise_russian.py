import pytest

from pipeline.names.romanise_russian import romanise_russian


@pytest.mark.parametrize(
    ("ukrainian", "published"),
    [
        ("Пєсков", "Peskov"),
        ("Медведєв", "Medvedev"),
        ("Бєлоусов", "Belousov"),
        ("Рябков", "Ryabkov"),
        ("Соловйов", "Solovyov"),
        ("Аксьонов", "Aksyonov"),
        ("Навальний", "Navalny"),
        ("Ходорковський", "Khodorkovsky"),
        ("Небензя", "Nebenzya"),
        ("Єльцин", "Yeltsin"),
        ("Гладков", "Gladkov"),
        ("Абрамович", "Abramovich"),
        ("Кадиров", "Kadyrov"),
        ("Наришкін", "Naryshkin"),
        ("Львова-Бєлова", "Lvova-Belova"),
        ("Собянін", "Sobyanin"),
        ("Кирієнко", "Kiriyenko"),
        ("Пригожин", "Prigozhin"),
    ],
)
def test_names_are_spelled_as_they_are_published(ukrainian: str, published: str) -> None:
    assert romanise_russian(ukrainian) == published


def test_capitals_stay_capitals() -> None:
    assert romanise_russian("РЯБКОВ") == "RYABKOV"
