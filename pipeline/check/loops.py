"""The check that a translation does not repeat itself, as models caught in a loop do: a word, a phrase, a sentence.

What the source repeats the translation may repeat as often.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.records import Finding

CHECK = "loops"

_LONGEST_PHRASE = 24  # words; what is longer is found by its first words coming again
_COMING_AGAIN = 7  # no sentence of our corpus holds the same seven words twice
_WITHOUT_END = 5
_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:['’ʼ]\w+)*")
_STAMMER = re.compile(rf"(\S{{1,12}}?)\1{{{_WITHOUT_END - 1},}}")
_MAY_DOUBLE = frozenset(
    ("that", "had", "in", "on", "it", "her", "very", "really", "so", "no", "yes", "well", "bye", "ha")
)
_OVER_AND_OVER = frozenset(
    ("more", "less", "half", "again", "over", "on", "end", "time", "1,000", "hundred", "thousand")
)
_JOINS = frozenset(("and", "to", "for", "by", "after", "or"))
_ENDS_CLAUSE = re.compile(r"[^\w\s,'’-]")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Repetition:
    """A phrase that stands several times in a row; `text[start:end]` holds all of it."""

    phrase: str
    times: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    folded: str
    start: int
    end: int


def check_loops(source: str, target: str, *, sentence: int = 0) -> list[Finding]:
    """Report what the translation repeats more often than the source; nothing to report is an empty list.

    Never raises, whatever the texts.
    Example: check_loops("Він сказав це.", "He said he said he said it.") finds "the translation says “He said” 3 times
    in a row".
    """
    words = _words(target)
    if repetition := _most_repeated(target, words):
        of_source = _most_repeated(source, _words(source), usage=False)
        if of_source is None or repetition.times > of_source.times:
            message = f"the translation says “{_shown(repetition.phrase)}” {repetition.times} times in a row"
            return [_finding(message, (repetition.start, repetition.end), sentence)]
    if (again := _coming_again(words)) and not _coming_again(_words(source), fewer=2):
        message = f"the translation says “{_shown(target[slice(*again)])}” twice"
        return [_finding(message, again, sentence)]
    stammer = _STAMMER.search(target)
    if stammer and stammer[1] * _WITHOUT_END not in source:
        return [_finding(f"the translation repeats “{_shown(stammer[1])}” again and again", stammer.span(), sentence)]
    return []


def _most_repeated(text: str, words: Sequence[_Word], *, usage: bool = True) -> Repetition | None:
    """Return the phrase that stands most often in a row; not one that English doubles by `usage`."""
    best: Repetition | None = None
    for length, first, run in _runs([word.folded for word in words]):
        times = run // length + 1
        if times <= (best.times if best else 1) or (usage and _is_usage(text, words, length, first, run)):
            continue
        phrase = text[words[first].start : words[first + length - 1].end]
        best = Repetition(phrase, times, words[first].start, words[first + times * length - 1].end)
    return best


def _runs(words: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield (length, first, run): the words from `first` on equal those `length` further, `run` words long."""
    for length in range(1, min(_LONGEST_PHRASE, len(words) // 2) + 1):
        run = 0
        for position in range(len(words) - length):
            if words[position] == words[position + length]:
                run += 1
            else:
                if run >= length:
                    yield length, position - run, run
                run = 0
        if run >= length:
            yield length, len(words) - length - run, run


def _is_usage(text: str, words: Sequence[_Word], length: int, first: int, run: int) -> bool:
    """Say whether English says it twice on purpose: `had had`, `on the ground, Ground Forces`, `more and more`."""
    if run >= 2 * length:
        return False
    if length == 1:
        one, other = words[first], words[first + 1]
        between = text[one.end : other.start]
        new_name = not between.isspace() and text[other.start].isupper() and not text[one.start].isupper()
        return one.folded in _MAY_DOUBLE or new_name or _ENDS_CLAUSE.search(between) is not None
    phrase = {word.folded for word in words[first : first + length]}
    return length <= 3 and not _OVER_AND_OVER.isdisjoint(phrase) and not _JOINS.isdisjoint(phrase)


def _coming_again(words: Sequence[_Word], fewer: int = 0) -> tuple[int, int] | None:
    """Return where seven words stand that stood before."""
    size = _COMING_AGAIN - fewer
    seen: set[tuple[str, ...]] = set()
    for first in range(len(words) - size + 1):
        phrase = tuple(word.folded for word in words[first : first + size])
        if phrase in seen:
            return words[first].start, words[first + size - 1].end
        seen.add(phrase)
    return None


def _words(text: str) -> list[_Word]:
    return [_Word(match[0].lower(), match.start(), match.end()) for match in _WORD.finditer(text)]


def _finding(message: str, span: tuple[int, int], sentence: int) -> Finding:
    return Finding(CHECK, sentence, message, "error", 0.95, target_span=span)


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
