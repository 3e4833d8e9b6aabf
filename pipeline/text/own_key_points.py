"""Take out the key points that the site itself printed: "Головні тези", "Key points" and their kin.

Three forms are known: a label with a list of bullets, dashes or numbers; a label with bare lines; and a list of whole
sentences above the text, or right under the lead below a label not known here; questions and answers are none. A label
that may as well head a section ("Що відомо") counts only with a list, or where no section can begin yet.
"""

import re
from collections.abc import Sequence

from pipeline.text.page import Line, is_interview, kept, paragraphs_stand_apart
from pipeline.text.shapes import ends_sentence, is_prose, one_sentence, words_of

MAX_POINTS = 12
_MAX_POINT_CHARACTERS = 400
_MAX_BARE_POINT_CHARACTERS = 220
_MAX_BARE_POINTS = 6
_TYPICAL_POINTS = 3
_MIN_POINT_WORDS = 4
_MAX_LABEL_WORDS = 6
_MAX_LABEL_CHARACTERS = 80
_LINES_LOOKED_AT = 60  # for a list without a label: it stands at the top

_SURE_LABEL = re.compile(
    r"(?:(?:(?:три|\d) )?(?:головні|ключові|основні|важливі) (?:тези|моменти|факти|пункти|висновки|деталі)"
    r"(?: новини| статті)?|тези|(?:головне|найголовніше|основне)(?: (?:за|у|в|про|з|із) .{1,30})?|коротко про головне|"
    r"якщо коротко|що (?:треба|потрібно|варто|слід|важливо) знати(?: .{1,30})?|"
    r"(?:the )?key (?:points?|takeaways?|facts?|findings?|developments?|messages?|moments?|highlights?)|"
    r"(?:story |article |the )?highlights?|(?:the )?(?:main|top) (?:points?|takeaways?|lines?|findings?)|takeaways?|"
    r"at a glance|tl;? ?dr|(?:\d{1,2} things|what)(?: you need)? to know(?: .{1,30})?|"
    r"quick (?:summary|read|take|facts)|in a nutshell) ?:?",
    re.IGNORECASE,
)
_POSSIBLE_LABEL = re.compile(
    r"(?:що (?:відомо|сталося|трапилося)(?: (?:зараз|на зараз|наразі|на цей час))?|коротко|стисло|підсумок|деталі|"
    r"what we know(?: so far)?|what happened|in (?:brief|short)|summary|the gist) ?:?",
    re.IGNORECASE,
)
_INLINE_LABEL = re.compile(rf"(?:{_SURE_LABEL.pattern}|{_POSSIBLE_LABEL.pattern})(?<=:)\s", re.IGNORECASE)
_INLINE_BULLET = re.compile(r"\s[•●▪■◦‣]\s?")


def take_key_points(lines: list[Line]) -> tuple[str, ...]:
    """Take the site's key points out of `lines` and return them; the label is marked as removed."""
    return _labelled(lines) or _inline(lines) or _unlabelled(lines)


def _labelled(lines: list[Line]) -> tuple[str, ...]:
    current = kept(lines)
    first_prose = _first_prose(current)
    for index, line in enumerate(current):
        if len(line.text) > _MAX_LABEL_CHARACTERS:
            continue
        sure = bool(_SURE_LABEL.fullmatch(line.text))
        if not sure and not _POSSIBLE_LABEL.fullmatch(line.text):
            continue
        # Above the text nothing can head a section; under the lead a colon announces a list.
        sure = sure or index < first_prose or (line.text.endswith(":") and index <= first_prose + 1)
        following = current[index + 1 : index + 2 + MAX_POINTS]
        if points := _bulleted(following) or _closed(following) or (_open(following) if sure else []):
            line.remove("key points label")
            return _take(lines, points)
    return ()


def _inline(lines: list[Line]) -> tuple[str, ...]:
    """Take "Головне: • one • two" that stands in one line."""
    for line in kept(lines):
        label = _INLINE_LABEL.match(line.text)
        if label is None:
            continue
        points = [part.strip() for part in _INLINE_BULLET.split(f" {line.text[label.end() :]}") if part.strip()]
        if 2 <= len(points) <= MAX_POINTS:
            line.cut(0, label.end(), "key points label")
            lines.remove(line)
            return tuple(points)
    return ()


def _unlabelled(lines: list[Line]) -> tuple[str, ...]:
    """Take a list of sentences that stands above the first paragraph, or under it below a label not known here."""
    current = kept(lines)
    first_prose = _first_prose(current)
    apart = paragraphs_stand_apart(current)
    for index in range(1, min(first_prose + 3, len(current), _LINES_LOOKED_AT)):
        above = current[index - 1]
        is_label = not above.bullet and not is_prose(above.text) and len(words_of(above.text)) <= _MAX_LABEL_WORDS
        if index > first_prose and not (index == first_prose + 2 and is_label):
            continue
        points = _bulleted(current[index:])
        announces = index > first_prose or (index == first_prose and above.text.endswith(":"))
        if not points and apart and is_label and announces and not current[index].gap:
            points = _closed(current[index : index + 2 + MAX_POINTS])
        if points and all(_is_point(point.text) for point in points) and not is_interview(points):
            if is_label and (index > first_prose or above.text.endswith(":")):
                above.remove("key points label")
            return _take(lines, points)
    return ()


def _first_prose(lines: Sequence[Line]) -> int:
    return next((index for index, line in enumerate(lines) if is_prose(line.text) and not line.bullet), len(lines))


def _bulleted(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of one list at the beginning of `lines`: all with bullets, or numbered from 1 on."""
    points: list[Line] = []
    for line in lines[: MAX_POINTS + 1]:
        if not line.bullet or len(line.text) > _MAX_POINT_CHARACTERS:
            break
        if line.number is not None and line.number != len(points) + 1:
            break
        if points and (line.number is None) != (points[0].number is None):
            break
        points.append(line)
    return points if 2 <= len(points) <= MAX_POINTS else []


def _closed(lines: Sequence[Line]) -> list[Line]:
    """Return the bare lines at the beginning of `lines` that stand together, with an empty line after the last."""
    points: list[Line] = []
    for line in lines:
        if points and line.gap:
            return points if len(points) > 1 else []
        if not _is_bare_point(line) or len(points) == _MAX_BARE_POINTS:
            return []
        points.append(line)
    return []


def _open(lines: Sequence[Line]) -> list[Line]:
    """Return the bare lines at the beginning of `lines` that are single sentences and end alike.

    Where points end with full stops, nothing tells the last of them from the first paragraph: then there are three.
    """
    points: list[Line] = []
    for line in lines:
        if not _is_bare_point(line) or ends_sentence(line.text) != ends_sentence(lines[0].text):
            break
        points.append(line)
    if len(points) > _MAX_BARE_POINTS or (points and ends_sentence(points[0].text)):
        points = points[:_TYPICAL_POINTS]
    return points if len(points) > 1 else []


def _is_bare_point(line: Line) -> bool:
    is_short = len(line.text) <= _MAX_BARE_POINT_CHARACTERS
    return is_short and not line.bullet and _is_point(line.text) and one_sentence(line.text)


def _is_point(text: str) -> bool:
    return len(words_of(text)) >= _MIN_POINT_WORDS


def _take(lines: list[Line], points: Sequence[Line]) -> tuple[str, ...]:
    taken = {id(line) for line in points}
    lines[:] = [line for line in lines if id(line) not in taken]
    return tuple(line.text for line in points)
