"""Tell from its shape alone what a line may be: prose, a headline, a heading, a name.

Nothing here knows a word of any site's furniture; what a line *says* is the business of the rule tables.
"""

import re

_SENTENCE_END = re.compile(r"[.!?…]+[\"'»”“’)\]]*$|[.!?…]\W*\[\d+\]$")
_OPEN_END = re.compile(r"[:;,]$")
# Not after an initial ("J. Biden", "м. Київ") or a title.
_INNER_SENTENCE_END = re.compile(
    r"(?<!\b\w)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bMrs)(?<!\bGen)(?<!\bSen)(?<!\bGov)(?<!\bRep)(?<!\bім)(?<!\bвул)(?<!\bген)"
    r"[.!?…][\"'»”’)]*\s+[\"'«“„‘(]*[A-ZА-ЯІЇЄҐ]"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_CAPITAL_START = re.compile(r"[\W_]*(?:[A-ZА-ЯІЇЄҐ0-9]|[a-zа-яіїєґ]{1,2}[A-ZА-ЯІЇЄҐ])")  # iPhone, єОселя
# "... from the U.S.", "... на 2 млн грн.": a full stop that headlines keep
_ABBREVIATION_END = re.compile(
    r"(?:\b[A-Z]\.[A-Z]\.|\b(?:грн|млн|млрд|тис|дол|рр?|ст|год|хв|Inc|Corp|Jr)\.)[\"'»”“’)\]]*$"
)
_LETTER = re.compile(r"[^\W\d_]")
# Some outlets write these in small letters on purpose, at the start of a headline too.
_SMALL_NAME_START = re.compile(r"[\W_]*(?:рос|рф\b|моск|путін|кремл|лукашенк|білорус)")

MIN_PROSE_CHARACTERS = 30
MIN_PROSE_WORDS = 5
MAX_HEADLINE_CHARACTERS = 220
MAX_HEADING_CHARACTERS = 120
MAX_HEADING_WORDS = 16
MAX_HEADLINE_ENDING_IN_ABBREVIATION = 100
LONG_WITHOUT_FULL_STOP = 260  # longer than any headline: a paragraph that lost its full stop


def words_of(text: str) -> list[str]:
    """Return the words and numbers of `text`, as written."""
    return _WORD.findall(text)


def ends_sentence(text: str) -> bool:
    """Say whether `text` ends as a sentence does, closing quotation marks and brackets aside."""
    return bool(_SENTENCE_END.search(text[-12:]))


def is_prose(text: str) -> bool:
    """Say whether a line is running text: a sentence of some length, or far too long for a headline.

    A question or exclamation may be a headline, so it counts only with another sentence before it.
    """
    if len(text) >= LONG_WITHOUT_FULL_STOP:
        return True
    if len(text) < MIN_PROSE_CHARACTERS or len(_WORD.findall(text)) < MIN_PROSE_WORDS:
        return False
    if _OPEN_END.search(text):
        return len(text) >= 2 * MIN_PROSE_CHARACTERS
    return _has_full_stop(text) or (ends_sentence(text) and bool(_INNER_SENTENCE_END.search(text)))


def is_headline(text: str) -> bool:
    """Say whether a line could be a headline: no full stop, not too long, beginning like a sentence."""
    if len(text) > MAX_HEADLINE_CHARACTERS or _OPEN_END.search(text) or not _LETTER.search(text):
        return False
    return not _has_full_stop(text) and bool(_CAPITAL_START.match(text) or _SMALL_NAME_START.match(text))


def is_heading(text: str) -> bool:
    """Say whether a line could head a section: a headline of at most a line's length, never with a full stop."""
    if text.endswith("."):
        return False
    return len(text) <= MAX_HEADING_CHARACTERS and len(_WORD.findall(text)) <= MAX_HEADING_WORDS and is_headline(text)


def one_sentence(text: str) -> bool:
    """Say whether no sentence ends inside `text`; initials and abbreviations may make it say no."""
    return not _INNER_SENTENCE_END.search(text)


def same_words(first: str, second: str) -> bool:
    """Say whether two lines are the same but for punctuation, spaces and case."""
    return _key(first) == _key(second)


def begins_with_words(text: str, beginning: str) -> bool:
    """Say whether `text` begins with the words of `beginning`, the last perhaps cut off; a few words are not enough."""
    key = _key(beginning)
    return len(key) >= MIN_PROSE_CHARACTERS and _key(text[: 2 * len(beginning) + 20]).startswith(key)


def _has_full_stop(text: str) -> bool:
    if not ends_sentence(text) or text.rstrip("\"'»”“’)]")[-1:] not in ".…":
        return False
    return len(text) > MAX_HEADLINE_ENDING_IN_ABBREVIATION or not _ABBREVIATION_END.search(text[-20:])


def _key(text: str) -> str:
    return " ".join(word.casefold() for word in _WORD.findall(text))
