"""Sparse rows of unit length: one for each article in one view, and the cosines between some of them."""

import numpy as np
import numpy.typing as npt

from pipeline.stories.frequencies import corpus_frequency
from pipeline.stories.table import Table, Weights

Places = npt.NDArray[np.int64]
CORPUS_ARTICLES = 1000
"""The corpus counts as so many articles beside the night's own."""


class Rows:
    """Rows of one view, each term weighed by how rare it is in the night and in the corpus together.

    `columns` are numbers of terms, ascending in each row; `ends[i]:ends[i + 1]` is row `i`. Shape: (articles, terms).
    """

    def __init__(self, table: Table, view: int, *, counted: int) -> None:
        """Take the rows of `view`; how many articles have a term is counted in the view `counted`."""
        ids, weights, self.ends = table.columns(view)
        known = np.unique(ids)
        self.columns = np.searchsorted(known, ids).astype(np.int32)
        self.width = len(known)
        values = weights * _rarity(known, table.columns(counted)[0], len(table))[self.columns]
        squares = np.concatenate(([0.0], np.cumsum(np.square(values, dtype=np.float64))))
        lengths = np.sqrt(np.diff(squares[self.ends]))
        values /= np.repeat(np.where(lengths > 0, lengths, 1), np.diff(self.ends))
        self.values: Weights = values
        self._scratch = np.zeros(self.width, dtype=np.float32)

    def cosines(self, row: int, others: Places) -> Weights:
        """Return the cosine of row number `row` to each of `others`."""
        own = slice(self.ends[row], self.ends[row + 1])
        self._scratch[self.columns[own]] = self.values[own]
        counts = self.ends[others + 1] - self.ends[others]
        places = runs(self.ends[others], counts)
        shared = np.concatenate(([0.0], np.cumsum(self._scratch[self.columns[places]] * self.values[places])))
        self._scratch[self.columns[own]] = 0
        cosines: Weights = np.diff(shared[np.concatenate(([0], np.cumsum(counts)))]).astype(np.float32)
        return cosines


def runs(starts: Places, counts: Places) -> Places:
    """Return `counts[i]` numbers from `starts[i]` on for each i, on end.

    Example: runs([5, 9], [2, 3]) == [5, 6, 9, 10, 11].
    """
    ends = np.cumsum(counts)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + counts, counts)


def _rarity(known: npt.NDArray[np.uint32], occurring: npt.NDArray[np.uint32], articles: int) -> Weights:
    """Return the inverse document frequency of each of the `known` terms, by the night and the corpus as one."""
    terms, counts = np.unique(occurring, return_counts=True)
    here = np.zeros(len(known), dtype=np.int64)
    here[np.isin(known, terms)] = counts[np.isin(terms, known)]
    there = CORPUS_ARTICLES * np.array([corpus_frequency(term) for term in known.tolist()])
    rarity: Weights = np.log((articles + CORPUS_ARTICLES + 1) / (here + there + 0.5)).astype(np.float32)
    return rarity
