import pytest

from pipeline.summarize.extractive import choose
from pipeline.summarize.written import key_points_of
from tests.summarize.documents import LIBRARY_EN, LIBRARY_UK, document

UKRAINIAN, ENGLISH = document("uk", LIBRARY_UK), document("en", LIBRARY_EN)

GOOD = "Ремонт міської бібліотеки Вінниці тривав два роки."
GARDEN = "Місто шукає 12 мільйонів гривень на зимовий сад."


def test_written_points_that_the_article_supports_are_kept_with_their_sentences() -> None:
    points = key_points_of(UKRAINIAN, [GARDEN, GOOD], 2)
    assert [(point.text, point.sentences) for point in points] == [(GOOD, (1,)), (GARDEN, (10,))]


def test_what_is_missing_is_chosen_from_the_article() -> None:
    points = key_points_of(UKRAINIAN, [GOOD], 3)
    assert len(points) == 3
    assert points[0].text == GOOD
    assert (1,) not in [point.sentences for point in points[1:]]
    assert key_points_of(UKRAINIAN, [], 3) == choose(UKRAINIAN, 3)


@pytest.mark.parametrize(
    "bad",
    [
        "Ремонт міської бібліотеки Вінниці тривав 20 років.",  # a number of its own
        "Ремонт міської бібліотеки Житомира тривав два роки.",  # a name of its own
        "Рибалки врятували оленя, який провалився під кригу.",  # no support
        "Чи тривав ремонт міської бібліотеки Вінниці два роки?",
        "Нагадаємо, ремонт міської бібліотеки Вінниці тривав два роки.",
        "Він тривав два роки і коштував 46 мільйонів гривень.",
        "«Тут знову чути дитячий сміх», — сказала вона.",
        "Ми ремонтували міську бібліотеку Вінниці два роки.",
        "Ремонт міської бібліотеки, ремонт міської бібліотеки, ремонт міської бібліотеки.",
        "Ремонт міської бібліотеки тривав",
        "",
    ],
)
def test_written_points_that_break_a_rule_or_have_no_support_are_replaced(bad: str) -> None:
    points = key_points_of(UKRAINIAN, [bad], 3)
    assert points == choose(UKRAINIAN, 3)


def test_a_written_point_that_repeats_another_is_left_out() -> None:
    points = key_points_of(UKRAINIAN, [GOOD, "Два роки тривав ремонт міської бібліотеки Вінниці.", GARDEN], 3)
    assert sum("два роки" in point.text.lower() for point in points) == 1


def test_more_written_points_than_wanted_are_cut_off() -> None:
    assert [point.text for point in key_points_of(UKRAINIAN, [GARDEN, GOOD], 1)] == [GARDEN]


def test_a_written_point_loses_its_connective() -> None:
    written = "However, the renovation of the Vinnytsia library took two years."
    assert key_points_of(ENGLISH, [written], 1)[0].text == "The renovation of the Vinnytsia library took two years."


def test_an_answer_in_another_language_is_replaced() -> None:
    written = ["The city library was renovated in two years.", "Библиотеку ремонтировали два года, сообщают власти."]
    assert key_points_of(UKRAINIAN, written, 3) == choose(UKRAINIAN, 3)
