"""Scores of a clustering against a gold one.

B-cubed: A. Bagga and B. Baldwin, Entity-based cross-document coreferencing using the vector space model, COLING 1998.
Pairwise: of the pairs of articles put together, those that belong together, and the other way round.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence


def labels(stories: Iterable[Sequence[int]], articles: int) -> list[int]:
    """Return for each article the number of the story that it is in; `stories` hold numbers of articles."""
    found = [0] * articles
    for number, members in enumerate(stories):
        for member in members:
            found[member] = number
    return found


def b_cubed(predicted: Sequence[Hashable], gold: Sequence[Hashable]) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 of cluster labels, one for each article, in the same order."""
    both = Counter(zip(predicted, gold, strict=True))
    ours, theirs = Counter(predicted), Counter(gold)
    number = len(predicted)
    precision = sum(shared**2 / ours[mine] for (mine, _), shared in both.items()) / number
    recall = sum(shared**2 / theirs[right] for (_, right), shared in both.items()) / number
    return precision, recall, 2 * precision * recall / (precision + recall)


def pairwise(predicted: Sequence[Hashable], gold: Sequence[Hashable]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the pairs that are put together."""

    def pairs(labels: Sequence[Hashable]) -> int:
        return sum(count * (count - 1) // 2 for count in Counter(labels).values())

    right = pairs(list(zip(predicted, gold, strict=True)))
    precision, recall = right / max(1, pairs(predicted)), right / max(1, pairs(gold))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)
