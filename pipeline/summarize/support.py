"""Find the sentences that a written key point rests on, or find that there are none.

A point is supported if every name in it stands in its sentences, every number beside the same words, and enough of its
other words do.
What this does not see: who did what to whom. A point that swaps two parties, or loses a negation, is supported here.
Nor is the first word of a point looked at as a name, for every first word is written large.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from pipeline.records import Sentence
from pipeline.summarize.document import Document
from pipeline.summarize.facts import find_names, find_numbers
from pipeline.summarize.same import is_same_name, is_same_word
from pipeline.text.words import content_words, words

LEAST_OVERLAP = 0.3
"""Share of a point's content words that must be in its sentences.

Chosen with `benchmarks/keypoints.py --support` on the 954 articles of our own corpus that are not held out: of 2,862
key points 60.1% in Ukrainian and 66.7% in English are found supported by their own article, 0.1% and 0.5% by another on
similar topics. At 0.25 it is 69.0 and 72.5% against 1.0 and 1.3%. Editors wrote those points in words of their own;
what is lost is replaced by a sentence of the article, what is let through is printed.
"""

_MOST_SENTENCES = 3
_WORTHWHILE = 2  # words that a further sentence must add; fewer are chance
_BESIDE = 3  # words before and after a number that say what it counts


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence of the article holds."""

    content: frozenset[str]
    words: frozenset[str]
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Claims:
    """What a point says, or what is still to be found of it; `numbers` maps each to the content words beside it."""

    content: frozenset[str]
    names: frozenset[str]
    numbers: Mapping[str, frozenset[str]]

    @property
    def facts(self) -> int:
        return len(self.names) + len(self.numbers)

    def held_in(self, told: _Told) -> "_Claims":
        """Return what of this the sentence says. A number counts only where it counts the same thing."""
        content = frozenset(word for word in self.content if _any(is_same_word, word, told.content))
        names = frozenset(name for name in self.names if _any(is_same_name, name, told.words))
        numbers = {
            number: beside
            for number, beside in self.numbers.items()
            if number in told.numbers and (not beside or beside & content)
        }
        return _Claims(content, names, numbers)

    def without(self, held: "_Claims") -> "_Claims":
        numbers = {number: beside for number, beside in self.numbers.items() if number not in held.numbers}
        return _Claims(self.content - held.content, self.names - held.names, numbers)


@dataclass(frozen=True, slots=True)
class Grounds:
    """The sentences that a text comes closest to resting on.

    `overlap` is the share of its content words in them; `complete` says that all its numbers and names are.
    """

    sentences: tuple[int, ...]
    overlap: float
    complete: bool


class SupportFinder:
    """Finds the support of points in one document."""

    def __init__(self, document: Document) -> None:
        """Keep the document; it is read when first asked."""
        self._document = document

    @cached_property
    def _body(self) -> list[tuple[int, _Told]]:
        return self._read(lambda sentence: sentence.role not in ("title", "heading"))

    @cached_property
    def _title(self) -> list[tuple[int, _Told]]:
        return self._read(lambda sentence: sentence.role == "title")

    def find(self, text: str) -> tuple[int, ...]:
        """Return the indices of the sentences that support the point `text`, in order; empty if it has no support."""
        grounds = self.measure(text)
        return grounds.sentences if grounds.complete and grounds.overlap >= LEAST_OVERLAP else ()

    def measure(self, text: str) -> Grounds:
        """Find the sentences that hold most of what `text` says, and how much of it they hold."""
        content = frozenset(content_words(text, self._document.language))
        if not content:
            return Grounds((), 0.0, complete=False)
        claims = _Claims(content, find_names(text), self._numbers(text))
        found: list[int] = []
        missing = self._search(self._body, claims, found)
        if missing.facts:
            missing = self._search(self._title, missing, found)
        return Grounds(tuple(sorted(found)), 1 - len(missing.content) / len(content), complete=not missing.facts)

    def _search(self, sentences: list[tuple[int, _Told]], claims: _Claims, found: list[int]) -> _Claims:
        """Add to `found` the sentences that hold most of what is claimed, best first; return what is in none."""
        left, missing = list(sentences), claims
        while left and len(found) < _MOST_SENTENCES:
            # Facts are looked for with all of the point's words beside them, also those that were found elsewhere.
            wanted = _Claims(claims.content, missing.names, missing.numbers)
            held = {index: wanted.held_in(told) for index, told in left}
            worth = {index: len(one.content & missing.content) + one.facts for index, one in held.items()}
            best = max(worth, key=lambda index: worth[index])
            if not held[best].facts and worth[best] < (_WORTHWHILE if found else 1):
                break
            found.append(best)
            left = [one for one in left if one[0] != best]
            missing = missing.without(held[best])
        return missing

    def _numbers(self, text: str) -> dict[str, frozenset[str]]:
        """Return the numbers of a point with the content words beside them; "мільйон" is part of its number."""
        found: dict[str, frozenset[str]] = {}
        for number in find_numbers(text):
            before = words(text[: number.start])[-_BESIDE:]
            after = words(text[number.end :])[:_BESIDE]
            beside = content_words(" ".join(before), self._document.language)
            beside += content_words(" ".join(after), self._document.language)
            found[number.value] = frozenset(word for word in beside if not word[0].isdigit())
        return found

    def _read(self, wanted: Callable[[Sentence], bool]) -> list[tuple[int, _Told]]:
        return [
            (
                sentence.index,
                _Told(
                    frozenset(content_words(sentence.text, self._document.language)),
                    frozenset(words(sentence.text)),
                    frozenset(number.value for number in find_numbers(sentence.text)),
                ),
            )
            for sentence in self._document.sentences
            if wanted(sentence)
        ]


def _any(same: Callable[[str, str], bool], word: str, others: frozenset[str]) -> bool:
    return word in others or any(same(word, other) for other in others)
