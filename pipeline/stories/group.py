"""Group articles into stories, and find which of them are related, or go on from an earlier night."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.stories.cluster import ABSENT, cluster, connected
from pipeline.stories.comparison import Compared
from pipeline.stories.rows import Places
from pipeline.stories.weights import RELATED, SAME_STORY

MAX_RELATED = 4


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which articles are one story. `stories` hold numbers of articles, ascending, in the order of their first ones.

    `related` names for each story the others (by number) that tell of the same matter, the nearest first; `earlier` for
    each the earlier night's story that it goes on from, or None: no two go on from the same, those that could have are
    related to the one that does. `odds` are the mean log-odds of an article to the others of its story: how central it
    is.
    """

    stories: tuple[tuple[int, ...], ...]
    related: tuple[tuple[int, ...], ...]
    earlier: tuple[int | None, ...]
    odds: tuple[float, ...]


def group(tonight: int, pairs: Compared) -> Grouping:
    """Group the articles 0 to `tonight` - 1; what is numbered on from there are earlier nights' stories."""
    odds = pairs.odds.astype(np.float64)
    stories = _stories(tonight, pairs.first, pairs.second, odds)
    count = len(stories)
    numbered = max(tonight, int(pairs.second.max(initial=-1)) + 1)
    of = np.arange(numbered) - tonight + count  # earlier nights' stories are numbered on from tonight's
    for number, members in enumerate(stories):
        of[members] = number
    one, other = of[pairs.first], of[pairs.second]
    gains = odds - ABSENT
    inside = one == other
    ends = np.column_stack((pairs.first[inside], pairs.second[inside])).ravel()
    central = np.bincount(ends, np.repeat(gains[inside], 2), numbered)[:tonight]
    between = ~inside & (one < count)
    low, high = np.minimum(one, other)[between], np.maximum(one, other)[between]
    sizes = np.array([*map(len, stories), *[1] * (numbered - tonight)], dtype=np.int64)
    return Grouping(
        tuple(map(tuple, stories)),
        *_relations(count, _means(low, high, gains[between], sizes)),
        tuple(round(value, 4) for value in central.tolist()),
    )


def _stories(tonight: int, first: Places, second: Places, odds: npt.NDArray[np.float64]) -> list[list[int]]:
    """Cluster tonight's articles by those of their pairs that can change a cluster."""
    own = second < tonight
    first, second, odds = first[own], second[own], odds[own]
    near = odds > SAME_STORY
    part = connected(tonight, zip(first[near].tolist(), second[near].tolist(), strict=True))
    kept = part[first] == part[second]
    pairs = zip(first[kept].tolist(), second[kept].tolist(), odds[kept].tolist(), strict=True)
    return cluster(tonight, list(pairs), SAME_STORY)


def _means(
    low: Places, high: Places, gains: npt.NDArray[np.float64], sizes: Places
) -> Iterator[tuple[int, int, float]]:
    """Yield pairs of stories, each once, with their mean log-odds: those that may be of one matter.

    `gains` are the log-odds of pairs of articles of the stories `low` and `high`, above `ABSENT`, which is what a pair
    counts as that was not compared.
    """
    codes, where = np.unique(low * len(sizes) + high, return_inverse=True)
    one, other = np.divmod(codes, max(len(sizes), 1))
    means = np.bincount(where, gains, len(codes)) / (sizes[one] * sizes[other]) + ABSENT
    near = means > RELATED
    yield from zip(one[near].tolist(), other[near].tolist(), means[near].tolist(), strict=True)


def _relations(
    count: int, means: Iterable[tuple[int, int, float]]
) -> tuple[tuple[tuple[int, ...], ...], tuple[int | None, ...]]:
    """Return the related ones of each of `count` stories, and the earlier one; those of earlier nights come after."""
    near: list[dict[int, float]] = [{} for _ in range(count)]
    before: list[tuple[float, int, int]] = []
    for story, other, mean in means:
        if other < count:
            near[story][other] = near[other][story] = mean
        elif mean > SAME_STORY:
            before.append((-mean, story, other - count))
    earlier: list[int | None] = [None] * count
    later: dict[int, int] = {}
    for negative, story, other in sorted(before):  # an earlier story goes on in one only: in that which is nearest
        if earlier[story] is not None:
            continue
        if (taken_by := later.setdefault(other, story)) == story:
            earlier[story] = other
        else:
            nearest = max(-negative, near[story].get(taken_by, -negative))
            near[story][taken_by] = near[taken_by][story] = nearest
    return (
        tuple(tuple(sorted(one, key=lambda other: (-one[other], other))[:MAX_RELATED]) for one in near),
        tuple(earlier),
    )
