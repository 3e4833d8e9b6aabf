"""Tell Ukrainian, English and Russian apart; leave everything else undecided.

Letters decide first: і ї є ґ against ы э ъ ё, Latin against Cyrillic. Lingua decides only what has no such letter. It
knows three languages here, so what is none of the three has to be recognised before it is asked.

Not done here: finding which other language a text is in, or the language of each sentence of a mixed text.
"""

import functools
from collections import Counter
from typing import TYPE_CHECKING

import regex

from pipeline.records import Language

if TYPE_CHECKING:
    from lingua import LanguageDetector

_MAX_CHARACTERS = 20_000
_MIN_LETTERS = 12  # shorter than this, even lingua's answers are coin tosses ("Рада")
_MIN_NARRATION_LETTERS = 40  # so much outside quotation marks is enough to tell the narrator's language
_MIN_SCRIPT_SHARE = 0.65  # less of one alphabet than this is a mixed text
_MIN_LETTER_SHARE = 0.75  # of the telling letters, weighted, that must be on one side
_MIN_LINGUA_CONFIDENCE = 0.75
# Measured on our parallel corpus: 1 letter in 14 of Ukrainian is і ї є ґ. Of Russian, about 1 in 40 is ы э ъ ё.
_UKRAINIAN_RATE = 1 / 14
_RUSSIAN_RATE = 1 / 40
_MIN_OF_EXPECTED_RATE = 0.2  # a long text with fewer telling letters than this share of normal is another language
_MAX_FOREIGN_CYRILLIC = 0.002  # ў makes up 1.5% of Belarusian, ј 4% of Serbian, қ ғ ә 10% of Kazakh
_MAX_FOREIGN_LATIN = 0.02  # names like Nicolás Maduro stay below, Polish or French prose does not
_MIN_BULGARIAN_HARD_SIGNS = 3  # Bulgarian has ъ in every sentence, and no ы э ё
_MIN_ENGLISH_SHARE = 0.12  # English news has 0.3 to 0.45 of them
_LONG_ENOUGH_FOR_RATES_WORDS = 30

_QUOTED = regex.compile(r"«[^«»]{1,2000}»|“[^“”]{1,2000}”|„[^„”“]{1,2000}[”“]|\"[^\"\n]{1,2000}\"")
_LATIN_I_IN_CYRILLIC = regex.compile(r"(?<=\p{Cyrillic})[iI]|[iI](?=\p{Cyrillic})")
_LATIN_WORD = regex.compile(r"\p{Latin}+")

_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_LATIN = regex.compile(r"\p{Latin}")
_LETTER = regex.compile(r"\p{L}")
_UKRAINIAN = regex.compile(r"[іїєґІЇЄҐ]")
_RUSSIAN = regex.compile(r"[ыэъёЫЭЪЁ]")
_TELLING = regex.compile(r"[іїєґІЇЄҐыэъёЫЭЪЁ\p{Latin}]")
_FOREIGN_CYRILLIC = regex.compile(r"[^\P{Cyrillic}\p{M}а-яА-ЯіїєґІЇЄҐёЁ]")
_FOREIGN_LATIN = regex.compile(r"[^\P{Latin}a-zA-Z]")

_ENGLISH = """
    the of and to in a is that for on with as by was at from it be an are has have had were will would which or but
    its his her their he she they we you I this these those not been after over about into than more who what when
    where said says can could may also new up down out no if there before during under against between while amid all
    one two first last year years how why our your my do does did so such other some any only just because since
    until through near per off
"""
_OTHER = """
    der die das und ist nicht ein eine den dem von zu mit le la les des et est une dans pour qui que sur du el los
    las del y por con para una il di che non per della gli w z na nie się jest że do i oraz het een van de en dat si
    din pe cu nu o os da em um uma ve bir bu ta jak pro
"""
_ENGLISH_FUNCTION_WORDS = frozenset(_ENGLISH.split())
_OTHER_FUNCTION_WORDS = frozenset(_OTHER.split()) - {"do"}


