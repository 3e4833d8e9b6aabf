"""Given names: which words are one, whose they are, and how each is spelled in English.

No command writes `given_names.tsv`: it was put into the project whole, and where it comes from is not recorded.
"""

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from pipeline.names.english_words import letters_of
from pipeline.names.nominative import nominatives

Bearer = Literal["ukrainian", "russian", "foreign"]

_TABLE = Path(__file__).with_name("given_names.tsv")


@dataclass(frozen=True, slots=True)
class GivenName:
    """A given name and its spellings, the likeliest first; `russian` are those of a Russian bearer.

    `bearer` says who has it: Ukrainians, as Russians may too; Russians only, by its spelling; or neither.
    """

    name: str
    bearer: Bearer
    english: tuple[str, ...]
    russian: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every spelling, of whatever bearer."""
        return (*self.english, *self.russian)


@functools.lru_cache(maxsize=1 << 14)
def given_name(key: str) -> GivenName | None:
    """Return the given name that a word in small letters is, in any case form.

    Example: `given_name("володимиром")` is the name Володимир.
    """
    table = _given_names()
    return next((table[nominative] for nominative in nominatives(key) if nominative in table), None)


def is_given_name(key: str) -> bool:
    """Say whether a word in small letters is a given name in any case form."""
    return given_name(key) is not None


@functools.cache
def english_given_names() -> frozenset[str]:
    """Return every English spelling of a given name, in small letters without diacritics."""
    return frozenset(letters_of(spelling) for name in _given_names().values() for spelling in name.spellings)


@functools.cache
def _given_names() -> dict[str, GivenName]:
    found = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, bearer, english, russian = [*line.split("\t"), ""][:4]
            spellings = tuple(russian.split("|")) if russian else ()
            found[name.lower()] = GivenName(name, cast(Bearer, bearer), tuple(english.split("|")), spellings)
    return found
