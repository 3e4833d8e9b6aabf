"""Find the names of a Ukrainian text that no glossary has: persons, places, designations, words in Latin letters.

Capital letters within a sentence show a name; where a sentence begins they show nothing, so there a word is a name only
if the dictionary says so, or does not know it.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import regex

from pipeline.names.english_words import SMALL_WORDS
from pipeline.names.given_names import Bearer, given_name, is_given_name
from pipeline.names.matcher import Mention, words_outside
from pipeline.names.position import is_quoted_whole, opens_sentence
from pipeline.names.ukrainian_words import Word
from pipeline.text.morphology import is_known, readings

NameSort = Literal["word", "designation", "latin", "acronym"]

_LATIN = regex.compile(r"\p{Latin}")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_ROMAN = regex.compile(r"[IVXLCDM]+")
_DESIGNATION = regex.compile(r"\p{Cyrillic}{1,3}-\p{N}+[\p{L}\p{N}]*(?:-\p{N}+)?")
_ADJECTIVE = regex.compile(r".*(?:с|ц|з)ьк(?:ий|ого|ому|им|ім|а|ої|ій|у|ою|е|і|их|ими)")
_NAME_MARKS = frozenset(("Name", "Surn", "Patr"))
_MIN_LATIN = 2
_BESIDE = {"word": regex.compile(" "), "latin": regex.compile(rf"\s(?:(?:{'|'.join(sorted(SMALL_WORDS))})\s)*")}


@dataclass(frozen=True, slots=True)
class FoundName:
    """A word that is a name, or the part of one.

    `certain` is False for a word that may have a translation: a word of the dictionary that is written with a capital
    letter, as "Земля" is, or an adjective. `bearer` is set if a given name stands beside it, or if it is one itself: it
    says whose that given name is.
    """

    word: Word
    sort: NameSort
    certain: bool
    bearer: Bearer | Literal[""] = ""

    @property
    def person(self) -> bool:
        """Whether it is a part of a person's name."""
        return self.bearer != ""


def find_unknown_names(text: str, words: Sequence[Word], mentions: Sequence[Mention]) -> list[FoundName]:
    """Return the names in `text` that are in none of the `mentions`, or only doubtfully, in order."""
    outside = list(words_outside(words, [mention for mention in mentions if mention.sure]))
    has_latin = _LATIN.search(text) is not None
    found = [name for name in (_name(text, word, has_latin) for word in outside) if name]
    return [_with_person(text, name, before, after) for before, name, after in _neighbours(found)]


def _name(text: str, word: Word, has_latin: bool) -> FoundName | None:
    if has_latin and _LATIN.search(word.text):
        if _CYRILLIC.search(word.text) or len(word.key) < _MIN_LATIN or _ROMAN.fullmatch(word.text):
            return None
        if word.key in SMALL_WORDS:
            return None
        return FoundName(word, "latin", certain=True)
    if not word.capital or not word.text[0].isalpha():
        return None
    if _DESIGNATION.fullmatch(word.text):
        return FoundName(word, "designation", certain=True)
    if len(word.key) == 1 or any(letter.isdigit() for letter in word.key):
        return None
    if word.all_capitals or _has_inner_capital(word.text):
        return FoundName(word, "acronym", certain=False)
    name_only, known = _reading(word.key)
    if opens_sentence(text, word.start) and not is_quoted_whole(text, word.start, word.end):
        return FoundName(word, "word", certain=name_only or is_given_name(word.key)) if name_only or not known else None
    return FoundName(word, "word", certain=(name_only or not known) and not _ADJECTIVE.fullmatch(word.key))


@functools.lru_cache(maxsize=1 << 15)
def _reading(key: str) -> tuple[bool, bool]:
    """Say whether the dictionary has a word as a name only, and whether it has it at all."""
    parts = [part for part in key.split("-") if part]
    known = any(is_known(part) and len(part) > 3 for part in parts) if len(parts) > 1 else is_known(key)
    return known and all(one.marks & _NAME_MARKS for one in readings(key)), known


def _has_inner_capital(word: str) -> bool:
    return any(letter.isupper() for part in word.split("-") for letter in part[1:])


def _neighbours(found: Sequence[FoundName]) -> list[tuple[FoundName | None, FoundName, FoundName | None]]:
    padded: list[FoundName | None] = [None, *found, None]
    return [
        (before, name, after)
        for before, name, after in zip(padded, padded[1:], padded[2:], strict=False)
        if name is not None
    ]


def _with_person(text: str, name: FoundName, before: FoundName | None, after: FoundName | None) -> FoundName:
    """Say of a given name, and of what stands right behind one, that it is a person's."""
    if name.sort != "word":
        return name
    given = None
    if before is not None and before.sort == "word" and text[before.word.end : name.word.start] == " ":
        given = given_name(before.word.key)
    if given is None and after is not None and after.sort == "word" and text[name.word.end : after.word.start] == " ":
        given = given_name(name.word.key)
    if given is None:
        return name
    certain = name.certain or is_given_name(name.word.key) or _may_be_name(name.word.key)
    return replace(name, certain=certain, bearer=given.bearer)


def _may_be_name(key: str) -> bool:
    return not is_known(key) or any(one.marks & _NAME_MARKS for one in readings(key))


def group_names(text: str, names: Sequence[FoundName]) -> list[tuple[FoundName, ...]]:
    """Return the names with those that stand side by side together: "Лариса" and "Гончаренко" are one person's."""
    groups: list[list[FoundName]] = []
    for before, name in zip([None, *names], names, strict=False):
        beside = _BESIDE.get(name.sort) if before and before.sort == name.sort else None
        if before and beside and beside.fullmatch(text, before.word.end, name.word.start):
            groups[-1].append(name)
        else:
            groups.append([name])
    return [tuple(group) for group in groups]
