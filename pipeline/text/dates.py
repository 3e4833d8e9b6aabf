"""Read dates as newsrooms write them, Ukrainian and English, into ISO 8601.

A day, or a moment where the offset from UTC is stated; a clock time without its zone is dropped, since nobody can say
which moment it was. Not done here: relative dates ("вчора", "2 hours ago"), dates without a year.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

_UKRAINIAN_MONTHS = "січ лют бер кві тра чер лип сер вер жов лис гру"
_ENGLISH_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
MONTHS = {
    start: number
    for names in (_UKRAINIAN_MONTHS, _ENGLISH_MONTHS)
    for number, start in enumerate(names.split(), start=1)
}
"""The number of each month by the first three letters of its name, in small letters."""

_MONTH = (
    r"(?P<month>січ(?:ень|ня|\.)|лют(?:ий|ого|\.)|бер(?:езень|езня|ез\.|\.)|квіт(?:ень|ня|\.)|трав(?:ень|ня|\.)|черв(?:ень|ня|\.)|"
    r"лип(?:ень|ня|\.)|серп(?:ень|ня|\.)|вер(?:есень|есня|ес\.|\.)|жовт(?:ень|ня|\.)|лист(?:опад|опада|оп\.|\.)|груд(?:ень|ня|\.)|"
    r"jan(?:uary)?\.?|feb(?:ruary)?\.?|mar(?:ch)?\.?|apr(?:il)?\.?|may|june?\.?|july?\.?|aug(?:ust)?\.?|sept?(?:ember)?\.?|"
    r"oct(?:ober)?\.?|nov(?:ember)?\.?|dec(?:ember)?\.?)"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})"
_FORMS = tuple(
    re.compile(rf"(?<![\w.]){form}(?:(?=T\d\d:)|(?!\w|\.\d))", re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<month>\d\d)-{_DAY}",
        rf"{_DAY}(?:st|nd|rd|th)?,? {_MONTH},? {_YEAR}",
        rf"{_MONTH} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}",
        rf"{_DAY}\.(?P<month>\d{{1,2}})\.{_YEAR}",
        rf"{_DAY}/(?P<month>\d{{1,2}})/{_YEAR}",
        rf"{_YEAR}[./](?P<month>\d\d)[./]{_DAY}",
    )
)
_YEAR_WRITTEN = re.compile(_YEAR)
_SLASHED = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
TIME = re.compile(
    r"(?:T|(?<![\d:]))(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?(?P<half> ?[ap]\.?m\.?)?",
    re.I,
)
_ZONES_HOURS = {"z": 0, "utc": 0, "gmt": 0, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "est": -5, "edt": -4, "bst": 1}
_ZONE = re.compile(
    r" ?\(?(?:(?P<name>EEST|EET|CEST|CET|EST|EDT|BST|UTC|GMT|Z)\b)?(?P<offset>[+-]\d{1,2}(?::?\d\d)?)?\)?", re.I
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: its ISO 8601 form, where it stands with its time and zone."""

    iso: str
    start: int
    end: int


def parse_date(text: str) -> str:
    """Return the first date of `text` as ISO 8601, empty if there is none that exists.

    Example: "31 жовтня 2025, 14:20" gives 2025-10-31; "2025-10-31T14:20:00+02:00" gives 2025-10-31T14:20:00+02:00.
    03/04/2025 is read day first if a letter of the text is Cyrillic or the order leaves no choice, else not at all.
    """
    return next((found.iso for found in find_dates(text)), "")


def find_dates(text: str) -> Iterator[FoundDate]:
    """Yield the dates of `text` that exist in the calendar and name their year, in the order of the text."""
    if not _YEAR_WRITTEN.search(text):
        return
    position = 0
    while found := min(
        (match for form in _FORMS if (match := form.search(text, position))),
        key=lambda match: match.start(),
        default=None,
    ):
        position = found.end()
        if day := _day(found, text):
            position = _end_of_moment(text, found)
            start = _start_of_moment(text, found)
            yield FoundDate(_moment(text[start:position], day), start, position)


def _day(found: re.Match[str], text: str) -> date | None:
    month_text = found["month"].casefold()
    month = int(month_text) if month_text.isdigit() else MONTHS[month_text[:3]]
    day = int(found["day"])
    if _SLASHED.fullmatch(found[0]):
        if month > 12 >= day:
            day, month = month, day
        elif day <= 12 and day != month and not re.search(r"[а-яіїєґ]", text, re.IGNORECASE):
            return None
    try:
        return date(int(found["year"]), month, day)
    except ValueError:
        return None


def _start_of_moment(text: str, found: re.Match[str]) -> int:
    """Take in a time that stands before its date: "14:20, 31 жовтня 2025"."""
    before = text[max(0, found.start() - 14) : found.start()]
    time = re.search(r"(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: ?[,|—–-]? ?)$", before, re.IGNORECASE)
    return found.start() - len(time[0]) if time else found.start()


def _end_of_moment(text: str, found: re.Match[str]) -> int:
    """Take in the time and zone that follow a date: ", 14:20", " о 14:20", "T14:20:00+02:00", " at 2:20 p.m. EET"."""
    after = re.compile(r"(?: року| р\.)?[ ,|·—–-]{0,3}(?:(?:о|об|at|в|у) )?(?=T?\d{1,2}:\d\d)", re.IGNORECASE).match(
        text, found.end()
    )
    if after is None or not (time := TIME.match(text, after.end())):
        return found.end()
    zone = _ZONE.match(text, time.end())
    return zone.end() if zone and (zone["name"] or zone["offset"]) else time.end()


def _moment(text: str, day: date) -> str:
    """Return `day` with the time in `text` if that names its zone, else the day alone."""
    time = TIME.search(text)
    zone = _ZONE.match(text, time.end()) if time else None
    if time is None or zone is None or not (zone["name"] or zone["offset"]):
        return day.isoformat()
    hour = int(time["hour"])
    if half := (time["half"] or "").strip().casefold():
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    try:
        offset = timezone(_offset(zone))
        return datetime(
            day.year, day.month, day.day, hour, int(time["minute"]), int(time["second"] or 0), tzinfo=offset
        ).isoformat()
    except ValueError:
        return day.isoformat()


def _offset(zone: re.Match[str]) -> timedelta:
    hours = _ZONES_HOURS[(zone["name"] or "z").casefold()]
    if not zone["offset"]:
        return timedelta(hours=hours)
    digits = zone["offset"][1:].replace(":", "")
    stated = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return timedelta(hours=hours) + (stated if zone["offset"][0] == "+" else -stated)
