"""Words that differ by one letter only."""

import functools
from collections.abc import Iterable


def one_letter_apart(first: str, second: str) -> bool:
    """Say whether one letter inserted, dropped, replaced or swapped with its neighbour makes one word the other.

    The same as an `edit_distance` of 1, in less time.
    """
    if abs(len(first) - len(second)) > 1 or first == second:
        return False
    begin = _shared(first, second)
    end = _shared(first[begin:][::-1], second[begin:][::-1])
    mine, theirs = first[begin : len(first) - end], second[begin : len(second) - end]
    return max(len(mine), len(theirs)) == 1 or (len(mine) == 2 and mine == theirs[::-1])


class WordsByBeginning:
    """Words in small letters, to be asked for one that another was meant to be."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_beginning: dict[str, list[str]] = {}
        for word in sorted(words):
            self._by_beginning.setdefault(word[:1], []).append(word)
        self.one_letter_off = functools.lru_cache(maxsize=1 << 14)(self._one_letter_off)

    def _one_letter_off(self, word: str) -> str:
        """Return the word with the same first letter that `word` is one letter from; nothing if there is none."""
        return next((one for one in self._by_beginning.get(word[:1], ()) if one_letter_apart(one, word)), "")


def _shared(first: str, second: str) -> int:
    """Return how many letters two words have in common at their beginning."""
    return next(
        (n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )
