"""A number as read: what it could mean, where it stands, how sure one can be that the other language shows it too."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

Amount = Fraction | int

KeyKind = Literal["number", "clock", "month", "weekday", "many", "name", "currency"]
"""number: a count, year, share, day of the month, ordinal. clock: minutes since midnight. month: 1 to 12. weekday: 1 to
7 from Monday. many: an indefinite plural (dozens is 10, hundreds 100). name: the digits of a designation (S-300).
currency: a currency named without a sum."""

Certainty = Literal["digits", "words", "weak"]
"""digits: written in digits, must be on the other side. words: a number word, must be too. weak: may be idiom or part
of a name (first, half, one, a pair, S-300); it can explain a number of the other side and is not missed alone."""


class Key(NamedTuple):
    """One meaning of a written number. Two numbers agree if they share a meaning."""

    kind: KeyKind
    value: Amount | str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text: `text[start:end]` shows it with its magnitude, currency, unit or month.

    `keys` holds what it could mean: "1.500" is one and a half in one country and fifteen hundred in the next. `unit` is
    a currency code, "%" or a unit's symbol, and empty if none was recognised. `scale` is the magnitude it was
    multiplied by, 1 if none. `below_zero` is None where that is left open; the keys do not tell it.
    """

    keys: frozenset[Key]
    start: int
    end: int
    text: str
    certainty: Certainty
    unit: str = ""
    scale: Amount = 1
    below_zero: bool | None = False


def number_key(value: Amount) -> Key:
    """Return the key of a plain number; whole fractions are kept as integers, which compare and hash faster."""
    if isinstance(value, Fraction) and value.denominator == 1:
        value = value.numerator
    return Key("number", value)
