"""How far an English spelling is from what a Ukrainian one sounds like: "Мішель" from "Michelle".

A table says which English letters may stand for a Ukrainian one, and at what cost: 0 where a romanisation has them, 1
where foreign names often do, 2 or 3 where some do. The cheapest alignment of the two words is what they cost together.
A wrong letter costs more than any letter of the table, so another name is far, and a misspelt one is between.

The costs are judgements, made with the names of the house glossary and of the odd articles of our parallel corpus in
view: an option that right spellings use less than misspelt ones costs more. `benchmarks/glossary.py` shows how far
apart they keep right spellings, misspelt ones and other names, `benchmarks/fidelity.py` what that finds.
"""

import functools

from pipeline.names.correspondence_table import COSTS

_OTHER_VOWEL = 4
_OTHER_CONSONANT = 6
_OTHER = 7
_EXTRA_LETTER = 5
_LOST_LETTER = 5
_LOST_DOUBLE = 1
_EXTRA_DOUBLE = 1
_EXTRA_RARE_DOUBLE = 3
_COMMON_DOUBLES = frozenset("flnst")
_MUTE = {"e": 2, "h": 2}  # English letters that may be written and not heard, anywhere
_MUTE_AT_THE_END = {"e": 1, "h": 1, "t": 1, "s": 2, "d": 2, "x": 2, "p": 3, "r": 3}
_ENDS = {("а", "e"): 1} | {("", ending): 2 for ending in ("us", "os", "es", "is")}
"""What words end in, in Ukrainian and in English: Рона and Rhone, Інд and Indus, Ганг and Ganges."""
_LONGEST_END = 1

_UKRAINIAN_VOWELS = frozenset("аеєиіїоуюя")
_ENGLISH_VOWELS = frozenset("aeiouy")
_MAY_FOLLOW_A_DOUBLE = _ENGLISH_VOWELS | {"h", "l", "r", "s"}  # Matthew, Whittle, Kittredge
_LONGEST_UNIT = 3
_HOPELESS = 2
"""What an alignment may cost by letter: above it (`likeness.NEAR`) it is of two other words, and not followed on."""


def _read_beginnings() -> dict[str, frozenset[str]]:
    """Return the letters that an English word may begin with, by the first letter of the Ukrainian one."""
    found: dict[str, set[str]] = {}
    for unit, options in COSTS.items():
        found.setdefault(unit[0], set()).update(english[0] for english, _ in options if english)
    return {letter: frozenset(english) for letter, english in found.items()}


_BEGINNINGS = _read_beginnings()
_UNREACHED = 1 << 20
_ENDING_LETTERS = """
    a e i o u y s ia ya ie es is us as os
    ka ko ky ki ske ska skyi sky sk ivka ivska ivske ove ovo ivtsi tsi tsia sia na ne no ny
    n an ian yan ean ans ians eans ese ish ic ics ate er ers ist ists ite ites im
"""
_ENDINGS = frozenset(("", *_ENDING_LETTERS.split()))
"""What places end in, and words derived of them, beyond what an adjective has of the name."""
_BEGINNING = 0.6
_MIN_BEGINNING = 3


def begin_alike(ukrainian: str, english: str) -> bool:
    """Say whether two words may begin with the same sound; if not, they are not worth aligning."""
    return english[:1] in _BEGINNINGS.get(ukrainian[:1], frozenset())


@functools.lru_cache(maxsize=1 << 16)
def correspondence_cost(ukrainian: str, english: str) -> int:
    """Return the cost of the cheapest alignment of two words in small letters, apostrophes as ', no diacritics.

    Of words that are far from each other it is some number above any that matters.

    Example: 0 for "шевченко" and "shevchenko", 1 for "малкахі" and "mulcahy".
    """
    return _table_of_costs(ukrainian, english)[len(ukrainian)][len(english)]


@functools.lru_cache(maxsize=1 << 16)
def beginning_cost(ukrainian: str, english: str) -> int:
    """Return the least cost of aligning the beginnings of two words, three fifths of each or more.

    For what is derived of a name: 0 for "енергодарський" and "enerhodar", "сахель" and "sahelian". What the English
    word has after its beginning has to be an ending that places and words derived of them have: "sahelien" is far.
    """
    if not begin_alike(ukrainian, english):
        return _UNREACHED
    table = _table_of_costs(ukrainian, english)
    least_rows, least_columns = (max(_MIN_BEGINNING, round(_BEGINNING * len(word))) for word in (ukrainian, english))
    return min(
        (
            table[row][column]
            for row in range(min(least_rows, len(ukrainian)), len(ukrainian) + 1)
            for column in range(min(least_columns, len(english)), len(english) + 1)
            if english[column:] in _ENDINGS
        ),
        default=_UNREACHED,
    )


def _table_of_costs(ukrainian: str, english: str) -> list[list[int]]:
    rows, columns = len(ukrainian), len(english)
    best = [[_UNREACHED] * (columns + 1) for _ in range(rows + 1)]
    best[0][0] = 0
    hopeless = _HOPELESS * (rows + _LONGEST_UNIT)
    for row in range(rows + 1):
        for column in range(columns + 1):
            so_far = best[row][column]
            if so_far > hopeless:
                continue
            if column < columns:
                extra = so_far + _extra(english, column)
                if extra < best[row][column + 1]:
                    best[row][column + 1] = extra
            if row + _LONGEST_END >= rows and (end := _ENDS.get((ukrainian[row:], english[column:]))):
                best[rows][columns] = min(best[rows][columns], so_far + end)
            if row < rows:
                for length, width, cost in _steps(ukrainian, row, english, column):
                    if so_far + cost < best[row + length][column + width]:
                        best[row + length][column + width] = so_far + cost
    return best


def _steps(ukrainian: str, row: int, english: str, column: int) -> list[tuple[int, int, int]]:
    """Return how the alignment can go on: letters of Ukrainian and of English that are taken, and the cost."""
    letter = ukrainian[row]
    steps = [(1, 0, _LOST_DOUBLE if row and ukrainian[row - 1] == letter else _LOST_LETTER)]
    for length in range(1, min(_LONGEST_UNIT, len(ukrainian) - row) + 1):
        for option, cost in COSTS.get(ukrainian[row : row + length], ()):
            if english.startswith(option, column):
                steps.append((length, len(option), cost))
    if column < len(english):
        vowels = (letter in _UKRAINIAN_VOWELS) + (english[column] in _ENGLISH_VOWELS)
        steps.append((1, 1, _OTHER_VOWEL if vowels == 2 else _OTHER_CONSONANT if vowels == 0 else _OTHER))
    return steps


def _extra(english: str, column: int) -> int:
    """Return the cost of an English letter that no letter of the Ukrainian word stands for."""
    letter = english[column]
    if column and english[column - 1] == letter:
        return _extra_double(english, column)
    if column == len(english) - 1 and letter in _MUTE_AT_THE_END:
        return _MUTE_AT_THE_END[letter]
    return _MUTE.get(letter, _EXTRA_LETTER)


def _extra_double(english: str, column: int) -> int:
    """Return the cost of doubling a letter: consonants are doubled behind a vowel and before one, or at the end."""
    letter, before, after = english[column], english[column - 2 : column - 1], english[column + 1 : column + 2]
    if before == letter or after == letter:
        return _EXTRA_LETTER
    if letter not in _COMMON_DOUBLES:
        return _EXTRA_RARE_DOUBLE
    between_consonants = before not in _ENGLISH_VOWELS or (after and after not in _MAY_FOLLOW_A_DOUBLE)
    return _EXTRA_LETTER if between_consonants else _EXTRA_DOUBLE
