"""The words of a Ukrainian text as names are looked for: hyphenated compounds and designations whole, with offsets."""

import functools
from typing import NamedTuple

import regex

# A dash joins a designation that a typist broke: С–300; between words it is a range or a pause.
_WORD = regex.compile(
    r"[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ`‘\-‑][\p{L}\p{N}\p{M}]+|(?<=\p{L})–(?=\p{N})\p{N}[\p{L}\p{N}]*)*\+?"
)
_FOLD = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "‘": "'", "‑": "-", "–": "-", "\N{COMBINING ACUTE ACCENT}": None})


class Word(NamedTuple):
    """A word as written, where it stands, and its key: lower case, apostrophes as ', no stress marks."""

    text: str
    start: int
    end: int
    key: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def all_capitals(self) -> bool:
        """Whether all its letters are capitals."""
        return self.text.isupper()


def ukrainian_words(text: str) -> list[Word]:
    """Return the words of `text` in order."""
    return [Word(m[0], m.start(), m.end(), _key(m[0])) for m in _WORD.finditer(text)]


@functools.lru_cache(maxsize=1 << 16)
def _key(word: str) -> str:
    return word.lower().translate(_FOLD)
