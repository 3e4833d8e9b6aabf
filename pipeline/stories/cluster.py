"""Clusters of articles: average linkage over the pairs that were compared.

Two clusters are joined while the mean log-odds of the pairs between them is above a threshold, the highest first. Pairs
that were not compared, because they share nothing rare, count as `ABSENT`. So one article that fits two stories does
not make one of them. Source: R. Sokal and C. Michener, 1958 (UPGMA), on a sparse graph.
"""

import heapq
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

ABSENT = -4.0
"""The log-odds of a pair that was not compared."""


def cluster(articles: int, pairs: Sequence[tuple[int, int, float]], threshold: float) -> list[list[int]]:
    """Return clusters of the numbers 0 to `articles` - 1, each ascending, in the order of their first members.

    `pairs` are (first, second, log-odds). The order of `pairs` does not matter.
    """
    members: dict[int, list[int]] = {number: [number] for number in range(articles)}
    between: dict[int, dict[int, tuple[float, int]]] = {number: {} for number in range(articles)}
    for first, second, odds in pairs:
        between[first][second] = between[second][first] = (odds, 1)
    heap = [(-odds, first, second, 1, 1) for first, second, odds in pairs if odds > threshold]
    heapq.heapify(heap)
    while heap:
        negative, first, second, size_first, size_second = heapq.heappop(heap)
        if first not in members or second not in members:
            continue
        if (len(members[first]), len(members[second])) != (size_first, size_second):
            continue
        if -negative <= threshold:
            break
        _join(members, between, first, second)
        for other in between[first]:
            mean = _mean(members, between, first, other)
            if mean > threshold:
                low, high = min(first, other), max(first, other)
                heapq.heappush(heap, (-mean, low, high, len(members[low]), len(members[high])))
    return [sorted(one) for _, one in sorted((min(one), one) for one in members.values())]


def connected(articles: int, pairs: Iterable[tuple[int, int]]) -> npt.NDArray[np.int64]:
    """Return for each of the numbers 0 to `articles` - 1 the least that a path of `pairs` leads to.

    No cluster has articles that no path of pairs above the threshold connects: a mean is never above all of its parts.
    So pairs between such articles, most of them, need not be given to `cluster`.
    """
    least = list(range(articles))
    for pair in pairs:
        low, high = sorted(_root(least, number) for number in pair)
        least[high] = low
    return np.array([_root(least, number) for number in range(articles)], dtype=np.int64)


def _root(least: list[int], number: int) -> int:
    while least[number] != number:
        least[number] = number = least[least[number]]
    return number


def _join(
    members: dict[int, list[int]], between: dict[int, dict[int, tuple[float, int]]], first: int, second: int
) -> None:
    """Take `second` into `first`, and add up what is between them and the others."""
    members[first] += members.pop(second)
    for other, (odds, count) in between.pop(second).items():
        between[other].pop(second)
        if other == first:
            continue
        known_odds, known_count = between[first].get(other, (0.0, 0))
        between[first][other] = between[other][first] = (known_odds + odds, known_count + count)
    between[first].pop(second, None)


def _mean(
    members: dict[int, list[int]], between: dict[int, dict[int, tuple[float, int]]], first: int, second: int
) -> float:
    odds, count = between[first][second]
    total = len(members[first]) * len(members[second])
    return (odds + ABSENT * (total - count)) / total
