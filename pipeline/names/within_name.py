"""Names of the glossary inside other names: Kyivska Street, the Heroiv Dnipra station, the club Karpaty.

There the translation may write the word as it sounds, which anywhere else would be a mistake.
"""

from collections.abc import Sequence

import regex

from pipeline.names.english_words import letters_of
from pipeline.names.matcher import Mention
from pipeline.names.nominative import nominatives
from pipeline.names.romanise_ukrainian import romanise_ukrainian
from pipeline.names.target import Target
from pipeline.names.ukrainian_words import Word

_BEARERS = regex.compile(
    r"вул|вулиц\p{L}*|просп|проспект\p{L}*|шосе|площ\p{L}{1,2}|бульв|бульвар\p{L}*|пров|провул\p{L}*|набережн\p{L}*"
    r"|узв[іо]з\p{L}*|(?:мікро)?район\p{L}*|масив\p{L}*|метро|станці\p{L}*|громад\p{L}*|сел|сел[оаіу]|селом|селищ\p{L}*"
    r"|хут[оі]р\p{L}*|клуб\p{L}*|стадіон\p{L}*|газет\p{L}*"
)
_WORDS_BEFORE, _WORDS_AFTER = 3, 1
_ADJECTIVE = regex.compile(r"(.+[сцз]ьк)\p{L}{1,3}")
_ADJECTIVE_ENDINGS = ("ий", "а", "е", "і", "ої", "ого", "их")
_QUOTED = regex.compile(r"[«“„\"][^«“„»”\"]{1,45}[»”\"]")  # a name; longer is what somebody says


def take_within_name(source: str, words: Sequence[Word], mention: Mention, target: Target) -> bool:
    """Mark where the translation has a mention as it sounds, if it is part of a longer name; return whether it has."""
    places = [number for number, word in enumerate(words) if mention.start <= word.start < mention.end]
    if len(places) != 1 or not _is_part_of_name(source, words, places[0]):
        return False
    sounds = {letters_of(romanise_ukrainian(form.capitalize())) for form in _forms(words[places[0]].key)}
    for first, behind, letters in target.open_names():
        if letters in sounds:
            target.mark(range(first, behind))
            return True
    return False


def _is_part_of_name(source: str, words: Sequence[Word], place: int) -> bool:
    """Say whether quotation marks stand around the word, or a street, a district or the like beside it."""
    word = words[place]
    if any(quoted.start() < word.start and word.end < quoted.end() for quoted in _QUOTED.finditer(source)):
        return True
    beside = [*words[max(0, place - _WORDS_BEFORE) : place], *words[place + 1 : place + 1 + _WORDS_AFTER]]
    return any(_BEARERS.fullmatch(word.key) for word in beside)


def _forms(key: str) -> set[str]:
    """Return the word as written, its nominatives, and an adjective in each gender: Pokrovske is a community's name."""
    forms = {key, *nominatives(key)}
    if adjective := _ADJECTIVE.fullmatch(key):
        forms |= {adjective[1] + ending for ending in _ADJECTIVE_ENDINGS}
    return forms
