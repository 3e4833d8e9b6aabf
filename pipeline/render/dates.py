"""Dates in words, in both languages, without depending on the machine's locale."""

from datetime import date, datetime

from pipeline.records import Language

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}
_DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "uk": "понеділок вівторок середа четвер п’ятниця субота неділя",
}


def long_date(iso: str, language: Language, *, weekday: bool = False) -> str:
    """Return an ISO 8601 day or moment as `31 October 2025`, `31 жовтня 2025`, the day of the week before it on demand.

    The time of a moment is left out. What is not ISO 8601 is returned as it is: a wrong date is worse than an odd one.
    """
    try:
        day: date = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    spoken = "uk" if language == "uk" else "en"
    words = f"{day.day} {_MONTHS[spoken].split()[day.month - 1]} {day.year}"
    return f"{_DAYS[spoken].split()[day.weekday()].capitalize()}, {words}" if weekday else words


def machine_date(iso: str) -> str:
    """Return `iso` if an HTML `time` element takes it, else an empty string."""
    try:
        datetime.fromisoformat(iso)
    except ValueError:
        return ""
    return iso
