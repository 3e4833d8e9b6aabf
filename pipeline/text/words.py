"""Words, as ROUGE, the summarizer and searching count them: one definition for Ukrainian and English.

Not done here: sentences, hyphenated compounds (two words each), numbers with separators ("1,5" is two tokens).
"""

import functools
import unicodedata

import regex

from pipeline.records import Language
from pipeline.text.morphology import dictionary_form
from pipeline.text.stopwords import STOP_WORDS

_WORD = regex.compile(r"\p{L}+(?:'\p{L}+)*|\p{N}+")
_FOLD = {"’": "'", "ʼ": "'", "`": "'", "\N{COMBINING ACUTE ACCENT}": ""}  # the last marks stress
_MIN_STEM = 3

_ENDINGS = """
    а я у ю и і ї е є о ь й ом ем єм ою ею єю ам ям ами ями ах ях ів їв ові еві єві ей ій їй ію ією ії
    ий ого ього ому ьому им ім ої ьої ьою їх іх ими іми їм їми
"""
_UKRAINIAN_ENDINGS = frozenset(_ENDINGS.split())
_LONGEST_ENDING = max(map(len, _UKRAINIAN_ENDINGS))


def words(text: str) -> list[str]:
    """Return the words and numbers of `text` in order: NFC, lower case, every apostrophe as ', no stress marks.

    Example: words("П’ять ракет Х-101") == ["п'ять", "ракет", "х", "101"].
    """
    folded = unicodedata.normalize("NFC", text).lower()
    for character, plain in _FOLD.items():  # ten times as fast as str.translate
        folded = folded.replace(character, plain)
    found: list[str] = _WORD.findall(folded)
    return found


def content_words(text: str, language: Language) -> list[str]:
    """Return the words that carry the meaning, in order, each as a stem that its other forms share.

    For measuring overlap, never for showing: a Ukrainian stem is the dictionary form without its ending, an English
    one the singular. Text in another language keeps all its words.

    How well equal stems tell the forms of one word, on the forms of our glossary (`benchmarks/stems.py`): pymorphy3's
    dictionary form without its ending F1 0.94, with it 0.92 (names are read as other words), the first five letters
    0.56.
    """
    stop_words = STOP_WORDS.get(language, frozenset())
    kept = [word for word in words(text) if word not in stop_words]
    if language == "uk":
        return [ukrainian_stem(word) for word in kept]
    if language == "en":
        return [english_stem(word) for word in kept]
    return kept


@functools.lru_cache(maxsize=1 << 16)
def ukrainian_stem(word: str) -> str:
    """Return the dictionary form of a lower-case word without its ending."""
    lemma = dictionary_form(word)
    for length in range(min(_LONGEST_ENDING, len(lemma) - _MIN_STEM), 0, -1):
        if lemma[-length:] in _UKRAINIAN_ENDINGS:
            return lemma[:-length]
    return lemma


def english_stem(word: str) -> str:
    """Return a lower-case noun in the singular, without a possessive; verbs keep their endings.

    Source: D. Harman, How effective is suffixing? JASIS 42(1), 1991: the S-stemmer.
    """
    word = word.removesuffix("'s")
    if len(word) <= _MIN_STEM:
        return word
    if word.endswith("ies") and word[-4] not in "ae":
        return word[:-3] + "y"
    if word.endswith("s") and word[-2] not in "us" and not word.endswith(("aes", "ees", "oes", "is")):
        return word[:-1]
    return word
