"""The days that a sentence names, in either language: with their year, or the year that is nearest to its report."""

from collections.abc import Iterator
from datetime import date

import regex

from pipeline.text.dates import MONTHS, find_dates

_DIGIT = regex.compile(r"\d")
_NAMED = (
    r"(?P<month>січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_DAY_MONTH = regex.compile(rf"(?<![\w.])(?P<day>\d{{1,2}}) {_NAMED}(?!\w)")
_MONTH_DAY = regex.compile(rf"(?<!\w){_NAMED} (?P<day>\d{{1,2}})(?![\w:]|[.,]\d)")


def event_days(text: str, reported: int) -> list[int]:
    """Return the days in `text` as numbers (see `pipeline.stories.days`), in order, each once.

    `reported` is the day of the report; 0 if that is not known, then a day without its year is left out.
    """
    if not _DIGIT.search(text):
        return []
    dated = [(found.start, found.end, date.fromisoformat(found.iso[:10]).toordinal()) for found in find_dates(text)]
    found = [(start, day) for start, _, day in dated]
    if reported:
        taken = [(start, end) for start, end, _ in dated]
        found += [(start, day) for start, day in _yearless(text, reported) if not any(a <= start < b for a, b in taken)]
    return list(dict.fromkeys(day for _, day in sorted(found)))


def _yearless(text: str, reported: int) -> Iterator[tuple[int, int]]:
    year = date.fromordinal(reported).year
    for pattern in (_DAY_MONTH, _MONTH_DAY):
        for match in pattern.finditer(text):
            days = []
            for near in (year - 1, year, year + 1):
                try:
                    days.append(date(near, MONTHS[match["month"].lower()[:3]], int(match["day"])).toordinal())
                except ValueError:  # 29 February, 31 April
                    continue
            if days:
                yield match.start(), min(days, key=lambda day: abs(day - reported))
