import pytest

from pipeline.cli.printable import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("right\u202eleft", "right\\u202eleft"),
        ("soft\u00adhyphen", "soft\\xadhyphen"),
        ("half\ud800", "half\\ud800"),
        ("Київ, «тези» — 5 %\n\tok", "Київ, «тези» — 5 %\n\tok"),
    ],
)
def test_control_characters_are_shown_and_letters_left(text, shown):
    assert printable(text) == shown
