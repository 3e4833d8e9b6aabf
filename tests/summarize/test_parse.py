import pytest

from pipeline.summarize.parse import parse_point, parse_points

POINTS = ["Міст через Рось відкриють у травні.", "Ремонт коштував 80 мільйонів гривень.", "Рух почнеться о шостій."]


@pytest.mark.parametrize(
    "output",
    [
        "\n".join(POINTS),
        "\n".join(f"- {point}" for point in POINTS),
        "\n".join(f"• {point}" for point in POINTS),
        "\n".join(f"{n}. {point}" for n, point in enumerate(POINTS, 1)),
        "\n".join(f"{n}) {point}" for n, point in enumerate(POINTS, 1)),
        "\n\n".join(f"**{n}.** {point}" for n, point in enumerate(POINTS, 1)),
        "\n".join(f"* **{point}**" for point in POINTS),
        "\n".join(f"Теза {n}: {point}" for n, point in enumerate(POINTS, 1)),
        "\n".join(f"- {point.rstrip('.')}" for point in POINTS),
        "Ось три головні тези:\n\n" + "\n".join(f"- {point}" for point in POINTS) + "\n\nСподіваюся, це допоможе!",
        "<think>Про що стаття? Про міст.</think>\n" + "\n".join(POINTS),
        "```\n" + "\n".join(POINTS) + "\n```",
        " ".join(POINTS),
        "<n>".join(POINTS),
        "\r\n".join(POINTS),
        "\n".join(f"{n}. {point} Це стало відомо в понеділок." for n, point in enumerate(POINTS, 1)),
    ],
)
def test_points_are_read_whatever_their_marks(output: str) -> None:
    assert parse_points(output, "uk") == POINTS


def test_an_unfinished_last_sentence_is_dropped() -> None:
    assert parse_points("The bridge opens in May. The repairs cost 80 million and", "en") == [
        "The bridge opens in May."
    ]
    assert parse_points("- The bridge opens in May.\n- The repairs cost 80 million and", "en") == [
        "The bridge opens in May."
    ]


def test_a_single_line_without_its_end_is_dropped() -> None:
    assert parse_points("The bridge opens in", "en") == []


@pytest.mark.parametrize("output", ["", "\n \n", "<think>The bridge", "```\n```", "Here are the points:"])
def test_an_output_without_points_gives_none(output: str) -> None:
    assert parse_points(output, "en") == []


def test_numbers_that_begin_a_sentence_are_no_list_marks() -> None:
    output = "80 мільйонів гривень коштував ремонт.\n26 травня міст відкриють.\n1,5 кілометра має нова дорога."
    assert parse_points(output, "uk") == output.splitlines()


def test_a_list_of_one_item_after_its_announcement_is_read() -> None:
    assert parse_points("Головна теза:\n- Міст через Рось відкриють у травні.", "uk") == POINTS[:1]


def test_quotation_marks_after_the_full_stop_end_a_sentence() -> None:
    assert parse_points('The mayor called it "a bridge to nowhere."', "en") == [
        'The mayor called it "a bridge to nowhere."'
    ]


@pytest.mark.parametrize(
    ("output", "point"),
    [
        ("Міст відкриють у травні", "Міст відкриють у травні."),
        ("Міст відкриють у травні. Ремонт коштував 80 мільйонів.", "Міст відкриють у травні."),
        ("- **Міст відкриють у травні**\n- Ремонт коштував 80 мільйонів", "Міст відкриють у травні."),
        ("<think>Про міст.</think>\nТеза 1: Міст відкриють «у травні».", "Міст відкриють «у травні»."),
        (" \n", ""),
    ],
)
def test_one_point_is_the_first_sentence_and_ends_with_a_stop(output: str, point: str) -> None:
    assert parse_point(output, "uk") == point
