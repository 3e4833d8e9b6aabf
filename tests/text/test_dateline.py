import pytest

from pipeline.text.dateline import take_dateline
from pipeline.text.page import read_lines


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("КИЇВ. 7 лютого. УНН. Музей відкрив нову залу.", "УНН"),
        ("HARBOUR TOWN, May 15 (Reuters) - Музей відкрив нову залу.", "Reuters"),
        ("BERLIN, May 15. /TASS/. Музей відкрив нову залу.", "TASS"),
        ("KYIV, Ukraine (AP) — Музей відкрив нову залу.", "Associated Press"),
    ],
)
def test_dateline_is_cut_and_names_the_outlet(line: str, outlet: str) -> None:
    (read,) = lines = read_lines(line)
    assert take_dateline(lines) == outlet
    assert read.text == "Музей відкрив нову залу."


@pytest.mark.parametrize(
    "line", ["США та Reuters домовилися про архів.", "УНН повідомляє про нову залу.", "НАТО. Reuters пише про це."]
)
def test_capitals_at_the_beginning_are_no_dateline_by_themselves(line: str) -> None:
    (read,) = lines = read_lines(line)
    take_dateline(lines)
    assert read.text == line
