"""What digits are worth: separators of both languages, decades, Roman numerals."""

import re
from fractions import Fraction

from pipeline.check.quantities.quantity import Amount
from pipeline.check.quantities.tokens import SPACES
from pipeline.records import TextLanguage

_SPACE = re.compile(rf"[{SPACES}'’]")
_SEPARATOR = re.compile(r"[.,]")
_ROMAN = re.compile(r"(?=[XVI])X{0,3}(?:IX|IV|V?I{0,3})")
_ROMAN_LETTERS = str.maketrans("ІХ", "IX")  # typed with the Ukrainian keyboard as often as not
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


def amounts_of(digits: str, language: TextLanguage) -> tuple[Amount, ...]:
    """Return what digits with separators can be worth, the likelier first.

    One separator before exactly three digits is read both ways, except the comma in English: 1,500 is fifteen hundred
    there, whatever a Ukrainian source meant by it.
    """
    compact = _SPACE.sub("", digits)
    separators = _SEPARATOR.findall(compact)
    if not separators:
        return (int(compact),)
    whole = int(_SEPARATOR.sub("", compact))
    if len(separators) > 1 and len(set(separators)) == 1:
        return (whole,)
    head, _, tail = compact.rpartition(separators[-1])
    decimal = _decimal(_SEPARATOR.sub("", head), tail)
    if len(separators) > 1 or len(tail) != 3 or len(head) > 3 or head == "0" or compact != digits:
        return (decimal,)
    if separators[0] == ".":
        return (whole, decimal)
    return (whole,) if language == "en" else (decimal, whole)


def decade(amount: Amount) -> tuple[Amount, ...]:
    """Return what a decade can start with: the 90s are the 1990s."""
    return (amount, 1900 + amount, 2000 + amount) if amount < 100 else (amount,)


def roman(word: str, *, single: bool = False) -> int:
    """Return the value of a Roman numeral up to 39 in Latin or Cyrillic letters, 0 if `word` is none.

    One letter alone (I, X, the Ukrainian і at the start of a sentence) counts only if `single`.
    """
    latin = word.translate(_ROMAN_LETTERS)
    if (len(word) < 2 and not single) or not _ROMAN.fullmatch(latin):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in latin]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _decimal(head: str, tail: str) -> Amount:
    value = Fraction(int(head + tail), 10 ** len(tail))
    return value.numerator if value.denominator == 1 else value
