"""Whether a Ukrainian and an English word sound alike: names, and words that both languages took from a third.

Only consonants are compared, in twelve classes, and only how words begin: "шахедами" and "Shaheds" both begin
s-g-d. What differs between an established spelling and any standard of romanisation are mostly vowels, and consonants
of one class.
"""

import functools
import re

LEAST = 3
"""Consonants that must agree. On unrelated sentences of our corpus one word in seventy agrees with some other."""

_MOST_LEFT = 2  # consonants that an ending may add on either side: -ого, -ами; -s, -ian

_UKRAINIAN = str.maketrans("бвгґхджзсцчшщклмнпртф", "bvgggdsssssssklmnprtf", "аеєиіїйоуьюя'ыэёъ")
_ENGLISH = str.maketrans("bvwghdjzskqclmnprtf", "bvvggdssskkklmnprtf", "aeiouy'")
_ENGLISH_GROUPS = {"ph": "f", "kh": "h", "th": "t", "x": "ks"} | dict.fromkeys(
    ("zh", "sh", "ch", "ts", "ce", "ci", "cy"), "s"
)
_DOUBLE = re.compile(r"(.)\1+")


@functools.lru_cache(maxsize=1 << 14)
def ukrainian_sound(word: str) -> str:
    """Return the classes of the consonants of a lower-case Ukrainian word, doubled ones once."""
    return _DOUBLE.sub(r"\1", word.replace("дж", "ж").replace("зг", "г").translate(_UKRAINIAN))


@functools.lru_cache(maxsize=1 << 14)
def english_sound(word: str) -> str:
    """Return the classes of the consonants of a lower-case English word, doubled ones once."""
    for group, sound in _ENGLISH_GROUPS.items():
        word = word.replace(group, sound)
    return _DOUBLE.sub(r"\1", word.translate(_ENGLISH))


def sound_alike(one: str, other: str) -> bool:
    """Say whether two sounds begin alike and differ by no more than their endings."""
    alike = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        alike += 1
    return alike >= LEAST and max(len(one), len(other)) - alike <= _MOST_LEFT
