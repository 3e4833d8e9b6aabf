import pytest

from pipeline.text.date_lines import is_bare_date, take_date
from pipeline.text.page import kept, read_lines

PARAGRAPH = "Рада підтримала закон про бібліотеки, повідомив голова комітету."


@pytest.mark.parametrize(
    "line",
    [
        "Опубліковано: 31.10.2025 14:20",
        "п'ятниця, 31 жовтня 2025 року о 14:20",
        "31 жовтня 2025, 14:20 | Ольга Гнатів",
        "31.10.2025, 14:20 | Оновлено 01.11.2025, 10:00",
        "First published October 31, 2025",
        "31 жовтня 2025, 14:20 • 1245 переглядів",
        "31 жовтня 2025, 14:20 | 1 245 переглядів | 12 коментарів",
        "31 жовтня 2025\t14:20\t12 коментарів",
        "31.10.2025, 14:20 • Читати 2 хв",
        "31 жовтня 2025, 14:20, 2 хв читання",
        "31 жовтня 2025, 14:20 • Оновлено годину тому",
        "October 31, 2025 9:13 AM · Updated 2 hours ago",
        "Вісник Новини, 31 жовтня 2025, 14:20, Ольга Гнатів",
        "Київ • УНН • 31 жовтня 2025, 14:20 • 1245 переглядів",
    ],
)
def test_date_line_above_the_text_dates_the_article_and_goes(line: str) -> None:
    lines = read_lines(f"Заголовок статті про книги\n{line}\n{PARAGRAPH}")
    assert take_date(lines) == "2025-10-31"
    assert line not in [left.text for left in kept(lines)]


def test_update_counts_only_where_nothing_else_is_stated() -> None:
    assert take_date(read_lines(f"Оновлено: 1 листопада 2025\n31 жовтня 2025\n{PARAGRAPH}")) == "2025-10-31"
    assert take_date(read_lines(f"Оновлено: 1 листопада 2025\n{PARAGRAPH}")) == "2025-11-01"


def test_label_counts_below_the_text_too_but_a_bare_date_does_not() -> None:
    assert take_date(read_lines(f"{PARAGRAPH}\nОпубліковано: 31.10.2025")) == "2025-10-31"
    assert take_date(read_lines(f"{PARAGRAPH}\n31.10.2025\nІнша новина про щось")) == ""


@pytest.mark.parametrize(
    "line",
    [
        "Головне за 31 жовтня 2025",
        "31 жовтня 2025, 14:20 • як живе місто",
        "Photo taken on Oct. 23, 2024 in Kazan by the press service",
    ],
)
def test_date_inside_a_headline_or_caption_is_left_alone(line: str) -> None:
    lines = read_lines(f"{line}\n{PARAGRAPH}")
    assert take_date(lines) == ""
    assert len(kept(lines)) == 2


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (f"date 2025-10-31 {PARAGRAPH}", PARAGRAPH),
        (f"2025-10-31 {PARAGRAPH}", PARAGRAPH),
        (f"31.10.2025 14:20 | {PARAGRAPH}", PARAGRAPH),
    ],
)
def test_date_glued_to_the_beginning_is_cut(text: str, rest: str) -> None:
    (line,) = lines = read_lines(text)
    assert take_date(lines) == "2025-10-31"
    assert line.text == rest


def test_sentence_that_begins_with_a_date_keeps_it() -> None:
    (line,) = lines = read_lines("31 жовтня 2025 року Рада підтримала закон про бібліотеки.")
    assert take_date(lines) == ""
    assert line.text.startswith("31 жовтня")


def test_bare_date_is_told_from_a_heading_with_a_date() -> None:
    assert is_bare_date("14 березня 2025, 11:20")
    assert is_bare_date("14 березня 2025, 11:20 • 120 переглядів")
    assert not is_bare_date("24 лютого 2022: день, що змінив усе")
