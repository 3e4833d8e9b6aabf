import pytest

from pipeline.text.own_key_points import take_key_points
from pipeline.text.page import kept, read_lines

LEAD = "Рада підтримала закон про бібліотеки, повідомив голова комітету."
POINTS = ("Закон підтримали 268 депутатів.", "Гроші дадуть уже восени.", "Музеї чекатимуть до весни.")
NEXT = "Документ набуде чинності першого липня, а громади отримають гроші на нові книжки. Список уже складено."


def taken(page: str) -> tuple[str, ...]:
    return take_key_points(read_lines(page))


@pytest.mark.parametrize("bullet", ["• {}", "- {}", "— {}", "◦ {}", "✅ {}", "{n}. {}", "{n}) {}", "•\n{}", "{}"])
@pytest.mark.parametrize(
    "label", ["Головні тези:", "Головне", "Головне за хвилину", "Коротко", "Key points", "Highlights:"]
)
def test_labelled_list_is_taken_whatever_its_bullets(label: str, bullet: str) -> None:
    points = "\n".join(bullet.format(point, n=number) for number, point in enumerate(POINTS, start=1))
    assert taken(f"{LEAD}\n\n{label}\n{points}\n\n{NEXT}") == POINTS


def test_list_that_stands_apart_from_its_label_is_taken() -> None:
    page = "\n\n".join([LEAD, "Головні тези:", *(f"• {point}" for point in POINTS), NEXT])
    assert taken(page) == POINTS


def test_label_is_marked_and_everything_else_stays() -> None:
    lines = read_lines("\n\n".join([LEAD, "Головні тези:", *(f"• {point}" for point in POINTS), NEXT]))
    take_key_points(lines)
    assert [line.text for line in kept(lines)] == [LEAD, NEXT]
    assert [line.rule for line in lines if line.rule] == ["key points label"]


def test_points_in_one_line_are_taken_apart() -> None:
    assert taken(f"{LEAD}\n\nГоловне: • {' • '.join(POINTS)}\n\n{NEXT}") == POINTS


def test_bare_points_end_where_prose_of_another_kind_begins() -> None:
    points = tuple(point.rstrip(".") for point in POINTS)
    assert taken("\n\n".join([LEAD, "Ключові тези", *points, NEXT])) == points


def test_bare_points_that_nothing_ends_are_three() -> None:
    following = "Громади отримають гроші до осені."
    assert taken("\n".join(["Головне", *POINTS, following, following])) == POINTS


def test_section_about_what_is_known_is_no_list_of_points() -> None:
    assert taken("\n\n".join([LEAD, "Що відомо", *POINTS, NEXT])) == ()
    assert taken(f"{LEAD}\n\nЩо відомо\n\n• {POINTS[0]}\n• {POINTS[1]}\n\n{NEXT}") == POINTS[:2]


def test_list_of_sentences_above_the_text_needs_no_label() -> None:
    bullets = "\n".join(f"• {point}" for point in POINTS)
    assert taken(f"Рада ухвалила закон про книги\n\n{bullets}\n\n{LEAD}\n\n{NEXT}") == POINTS


def test_list_under_an_unknown_label_right_below_the_lead_is_taken() -> None:
    bullets = "\n".join(f"• {point}" for point in POINTS)
    assert taken(f"{LEAD}\n\nСуть справи:\n{bullets}\n\n{NEXT}") == POINTS


@pytest.mark.parametrize(
    "page",
    [
        f"{LEAD}\n\n{NEXT}\n\n• Закон підтримали депутати.\n• Гроші дадуть уже восени.\n\n{NEXT}",
        f"{LEAD}\n\nСеред загиблих:\n• Іван Коваль\n• Петро Левчук\n\n{NEXT}",
        f"{LEAD}\n\nГоловне\n\n{NEXT}",
        f"{LEAD}\n\n{NEXT}",
    ],
)
def test_lists_of_the_text_itself_stay(page: str) -> None:
    lines = read_lines(page)
    before = len(kept(lines))
    assert take_key_points(lines) == ()
    assert len(kept(lines)) == before


def test_numbering_that_does_not_begin_with_one_is_not_a_list_of_points() -> None:
    assert taken(f"{LEAD}\n\nГоловне:\n7. Закон підтримали депутати.\n8. Гроші дадуть восени.\n\n{NEXT}") == ()


def test_interview_above_the_text_is_no_list_of_points() -> None:
    page = (
        f"Друкарка розповіла про нові книжки\n— Скільки книжок ви друкуєте?\n— Близько чотирьохсот на добу.\n\n{NEXT}"
    )
    assert taken(page) == ()
