import pytest

from pipeline.text.media import find_media, is_medium, medium_of_url


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("пише Washington Post", "The Washington Post"),
        ("за даними «Української правди»", "Українська правда"),
        ("the Washington Post (reported)", "The Washington Post"),
        ("WSJ уточнює", "The Wall Street Journal"),
        ("агентство Рейтер", "Reuters"),
        ("на сайті РБК-Україна", "РБК-Україна"),
    ],
)
def test_medium_is_known_by_any_of_its_names(text: str, name: str) -> None:
    assert [found.medium.name for found in find_media(text)] == [name]


def test_longest_name_at_a_place_counts() -> None:
    assert [found.medium.name for found in find_media("The Sunday Times and BBC News Україна")] == [
        "The Sunday Times",
        "BBC",
    ]


@pytest.mark.parametrize("text", ["у фокусі уваги", "час від часу", "it takes time", "nyt", "вже нв"])
def test_common_words_are_not_media(text: str) -> None:
    assert find_media(text) == []


def test_spans_are_those_of_the_text() -> None:
    text = "Про це пише Financial Times."
    (found,) = find_media(text)
    assert text[found.start : found.end] == "Financial Times"


def test_line_is_a_medium_only_if_it_is_nothing_else() -> None:
    assert is_medium("Українська правда")
    assert not is_medium("Українська правда пише")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.pravda.com.ua/news/1", "Українська правда"),
        ("https://eng.lb.ua/x", ""),
        ("https://notpravda.com.ua", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_medium_is_known_by_its_domain(url: str, name: str) -> None:
    assert medium_of_url(url) == name
