import pytest

from pipeline.summarize.question import ask, question_of


def test_the_question_states_the_number_of_points_and_holds_the_article() -> None:
    assert "4" in ask("", "Стаття.", 4, "uk").split("Стаття.")[0]
    assert ask("", "Article.", 4, "en").endswith("Article.")


def test_a_cards_prompt_is_used_as_it_stands() -> None:
    assert ask("Sum up in {points}: {text} Thanks.", "Article.", 2, "en") == "Sum up in 2: Article. Thanks."
    assert ask("Sum up: ", "Article.", 2, "en") == "Sum up: Article."


def test_braces_of_the_article_are_left_alone() -> None:
    assert ask("{points} of {text}", "{points} {text}", 2, "en") == "2 of {points} {text}"


def test_an_undecided_language_is_asked_in_english() -> None:
    assert ask("", "?", 3, "und").startswith("Here is")


@pytest.mark.parametrize("prompt", ["", "Sum up: ", "Sum up {text} in {points}."])
def test_every_question_has_one_place_for_the_article(prompt: str) -> None:
    assert question_of(prompt, "uk").count("{text}") == 1
