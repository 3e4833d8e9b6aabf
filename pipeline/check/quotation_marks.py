"""Quotations of one sentence, also those that an earlier sentence opened or a later one closes.

Straight marks do not say which side they are; what stands beside them does. An apostrophe is no mark: single marks
count only where one opens a word and another closes one, and are never missed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

_MARK = re.compile(r"[«»„“”‟\"‹›‚‘’']")
_CLOSERS = {"«": "»", "„": '“”"', "“": '”“"', "‟": '”"', '"': '"”“', "‹": "›", "‚": "‘’'", "‘": "’'", "'": "'’"}
_SINGLE = frozenset("‚‘’'")
_OPENING_ONLY = frozenset("«„‟‹‚")
_CLOSING_ONLY = frozenset("»›”")
_BEFORE_OPENING = frozenset("([{«„“‟\"'‘‚—–-/…")
_CLIPPED = re.compile(r"\d|(?:em|til|tis|twas|cause|bout|n)\b", re.IGNORECASE)  # 'em, '90s: apostrophes before words
_INCHES = re.compile(r"(?<![\d.,])\d{1,2}(?:\.\d)?$")
_MOST_NESTED = 8  # a quotation in a quotation is 2; the bound keeps a row of opening marks from costing its square


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch: `text[start:end]`, marks included; to the edge of the text where a mark is missing.

    `opened` and `closed` say which of its marks stand in this text. `depth` is 0 outside any other quotation.
    """

    start: int
    end: int
    opened: bool = True
    closed: bool = True
    depth: int = 0

    @property
    def inner(self) -> tuple[int, int]:
        """Start and end of what is quoted, without the marks."""
        return self.start + self.opened, self.end - self.closed

    @property
    def is_whole(self) -> bool:
        """Whether both marks stand in this text."""
        return self.opened and self.closed


def find_quotations(text: str) -> list[Quotation]:
    """Return the quotations of a sentence, nested ones too, in order of their beginnings.

    Example: find_quotations("чекаємо», — сказав він.") == [Quotation(0, 8, opened=False)].
    """
    found: list[Quotation] = []
    open_marks: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        mark, position = match[0], match.start()
        opens, closes = _sides(text, mark, position)
        partner = _partner(mark, open_marks) if closes else None
        if partner is not None:
            found += _never_closed(open_marks[partner + 1 :], position)
            found.append(Quotation(open_marks[partner][1], position + 1))
            del open_marks[partner:]
        elif opens:
            open_marks.append((mark, position))
            del open_marks[:-_MOST_NESTED]
        elif closes and mark not in _SINGLE and not _is_inch(text, mark, position):
            found.append(Quotation(0, position + 1, opened=False))
    found += _never_closed(open_marks, len(text))
    return _with_depths(found)


def outer_quotations(text: str) -> list[Quotation]:
    """Return the quotations of a sentence that stand in no other."""
    return [quotation for quotation in find_quotations(text) if quotation.depth == 0]


def _sides(text: str, mark: str, position: int) -> tuple[bool, bool]:
    """Say whether a mark may open and may close a quotation; where its surroundings leave it open, both."""
    before, after = text[max(0, position - 1) : position], text[position + 1 : position + 2]
    if before.isalnum() and after.isalnum():  # п"ять, п’ять, don't
        return False, mark in _CLOSING_ONLY and mark != "”"
    if mark in _OPENING_ONLY or mark in _CLOSING_ONLY:
        return mark in _OPENING_ONLY, mark in _CLOSING_ONLY
    begins = not before or before.isspace() or before in _BEFORE_OPENING
    opens = begins and bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace() and not after.isalnum()
    if mark in _SINGLE:
        return opens and mark != "’" and not _CLIPPED.match(text, position + 1), closes and mark != "‘"
    if opens == closes:
        return True, True
    return opens, closes


def _is_inch(text: str, mark: str, position: int) -> bool:
    """Say whether a mark that closes nothing measures something: a 25" gun."""
    return mark == '"' and _INCHES.search(text, max(0, position - 8), position) is not None


def _partner(mark: str, open_marks: list[tuple[str, int]]) -> int | None:
    """Return the index of the open mark that `mark` closes: the last of its kind, else the last double one."""
    kinds = range(len(open_marks) - 1, -1, -1)
    exact = next((i for i in kinds if mark in _CLOSERS.get(open_marks[i][0], "")), None)
    if exact is not None or mark in _SINGLE:
        return exact
    return next((i for i in kinds if open_marks[i][0] not in _SINGLE), None)


def _never_closed(open_marks: Iterable[tuple[str, int]], end: int) -> list[Quotation]:
    return [Quotation(start, end, closed=False) for mark, start in open_marks if mark not in _SINGLE]


def _with_depths(found: list[Quotation]) -> list[Quotation]:
    ends: list[int] = []
    placed = []
    for quotation in sorted(found, key=lambda one: (one.start, -one.end)):
        while ends and ends[-1] < quotation.end:
            ends.pop()
        placed.append(replace(quotation, depth=len(ends)))
        ends.append(quotation.end)
    return placed
