"""Pairs of articles that may tell one event: found by the rare terms that they share, then compared in every view."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.stories.days import days_apart
from pipeline.stories.rows import Places, Rows
from pipeline.stories.table import Table, Weights
from pipeline.stories.terms import VIEWS

NEIGHBOURS = 40
"""So many candidates are compared for each article."""
_MAX_SHARED_BY = 300  # a term that more articles have finds no candidates: it would find everything

_WORDS, _BRIDGE, _SOURCE, _LETTERS, _NAMES, _NUMBERS = range(len(VIEWS))
_FINDING = (_BRIDGE, _SOURCE, _NAMES)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of articles, `first < second`, each once, with their cosines. Shape of `cosines`: (pairs, views).

    `both_ukrainian` and `both_english` say of each pair in which languages the two are.
    """

    first: Places
    second: Places
    cosines: npt.NDArray[np.float32]
    both_english: npt.NDArray[np.bool_]
    both_ukrainian: npt.NDArray[np.bool_]
    days_apart: npt.NDArray[np.int64]


def compare_pairs(table: Table) -> Pairs:
    """Return the pairs of articles that share rare terms, compared in every view.

    Time and memory grow with the number of articles times `NEIGHBOURS`.
    """
    words, bridge = Rows.of(table, (_WORDS, _BRIDGE))
    ((source,), (letters,), (names,), (numbers,)) = (
        Rows.of(table, (view,)) for view in (_SOURCE, _LETTERS, _NAMES, _NUMBERS)
    )
    views = (words, bridge, source, letters, names, numbers)
    first, second, cosines = [], [], []
    for row, others in _candidates([views[view] for view in _FINDING], len(table)):
        first.append(np.full(len(others), row))
        second.append(others)
        cosines.append(np.stack([view.cosines(row, others) for view in views], axis=1))
    language = np.frombuffer(bytes(table.languages), dtype=np.uint8).astype(bool)
    a, b = _joined(first), _joined(second)
    return Pairs(
        a,
        b,
        np.concatenate(cosines) if cosines else np.empty((0, len(VIEWS)), np.float32),
        ~language[a] & ~language[b],
        language[a] & language[b],
        days_apart(table.days, a, b),
    )


def _candidates(views: list[Rows], articles: int) -> Iterator[tuple[int, Places]]:
    """Yield each article with those after it that are among its nearest, or it among theirs."""
    postings = [_Postings(rows) for rows in views]
    near: list[set[int]] = [set() for _ in range(articles)]
    for row in range(articles):
        found = [part for posting in postings for part in posting.sharing(row)]
        if not found:
            continue
        others = np.concatenate([article for article, _ in found])
        unique, where = np.unique(others, return_inverse=True)
        scores = np.bincount(where, weights=np.concatenate([score for _, score in found]))
        keep = unique != row
        unique, scores = unique[keep], scores[keep]
        best = np.lexsort((unique, -scores))[:NEIGHBOURS]
        for other in unique[best]:
            near[min(row, int(other))].add(max(row, int(other)))
    for row, others_of in enumerate(near):
        if others_of:
            yield row, np.array(sorted(others_of), dtype=np.int64)
            others_of.clear()


class _Postings:
    """The inverted index of one view: for each term the articles that have it, and how much."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        owner = np.repeat(np.arange(len(rows.ends) - 1), np.diff(rows.ends))
        order = np.argsort(rows.columns, kind="stable")
        self.articles = owner[order].astype(np.int32)
        self.values = rows.values[order]
        self.ends = np.concatenate(([0], np.cumsum(np.bincount(rows.columns, minlength=rows.width))))

    def sharing(self, row: int) -> Iterator[tuple[npt.NDArray[np.int32], Weights]]:
        """Yield for each rare term of a row the articles that have it and the products of the weights."""
        rows = self.rows
        for place in range(rows.ends[row], rows.ends[row + 1]):
            start, end = self.ends[rows.columns[place]], self.ends[rows.columns[place] + 1]
            if 1 < end - start <= _MAX_SHARED_BY:
                yield self.articles[start:end], self.values[start:end] * rows.values[place]


def _joined(parts: list[Places]) -> Places:
    return np.concatenate(parts) if parts else np.empty(0, np.int64)
