"""Pairs of articles that may tell one event: found by the rare terms that they share, then compared in every view."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.stories.days import days_apart
from pipeline.stories.rows import Places, Rows, runs
from pipeline.stories.table import Table
from pipeline.stories.terms import VIEWS

NEIGHBOURS = 40
"""So many candidates are compared for each article."""
_MAX_SHARED_BY = 300  # a term that more articles have finds no candidates: it would find everything

_WORDS, _BRIDGE, _SOURCE, _LETTERS, _NAMES, _NUMBERS = range(len(VIEWS))
_FINDING = (_BRIDGE, _SOURCE, _NAMES)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of articles, `first < second`, each once, ascending, with their cosines. Shape of these: (pairs, views).

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

    Memory grows with the number of articles times `NEIGHBOURS`; so does time, but for a count of all articles for each
    one, which is little beside the rest. One view is held at a time once the pairs are found.
    """
    first, second = _candidates([_rows(table, view) for view in _FINDING], len(table))
    cosines = np.empty((len(first), len(VIEWS)), dtype=np.float32)
    ends = np.searchsorted(first, np.arange(len(table) + 1))
    for view in range(len(VIEWS)):
        rows = _rows(table, view)
        for row in np.flatnonzero(np.diff(ends)).tolist():
            own = slice(ends[row], ends[row + 1])
            cosines[own, view] = rows.cosines(row, second[own])
    language = np.frombuffer(bytes(table.languages), dtype=np.uint8).astype(bool)
    return Pairs(
        first,
        second,
        cosines,
        ~language[first] & ~language[second],
        language[first] & language[second],
        days_apart(table.days, first, second),
    )


def _rows(table: Table, view: int) -> Rows:
    return Rows(table, view, counted=_WORDS if view == _BRIDGE else view)  # the bridge leads to words


def _candidates(views: Sequence[Rows], articles: int) -> tuple[Places, Places]:
    """Return the pairs of each article with those that are among its nearest, ascending, each once."""
    postings = [_Postings(rows) for rows in views]
    pairs = [np.empty(0, np.int64)]
    for row in range(articles):
        shared = [posting.sharing(row) for posting in postings]
        scores = np.bincount(
            np.concatenate([others for others, _ in shared]),
            weights=np.concatenate([products for _, products in shared]),
            minlength=articles,
        )
        scores[row] = 0
        others = np.flatnonzero(scores)
        if len(others) > NEIGHBOURS:
            least = np.partition(scores[others], -NEIGHBOURS)[-NEIGHBOURS]
            others = others[scores[others] >= least]
        nearest = others[np.argsort(-scores[others], kind="stable")][:NEIGHBOURS]
        pairs.append(np.minimum(row, nearest) * articles + np.maximum(row, nearest))
    first, second = np.divmod(np.unique(np.concatenate(pairs)), max(articles, 1))
    return first, second


class _Postings:
    """The inverted index of one view: for each term the articles that have it, and how much."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        owner = np.repeat(np.arange(len(rows.ends) - 1, dtype=np.int32), np.diff(rows.ends))
        order = np.argsort(rows.columns, kind="stable")
        self.articles = owner[order]
        self.values = rows.values[order]
        self.ends = np.concatenate(([0], np.cumsum(np.bincount(rows.columns, minlength=rows.width))))

    def sharing(self, row: int) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]]:
        """Return the articles that have the rare terms of a row, and the products of the weights, term by term."""
        own = slice(self.rows.ends[row], self.rows.ends[row + 1])
        columns, values = self.rows.columns[own], self.rows.values[own]
        counts = self.ends[columns + 1] - self.ends[columns]
        rare = (counts > 1) & (counts <= _MAX_SHARED_BY)
        counts = counts[rare]
        places = runs(self.ends[columns[rare]], counts)
        return self.articles[places], self.values[places] * np.repeat(values[rare], counts)
