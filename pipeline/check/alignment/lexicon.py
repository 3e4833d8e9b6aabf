"""Ukrainian words and the English ones that translate them, as stems, learned from our own parallel corpus.

A stem here is the beginning of a word. That joins most forms of a word and now and then two words, which does no harm:
the lexicon says whether a word may stand for another, and is never used to translate.
`benchmarks/word_lexicon.py` writes it and shows how often it is right.
"""

import functools
from importlib.resources import files

from pipeline.text.words import english_stem

_SHORT_WORD = 8
_ENGLISH_STEM = 6
_LEAST_VERB_STEM = 4


def ukrainian_key(word: str) -> str:
    """Return the stem under which a lower-case Ukrainian word is listed: its first five letters, six of a long word."""
    return word[:5] if len(word) <= _SHORT_WORD else word[:6]


@functools.lru_cache(maxsize=1 << 15)
def english_key(word: str) -> str:
    """Return the stem of a lower-case English word: without its ending, at most six letters."""
    word = english_stem(word)
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_VERB_STEM:
            word = word[: -len(ending)]
            break
    return word[:_ENGLISH_STEM]


@functools.cache
def lexicon() -> dict[str, frozenset[str]]:
    """Return the English stems for each Ukrainian stem."""
    text = files("pipeline.check.alignment").joinpath("lexicon.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {ukrainian: frozenset(english.split()) for ukrainian, english in rows}


@functools.cache
def english_stems() -> frozenset[str]:
    """Return every English stem that translates some Ukrainian word: the vocabulary of English news."""
    return frozenset[str]().union(*lexicon().values())
