"""Read what stands above the text: take the title out, mark the section, the names and the pictures around it.

The head ends where the first paragraph begins. A title that the page prints twice is the title; otherwise it is the
first line of the head that is long enough for one. A line after it that is as long as a headline is the deck and stays.
A headline that reads like a caption or a widget ("Фото: ...", "Погода: ...") is the title where no other line is.
"""

import itertools
import re
from collections.abc import Sequence

from pipeline.text.captions import end_without_picture_tag, may_be_headline
from pipeline.text.furniture_rules import furniture_rules
from pipeline.text.media import is_ukrainian_medium
from pipeline.text.page import Line, kept
from pipeline.text.shapes import ends_sentence, is_headline, is_prose, same_words, words_of

_MIN_TITLE_WORDS = 4
_MIN_SHORT_TITLE_WORDS = 2
_MIN_LONG_TITLE_CHARACTERS = 30
_MIN_DECK_WORDS = 7
_MIN_DECK_CHARACTERS = 55
_MAX_SITE_NAME_WORDS = 4
_HEAD_LINES_LOOKED_AT = 40  # for the same title again: it never stands further down
_MAX_LINES_BETWEEN_TITLES = 6
_MAX_TICKER_PARAGRAPHS = 3
_MAX_ALL_SHORT_LINES = 8
_NAMES_AND_WORDS = re.compile(r"\b[^\W\d_]*[^\W\d_A-ZА-ЯІЇЄҐ]+\b")  # neither figures nor currencies' codes
_SITE_SEPARATOR = re.compile(r" (?:\||::|»|•) ")
_SITE_AFTER_DASH = re.compile(r"(?<![,»\"”]) [—–-] (?P<site>[^—–|]{2,40})$")


def mark_ticker(lines: list[Line]) -> None:
    """Mark the site's news ticker above the head, paragraphs and all.

    Where the head begins is certain only if the page prints the title twice or the reading time under it.
    """
    start = _start_of_head(lines)
    above = [line for line in lines[:start] if not line.rule]
    if sum(1 for line in above if _is_text(line)) <= _MAX_TICKER_PARAGRAPHS:
        for line in above:
            line.remove("news ticker" if is_prose(line.text) else _name_above_title(line.text))


def take_title(lines: list[Line], stated: str) -> str:
    """Take the title out of `lines` and return it, or `stated` if that is not empty; mark the rest of the head.

    Returns "" where the text begins without one.
    """
    if not stated:
        _give_back_title(lines)
    head = _head(kept(lines))
    title_line = _line_like(head, stated) if stated else _find_title(head)
    title = stated[: _end_of_title(stated)]
    if title_line is not None and not stated:
        if (end := _end_of_title(title_line.text)) < len(title_line.text):
            title_line.cut(end, len(title_line.text), "site name in the title")
        title = title_line.text
        lines.remove(title_line)
    position = head.index(title_line) if title_line is not None else -1
    for line in head[:position] if position > 0 else []:
        line.remove(_name_above_title(line.text))
    if title:
        for line in kept(lines):
            if same_words(line.text, title) or line is title_line:
                line.remove("repeated title")
    _mark_between(head[position + 1 :], has_title=bool(title))
    return title


def has_text(lines: Sequence[Line]) -> bool:
    """Say whether any line is running text, or short lines are all there is and the last may pass for it."""
    return any(_is_text(line) for line in lines) or 0 < len(lines) <= _MAX_ALL_SHORT_LINES


def _head(lines: list[Line]) -> list[Line]:
    """Return the lines above the first paragraph; where there is none, all but the last of a few lines."""
    for index, line in enumerate(lines):
        if _is_text(line):
            return lines[:index]
    return lines[:-1] if len(lines) <= _MAX_ALL_SHORT_LINES else lines


