"""Errors that translators make in names, planted one at a time in good English.

A name is a word with a capital letter that the corpus never writes in small letters; where a sentence begins, only one
that the glossary or the list of given names has. Acronyms and words of fewer than four letters are left alone.
"""

from collections.abc import Callable, Collection, Iterable
from random import Random

import regex

Plant = Callable[[Random, str], str | None]

_WORD = regex.compile(r"\p{L}+")
_MIN_LETTERS = 4
_SAME_BEGINNING = 5  # Ukraine and Ukrainian are no other names
_VOWELS = "aeiou"
_CONSONANTS = "bcdfgklmnprstvz"
_CALENDAR = frozenset(
    {
        "January",
        "February",
        "March",
        "April",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Sept",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    }
)
_ROMANISATIONS = (
    ("skyi", "sky"), ("skyy", "skiy"), ("sky", "skyi"), ("kyi", "kiy"), ("ii", "iy"), ("iia", "iya"), ("kh", "h"),
    ("h", "g"), ("ts", "c"), ("y", "i"), ("iu", "yu"), ("ia", "ya"), ("ie", "e"), ("zh", "j"), ("v", "w"), ("k", "c"),
    ("ei", "ey"), ("oo", "u"), ("ph", "f"), ("ck", "k"),
)  # fmt: skip
_TRIES = 20


class NamePlanter:
    """Plants errors in the names of English sentences; other names are taken from `sentences` too."""

    def __init__(self, sentences: Collection[str], known: Collection[str]) -> None:
        self._known = known
        self._small = {match[0] for text in sentences for match in _WORD.finditer(text) if match[0][0].islower()}
        self._pool = [match[0] for text in sentences for match in self._names(text)]

    @property
    def plants(self) -> dict[str, Plant]:
        """The kinds of errors."""
        spoil = {
            "replaced": self._other,
            "vowel changed": change_vowel,
            "consonant changed": change_consonant,
            "letters swapped": _swapped,
            "letter dropped": _dropped,
            "letter doubled": _doubled,
            "romanised otherwise": _romanised,
        }
        return {kind: self._plant(one) for kind, one in spoil.items()}

    def _plant(self, spoil: Callable[[Random, str], str]) -> Plant:
        def plant(chosen: Random, english: str) -> str | None:
            names = list(self._names(english))
            if not names:
                return None
            name = chosen.choice(names)
            spoilt = spoil(chosen, name[0])
            if not spoilt or spoilt in english or self._is_right(spoilt, name[0]):
                return None
            return english[: name.start()] + spoilt + english[name.end() :]

        return plant

    def _names(self, text: str) -> Iterable["regex.Match[str]"]:
        for match in _WORD.finditer(text):
            word = match[0]
            if len(word) < _MIN_LETTERS or not word[0].isupper() or not word[1:].islower() or word in _CALENDAR:
                continue
            if word.lower() in self._small:
                continue
            before = text[: match.start()].rstrip(" \"'“‘(—–-")
            if (not before or before[-1] in ".!?:;…") and word.lower() not in self._known:
                continue
            yield match

    def _is_right(self, spoilt: str, name: str) -> bool:
        """Say whether it may still be right: Russia for Russian, Finns for Finn."""
        return spoilt.lower() in self._known and spoilt[:_MIN_LETTERS] == name[:_MIN_LETTERS]

    def _other(self, chosen: Random, name: str) -> str:
        other = chosen.choice(self._pool)
        return "" if other[:_SAME_BEGINNING] == name[:_SAME_BEGINNING] else other


def change_vowel(chosen: Random, name: str) -> str:
    """Change a vowel within a name; nothing if it has none."""
    places = [i for i in range(1, len(name)) if name[i] in _VOWELS]
    if not places:
        return ""
    place = chosen.choice(places)
    return name[:place] + chosen.choice([v for v in _VOWELS if v != name[place]]) + name[place + 1 :]


def change_consonant(chosen: Random, name: str) -> str:
    """Change a consonant within a name; nothing if it has none."""
    places = [i for i in range(1, len(name)) if name[i] in _CONSONANTS]
    if not places:
        return ""
    place = chosen.choice(places)
    return name[:place] + chosen.choice([c for c in _CONSONANTS if c != name[place]]) + name[place + 1 :]


def _swapped(chosen: Random, name: str) -> str:
    places = [i for i in range(1, len(name) - 1) if name[i] != name[i + 1]]
    if not places:
        return ""
    place = chosen.choice(places)
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def _dropped(chosen: Random, name: str) -> str:
    place = chosen.randrange(1, len(name))
    spoilt = name[:place] + name[place + 1 :]
    return "" if len(spoilt) < _MIN_LETTERS or name[place] == name[place - 1] or spoilt + "s" == name else spoilt


def _doubled(chosen: Random, name: str) -> str:
    place = chosen.randrange(1, len(name))
    return name[:place] + name[place] + name[place:]


def _romanised(chosen: Random, name: str) -> str:
    for _ in range(_TRIES):
        letters, other = chosen.choice(_ROMANISATIONS)
        if letters in name[1:]:
            return name[0] + name[1:].replace(letters, other, 1)
    return ""
