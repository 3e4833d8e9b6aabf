"""The nearest neighbours of vectors by cosine: exact, in blocks of rows, so that no square of all cosines is held."""

import numpy as np

from pipeline.engines.encoder import Vectors
from pipeline.stories.pairs import NEIGHBOURS
from pipeline.stories.rows import Places

_BLOCK = 2**21  # cosines that are held at once; 24 MiB with what sorts them


def nearest(rows: Vectors, others: Vectors | None = None) -> tuple[Places, Places, Vectors]:
    """Return for each of `rows` the `NEIGHBOURS` nearest of `others`: number of the row, of the other, and cosine.

    Without `others`, the nearest of `rows` but for the row itself. All vectors are of length 1.
    Shapes: `rows` and `others` (vectors, numbers), the result (pairs,) each.
    """
    there = rows if others is None else others
    count = min(NEIGHBOURS, len(there) - (others is None))
    found: list[tuple[Places, Places, Vectors]] = []
    step = max(1, _BLOCK // max(1, len(there)))
    for start in range(0, len(rows) if count > 0 else 0, step):
        cosines = rows[start : start + step] @ there.T
        here = np.arange(len(cosines))
        if others is None:
            cosines[here, start + here] = -np.inf
        best = np.argpartition(cosines, -count, axis=1)[:, -count:]
        near = np.take_along_axis(cosines, best, axis=1)
        found.append((np.repeat(start + here, count), best.ravel(), near.ravel()))
    if not found:
        return np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.float32)
    row, other, cosine = (np.concatenate(part) for part in zip(*found, strict=True))
    return row, other, cosine
