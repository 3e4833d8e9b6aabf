"""English words that are no names: those that are usually written in small letters, and the calendar's.

The list is what our parallel corpus writes in small letters; `benchmarks/common_words.py` writes it.
"""

import functools
from pathlib import Path

from pipeline.names.capital_words import CALENDAR

_WORDS = Path(__file__).with_name("common_words.txt")
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "al", "ist", "ists", "ion", "ian", "ies", "ism", "ment")
_MIN_STEM = 3


@functools.lru_cache(maxsize=1 << 14)
def is_common(letters: str) -> bool:
    """Say whether an English word in small letters, or one that it is formed of, is usually written so."""
    common = _common_words()
    if letters in common or letters in CALENDAR:
        return True
    for ending in _ENDINGS:
        if letters.endswith(ending) and len(letters) - len(ending) >= _MIN_STEM:
            stem = letters[: -len(ending)]
            if stem in common or stem + "e" in common or stem + "y" in common:
                return True
    return any(letters + ending in common for ending in _ENDINGS)


@functools.cache
def _common_words() -> frozenset[str]:
    return frozenset(_WORDS.read_text(encoding="utf-8").split())
