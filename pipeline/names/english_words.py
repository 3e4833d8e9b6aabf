"""The words of an English text as names are compared: without possessives and diacritics, one spelling of the two.

British and American spelling, and "U.S." and "US", are the same word here: which of them a newsroom writes is not a
question of names.
"""

import functools
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

_WORD = regex.compile(
    r"\p{Lu}\.(?:\p{Lu}\.)+|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’](?!s\b|S\b)\p{L}+|[+&](?=\p{N}|\b|$|\s))*"
)
_NO_MARK = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "’": "'"}
)
_AMERICAN = (
    (regex.compile(r"(def|off|lic)ence"), r"\1ense"),
    (regex.compile(r"(cent|theat|fib|met|lit)re"), r"\1er"),
    (regex.compile(r"(arm|lab|harb|neighb|col|hon|rum|behavi)our"), r"\1or"),
    (regex.compile(r"is(e[ds]?|ing|ation\w*)$"), r"iz\1"),
    (regex.compile(r"programme"), "program"),
)
SMALL_WORDS = frozenset(["the", "of", "for", "and", "in", "on", "to", "at", "by", "a", "an", "with"])


class EnglishWord(NamedTuple):
    """A word as written, where it stands (without a possessive 's), and its key."""

    text: str
    start: int
    end: int
    key: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter or a digit."""
        return not self.text[0].islower()


class EnglishText:
    """The words of a text, and where each stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = english_words(text)
        self._positions: dict[str, list[int]] = defaultdict(list)
        for position, word in enumerate(self.words):
            for key in number_forms(word.key):
                self._positions[key].append(position)

    def find(self, form: str) -> Iterator[tuple[int, int]]:
        """Yield where the words of `form` stand side by side, as (first, behind the last) positions in `words`.

        A capital letter of `form` has to be one in the text; singular and plural are the same, and "the" is no part.
        """
        wanted = _form_words(form)
        for first in self._positions.get(wanted[0].key, ()) if wanted else ():
            if self._stands_at(first, wanted):
                yield first, first + len(wanted)

    def holds_words(self, form: str) -> tuple[int, ...]:
        """Return where the words of `form` that carry meaning stand, in any order; nothing if one is missing."""
        found = []
        for word in _form_words(form):
            if word.key in SMALL_WORDS:
                continue
            position = next(iter(self._positions.get(word.key, ())), None)
            if position is None:
                return ()
            found.append(position)
        return tuple(found)

    def span(self, first: int, behind: int) -> tuple[int, int]:
        """Return the characters that the words from `first` up to `behind` take."""
        return self.words[first].start, self.words[behind - 1].end

    def _stands_at(self, first: int, wanted: Sequence[EnglishWord]) -> bool:
        if first + len(wanted) > len(self.words):
            return False
        for found, one in zip(self.words[first:], wanted, strict=False):
            if one.key not in number_forms(found.key) or (one.capital and not found.capital):
                return False
            if one.text.isupper() and len(one.key) <= 3 and one.key.isalpha() and not found.text.isupper():
                return False  # US is not us
        return True


def english_words(text: str) -> list[EnglishWord]:
    """Return the words of `text` in order, compounds with a hyphen as their parts."""
    return [EnglishWord(m[0], m.start(), m.end(), word_key(m[0])) for m in _WORD.finditer(text)]


@functools.lru_cache(maxsize=1 << 15)
def word_key(word: str) -> str:
    """Return what makes two ways to write a word the same: small letters, no marks, American spelling."""
    key = letters_of(word).replace(".", "")
    for pattern, replacement in _AMERICAN:
        key = pattern.sub(replacement, key)
    return key


def letters_of(word: str) -> str:
    """Return `word` in small letters without diacritics."""
    folded = unicodedata.normalize("NFKD", word.translate(_NO_MARK))
    return "".join(c for c in folded if not unicodedata.combining(c)).lower()


@functools.lru_cache(maxsize=1 << 15)
def number_forms(key: str) -> tuple[str, ...]:
    """Return `key` and what it may be the plural of.

    Example: "shaheds" gives "shaheds" and "shahed", "16s" gives "16s" and "16".
    """
    if key.endswith("s") and not key.endswith("ss") and (len(key) > 3 or key[:-1].isdigit()):
        return (key, key[:-1], key[:-2]) if key.endswith("es") else (key, key[:-1])
    return (key,)


@functools.lru_cache(maxsize=1 << 14)
def _form_words(form: str) -> tuple[EnglishWord, ...]:
    words = english_words(form)
    return tuple(words[1:] if len(words) > 1 and words[0].key == "the" else words)
