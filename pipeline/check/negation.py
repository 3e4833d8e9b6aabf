"""The check that what the source denies is denied in the translation, and nothing else is.

A cautious check, for languages deny in different places: it speaks up where one side denies and the other has no word
that could, where one side denies more often, and where the translation of what is denied has no denial near it. It does
not see a denial that moved to another part of the sentence.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.check.alignment.links import Links, Word, link_words
from pipeline.check.negation_words import (
    ENGLISH_IDIOM,
    ENGLISH_STANDS_FOR,
    NO,
    NOBODY,
    NOT,
    UKRAINIAN_IDIOM,
    UKRAINIAN_STANDS_FOR,
)
from pipeline.records import Finding

CHECK = "negation"

_WORDS_BEFORE, _WORDS_AFTER = 8, 5
"""How far before and after a word its denial may stand in English, in words.

Of 699 denied words in our articles with odd numbers whose translation is known, 26 have no word of denial within.
"""

_NOTHING_DENIES = 0.7
_DENIES_LESS = 0.5


@dataclass(frozen=True, slots=True)
class _Denials:
    """The words of a text that deny, by position: `sure` ones and those that only `may`. `doubled` adds none."""

    sure: tuple[int, ...]
    may: tuple[int, ...]
    doubled: tuple[int, ...] = ()

    @property
    def least(self) -> tuple[int, ...]:
        """Words that deny something for sure: "ніхто" alone, but not in "ніхто не прийшов"."""
        return self.sure or self.doubled[:1]


def check_negation(source: str, target: str, *, sentence: int = 0) -> list[Finding]:
    """Compare the denials of a sentence with those of its translation; nothing to report is an empty list.

    Never raises, whatever the texts.
    Example: check_negation("Він не підтвердив цього.", "He confirmed it.") finds "the source denies it (не
    підтвердив), the translation does not".
    """
    links = link_words(source, target)
    mine, theirs = _ukrainian(source, links.source), _english(target, links.target)
    if lost := _lost(links, mine, theirs):
        position, confidence = lost
        return [_lost_finding(source, links.source, position, confidence, sentence)]
    if added := _added(mine, theirs):
        position, confidence = added
        return [_added_finding(target, links.target, position, confidence, sentence)]
    return []


def _lost(links: Links, mine: _Denials, theirs: _Denials) -> tuple[int, float] | None:
    """Return a denial of the source that the translation lacks, and how sure that is."""
    if not mine.least:
        return None
    denying = sorted((*theirs.sure, *theirs.may))
    if not denying:
        return mine.least[0], _NOTHING_DENIES
    alone = next((position for position in mine.sure if _is_alone(links, position, denying)), None)
    if alone is not None:
        return alone, _DENIES_LESS
    return (mine.sure[-1], _DENIES_LESS) if len(mine.sure) > len(denying) else None


def _is_alone(links: Links, position: int, denying: Sequence[int]) -> bool:
    """Say whether the translation of the word denied at `position` is known and has no denial near it."""
    denied = position + 1
    while denied < min(len(links.source) - 1, position + 2) and not links.source[denied].is_content:
        denied += 1
    partners = links.partners[denied] if denied < len(links.source) else None
    return bool(partners) and not any(_is_near(partner, denying) for partner in partners or ())


def _is_near(partner: int, denying: Sequence[int]) -> bool:
    following = bisect_left(denying, partner - _WORDS_BEFORE)
    return following < len(denying) and denying[following] <= partner + _WORDS_AFTER


def _added(mine: _Denials, theirs: _Denials) -> tuple[int, float] | None:
    """Return a denial of the translation that the source lacks, and how sure that is."""
    explained = max(len(mine.sure), len(mine.doubled)) + len(mine.may)
    if len(theirs.sure) <= explained:
        return None
    return theirs.sure[-1], _DENIES_LESS if explained else _NOTHING_DENIES


def _ukrainian(text: str, words: Sequence[Word]) -> _Denials:
    sure, may, doubled = [], [], []
    for position, word, idiom in _with_idioms(UKRAINIAN_IDIOM, text, words):
        if idiom:
            may.append(position)
        elif word.folded in NOT:
            sure.append(position)
        elif NOBODY.match(word.folded):
            doubled.append(position)
        elif UKRAINIAN_STANDS_FOR.match(word.folded):
            may.append(position)
    return _Denials(tuple(sure), tuple(may), tuple(doubled))


def _english(text: str, words: Sequence[Word]) -> _Denials:
    sure, may = [], []
    for position, word, idiom in _with_idioms(ENGLISH_IDIOM, text, words):
        if idiom:
            may.append(position)
        elif word.folded in NO or word.folded.endswith("n't"):
            sure.append(position)
        elif ENGLISH_STANDS_FOR.match(word.folded):
            may.append(position)
    return _Denials(tuple(sure), tuple(may))


def _with_idioms(idiom: re.Pattern[str], text: str, words: Sequence[Word]) -> Iterator[tuple[int, Word, bool]]:
    """Yield each word with its position and whether an idiom begins with it; the rest of an idiom is skipped."""
    end_of_idiom = 0
    starts = {match.start(): match.end() for match in idiom.finditer(text)}
    for position, word in enumerate(words):
        if word.start in starts:
            end_of_idiom = starts[word.start]
            yield position, word, True
        elif word.start >= end_of_idiom:
            yield position, word, False


def _lost_finding(source: str, words: Sequence[Word], position: int, confidence: float, sentence: int) -> Finding:
    last = words[min(position + 1, len(words) - 1)]
    start, end = words[position].start, last.end
    message = f"the source denies it ({source[start:end]}), the translation does not"
    return Finding(CHECK, sentence, message, "warning", confidence, source_span=(start, end))


def _added_finding(target: str, words: Sequence[Word], position: int, confidence: float, sentence: int) -> Finding:
    start, end = words[max(0, position - 1)].start, words[min(position + 1, len(words) - 1)].end
    message = f"the translation denies it ({target[start:end]}), the source does not"
    return Finding(CHECK, sentence, message, "warning", confidence, target_span=(start, end))
