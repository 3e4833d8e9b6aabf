"""Number words put together: "сто двадцять п'ять тисяч" and "one hundred and twenty-five thousand" are 125,000.

Knows no language: what a word is worth comes from `numerals_uk` and `numerals_en`.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from pipeline.check.quantities.quantity import Amount, Key, number_key

Role = Literal["plain", "hundreds", "magnitude", "group", "ordinal", "fraction", "half", "times"]
"""plain: below a thousand, added. hundreds: the English hundred, multiplied. group: a counted collective, two dozen.
half: what a number may end with, two and a half. times: twofold."""

SURE_ORDINALS = range(4, 100)
"""First, second and third are also adverbs, time units and shares, hundredth and thousandth are shares."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """What a number word is worth. `many`: alone it is an indefinite plural (thousands). `weak`: see `Certainty`."""

    value: Amount
    role: Role
    many: bool = False
    weak: bool = False


class NumeralSum:
    """The value of number words read one after another; `add` refuses a word that starts another number."""

    def __init__(self, digits: Amount | None = None) -> None:
        """Start empty, or with a number written in digits, which only a magnitude may follow."""
        self.words: list[Numeral] = []
        self._total: Amount = 0
        self._current: Amount = digits or 0
        self._smallest_magnitude: Amount | None = None
        self._closed = digits is not None

    @property
    def value(self) -> Amount:
        """What was read so far is worth."""
        return self._total + self._current

    @property
    def scale(self) -> Amount:
        """The last magnitude if the number ends with one, else 1."""
        return self.words[-1].value if self.words and self.words[-1].role == "magnitude" else 1

    def add(self, numeral: Numeral) -> bool:
        """Take in the next word; False, and nothing changed, if it belongs to another number."""
        if not self._fits(numeral):
            return False
        if numeral.role == "group" and not numeral.many:
            self._current = (self._current or 1) * numeral.value
        elif numeral.role in ("magnitude", "group"):
            self._total += (self._current or 1) * numeral.value
            self._current = 0
            self._smallest_magnitude = numeral.value
            self._closed = False
        elif numeral.role == "hundreds":
            self._current = (self._current or 1) * numeral.value
        else:
            self._current += numeral.value
            self._closed = numeral.role != "plain"
        self.words.append(numeral)
        return True

    def add_rest(self, digits: Amount, magnitude: Amount = 1) -> bool:
        """Take in digits that go on after a magnitude: "25 тисяч 491". False if they are too large for that."""
        if self._smallest_magnitude is None or digits * magnitude >= self._smallest_magnitude:
            return False
        self._total += digits * magnitude
        self._smallest_magnitude = magnitude
        return True

    def _fits(self, numeral: Numeral) -> bool:
        value, role, current = numeral.value, numeral.role, self._current
        if self._smallest_magnitude is not None and value >= self._smallest_magnitude:
            return False
        if role in ("magnitude", "group"):
            return bool(current) or not self._total
        if self._closed:
            return False
        if role == "hundreds":
            return current < value
        if not current:
            return role not in ("fraction", "half", "times") or not self._total
        if role in ("fraction", "half", "times"):
            return False
        place = 10 if value < 10 else 100 if value < 100 else 1000
        return current % place == 0 and not (place == 10 and current % 100 == 10)


def word_keys(total: NumeralSum) -> set[Key]:
    """Return what number words can mean.

    Ordinals are also fractions (a fifth) and decades (the thirties), "удвічі" is twice as many or half as many, a dozen
    is what Ukrainian counts in tens.
    """
    value, last = total.value, total.words[-1]
    keys = {number_key(value)}
    alone = len(total.words) == 1
    if alone and (last.many or last.role in ("magnitude", "hundreds", "group")):
        keys.add(Key("many", 10 if last.value == 12 else last.value))
    if last.role == "group" and last.value == 12:
        keys.add(number_key(Fraction(value) * 10 / 12))
    if last.role in ("ordinal", "times") and value > 1:
        keys.add(number_key(1 / Fraction(value)))
    if last.role == "ordinal" and 20 <= value <= 90 and value % 10 == 0:
        keys |= {number_key(1900 + value), number_key(2000 + value)}
    return keys
