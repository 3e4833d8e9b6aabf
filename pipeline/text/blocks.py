"""Turn the lines that are left into the lead and the body: paragraphs, headings, list items."""

import itertools

from pipeline.records import Block
from pipeline.text.page import DASHES, Line, is_interview, kept
from pipeline.text.related import MAX_SHARED_IF_SET_OFF, shared_words, stems
from pipeline.text.shapes import begins_with_words, ends_sentence, is_heading, same_words, words_of
from pipeline.text.tail import MIN_LINK_CHARACTERS

_SPEAKER_TAGS = (", —", ", –", "! —", "? —", "! –", "? –")
_MIN_REPEATED_WORDS = 6
_MIN_LONG_HEADING = 70  # half of the headlines of our parallel corpus are longer, no heading that we have seen


def take_lead(lines: list[Line], stated: str) -> str:
    """Take the lead out of `lines` and return it: the first line left, or `stated`, marked where it is printed.

    Where the stated lead is but the beginning of a paragraph, as feeds and page descriptions are, that paragraph is it.
    """
    current = kept(lines)
    if stated:
        for line in current:
            if same_words(line.text, stated):
                line.remove("repeated lead")
            elif begins_with_words(line.text, stated):
                lines.remove(line)
                return line.full_text
        return stated
    lead = next((line for line in current if not line.bullet), current[0] if current else None)
    if lead is None:
        return ""
    for line in current[: current.index(lead)]:
        if not line.bullet:
            line.remove("line above the text")
    lines.remove(lead)
    return lead.full_text if lead.bullet else lead.text


def read_body(lines: list[Line], lead: str) -> list[Block]:
    """Return the blocks of the body; paragraphs printed twice and headings over nothing are marked as removed."""
    _mark_repeated(kept(lines), lead)
    _mark_stray_headlines(kept(lines), lead)
    current = kept(lines)
    blocks: list[Block] = []
    index = 0
    while index < len(current):
        line = current[index]
        group = _bulleted(current, index)
        if _is_dialogue(group):
            blocks += [Block("paragraph", spoken.full_text) for spoken in group]
            index += len(group)
            continue
        if _is_list(group):
            blocks += [Block("item", item.text) for item in group]
            index += len(group)
            continue
        if not line.bullet and is_heading(line.text) and index + 1 < len(current):
            blocks.append(Block("heading", line.text))
        else:
            blocks.append(Block("paragraph", line.full_text))
        index += 1
    return blocks


def _mark_repeated(lines: list[Line], lead: str) -> None:
    seen = {_key(lead)}
    for line in lines:
        key = _key(line.text)
        if key in seen and key.count(" ") + 1 >= _MIN_REPEATED_WORDS:
            line.remove("repeated paragraph")
        seen.add(key)


def _mark_stray_headlines(lines: list[Line], lead: str) -> None:
    """Mark headlines of other articles that stand in the text without a label.

    They stand right above another heading, where a short one would be the upper of two levels; or they are longer than
    headings are and say next to nothing of what the article says.
    """
    for line, following in itertools.pairwise(lines):
        if _may_be_link(line, MIN_LINK_CHARACTERS) and is_heading(following.text) and not following.bullet:
            line.remove("headline of another article")
    long = {line for line in lines if not line.rule and _may_be_link(line, _MIN_LONG_HEADING)}
    if long:
        article = stems(" ".join([lead, *(line.text for line in lines if line not in long)]))
        for line in long:
            if shared_words(line.text, article) <= MAX_SHARED_IF_SET_OFF:
                line.remove("headline of another article")


def _may_be_link(line: Line, min_characters: int) -> bool:
    is_long = len(line.text) >= min_characters and not line.bullet
    return is_long and is_heading(line.text) and not ends_sentence(line.text)


def _bulleted(lines: list[Line], start: int) -> list[Line]:
    end = start
    while end < len(lines) and lines[end].bullet:
        end += 1
    return lines[start:end]


def _is_dialogue(group: list[Line]) -> bool:
    """Say whether lines with bullets are what people say in turn: the dashes are theirs and have to stay."""
    if len(group) < 2 or any(line.bullet not in DASHES for line in group):
        return False
    return is_interview(group) or any(tag in line.text for line in group for tag in _SPEAKER_TAGS)


def _is_list(group: list[Line]) -> bool:
    """Say whether lines with bullets are one list: not a lone dash or number, nor numbers that are not in turn."""
    numbers = [line.number for line in group]
    if any(number is not None for number in numbers):
        return len(group) > 1 and numbers == list(range(1, len(group) + 1))
    return len(group) > 1 or (len(group) == 1 and group[0].bullet not in DASHES)


def _key(text: str) -> str:
    return " ".join(words_of(text)).casefold()
