"""Numbers that one language may say without digits: 1/8 фіналу is the last 16, 24/7 is around the clock."""

from fractions import Fraction

from pipeline.check.quantities.cursor import Cursor
from pipeline.check.quantities.quantity import Certainty, Key, number_key
from pipeline.check.quantities.reading import Reading
from pipeline.check.quantities.tokens import DASHES

_FINALS = ("фінал", "final")
_ROUNDS = {"півфінал": 2, "чвертьфінал": 4, "semifinal": 2, "quarterfinal": 4}
_HALF = "semi"
_DAY_AND_NIGHT = "цілодобов"
_AROUND = frozenset(("around", "round"))
_BEGINNINGS = (*_ROUNDS, _HALF, _DAY_AND_NIGHT, *_AROUND)


def may_begin_phrase(word: str) -> bool:
    """Say whether a set phrase may begin with the lower-case `word`."""
    return word.startswith(_BEGINNINGS)


def read_phrase(cursor: Cursor, position: int) -> Reading | None:
    """Read the set phrase that begins at `position`, None if none does. One in words is not missed alone."""
    word = cursor.word(position)
    if cursor.token(position).kind == "number":
        return _with_slash(cursor, position)
    for beginning, finals in _ROUNDS.items():
        if word.startswith(beginning):
            return _reading(cursor, position, position + 1, _round(finals), "weak")
    if word == _HALF:
        after = _after_hyphen(cursor, position + 1)
        return _reading(cursor, position, after + 1, _round(2), "weak") if _is_final(cursor, after) else None
    if word.startswith(_DAY_AND_NIGHT):
        return _reading(cursor, position, position + 1, {number_key(24)}, "weak")
    if word in _AROUND:
        article = _after_hyphen(cursor, position + 1)
        noun = _after_hyphen(cursor, article + 1)
        if (cursor.word(article), cursor.word(noun)) == ("the", "clock"):
            return _reading(cursor, position, noun + 1, {number_key(24)}, "weak")
    return None


def _with_slash(cursor: Cursor, position: int) -> Reading | None:
    first, slash, second = (cursor.token(position + i) for i in range(3))
    if slash.raw != "/" or not slash.glued or not second.glued or not second.raw.isdigit():
        return None
    if (first.raw, second.raw) == ("24", "7"):
        return _reading(cursor, position, position + 3, {number_key(24), number_key(7)}, "digits")
    if first.raw == "1" and int(second.raw) > 1 and _is_final(cursor, position + 3):
        return _reading(cursor, position, position + 4, _round(int(second.raw)), "digits")
    return None


def _round(finals: int) -> set[Key]:
    """Return what a round can be called by: the sides left, or the share of the final."""
    return {number_key(2 * finals), number_key(Fraction(1, finals))}


def _is_final(cursor: Cursor, position: int) -> bool:
    return cursor.word(position).startswith(_FINALS)


def _after_hyphen(cursor: Cursor, position: int) -> int:
    return position + (cursor.token(position).raw in DASHES and cursor.token(position).glued)


def _reading(cursor: Cursor, first: int, after: int, keys: set[Key], certainty: Certainty) -> Reading:
    return Reading(keys, certainty, first, after, cursor.token(first).start, cursor.token(after - 1).end)
