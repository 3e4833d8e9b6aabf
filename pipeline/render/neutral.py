"""Scraped text made harmless to show: characters that would steer the reader's screen lose their power.

Escaping is not done here; every format has its own. Each character becomes exactly one, so offsets stay valid.
"""

import re

WORD_JOINER = "\u2060"  # as invisible as a bidirectional mark, and without effect on direction

_SPACES = re.compile("[\t\n\v\f\r\x85\u2028\u2029]")
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]")


def neutralise(text: str) -> str:
    """Return `text` as one line in which nothing commands a screen.

    Tabs and line ends become spaces, bidirectional controls an invisible character without effect (the text then stands
    in the order in which it is stored), other controls and half characters U+FFFD.
    """
    return _CONTROLS.sub("\ufffd", _DIRECTIONS.sub(WORD_JOINER, _SPACES.sub(" ", text)))
