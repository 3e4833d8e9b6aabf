"""Numbers below zero: -15, мінус 15, 15 градусів морозу, 15 degrees below zero.

Compared between degrees alone: a share that is "-5%" here "fell by 5%" there.
"""

import itertools
import re

from pipeline.check.quantities.cursor import Cursor
from pipeline.check.quantities.reading import Reading
from pipeline.check.quantities.tokens import DASHES
from pipeline.check.quantities.units import DEGREE, SIGNS, unit_of

_MINUS_WORDS = frozenset(("мінус", "minus", "negative"))
_MINUS_SIGNS = DASHES - {"—"}
_TOUCHING = frozenset('.…(«“"/')  # after anything else that it touches, a dash is a hyphen or a range's
_SCALES = frozenset(("c", "с", "celsius", "цельсія", "за", "цельсієм"))
_BELOW = (("морозу",), ("нижче", "нуля"), ("нижче", "за", "нуль"), ("of", "frost"), ("below", "zero"))
_FROST = re.compile(r"мороз|мінусов|нижче (?:за )?нул|frost|freez|sub-?zero|below zero", re.IGNORECASE)


def read_below_zero(cursor: Cursor, reading: Reading) -> None:
    """Read what says beside a number that it is below zero: a minus before it, or "below zero" after its unit."""
    if _is_minus(cursor, reading.first - 1):
        reading.below_zero = True
        reading.first -= 1
        reading.start = cursor.token(reading.first).start
    position = reading.next
    while cursor.word(position) in _SCALES:
        position += 1
    for words in _BELOW:
        if tuple(cursor.word(position + i) for i in range(len(words))) == words:
            reading.below_zero = True
            reading.unit = reading.unit or DEGREE
            reading.next = position + len(words)
            reading.end = cursor.token(reading.next - 1).end


def share_below_zero(cursor: Cursor, readings: list[Reading]) -> None:
    """Leave open what is not said of each number: "мінус 15–20 градусів", "мороз до 20 градусів"."""
    unsure = list(readings) if _FROST.search(cursor.text) else []
    for left, right in itertools.pairwise(readings):
        if right.first - left.next <= 1 and (left.below_zero, right.below_zero) != (False, False):
            unsure += (left, right)
    for reading in unsure:
        reading.below_zero = reading.below_zero or None


def _is_minus(cursor: Cursor, position: int) -> bool:
    """Say whether the token at `position`, which stands before a number, is a minus and no dash or hyphen."""
    token, number, before = (cursor.token(position + i) for i in (0, 1, -1))
    if token.text in _MINUS_WORDS:
        return True
    if token.raw not in _MINUS_SIGNS or not number.glued:
        return False
    if token.glued:
        return before.raw in _TOUCHING
    counts = before.kind == "number" or before.text in cursor.numerals or unit_of(before.text, cursor.language) != ""
    return not counts and before.raw != "." and before.raw not in SIGNS
