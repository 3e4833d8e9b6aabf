"""Mend what scraping and cutting into paragraphs did to typography; no word is added, dropped or moved.

- a closing quotation mark that was cut off to the next paragraph goes back: `very badly.` / `" On November 2`
- spaces inside quotation marks go: `obligations. " Peskov`, `« слово »`
- spaces inside known abbreviations go: `U. S.`, `8 a. m.`
- spaces before punctuation go: `Reuters , передає`; a space lost after a full stop comes back: `weapons.The`
"""

import re
from collections.abc import Sequence

_ABBREVIATION = re.compile(r"\b(?:U\. S\. S\. R|U\. S\. A|U\. A\. E|U\. S|U\. K|U\. N|E\. U|D\. C)\.(?!\w)")
_HALF_DAY = re.compile(r"(?<=\d )([ap])\. m\.", re.IGNORECASE)
_AFTER_OPENING = re.compile(r"(?<=[«„]) +")
_BEFORE_CLOSING = re.compile(r" +(?=[»”](?:[\s.,;:!?)]|$))")
_BEFORE_PUNCTUATION = re.compile(r"(?<=[\w»”\")]) +(?=[,;](?:\s|$)|[.!?](?:\s[A-ZА-ЯІЇЄҐ«\"“]|$))")
# weapons.The, but not LIGA.Net
_LOST_SPACE = re.compile(
    r"(?<=[a-zа-яіїєґ]{3})([.!?])(?!(?:Net|Нет|Ua|Com|Org|Info|News|Media|Live|Today|Tv)\b)"
    r"(?=[A-ZА-ЯІЇЄҐ][a-zа-яіїєґ']{1,30} [a-zа-яіїєґ])"
)
_STRAIGHT = re.compile(r"\"")
_OPENERS = "([{«„“—–-/"
_CLOSERS = ")]},.;:!?…»”—–"


def repair_paragraphs(paragraphs: Sequence[str]) -> list[str]:
    """Return the paragraphs mended, as many as came; one that was nothing but a stray mark comes back empty.

    Example: `["They treat us badly.", '" On November 2, he left.']` loses the quotation mark at the start of the
    second to the end of the first only if one is open there.
    """
    mended: list[str] = []
    is_open = False  # a straight quotation mark opened in the paragraph before and not closed there
    for paragraph in paragraphs:
        text = _simple_repairs(paragraph)
        if mended and text[:1] == '"' and is_open and text[1:2] in ("", " "):
            mended[-1] += '"'
            text = text[1:].lstrip()
        elif mended and text[:1] in ("»", "”"):
            mended[-1] += text[0]
            text = text[1:].lstrip()
        text, is_open = _close_up_straight_quotes(text)
        mended.append(text)
    return mended


def _simple_repairs(text: str) -> str:
    text = _ABBREVIATION.sub(lambda found: found[0].replace(" ", ""), text)
    text = _HALF_DAY.sub(r"\1.m.", text)
    text = _AFTER_OPENING.sub("", text)
    text = _BEFORE_CLOSING.sub("", text)
    text = _BEFORE_PUNCTUATION.sub("", text)
    return _LOST_SPACE.sub(r"\1 ", text).strip()


def _close_up_straight_quotes(text: str) -> tuple[str, bool]:
    """Remove the spaces inside straight quotation marks; return the text and whether one is left open.

    A mark with a space on one side shows which way it faces; with spaces on both, it closes what is open.
    """
    pieces: list[str] = []
    position = 0
    is_open = False
    for mark in _STRAIGHT.finditer(text):
        start, end = mark.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        free_before = before in ("", " ") or before in _OPENERS
        free_after = after in ("", " ") or after in _CLOSERS
        opens = free_before if free_before != free_after else not is_open
        piece = text[position:start]
        position = end
        if opens and after == " ":
            position += 1
        elif not opens and before == " ":
            piece = piece.rstrip(" ")
        pieces.append(f'{piece}"')
        is_open = opens
    pieces.append(text[position:])
    return "".join(pieces), is_open
