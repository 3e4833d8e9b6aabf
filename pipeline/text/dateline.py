"""Cut the dateline that agencies put before the first sentence: `КИЇВ. 31 жовтня. УНН.`, `KYIV, Oct. 31 (Reuters) -`.

It is one only if it names a place in capitals and a medium of the directory; the medium is the article's outlet.
"""

import re

from pipeline.text.media import find_media
from pipeline.text.page import Line

_REACH = 90
_PARAGRAPHS_LOOKED_AT = 2  # a deck may stand above it
_DAY = r"(?:\d{1,2} [\w.]{3,9}|[A-Z][a-z]{2,8}\.? \d{1,2})"
_PLACE = re.compile(
    r"[A-ZА-ЯІЇЄҐ][A-ZА-ЯІЇЄҐ'’ /-]{2,40}(?:, [A-ZА-Я][\w. ]{1,20})?" rf"(?:[.,]? ?{_DAY})?[., ]{{0,2}}[(/]?"
)
_END = re.compile(r"[)/]?\.?\s?[—–-]\s?|[)/]\.?\s|\.\s")


def take_dateline(lines: list[Line]) -> str:
    """Cut the dateline from the lead or the paragraph after it and return its medium; "" if there is none."""
    for line in lines[:_PARAGRAPHS_LOOKED_AT]:
        if medium := _cut_dateline(line):
            return medium
    return ""


def _cut_dateline(line: Line) -> str:
    place = _PLACE.match(line.text)
    for found in find_media(line.text[:_REACH]) if place else []:
        end = _END.match(line.text, found.end)
        if place and place.end() == found.start and end and end.end() < len(line.text):
            line.cut(0, end.end(), "dateline")
            return found.medium.name
    return ""
