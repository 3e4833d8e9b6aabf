import pytest

from pipeline.summarize.support import SupportFinder
from tests.summarize.documents import LIBRARY_EN, LIBRARY_UK, document

UKRAINIAN = SupportFinder(document("uk", LIBRARY_UK))
ENGLISH = SupportFinder(document("en", LIBRARY_EN))


def test_a_point_is_linked_to_the_sentences_it_rests_on() -> None:
    assert UKRAINIAN.find("Ремонт міської бібліотеки Вінниці коштував 46 мільйонів гривень.") == (1,)
    assert ENGLISH.find("The reopened Vinnytsia library has a shelter for 200 people.") == (1, 3)


def test_other_forms_of_a_word_support_it() -> None:
    assert UKRAINIAN.find("У бібліотеку Вінниці після ремонтів надійшли тисячі книжок.") != ()


@pytest.mark.parametrize(
    "text",
    [
        "Ремонт міської бібліотеки Вінниці коштував 64 мільйони гривень.",  # another number
        "Ремонт міської бібліотеки Полтави коштував 46 мільйонів гривень.",  # another name
        "Ремонт бібліотеки за 46 мільйонів гривень відкрив президент США.",  # an abbreviation
        "Рибалки врятували оленя, який провалився під кригу.",  # another article
        "The library of the city was renovated in two years.",  # another language
        "Він і вона та вони.",  # no content words at all
    ],
)
def test_a_point_that_the_article_does_not_say_has_no_support(text: str) -> None:
    assert UKRAINIAN.find(text) == ()


def test_headings_support_nothing() -> None:
    finder = SupportFinder(document("uk", "H: Місто відкриває бібліотеку\nP: Депутати голосували три години."))
    assert finder.find("Місто відкриває бібліотеку.") == ()


def test_the_title_supports_only_what_the_body_does_not() -> None:
    text = "T: Міст у Рівному закрили\nP: Міст закрили на ремонт до травня."
    finder = SupportFinder(document("uk", text))
    assert finder.find("Міст закрили на ремонт.") == (1,)
    assert finder.find("Міст у Рівному закрили на ремонт.") == (0, 1)


def test_an_article_without_sentences_supports_nothing() -> None:
    assert SupportFinder(document("uk", "H: Міст закрили")).find("Міст закрили на ремонт.") == ()


def test_a_number_that_counts_something_else_is_no_support() -> None:
    assert UKRAINIAN.find("Ремонт міської бібліотеки Вінниці коштував 200 мільйонів гривень.") == ()
    assert UKRAINIAN.find("Ремонт міської бібліотеки Вінниці тривав 200 років.") == ()
    assert ENGLISH.find("The renovation of the Vinnytsia library took 46 years.") == ()
    assert ENGLISH.find("The renovation of the Vinnytsia library cost 46 million hryvnias.") == (1,)
