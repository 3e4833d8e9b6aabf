"""An organisation of one of the two countries at war, told as the other's: the gravest of swaps."""

import functools

from pipeline.names.english_words import EnglishWord, english_words
from pipeline.names.entry import Entry
from pipeline.names.target import Target

_SIDES = ("ukrain", "russia")


def told_as_the_other_side(entry: Entry, target: Target) -> tuple[int, int] | None:
    """Return where the translation has the organisation with the wrong country before it; None if it has not.

    Words: first, behind the last. Example: "Russian Armed Forces" for Збройні сили України.
    """
    own = _side(entry.english)
    for form in entry.accepted if own else ():
        places = [] if _side(form) else list(target.english.find(form))
        before = [_side_of(target.english.words[first - 1]) if first else None for first, _ in places]
        if own not in before and any(before):
            return next((first - 1, behind) for (first, behind), side in zip(places, before, strict=True) if side)
    return None


@functools.cache  # of a form of the glossary: there are some hundreds, and each is asked about again and again
def _side(form: str) -> str | None:
    """Return which of the two a form names; None if neither or both."""
    found = {side for side in map(_side_of, english_words(form)) if side}
    return found.pop() if len(found) == 1 else None


def _side_of(word: EnglishWord) -> str | None:
    return next((side for side in _SIDES if word.key.startswith(side)), None)