def detect_language(text: str) -> tuple[Language, float]:
    """Return the language of `text`, judged by its first 20,000 characters, and a confidence from 0 to 1.

    What stands outside quotation marks counts where there is enough of it: a Ukrainian article that quotes Russian
    speech is Ukrainian. Too short, evenly mixed, or another language is `und`, whose confidence is 0 or how sure it is
    that the text is none of the three.

    Example: detect_language("Уряд схвалив бюджет на наступний рік") == ("uk", 0.6667).
    """
    text = _LATIN_I_IN_CYRILLIC.sub("і", text[:_MAX_CHARACTERS])
    narration = _QUOTED.sub(" ", text)
    characters = Counter(narration)
    if _count(_LETTER, characters) < _MIN_NARRATION_LETTERS or not _count(_TELLING, characters):
        narration, characters = text, Counter(text)
    letters = _count(_LETTER, characters)
    if letters < _MIN_LETTERS:
        return "und", 0.0
    if _count(_CYRILLIC, characters) >= _MIN_SCRIPT_SHARE * letters:
        language, confidence = _of_cyrillic(narration, characters)
    elif _count(_LATIN, characters) >= _MIN_SCRIPT_SHARE * letters:
        language, confidence = _of_latin(narration, characters)
    else:
        return "und", 0.0
    return language, round(confidence, 4)


def _of_cyrillic(text: str, characters: Counter[str]) -> tuple[Language, float]:
    letters = _count(_CYRILLIC, characters)
    if _count(_FOREIGN_CYRILLIC, characters) > _MAX_FOREIGN_CYRILLIC * letters:
        return "und", 0.9
    ukrainian, russian = _count(_UKRAINIAN, characters), _count(_RUSSIAN, characters)
    found = ukrainian + russian
    if not found:
        return _ask_lingua(text)
    share = ukrainian / _UKRAINIAN_RATE / (ukrainian / _UKRAINIAN_RATE + russian / _RUSSIAN_RATE)
    expected = letters * (share * _UKRAINIAN_RATE + (1 - share) * _RUSSIAN_RATE)
    if found < _MIN_OF_EXPECTED_RATE * expected:
        return _ask_lingua(text)
    certainty = (found + 1) / (found + 2)
    if share >= _MIN_LETTER_SHARE:
        return "uk", share * certainty
    hard_signs = characters["ъ"] + characters["Ъ"]
    bulgarian = hard_signs == russian and hard_signs >= _MIN_BULGARIAN_HARD_SIGNS
    if share <= 1 - _MIN_LETTER_SHARE and not bulgarian:
        return "ru", (1 - share) * certainty
    return "und", 0.5 * certainty


def _of_latin(text: str, characters: Counter[str]) -> tuple[Language, float]:
    found = [word if word == "I" else word.lower() for word in _LATIN_WORD.findall(text)]
    english = sum(word in _ENGLISH_FUNCTION_WORDS for word in found)
    other = sum(word in _OTHER_FUNCTION_WORDS for word in found)
    accented = _count(_FOREIGN_LATIN, characters) > _MAX_FOREIGN_LATIN * _count(_LATIN, characters)
    rare = english < _MIN_ENGLISH_SHARE * len(found)
    if rare and (accented or len(found) >= _LONG_ENOUGH_FOR_RATES_WORDS):
        return "und", 0.9
    if other > 2 * english:
        return "und", 0.7
    return "en", (english + 1) / (english + 2)


def _ask_lingua(text: str) -> tuple[Language, float]:
    best = _lingua().compute_language_confidence_values(text)[0]
    if best.value < _MIN_LINGUA_CONFIDENCE:
        return "und", 0.0
    languages: dict[str, Language] = {"UKRAINIAN": "uk", "RUSSIAN": "ru", "ENGLISH": "en"}
    return languages[best.language.name], best.value


@functools.cache
def _lingua() -> "LanguageDetector":
    from lingua import Language as LinguaLanguage
    from lingua import LanguageDetectorBuilder

    known = (LinguaLanguage.UKRAINIAN, LinguaLanguage.RUSSIAN, LinguaLanguage.ENGLISH)
    return LanguageDetectorBuilder.from_languages(*known).with_low_accuracy_mode().build()


def _count(kind: regex.Pattern[str], characters: Counter[str]) -> int:
    return sum(number for character, number in characters.items() if kind.match(character))
