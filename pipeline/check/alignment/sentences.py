"""Which sentences of a paragraph have no translation.

Sentences are laid side by side, in order: one for one, two joined, one cut in two, one left out, one put in. What
decides is how many words of a sentence are linked to its place, and whether the lengths fit.
Source: W. Gale and K. Church, A program for aligning sentences in bilingual corpora, 1993; the links are ours.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence

from pipeline.check.alignment.links import Links

Span = tuple[int, int]

LENGTH_RATIO = 1.07
"""English characters for one Ukrainian character of news, the median of our corpus."""

VARIANCE = 1.5
"""Of a translation's length, for one character of source; measured on the same lines."""

LINKED, UNLINKED = math.log(0.75 / 0.025), math.log(0.25 / 0.975)
"""Log odds by which a word with a link, and one without, speaks for its sentence being there.

Shares of linked words in translations and in unrelated sentences: see `benchmarks/word_lexicon.py`.
"""

_LEFT_OUT, _JOINED = -6.0, -3.0  # log odds against one for one; in our corpus neither happens
_STEPS = ((1, 1, 0.0), (1, 0, _LEFT_OUT), (0, 1, _LEFT_OUT), (2, 1, _JOINED), (1, 2, _JOINED))
_MOST_UNLIKE = 20.0
_BAND = 8  # places by which a sentence may be off, apart from a difference in numbers


def dropped_sentences(links: Links, source: Sequence[Span], target: Sequence[Span]) -> list[int]:
    """Return the indices of the sentences `source` that none of `target` translates. Linear in their number."""
    places = _places(links, source, target)
    best: dict[Span, tuple[float, Span]] = {(0, 0): (0.0, (0, 0))}
    slack = _BAND + abs(len(source) - len(target))
    for i in range(len(source) + 1):
        for j in range(max(0, i - slack), min(len(target), i + slack) + 1):
            for di, dj, prior in _STEPS:
                before = best.get((i - di, j - dj))
                if before is None:
                    continue
                score = before[0] + prior
                if di and dj:
                    score += _fit(places[i - di : i], source[i - di : i], target[j - dj : j], j - dj)
                if (i, j) not in best or score > best[i, j][0]:
                    best[i, j] = score, (di, dj)
    return _left_out(best, (len(source), len(target)))


def _left_out(best: dict[Span, tuple[float, Span]], end: Span) -> list[int]:
    found = []
    while end != (0, 0) and end in best:
        di, dj = best[end][1]
        if not dj:
            found.append(end[0] - 1)
        end = end[0] - di, end[1] - dj
    return found[::-1]


def _places(links: Links, source: Sequence[Span], target: Sequence[Span]) -> list[list[frozenset[int]]]:
    """Return for each source sentence and each of its words that can be judged the target sentences it is linked to."""
    starts = [start for start, _ in target]
    sentence_of = [bisect_right(starts, word.start) - 1 for word in links.target]
    beginnings = [start for start, _ in source]
    places: list[list[frozenset[int]]] = [[] for _ in source]
    for word, partners in zip(links.source, links.partners, strict=True):
        if partners is not None:
            places[max(0, bisect_right(beginnings, word.start) - 1)].append(
                frozenset(sentence_of[partner] for partner in partners)
            )
    return places


def _fit(
    places: Sequence[Sequence[frozenset[int]]], source: Sequence[Span], target: Sequence[Span], first: int
) -> float:
    """Return as log odds how well some source sentences go with the target sentences from `first` on."""
    columns = range(first, first + len(target))
    words = sum(
        LINKED if any(column in linked for column in columns) else UNLINKED
        for sentence in places
        for linked in sentence
    )
    mine, theirs = (sum(end - start for start, end in spans) for spans in (source, target))
    unlike = (theirs - LENGTH_RATIO * mine) ** 2 / (2 * VARIANCE * max(1, mine))
    return words - min(unlike, _MOST_UNLIKE)
