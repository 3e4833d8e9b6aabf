"""Ukrainian words that begin with a number: дев'ятиповерховий, тридцятирічна, двовідсоткове, півгодини.

Their first part is known, what follows is any word; for first parts that also begin other words (двір, тривога,
столиця, південь) the second part has to be a known one.
"""

import functools
import re
from dataclasses import dataclass
from fractions import Fraction

from pipeline.check.quantities.quantity import Amount

_FIRST_PARTS: dict[str, Amount] = {
    "одно": 1, "дво": 2, "двох": 2, "три": 3, "трьох": 3, "чотири": 4, "чотирьох": 4, "п'яти": 5, "шести": 6,
    "семи": 7, "восьми": 8, "дев'яти": 9, "десяти": 10, "одинадцяти": 11, "дванадцяти": 12, "тринадцяти": 13,
    "чотирнадцяти": 14, "п'ятнадцяти": 15, "шістнадцяти": 16, "сімнадцяти": 17, "вісімнадцяти": 18,
    "дев'ятнадцяти": 19, "двадцяти": 20, "тридцяти": 30, "сорока": 40, "п'ятдесяти": 50, "шістдесяти": 60,
    "шестидесяти": 60, "сімдесяти": 70, "семидесяти": 70, "вісімдесяти": 80, "восьмидесяти": 80, "дев'яносто": 90,
    "сто": 100, "двохсот": 200, "трьохсот": 300, "чотирьохсот": 400, "п'ятисот": 500, "п'ятсот": 500, "шестисот": 600,
    "семисот": 700, "восьмисот": 800, "дев'ятисот": 900, "півтора": Fraction(3, 2), "півторо": Fraction(3, 2),
    "пів": Fraction(1, 2), "щопів": Fraction(1, 2),
}  # fmt: skip
_MAGNITUDES = {"тисяч": 1000, "мільйон": 10**6, "мільярд": 10**9, "трильйон": 10**12}
_LONGEST_FIRST_PART = max(map(len, _FIRST_PARTS))
_FIRST_LETTERS = frozenset(part[:2] for part in _FIRST_PARTS)

_DOUBTFUL = frozenset(("три", "сто", "пів", "щопів", "одно"))
_SECOND_PARTS = re.compile(
    r"бал|бічн|вимір|відсот|голов|голос|горб|градус|гривн|дб|денн|днів|доб|долар|дюйм|зірк|зон|значн|кілогр|кілом|кімнат|"
    r"кол[іь]|крат|кут|лінійн|літ(?!т)|літр|людн|мандат|метр|міл|місн|місяч|мільй|мільяр|мов|ног|особ|очк|палат|поверх|пункт|"
    r"раз|рівн|рік|роз|рок|сантим|мілім|річ|рядк|ряд|секунд|серійн|смуг|ствол|сторон|ступ|тактн|тиж|тисяч|тижн|том|тонн|точ|тур|"
    r"фазн|фут|хвил|центн|цифр|член|ярус|етап|годин|єврі|класн"
)
_SHORTEST_SECOND_PART = 3


@dataclass(frozen=True, slots=True)
class Compound:
    """The number that a word begins with, multiplied by a magnitude within it, and what follows the number."""

    value: Amount
    rest: str
    scale: Amount = 1


@functools.lru_cache(maxsize=1 << 14)
def read_compound(word: str) -> Compound | None:
    """Return the number that the lower-case `word` begins with; None if it begins with none."""
    if word[:2] not in _FIRST_LETTERS:
        return None
    total: Amount = 0
    rest = word
    doubtful = word.startswith("двор")
    while part := _first_part(rest, total):
        total += _FIRST_PARTS[part]
        rest = rest[len(part) :]
        doubtful |= part in _DOUBTFUL
    if not total:
        return None
    for stem, magnitude in _MAGNITUDES.items():
        if rest.startswith(stem):
            return Compound(total * magnitude, rest, magnitude)
    if word.startswith("південн") or len(rest) < _SHORTEST_SECOND_PART:
        return None
    return Compound(total, rest) if not doubtful or _SECOND_PARTS.match(rest) else None


def _first_part(rest: str, total: Amount) -> str:
    for length in range(min(len(rest), _LONGEST_FIRST_PART), 2, -1):
        value = _FIRST_PARTS.get(rest[:length])
        if value is not None and (not total or value < 10 <= total or value < 100 <= total):
            return rest[:length]
    return ""
