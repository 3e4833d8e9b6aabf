"""Group articles into stories, and find which of them are related, or go on from an earlier night."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.names.glossary import Glossary
from pipeline.records import Brief
from pipeline.stories.cluster import ABSENT, cluster
from pipeline.stories.days import day_number
from pipeline.stories.likeness import log_odds
from pipeline.stories.pairs import compare_pairs
from pipeline.stories.table import Table, Terms, pack
from pipeline.stories.terms import article_terms
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


def make_terms(brief: Brief, glossary: Glossary) -> Terms:
    """Return the terms that an article is compared by."""
    return pack(article_terms(brief, glossary), brief.article.language, day_number(brief.article.date))


def group(table: Table, earlier: Sequence[Terms] = ()) -> Grouping:
    """Group the articles of `table`; `earlier` are the terms of earlier nights' stories, which are added to it."""
    tonight = len(table)
    for terms in earlier:
        table.add(terms)
    pairs = compare_pairs(table)
    compared = list(zip(pairs.first.tolist(), pairs.second.tolist(), log_odds(pairs).tolist(), strict=True))
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


def merged(members: Iterable[Terms]) -> Terms:
    """Return the terms of a whole story, as one article would have them: for comparing it with the next night's.

    Weights are means over the articles. It is Ukrainian only if all of them are; its day is the last.
    """
    every = list(members)
    language = "uk" if all(one.language == "uk" for one in every) else "en"
    ids, weights = [], []
    for view in range(len(every[0].ids)):
        known, where = np.unique(np.concatenate([one.ids[view] for one in every]), return_inverse=True)
        total = np.bincount(where, np.concatenate([one.weights[view] for one in every]), len(known)) / len(every)
        kept = np.sort(np.lexsort((known, -total))[:150])
        ids.append(known[kept].astype(np.uint32))
        weights.append(total[kept].astype(np.float32))
    return Terms(language, max(one.day for one in every), tuple(ids), tuple(weights))
