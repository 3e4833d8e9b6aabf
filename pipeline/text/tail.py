"""Cut what stands below the article or is let into it: links to other articles, comments, the author's card.

A label ("Читайте також", "Latest news", "Comments") opens a stretch of lines that do not belong to the article. After
a label of links the article may go on, after a label of the end it does not.
"""

import functools
import itertools
import re

from pipeline.text.date_lines import is_bare_date
from pipeline.text.furniture_rules import furniture_rules
from pipeline.text.page import Line, kept, paragraphs_stand_apart
from pipeline.text.shapes import ends_sentence, is_headline, is_prose, words_of

MIN_LINK_CHARACTERS = 45  # 5 in 100 headlines of our parallel corpus are shorter; section headings rarely are longer
_MAX_LABEL_CHARACTERS = 80
_MAX_LINE_AFTER_TEXT = 130
_MAX_SECTION_WORDS = 3
_MAX_LINES_OF_DECKS = 100

_ROLE = (
    r"(?:журналіст(?:ка)?|кореспондент(?:ка)?|редактор(?:ка)?|оглядач(?:ка)?|репортер(?:ка)?|автор(?:ка)?|journalist|reporter|"
    r"correspondent|editor|columnist|writer|producer|contributor|news anchor|freelancer|author|fellow)"
)
_FULL_NAME = r"[A-ZА-ЯІЇЄҐ][\w'’.-]{1,20}(?: [A-ZА-ЯІЇЄҐ][\w'’.-]{0,20}){1,3}"
_BIOGRAPHY = re.compile(
    rf"{_FULL_NAME}(?: [—–-] |, | is (?:an?|the) | was (?:an?|the) | працює | пише )"
    rf"(?:[\w'’,.-]{{1,20}} ){{0,6}}?{_ROLE}\w{{0,3}}\b"
)


@functools.cache
def _label(kind: str) -> re.Pattern[str]:
    rules = furniture_rules()
    label = {"links": f"(?:{rules.related}|{rules.listing})", "end": rules.end}[kind]
    return re.compile(rf"{label} ?[:.…]?", re.IGNORECASE)


def cut_tail(lines: list[Line]) -> None:
    """Mark the stretches of links and all that follows the article's end; above the text, labels alone."""
    current = kept(lines)
    stand_apart = paragraphs_stand_apart(current)
    first_prose = next((index for index, line in enumerate(current) if is_prose(line.text)), len(current))
    index = 0
    while index < len(current):
        line = current[index]
        if _is_label(line, "end"):
            line.remove("end of the article")
            if index > first_prose:
                for rest in current[index + 1 :]:
                    rest.remove("after the end of the article")
                break
        elif index > first_prose + 1 and (start := _listing_item(current, index)) is not None:
            for rest in current[start:]:
                rest.remove("listing of other articles")
            break
        elif _is_label(line, "links"):
            line.remove("label of links")
            if index > first_prose:
                end = _end_of_links(current, index + 1, stand_apart=stand_apart)
                for link in current[index + 1 : end]:
                    link.remove("related link")
                index = end - 1
        index += 1
    _remove_author_cards(kept(lines))
    peel(lines)


def peel(lines: list[Line]) -> None:
    """Mark biographies, and headlines with nothing under them, at the very end of the text, if there is a text."""
    current = kept(lines)
    if not any(ends_sentence(line.text) for line in current):
        return
    for line in reversed(current):
        if is_biography(line.text):
            line.remove("author's biography")
        elif not line.bullet and len(line.text) <= _MAX_LINE_AFTER_TEXT and _is_dangling(line.text):
            line.remove("line after the text")
        else:
            return


def is_biography(text: str) -> bool:
    """Say whether a paragraph introduces a journalist by name: "X is a reporter at ...", "X — журналістка ..."."""
    return bool(_BIOGRAPHY.match(text))


def _remove_author_cards(lines: list[Line]) -> None:
    """Mark a name with the biography under it wherever it stands: no article introduces its people so."""
    for name, biography in itertools.pairwise(lines):
        if (
            biography.text.startswith(name.text)
            and len(name.text) < len(biography.text)
            and is_biography(biography.text)
        ):
            name.remove("author's biography")
            biography.remove("author's biography")


def _is_label(line: Line, kind: str) -> bool:
    return len(line.text) <= _MAX_LABEL_CHARACTERS and bool(_label(kind).fullmatch(line.text))


def _listing_item(lines: list[Line], index: int) -> int | None:
    """Return where the item of a listing begins that has its date at `index`: with the headline right above or below.

    None if the line is no bare date or no headline is beside it: a chronicle heads its days with dates.
    """
    if not is_bare_date(lines[index].text):
        return None
    above, below = lines[index - 1], lines[index + 1] if index + 1 < len(lines) else None
    if _is_link_headline(above):
        return index - 1
    if below is not None and _is_link_headline(below):
        return index - 1 if len(words_of(above.text)) <= _MAX_SECTION_WORDS and not is_prose(above.text) else index
    return None


def _is_link_headline(line: Line) -> bool:
    return len(line.text) >= MIN_LINK_CHARACTERS and is_headline(line.text) and not is_prose(line.text)


def _end_of_links(lines: list[Line], start: int, *, stand_apart: bool) -> int:
    """Return the index after the last line that belongs to the links beginning at `start`.

    A short line before a paragraph is a heading of the article that goes on, a long one another link. A paragraph is
    the article again, unless it is the deck of the link above it: glued to it, dated, or one of several.
    """
    index = start
    while index < len(lines):
        line = lines[index]
        if _is_label(line, "end") or _is_label(line, "links"):
            return index
        if not is_prose(line.text):
            if index > start and _heads_a_section(lines, index):
                return index
        elif not (stand_apart and not line.gap and index > start) and not _is_dated_teaser(lines, start, index):
            end = _end_of_decks(lines, index) if index == start + 1 else None  # two links in a row have no decks
            return index if end is None else end
        index += 1
    return index


def _is_dated_teaser(lines: list[Line], start: int, index: int) -> bool:
    alone = index + 1 == len(lines) or not is_prose(lines[index + 1].text)
    return alone and any(is_bare_date(link.text) for link in lines[max(start, index - 3) : index])


def _heads_a_section(lines: list[Line], index: int) -> bool:
    line = lines[index]
    if not line.gap or len(line.text) >= MIN_LINK_CHARACTERS or not is_headline(line.text):
        return False
    return index + 1 < len(lines) and is_prose(lines[index + 1].text)


def _end_of_decks(lines: list[Line], start: int) -> int | None:
    """Return the index after the decks, if from here on every paragraph stands under a link, and there are two or more.

    None if the paragraphs are the article's.
    """
    under_links = 0
    end = min(len(lines), start + _MAX_LINES_OF_DECKS)
    for index in range(start, end):
        if _is_label(lines[index], "end") or _is_label(lines[index], "links"):
            end = index
            break
        if not is_prose(lines[index].text):
            continue
        above = lines[index - 1]
        if is_prose(above.text) or len(above.text) < MIN_LINK_CHARACTERS:
            return None
        under_links += 1
    return end if under_links >= 2 else None


def _is_dangling(text: str) -> bool:
    if ends_sentence(text):
        return False  # a question may well be the last paragraph
    return (
        is_headline(text)
        or not any(character.isalpha() for character in text)
        or (text.endswith(":") and not is_prose(text))
    )
