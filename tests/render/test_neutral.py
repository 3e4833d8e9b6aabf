"""Characters that would steer a screen."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from pipeline.render.neutral import neutralise

ANYTHING = st.text(st.characters(exclude_categories=[]))


def test_a_bidirectional_override_turns_nothing_round():
    assert "\u202e" not in neutralise("invoice\u202efdp.exe")


def test_line_ends_and_tabs_are_spaces():
    assert neutralise("a\nb\tc\u2028d") == "a b c d"


def test_an_escape_sequence_is_seen_and_not_obeyed():
    assert neutralise("\x1b[31m") == "\ufffd[31m"


def test_words_emoji_and_apostrophes_stay():
    assert neutralise("пам’ять 👩‍🚒 naïve") == "пам’ять 👩‍🚒 naïve"


@given(ANYTHING)
def test_every_character_becomes_one_that_a_file_can_hold(text):
    shown = neutralise(text)
    shown.encode("utf-8")
    assert len(shown) == len(text)
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in shown)
    assert not any(
        unicodedata.bidirectional(character) in ("RLO", "LRO", "RLE", "LRE", "RLI", "LRI") for character in shown
    )
