"""How well an English word spells a Ukrainian name, whatever case the name is in."""

import functools

import regex

from pipeline.names.correspondence import begin_alike, beginning_cost, correspondence_cost
from pipeline.names.nominative import nominatives, places_of_derived
from pipeline.names.romanise_russian import romanise_russian
from pipeline.names.romanise_ukrainian import romanise_ukrainian

_NOT_LETTERS = regex.compile(r"[^a-z]")
_SAME_SOUND = (
    ("shch", "S"), ("sch", "S"), ("zgh", "zh"), ("tch", "C"), ("ch", "C"), ("sh", "X"), ("zh", "Z"), ("kh", "h"),
    ("ph", "f"), ("ck", "k"), ("x", "ks"), ("q", "k"), ("c", "k"), ("w", "v"), ("g", "h"), ("j", "y"),
)  # fmt: skip
_DOUBLE = regex.compile(r"(?<!i)ii(?=[aeou]|$)")
_MC = regex.compile(r"^mc(?!c)")
_SILENT_I = regex.compile(r"i(?=[eo])|(?<=[aeou])i$")
MIN_LETTERS = 4
"""A name of fewer letters counts as having so many where costs are taken by letter."""


def sound_key(romanised: str) -> str:
    """Return what the romanisations of one Slavic name have in common: Serhii, Serhiy; Yuliia, Yulia, Julia.

    Example: `sound_key("Syrskyi") == sound_key("Syrsky") == sound_key("Syrskyy")`.
    """
    key: str = _NOT_LETTERS.sub("", romanised.lower())
    for letters, sound in _SAME_SOUND:
        key = key.replace(letters, sound)
    key = key.replace("y", "i")
    key = _DOUBLE.sub("i", key)
    return str(_SILENT_I.sub("", key))


@functools.lru_cache(maxsize=1 << 15)
def romanisation_keys(key: str) -> frozenset[str]:
    """Return the sound keys of a name in small letters, romanised as a Ukrainian and as a Russian one."""
    return frozenset(
        sound_key(romanise(nominative))
        for nominative in nominatives(key)
        for romanise in (romanise_ukrainian, romanise_russian)
    )


@functools.lru_cache(maxsize=1 << 16)
def spelling_cost(key: str, english: str) -> int:
    """Return how far an English word is from a Ukrainian name: the cost of the best alignment, whatever its case.

    0 is a romanisation; up to `GOOD` it may be the name's own spelling. A letter that is wrong costs more than that by
    itself, and as much in a long name as in a short one. `english` is in small letters without diacritics.
    """
    english = _MC.sub("mac", _NOT_LETTERS.sub("", english))
    if not begin_alike(key, english):
        return FAR
    tried = (*nominatives(key), *places_of_derived(key))
    return min((correspondence_cost(one, english) for one in tried if _may_align(one, english)), default=FAR)


def relative_cost(key: str, english: str) -> float:
    """Return the same by letter of the name: up to `NEAR` it is that name misspelt; above it is another word."""
    return spelling_cost(key, english) / max(MIN_LETTERS, len(key))


def is_derived(key: str, english: str) -> bool:
    """Say whether a Ukrainian and an English word may be derived of one name: "сахельський" and "sahelian"."""
    return any(beginning_cost(one, english) <= _DERIVED for one in (key, *places_of_derived(key)))


def _may_align(ukrainian: str, english: str) -> bool:
    return len(ukrainian) <= 2 * len(english) + 1 and len(english) <= 2 * len(ukrainian) + 2


GOOD = 2
NEAR = 2.0
FAR = 99
_DERIVED = 1
