"""Take out the lines that are furniture whatever stands around them: adverts, counters, share buttons, notices.

The rules are a table, `furniture.toml`; here is only how it is applied.
"""

import functools
import re

from pipeline.text.furniture_rules import furniture_rules
from pipeline.text.media import is_medium, is_ukrainian_medium
from pipeline.text.page import Line
from pipeline.text.shapes import is_headline, words_of

MAX_FURNITURE_CHARACTERS = 400
_MAX_LONE_NUMBER_CHARACTERS = 8
_MAX_SITE_NAME_CHARACTERS = 30
_MAX_NAVIGATION_WORDS = 12
_MAX_LINK_AT_END = 260

_BREADCRUMBS = re.compile(r"[^/›>»|→•]{1,40}(?: ?[/›>»|→•] ?[^/›>»|→•]{1,40}){1,6}")
_CRUMB_SEPARATOR = re.compile(r"[/›>»|→•]")
_SITE_AFTER_PLACE = re.compile(r"[\w'-]{2,30} ?[•|·] ?(?P<site>[^•|·]{2,30})")  # "Київ • УНН"
_JUNCTIONS = frozenset({"and", "in", "of", "та", "і", "й", "в", "у"})
# Only these may introduce a link at the end of a paragraph or with a full stop: no sentence begins with them.
_SURE_LABEL = "(?:читайте також|читай також|також читайте|дивіться також|read also|see also|read more|also read)"
_SURE_START = re.compile(_SURE_LABEL, re.IGNORECASE)
_LINK_AT_END = re.compile(rf"(?<=[.!?»\"”])\s+{_SURE_LABEL}\s?:\s?[^\n]{{5,220}}$", re.IGNORECASE)
# Any other label that points elsewhere, before something as long as a headline: "Вам також буде цікаво: ...".
_POINTER = re.compile(r"(?P<label>[^\W\d_][\w' -]{3,40}) ?: (?P<headline>\S.{29,250})")
_POINTER_WORD = re.compile(
    r"\b(?:читай|читати|дивись|дивіться|слухай|також|раніше ми|ще про|більше про|темі|тему|темою|цікаво|пов'язан|"
    r"(?:read|see|watch|listen|also|related|earlier we|more on|more about|previously on|topic|recommended|miss)\b)",
    re.IGNORECASE,
)


def remove_furniture(lines: list[Line]) -> None:
    """Mark every line that a rule of the table takes out, and cut furniture glued to the ends of others."""
    starts = furniture_rules().start
    for line in lines:
        if line.rule:
            continue
        if found := starts.pattern.match(line.text):
            line.cut(0, found.end(), starts.name_of(found))
        if rule := furniture_rule(line.text):
            line.remove(rule)
        elif found := _LINK_AT_END.search(line.text, max(0, len(line.text) - _MAX_LINK_AT_END)):
            line.cut(found.start(), found.end(), "related link")


def furniture_rule(text: str) -> str:
    """Return the name of the rule that takes `text` out as a line, empty if none does."""
    if not any(character.isalnum() for character in text):
        return "separator"
    if len(text) > MAX_FURNITURE_CHARACTERS:
        return ""
    if len(text) <= _MAX_LONE_NUMBER_CHARACTERS and not any(character.isalpha() for character in text):
        return "lone number"
    rules = furniture_rules().line
    if found := rules.pattern.fullmatch(text):
        return rules.name_of(found)
    if (found := _SITE_AFTER_PLACE.fullmatch(text)) and is_ukrainian_medium(found["site"]):
        return "site name"
    if is_navigation(text):
        return "navigation"
    if len(text) <= _MAX_SITE_NAME_CHARACTERS and is_medium(text):
        return "site name"
    if (found := _related_line().fullmatch(text)) and (is_headline(found["headline"]) or _SURE_START.match(text)):
        return "related link"
    if (found := _POINTER.fullmatch(text)) and is_headline(found["headline"]) and _POINTER_WORD.search(found["label"]):
        return "related link"
    return ""


def is_navigation(text: str) -> bool:
    """Say whether a line is breadcrumbs or a row of section names: two at least, since one may be a heading."""
    sections = furniture_rules().sections
    words = [word.casefold() for word in words_of(text)]
    if not 2 <= len(words) <= _MAX_NAVIGATION_WORDS:
        return False
    if all(word in sections for word in words):
        return True
    if not _BREADCRUMBS.fullmatch(text):
        return False
    first = words_of(_CRUMB_SEPARATOR.split(text, maxsplit=1)[0])
    return all(word.casefold() in sections | _JUNCTIONS for word in first)


@functools.cache
def _related_line() -> re.Pattern[str]:
    label = furniture_rules().related
    return re.compile(rf"{label} ?(?:[:—–]| -) ?(?P<headline>\S.{{3,300}})", re.IGNORECASE)
