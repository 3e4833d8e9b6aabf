"""Errors in numbers, planted one at a time in an English sentence: what a translation engine gets wrong."""

import random
import re
from collections.abc import Callable

Plant = Callable[[random.Random, str], str | None]
"""Returns the sentence with one error, None if there is no place for it."""

_MONTHS = "January February March April May June July August September October November December"
_ABBREVIATED = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec."
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_MAGNITUDES = "thousand million billion trillion"
_WORDS = """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety
"""
_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth fifteenth twentieth thirtieth"
_MONTH_NAMES = "|".join(re.escape(name) for name in {*_MONTHS.split(), *_ABBREVIATED.split()})
_CURRENCY = re.compile(r"[$€£]|\b(?:hryvnias?|dollars?|euros?|pounds?|rubles?)\b")


def _replace(chosen: random.Random, text: str, pattern: str, new: Callable[[re.Match[str]], list[str]]) -> str | None:
    """Replace one match of `pattern`, chosen by chance, by one of what `new` offers for it."""
    places = list(re.finditer(pattern, text))
    if not places:
        return None
    place = chosen.choice(places)
    group = place.re.groups and 1
    return text[: place.start(group)] + chosen.choice(new(place)) + text[place.end(group) :]


def _others(words: str, found: str) -> list[str]:
    return [word for word in words.split() if word.lower() != found.lower()]


def change_digit(chosen: random.Random, text: str) -> str | None:
    """Change a digit to another one, designations included."""
    return _replace(chosen, text, r"\d", lambda place: [digit for digit in "123456789" if digit != place[0]])


def change_number_word(chosen: random.Random, text: str) -> str | None:
    """Change a number word to another one."""
    pattern = rf"(?i)\b(?:{'|'.join(_WORDS.split())})\b"
    return _replace(chosen, text, pattern, lambda place: _others(_WORDS, place[0]))


def change_ordinal(chosen: random.Random, text: str) -> str | None:
    """Change an ordinal to another one."""
    pattern = rf"(?i)\b(?:{'|'.join(_ORDINALS.split())})\b"
    return _replace(chosen, text, pattern, lambda place: _others(_ORDINALS, place[0]))


def drop_number(chosen: random.Random, text: str) -> str | None:
    """Leave out a number written in digits."""
    return _replace(chosen, text, r"(?<![\w-])\$?\d[\d.,]*\d(?![\w-]) ?", lambda _: [""])


def drop_magnitude(chosen: random.Random, text: str) -> str | None:
    """Leave out a thousand, million, billion or trillion."""
    return _replace(chosen, text, rf"(?<=\w) (?:{_MAGNITUDES.replace(' ', '|')})\b", lambda _: [""])


def change_magnitude(chosen: random.Random, text: str) -> str | None:
    """Change a thousand, million, billion or trillion to another of them."""
    pattern = rf"\b(?:{_MAGNITUDES.replace(' ', '|')})\b"
    return _replace(chosen, text, pattern, lambda place: _others(_MAGNITUDES, place[0]))


def drop_thousands(chosen: random.Random, text: str) -> str | None:
    """Leave out the thousands' group of digits: 10,000 becomes 10."""
    return _replace(chosen, text, r"(?<=\d),\d{3}(?!\d)", lambda _: [""])


def move_day(chosen: random.Random, text: str) -> str | None:
    """Change the day of a date."""
    pattern = rf"(?:{_MONTH_NAMES}) (\d{{1,2}})\b"
    return _replace(chosen, text, pattern, lambda place: [str(day) for day in range(1, 29) if str(day) != place[1]])


def move_month(chosen: random.Random, text: str) -> str | None:
    """Change the month of a date, or a month alone."""
    pattern = rf"\b(?:{_MONTH_NAMES})(?!\w)"
    return _replace(chosen, text, pattern, lambda place: [name for name in _MONTHS.split() if name[:3] != place[0][:3]])


def move_weekday(chosen: random.Random, text: str) -> str | None:
    """Change a day of the week."""
    pattern = rf"\b(?:{_WEEKDAYS.replace(' ', '|')})\b"
    return _replace(chosen, text, pattern, lambda place: _others(_WEEKDAYS, place[0]))


def swap_half_of_day(chosen: random.Random, text: str) -> str | None:
    """Change a.m. to p.m. or back."""
    return _replace(chosen, text, r"\d ([ap])\.m\.", lambda place: ["p" if place[1] == "a" else "a"])


def swap_currency(chosen: random.Random, text: str) -> str | None:
    """Change a currency to another one."""

    def others(place: re.Match[str]) -> list[str]:
        offered = "$ € £" if place[0] in "$€£" else "hryvnias dollars euros rubles"
        return [word for word in offered.split() if word[:3] != place[0][:3]]

    return _replace(chosen, text, _CURRENCY.pattern, others)


def drop_percent(chosen: random.Random, text: str) -> str | None:
    """Leave out the percent after a number."""
    return _replace(chosen, text, r"(?<=\d)(?:%| percent)", lambda _: [""])


PLANTS: dict[str, Plant] = {
    "digit changed": change_digit,
    "number word changed": change_number_word,
    "ordinal changed": change_ordinal,
    "number dropped": drop_number,
    "magnitude dropped": drop_magnitude,
    "magnitude changed": change_magnitude,
    "thousands dropped": drop_thousands,
    "day moved": move_day,
    "month moved": move_month,
    "weekday moved": move_weekday,
    "a.m. and p.m. swapped": swap_half_of_day,
    "currency swapped": swap_currency,
    "percent dropped": drop_percent,
}
