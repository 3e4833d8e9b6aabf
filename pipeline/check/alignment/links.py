"""Link the words of a sentence to those of its translation that may stand for them.

A word is linked by the lexicon, by its sound, or as a number in digits. On translations of our corpus 76% of the words
that can be judged are linked, on sentences put together at random 3% (`benchmarks/word_lexicon.py`): one word without a
link means nothing, eight in a row do.
"""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.check.alignment.lexicon import english_key, lexicon, ukrainian_key
from pipeline.check.alignment.sound import LEAST, english_sound, sound_alike, ukrainian_sound
from pipeline.check.quantities.numerals_uk import numerals
from pipeline.records import TextLanguage
from pipeline.text.stopwords import STOP_WORDS

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+")
_FOLD = str.maketrans("’ʼ", "''")
_MOST_PARTNERS = 8  # of one stem; a text that says one word a thousand times must not cost a million comparisons


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: `text[start:end]`. `folded` is lower case; `is_content` says that it is no function word."""

    folded: str
    start: int
    end: int
    is_content: bool
    is_capitalised: bool


@dataclass(frozen=True, slots=True)
class Links:
    """The words of both sides, and for each source word the positions of target words that may stand for it.

    `partners` is None for a source word that cannot be judged: a function word, or one that the lexicon does not know.
    """

    source: tuple[Word, ...]
    target: tuple[Word, ...]
    partners: tuple[tuple[int, ...] | None, ...]


@functools.lru_cache(maxsize=8)  # several checks ask for the same sentence in turn
def find_words(text: str, language: TextLanguage) -> tuple[Word, ...]:
    """Return the words and numbers of `text` in order."""
    stop_words = STOP_WORDS[language]
    found = []
    for match in _WORD.finditer(text):
        folded = match[0].lower().translate(_FOLD)
        found.append(Word(folded, match.start(), match.end(), folded not in stop_words, match[0][0].isupper()))
    return tuple(found)


@functools.lru_cache(maxsize=8)
def link_words(source: str, target: str) -> Links:
    """Link the words of a Ukrainian text to those of its English translation. Never raises; linear in their length."""
    words, others = find_words(source, "uk"), find_words(target, "en")
    by_key: dict[str, list[int]] = {}
    by_sound: dict[str, list[int]] = {}
    for position, other in enumerate(others):
        if not other.is_content:
            continue
        _add(by_key, english_key(other.folded), position)
        if len(sound := english_sound(other.folded)) >= LEAST:
            _add(by_sound, sound[:LEAST], position)
    partners = tuple(_partners(word, others, by_key, by_sound) if word.is_content else None for word in words)
    return Links(words, others, partners)


def _add(index: dict[str, list[int]], key: str, position: int) -> None:
    positions = index.setdefault(key, [])
    if len(positions) < _MOST_PARTNERS:
        positions.append(position)


def _partners(
    word: Word, others: Sequence[Word], by_key: dict[str, list[int]], by_sound: dict[str, list[int]]
) -> tuple[int, ...] | None:
    if word.folded.isascii():  # digits, a name in Latin letters
        return tuple(by_key.get(english_key(word.folded), ()))
    known = lexicon().get(ukrainian_key(word.folded), frozenset())
    found = [position for key in known for position in by_key.get(key, ())]
    if not found and len(sound := ukrainian_sound(word.folded)) >= LEAST:
        alike = by_sound.get(sound[:LEAST], ())
        found = [position for position in alike if sound_alike(sound, english_sound(others[position].folded))]
    if not found and (word.folded in numerals() or not (known or word.is_capitalised)):
        return None  # a number in words may be one in digits
    return tuple(sorted(found))
