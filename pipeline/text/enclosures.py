"""Quotations and parentheses of a paragraph: where each begins and ends.

Straight quotation marks do not say which they are: what stands beside them does, and a mark that fits no partner is
left out, so that one stray mark does not turn the rest of a paragraph inside out. Single quotation marks are not looked
at: they are apostrophes far more often.
"""

from typing import Literal

import regex

_Side = Literal["opening", "closing", "either"]
_MARK = regex.compile(r"[«»„“”\"()]")
_OPENERS = {"»": "«", ")": "(", "”": "“„", "“": "„", '"': '"'}
_BEFORE_OPENING = frozenset("([«„“—–-/")
_MAX_DEPTH = 8  # a quotation in a quotation is 2; the bound keeps thousands of opening marks from costing their square


def enclosures(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of every quotation and parenthesis that is opened and closed, in order of closing.

    `text[start]` is the opening mark and `text[end - 1]` the closing one.

    Example: enclosures("Він сказав: «Так. Ні».") == [(12, 21)].
    """
    found: list[tuple[int, int]] = []
    open_marks: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        mark, position = match.group(), match.start()
        side = _side(text, position) if mark in '“"' else "opening" if mark in "«„(" else "closing"
        opened = None if side == "opening" and mark == '"' else _last_open(mark, open_marks)
        if opened is not None:
            found.append((open_marks[opened][1], position + 1))
            del open_marks[opened:]
        elif side != "closing" or mark == "“":
            open_marks.append((mark, position))
            del open_marks[:-_MAX_DEPTH]
    return found


def is_detached_closing(text: str, position: int) -> bool:
    """Say whether the character at `position` is a straight quotation mark between spaces after a finished sentence."""
    if text[position : position + 1] != '"' or _side(text, position) != "either":
        return False
    return text[max(0, position - 4) : position].rstrip()[-1:] in (".", "!", "?", "…")


def _side(text: str, position: int) -> _Side:
    before, after = text[max(0, position - 1) : position], text[position + 1 : position + 2]
    can_open = (not before or before.isspace() or before in _BEFORE_OPENING) and bool(after) and not after.isspace()
    can_close = bool(before) and not before.isspace() and (not after or not after.isalnum())
    if can_open == can_close:
        return "either"
    return "opening" if can_open else "closing"


def _last_open(mark: str, open_marks: list[tuple[str, int]]) -> int | None:
    """Return the index of the mark that `mark` would close; what was opened after it was never closed."""
    openers = _OPENERS.get(mark, "")
    return next((i for i in range(len(open_marks) - 1, -1, -1) if open_marks[i][0] in openers), None)
