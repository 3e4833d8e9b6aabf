"""Sparse rows of unit length: one for each article in one view, and the cosines between some of them."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pipeline.stories.frequencies import corpus_frequency
from pipeline.stories.table import Ids, Table, Weights

Places = npt.NDArray[np.int64]
CORPUS_ARTICLES = 1000
"""The corpus counts as so many articles beside the night's own."""


class Rows:
    """Rows of one view, each term weighed by how rare it is in the night and in the corpus together.

    `columns` are numbers of terms, ascending in each row; `ends[i]:ends[i + 1]` is row `i`. Shape: (articles, terms).
    """

    def __init__(self, columns: npt.NDArray[np.int32], values: Weights, ends: Places, width: int) -> None:
        self.columns, self.values, self.ends, self.width = columns, values, ends, width
        self._scratch = np.zeros(width, dtype=np.float32)

    @classmethod
    def of(cls, table: Table, views: Sequence[int]) -> list["Rows"]:
        """Return the rows of several views in one space of terms, so that rows of one compare with another's."""
        parts = [table.columns(view) for view in views]
        known, where = np.unique(np.concatenate([ids for ids, _, _ in parts]), return_inverse=True)
        rarity = _rarity(known, where[: len(parts[0][0])], len(table))
        rows, start = [], 0
        for ids, weights, ends in parts:
            columns = where[start : start + len(ids)].astype(np.int32)
            start += len(ids)
            values = weights * rarity[columns]
            squares = np.concatenate(([0.0], np.cumsum(values.astype(np.float64) ** 2)))
            lengths = np.sqrt(np.diff(squares[ends]))
            values /= np.repeat(np.where(lengths > 0, lengths, 1), np.diff(ends))
            rows.append(cls(columns, values.astype(np.float32), ends, len(known)))
        return rows

    def cosines(self, row: int, others: Places, where: "Rows | None" = None) -> Weights:
        """Return the cosine of row number `row` to each of `others`, which are rows of `where`, else of these."""
        there = where or self
        own = slice(self.ends[row], self.ends[row + 1])
        self._scratch[self.columns[own]] = self.values[own]
        starts, counts = there.ends[others], there.ends[others + 1] - there.ends[others]
        ends = np.cumsum(counts)
        places = np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + counts, counts)
        shared = np.concatenate(([0.0], np.cumsum(self._scratch[there.columns[places]] * there.values[places])))
        self._scratch[self.columns[own]] = 0
        cosines: Weights = np.diff(shared[np.concatenate(([0], ends))]).astype(np.float32)
        return cosines


def _rarity(known: Ids, occurring: Places, articles: int) -> Weights:
    """Return the inverse document frequency of each term, by the night and the corpus as one."""
    here = np.bincount(occurring, minlength=len(known))
    there = CORPUS_ARTICLES * np.array([corpus_frequency(int(term)) for term in known])
    rarity: Weights = np.log((articles + CORPUS_ARTICLES + 1) / (here + there + 0.5)).astype(np.float32)
    return rarity
