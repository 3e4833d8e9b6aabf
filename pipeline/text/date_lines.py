"""Find the line of a page that says when the article was published.

Looked at are only lines that are nothing but a date with its labels, names, counters and reading time: dates inside
sentences, captions and headlines are about something else.
"""

import re
from collections.abc import Iterator

from pipeline.text.dates import TIME, FoundDate, find_dates
from pipeline.text.furniture import furniture_rule
from pipeline.text.page import Line, kept
from pipeline.text.shapes import is_prose, words_of

MAX_DATE_LINE_CHARACTERS = 120
_MAX_NAME_WORDS = 3
_MAX_NAMES = 3  # of the place, the site and the author
_LINES_WITH_A_DATE_IN_FRONT = 5

_LABEL = re.compile(
    r"(?:(?:дата|час)(?: і час)?(?: публікації| виходу)?|опубл[іи]ковано|опубл\.|розміщено|додано|створено|"
    r"(?:first |originally )?(?:published|posted)(?: on| at)?|publication date|date|created)\b",
    re.IGNORECASE,
)
_UPDATE_LABEL = re.compile(
    r"\b(?:оновлен\w{1,3}|змінено|updated(?: on| at)?|last (?:updated|modified)|modified)\b", re.IGNORECASE
)
_AGE = re.compile(
    r"\b(?:(?:\d{1,3}|an?) ?)?(?:сек|хв|год|дн|день|тиж|sec|min|hour|hr|day|week)\w{0,6}\.? (?:тому|ago)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"[|•·\t]|,\s")
_BESIDE_A_DATE = frozenset({"counter", "reading time"})
_CONNECTING_WORDS = """
    о об в у на at on of the from та and року рік р г kyiv time local
    понеділок вівторок середа четвер п'ятниця субота неділя пн вт ср чт пт сб нд
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
"""
_CONNECTORS = frozenset(_CONNECTING_WORDS.split())
_LABELLED_START = re.compile(r"(?:date|дата(?: публікації)?|опубліковано|published)\s?:?\s{1,3}", re.IGNORECASE)


def take_date(lines: list[Line]) -> str:
    """Mark the date lines of a page and return the date of publication, empty if none is stated.

    A date called an update is taken only if there is no other.
    """
    published: list[str] = []
    updated: list[str] = []
    for line in _outside_the_text(kept(lines)):
        dates = list(find_dates(line.text)) if len(line.text) <= MAX_DATE_LINE_CHARACTERS else []
        if dates and _is_date_line(line.text, dates):
            line.remove("date line")
            for found in dates:
                is_update = _UPDATE_LABEL.search(line.text, max(0, found.start - 25), found.start)
                (updated if is_update else published).append(found.iso)
    for line in kept(lines)[:_LINES_WITH_A_DATE_IN_FRONT]:
        if iso := _cut_date_at_start(line):
            published.append(iso)
    return next(iter(published + updated), "")


def is_bare_date(text: str) -> bool:
    """Say whether a line is a date with its labels and nothing else."""
    dates = list(find_dates(text)) if len(text) <= MAX_DATE_LINE_CHARACTERS else []
    return bool(dates) and _is_date_line(text, dates)


def _outside_the_text(lines: list[Line]) -> Iterator[Line]:
    """Yield the lines above the first paragraph and the labelled ones below: bare dates there are other articles'."""
    is_above = True
    for line in lines:
        is_above = is_above and not is_prose(line.text)
        if is_above or _LABEL.match(line.text) or _UPDATE_LABEL.match(line.text):
            yield line


def _is_date_line(text: str, dates: list[FoundDate]) -> bool:
    rest = text
    for found in reversed(dates):
        rest = f"{rest[: found.start]} | {rest[found.end :]}"
    parts = map(str.strip, _PART.split(_AGE.sub(" ", rest)))
    names = list(filter(None, (_words_left(part) for part in parts if furniture_rule(part) not in _BESIDE_A_DATE)))
    return len(names) <= _MAX_NAMES and all(
        len(words) <= _MAX_NAME_WORDS and all(word[0].isupper() for word in words) for words in names
    )


def _words_left(part: str) -> list[str]:
    """Return the words of a part of a date line that are neither its labels nor its time."""
    rest = TIME.sub(" ", _UPDATE_LABEL.sub(" ", _LABEL.sub(" ", part))).replace("за київським часом", " ")
    return [word for word in words_of(rest) if word.casefold() not in _CONNECTORS and not word.isdigit()]


def _cut_date_at_start(line: Line) -> str:
    """Cut " date 2025-10-31 " from the beginning of a line that goes on as text, and return the date."""
    label = _LABELLED_START.match(line.text)
    found = next(find_dates(line.text[:MAX_DATE_LINE_CHARACTERS]), None)
    if found is None or found.start != (label.end() if label else 0):
        return ""
    rest = line.text[found.end :].lstrip(" ,.|—–-")
    if not rest or not (label or (rest[0].isupper() and _is_numeric(line.text[: found.end]))):
        return ""
    line.cut(0, len(line.text) - len(rest), "date at the start of the text")
    return found.iso


def _is_numeric(text: str) -> bool:
    return not any(character.isalpha() for character in text)
