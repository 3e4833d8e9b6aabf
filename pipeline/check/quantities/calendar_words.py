"""Months, days of the week and parts of the day, in both languages."""

import functools
from typing import Literal

from pipeline.check.quantities.numerals_uk import ADJECTIVE_ENDINGS
from pipeline.records import TextLanguage

HalfOfDay = Literal["", "am", "pm", "night"]

_MONTHS_UK = (
    "січень січня січню січнем січні січ", "лютий лютого лютому лютим лют",
    "березень березня березню березнем березні бер",
    "квітень квітня квітню квітнем квітні квіт", "травень травня травню травнем травні трав",
    "червень червня червню червнем червні черв", "липень липня липню липнем липні лип",
    "серпень серпня серпню серпнем серпні серп", "вересень вересня вересню вереснем вересні вер",
    "жовтень жовтня жовтню жовтнем жовтні жовт", "листопад листопада листопаду листопадом листопаді лист",
    "грудень грудня грудню груднем грудні груд",
)  # fmt: skip
_MONTH_ADJECTIVES_UK = (
    "січнев лютнев березнев квітнев травнев червнев липнев серпнев вереснев жовтнев листопадов груднев"
)
_MONTHS_EN = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
_WEEKDAYS_UK = (
    "понеділок понеділка понеділку понеділком понеділки понеділкам понеділках",
    "вівторок вівторка вівторку вівторком вівторки вівторкам вівторках",
    "середа середи середу середою середі середам середах", "четвер четверга четвергу четвергом четверги четвергах",
    "п'ятниця п'ятниці п'ятницю п'ятницею п'ятницям п'ятницях", "субота суботи суботу суботою суботі суботам суботах",
    "неділя неділі неділю неділею неділям неділях",
)  # fmt: skip
_WEEKDAY_ADJECTIVES_UK = "понеділков вівторков середов четвергов п'ятничн суботн недільн"
_SOFT_ENDINGS = "ій я є ього ьої ьому ю ім ьою іми іх"
_WEEKDAYS_EN = "monday tuesday wednesday thursday friday saturday sunday"

_DOUBTFUL = "січ лют бер квіт трав черв лип серп вер жовт лист груд лютий лютим may march mar jan"
DOUBTFUL_MONTHS = frozenset(_DOUBTFUL.split())
"""Words of other meanings too: they count only with a day or a year beside them."""

_HALVES: dict[str, HalfOfDay] = {
    "ранку": "am", "ночі": "night", "дня": "pm", "вечора": "pm", "пополудні": "pm", "am": "am", "pm": "pm",
    "morning": "am", "afternoon": "pm", "evening": "pm", "night": "night",
}  # fmt: skip
NOON = frozenset(("noon", "midday", "опівдні", "полудень", "полудня"))
MIDNIGHT = frozenset(("midnight", "опівночі", "північ", "півночі"))


@functools.cache
def months(language: TextLanguage) -> dict[str, int]:
    """Return the number of the month for each of its lower-case forms, adjectives included."""
    if language == "en":
        return _numbered(_MONTHS_EN)
    return _numbered(_MONTHS_UK) | _numbered(_adjectives(_MONTH_ADJECTIVES_UK))


@functools.cache
def weekdays(language: TextLanguage) -> dict[str, int]:
    """Return the number of the weekday, Monday being 1, for each of its lower-case forms, adjectives included."""
    if language == "en":
        return _numbered(tuple(f"{day} {day}s {day}'s" for day in _WEEKDAYS_EN.split()))
    every = tuple(" ".join(f"що{form}" for form in forms.split()) for forms in _WEEKDAYS_UK)
    return _numbered(_WEEKDAYS_UK) | _numbered(_adjectives(_WEEKDAY_ADJECTIVES_UK)) | _numbered(every)


def half_of_day(word: str) -> HalfOfDay:
    """Return the half of the day that a word after an hour tells; empty if it tells none."""
    return _HALVES.get(word, "")


def hours(hour: int, half: HalfOfDay) -> set[int]:
    """Return the hours of a 24-hour clock that `hour` in that half of the day can be."""
    if half == "am":
        return {hour % 12}
    if half == "pm":
        return {hour % 12 + 12}
    if half == "night" and hour <= 12:
        return {hour % 12} if hour <= 6 or hour == 12 else {hour + 12}
    return {hour % 24}


def _adjectives(stems: str) -> tuple[str, ...]:
    endings = f"{ADJECTIVE_ENDINGS} {_SOFT_ENDINGS}".split()
    return tuple(" ".join(stem + ending for ending in endings) for stem in stems.split())


def _numbered(forms: tuple[str, ...]) -> dict[str, int]:
    return {form: number for number, line in enumerate(forms, start=1) for form in line.split()}
