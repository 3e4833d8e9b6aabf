"""Which texts two sets of pairs have in common, whatever their case, spaces and punctuation."""

import hashlib
from collections.abc import Iterable

from pipeline.corpus.pair import Pair
from pipeline.text.words import words

MIN_WORDS = 4
"""Shorter texts ("Read more", "Yes, of course.") are in every corpus and give nothing away."""


class Overlap:
    """The texts of given pairs, to be recognised in others. Holds eight bytes of hash for each, not the text."""

    def __init__(self, pairs: Iterable[Pair], min_words: int = MIN_WORDS) -> None:
        """Remember both sides of `pairs`, each where it has `min_words` words or more."""
        self._uk: set[int] = set()
        self._en: set[int] = set()
        for pair in pairs:
            for text, texts in ((pair.uk, self._uk), (pair.en, self._en)):
                if (found := words(text)) and len(found) >= min_words:
                    texts.add(_hash(found))

    def has(self, pair: Pair) -> bool:
        """Say whether either side of `pair` is the text of a remembered pair."""
        return bool(self._uk or self._en) and (_hash(words(pair.uk)) in self._uk or _hash(words(pair.en)) in self._en)


def fingerprint(text: str) -> int:
    """Return 64 bits that are the same for texts of the same words, on every machine."""
    return _hash(words(text))


def _hash(found: list[str]) -> int:
    return int.from_bytes(hashlib.blake2b(" ".join(found).encode(), digest_size=8).digest())
