"""Group articles into stories, and find which of them are related, or go on from an earlier night."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.stories.cluster import ABSENT, cluster
from pipeline.stories.comparison import Compared
from pipeline.stories.weights import RELATED, SAME_STORY

MAX_RELATED = 4


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which articles are one story. `stories` hold numbers of articles, ascending, in the order of their first ones.

    `related` names for each story the others (by number) that tell of the same matter, the nearest first; `earlier` for
    each the earlier night's story that it goes on from, or None. `odds` are the mean log-odds of an article to the
    others of its story: how central it is.
    """

    stories: tuple[tuple[int, ...], ...]
    related: tuple[tuple[int, ...], ...]
    earlier: tuple[int | None, ...]
    odds: tuple[float, ...]


def group(tonight: int, pairs: Compared) -> Grouping:
    """Group the articles 0 to `tonight` - 1; what is numbered on from there are earlier nights' stories."""
    compared = list(zip(pairs.first.tolist(), pairs.second.tolist(), pairs.odds.tolist(), strict=True))
    own = [pair for pair in compared if pair[1] < tonight]
    stories = cluster(tonight, own, SAME_STORY)
    of = np.zeros(tonight, dtype=np.int64)
    for number, members in enumerate(stories):
        of[members] = number
    totals: dict[tuple[int, int], float] = defaultdict(float)
    central = [0.0] * tonight
    for first, second, odds in compared:
        if second >= tonight:
            if first < tonight:
                totals[int(of[first]), -1 - (second - tonight)] += odds - ABSENT
        elif of[first] == of[second]:
            central[first] += odds - ABSENT
            central[second] += odds - ABSENT
        else:
            low, high = sorted((int(of[first]), int(of[second])))
            totals[low, high] += odds - ABSENT
    return Grouping(
        tuple(map(tuple, stories)),
        *_relations(stories, totals),
        tuple(round(value, 4) for value in central),
    )


def _relations(
    stories: Sequence[Sequence[int]], totals: dict[tuple[int, int], float]
) -> tuple[tuple[tuple[int, ...], ...], tuple[int | None, ...]]:
    """Return the related stories of each, and the earlier one. What was not compared counts as `ABSENT`."""
    near: list[list[tuple[float, int]]] = [[] for _ in stories]
    before: list[list[tuple[float, int]]] = [[] for _ in stories]
    for (story, other), total in sorted(totals.items()):
        count = len(stories[story]) * (len(stories[other]) if other >= 0 else 1)
        mean = total / count + ABSENT
        if other < 0:
            if mean > SAME_STORY:
                before[story].append((-mean, -1 - other))
        elif mean > RELATED:
            near[story].append((-mean, other))
            near[other].append((-mean, story))
    return (
        tuple(tuple(other for _, other in sorted(one)[:MAX_RELATED]) for one in near),
        tuple(min(one)[1] if one else None for one in before),
    )
