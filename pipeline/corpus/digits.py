"""Do the numbers written in digits agree on both sides of a pair?

A filter for training text, which may lose a good pair now and then. A side with number words (тисяч, hundred) is not
judged, and units are not looked at: what is checked before printing is another matter and another module.
"""

import regex

_GROUP_SEPARATOR = regex.compile(r"(?<=\d)[ \u00a0\u202f,.'](?=\d{3}(?!\d))")
_DECIMAL_SEPARATOR = regex.compile(r"(?<![.,]\d+)(?<=\d)[.,](?=\d+(?![.,]?\d))")  # 2,5 but not 24.02.2022
_NUMBER = regex.compile(r"\d+")
_MERIDIEM = regex.compile(r"\b[ap]\.?m\b", regex.IGNORECASE)
_NUMBER_WORD = regex.compile(
    r"\b(?:сто\b|ста\b|двіст|трист|двохсот|чотирист|п.ятсот|шістсот|сімсот|вісімсот|дев.ятсот|сот|тисяч|мільйон|мільярд"
    r"|півтор|\p{L}*(?:надцят|дцят|десят|сорок|дев.яност)"
    r"|hundred|thousand|million|billion|dozen|\p{L}*teen\b|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)",
    regex.IGNORECASE,
)

_SPELLED_OUT_UP_TO = 12  # "two" for 2: style guides spell out up to nine, ten or twelve


def numbers_disagree(one: str, other: str) -> bool:
    """Say whether one side has a number in digits that cannot have come from the other.

    Decimal signs, thousands separators and trailing zeros are looked through (2,5 is 2,500 with a word that says so),
    dates may swap parts, 18:30 may be 6:30 p.m.

    Measured on our parallel corpus, whose numbers were checked: 0.13% of its pairs are called wrong.
    """
    here, there = _numbers(one), _numbers(other)
    if here == there:
        return False
    if _MERIDIEM.search(one) or _MERIDIEM.search(other):
        here, there = _without_afternoon(here), _without_afternoon(there)
    return (_lacks(there, here) and not _NUMBER_WORD.search(other)) or (
        _lacks(here, there) and not _NUMBER_WORD.search(one)
    )


def _lacks(there: set[int], here: set[int]) -> bool:
    """Say whether a number of `here` is missing `there`."""
    known = {_significant(number) for number in there}
    return any(number > _SPELLED_OUT_UP_TO and _significant(number) not in known for number in here)


def _numbers(text: str) -> set[int]:
    joined = _DECIMAL_SEPARATOR.sub("", _GROUP_SEPARATOR.sub("", text))
    return {int(found) for found in _NUMBER.findall(joined) if len(found) < 20}


def _significant(number: int) -> int:
    while number and number % 10 == 0:
        number //= 10
    return number


def _without_afternoon(numbers: set[int]) -> set[int]:
    return {number for number in numbers if not 12 < number < 24}