def _start_of_head(lines: list[Line]) -> int:
    """Return the index of the title where paragraphs stand above it, 0 where nothing makes that certain."""
    if any(is_headline(line.text) and len(line.text) >= _MIN_LONG_TITLE_CHARACTERS for line in _head(kept(lines))):
        return 0  # a title above the first paragraph
    places: dict[str, int] = {}
    last = min(len(lines), _HEAD_LINES_LOOKED_AT)
    for index, line in enumerate(lines[:last]):
        key = " ".join(words_of(line.text)).casefold()
        if line.rule or key.count(" ") + 1 < _MIN_TITLE_WORDS or not is_headline(line.text):
            continue
        if index - places.setdefault(key, index) in range(1, _MAX_LINES_BETWEEN_TITLES + 1):
            return places[key]
        if index + 1 < last and lines[index + 1].rule == "reading time":
            return index
    return 0


def _is_text(line: Line) -> bool:
    return is_prose(line.text) or (
        ends_sentence(line.text) and not is_headline(line.text) and len(words_of(line.text)) > 2
    )


def _give_back_title(lines: list[Line]) -> None:
    """Keep the first headline that was taken for a caption or a widget, if no other line above the text is one."""
    above = list(itertools.takewhile(lambda line: line.rule or not _is_text(line), lines))
    if len(above) == len(lines) or any(_may_be_title(line) for line in above if not line.rule):
        return
    if mistaken := next(filter(_was_mistaken, above), None):
        mistaken.rule = ""


def _was_mistaken(line: Line) -> bool:
    if line.rule == "widget":
        return len(_NAMES_AND_WORDS.findall(line.text)) >= _MIN_TITLE_WORDS
    return line.rule == "photo caption" and may_be_headline(line.text)


def _may_be_title(line: Line) -> bool:
    return is_headline(line.text) and not line.bullet and len(words_of(line.text)) >= _MIN_TITLE_WORDS


def _find_title(head: list[Line]) -> Line | None:
    candidates = [line for line in head if is_headline(line.text) and not line.bullet]
    keys = [" ".join(words_of(line.text)).casefold() for line in candidates[:_HEAD_LINES_LOOKED_AT]]
    for line, key in zip(candidates, keys, strict=False):
        if keys.count(key) > 1 and len(key.split()) >= _MIN_TITLE_WORDS:
            return line
    if long := next(filter(_may_be_title, candidates), None):
        return long
    short = [line for line in candidates if len(words_of(line.text)) >= _MIN_SHORT_TITLE_WORDS]
    return max(short, key=lambda line: len(line.text), default=None)


def _line_like(head: list[Line], stated: str) -> Line | None:
    """Return the line of the head that says what the stated title says, in nearly the same words."""
    wanted = {word.casefold() for word in words_of(stated)}
    for line in head:
        words = {word.casefold() for word in words_of(line.text)}
        if wanted and 2 * len(words & wanted) > len(words | wanted):
            return line
    return None


def _mark_between(lines: list[Line], *, has_title: bool) -> None:
    """Mark captions, names and labels between title and text; the first line as long as a headline is the deck."""
    deck_found = False
    for line in kept(lines):
        is_deck = len(words_of(line.text)) >= _MIN_DECK_WORDS and len(line.text) >= _MIN_DECK_CHARACTERS
        if line.bullet or (has_title and is_deck and not deck_found):
            deck_found = deck_found or is_deck
        else:
            line.remove("section label" if _is_section(line.text) else "line above the text")


def _name_above_title(text: str) -> str:
    return "section label" if _is_section(text) else "line above the title"


def _is_section(text: str) -> bool:
    return all(word.casefold() in furniture_rules().sections for word in words_of(text))


def _end_of_title(title: str) -> int:
    """Return where the name of the site behind a title begins, and the tag of its pictures before that."""
    return end_without_picture_tag(title[: _end_without_site_name(title)])


def _end_without_site_name(title: str) -> int:
    """Return where " | УНН" or " - BBC News" begins; an attribution ("..., — Reuters") is part of the title."""
    end = max((found.start() for found in _SITE_SEPARATOR.finditer(title)), default=len(title))
    if end == len(title) and (found := _SITE_AFTER_DASH.search(title)) and is_ukrainian_medium(found["site"]):
        end = found.start()
    is_title = len(words_of(title[:end])) >= _MIN_TITLE_WORDS
    return end if is_title and len(words_of(title[end:])) <= _MAX_SITE_NAME_WORDS else len(title)
