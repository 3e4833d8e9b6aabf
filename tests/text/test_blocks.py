import pytest

from pipeline.text.blocks import read_body, take_lead
from pipeline.text.page import kept, read_lines

FIRST = "Рада підтримала закон про бібліотеки, повідомив голова комітету."
SECOND = "Документ набуде чинності першого липня, а громади отримають гроші."


def body(page: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_body(read_lines(page), "")]


def test_first_line_left_is_the_lead() -> None:
    lines = read_lines(f"{FIRST}\n\n{SECOND}")
    assert take_lead(lines, "") == FIRST
    assert [line.text for line in kept(lines)] == [SECOND]


def test_short_line_over_a_paragraph_is_a_heading() -> None:
    assert body(f"{FIRST}\n\nЩо далі\n\n{SECOND}") == [
        ("paragraph", FIRST),
        ("heading", "Що далі"),
        ("paragraph", SECOND),
    ]


def test_headings_of_two_levels_stay() -> None:
    assert [kind for kind, _ in body(f"{FIRST}\n\nЗакон\n\nЩо далі\n\n{SECOND}")] == [
        "paragraph",
        "heading",
        "heading",
        "paragraph",
    ]


def test_introduction_with_a_colon_is_a_paragraph() -> None:
    assert body(f"Серед них:\n\n{SECOND}")[0] == ("paragraph", "Серед них:")


@pytest.mark.parametrize("markers", [("•", "•"), ("-", "-"), ("1.", "2."), ("а", "б")])
def test_list_becomes_items_without_its_bullets(markers: tuple[str, str]) -> None:
    page = f"{FIRST}\n\n{markers[0]} перша книжка\n{markers[1]} друга книжка"
    expected = "paragraph" if markers[0] == "а" else "item"
    assert [kind for kind, _ in body(page)][1:] == [expected, expected]


def test_dialogue_keeps_its_dashes() -> None:
    lines = ("— Так, — сказав він.", "— Ні, — відповіла вона.")
    assert body("\n".join(lines)) == [("paragraph", line) for line in lines]


def test_questions_and_answers_keep_their_dashes() -> None:
    lines = ("— Скільки книжок ви друкуєте?", "— Близько чотирьохсот на добу.", "— Це багато.", "— І все мало.")
    assert body("\n".join(lines)) == [("paragraph", line) for line in lines]


def test_list_of_questions_is_a_list() -> None:
    assert body(f"{FIRST}\n- Хто заплатить?\n- Коли відкриють?")[1:] == [
        ("item", "Хто заплатить?"),
        ("item", "Коли відкриють?"),
    ]


def test_numbers_that_are_no_list_stay_in_the_text() -> None:
    assert body(f"{FIRST}\n7. Сьоме правило стало першим.") == [
        ("paragraph", FIRST),
        ("paragraph", "7. Сьоме правило стало першим."),
    ]


def test_paragraph_printed_twice_stays_once() -> None:
    assert body(f"{FIRST}\n\n{SECOND}\n\n{FIRST}") == [("paragraph", FIRST), ("paragraph", SECOND)]


def test_short_line_may_repeat() -> None:
    assert len(body(f"{FIRST}\n\nБіс!\n\n{SECOND}\n\nБіс!")) == 4


def test_long_headline_about_something_else_is_no_heading() -> None:
    link = "У Карпатах зійшла лавина: туристів шукали шість годин поспіль із собаками"
    assert body(f"{FIRST}\n\n{link}\n\n{SECOND}") == [("paragraph", FIRST), ("paragraph", SECOND)]


def test_long_heading_about_the_same_thing_stays() -> None:
    heading = "Які бібліотеки та громади першими отримають гроші за законом від липня"
    assert body(f"{FIRST}\n\n{heading}\n\n{SECOND}")[1] == ("heading", heading)
