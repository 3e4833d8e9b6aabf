"""Near-duplicates: reprints and updated versions of one article, found by the runs of words that they share.

Source: A. Broder, On the resemblance and containment of documents, 1997: the smallest hashes of all runs of words are a
fair sample of them.
"""

import zlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pipeline.text.words import words

RUN = 4  # words
SIZE = 64  # hashes; 256 bytes an article
DUPLICATE = 0.4
"""Resemblance from which two articles are versions of one. An agency's text with a tenth of its sentences changed or
cut has 0.6 to 0.9; two reports of our corpus on one event share no run of words, quotations apart: under 0.1."""

Sketch = npt.NDArray[np.uint32]


def sketch(text: str) -> Sketch:
    """Return the smallest hashes of the runs of four words in `text`, ascending, at most 64."""
    found = words(text)
    runs = {zlib.crc32(" ".join(found[start : start + RUN]).encode()) for start in range(max(1, len(found) - RUN + 1))}
    return np.array(sorted(runs)[:SIZE], dtype=np.uint32)


def resemblance(one: Sketch, other: Sketch) -> float:
    """Return the estimated share of runs that two texts have in common, 0 to 1."""
    union = np.union1d(one, other)[:SIZE]
    both = np.intersect1d(np.intersect1d(one, other), union)
    return len(both) / len(union) if len(union) else 0.0


def fold(sketches: Sequence[Sketch], newest_first: Sequence[int]) -> dict[int, list[int]]:
    """Return for each article that is shown those folded into it: of versions of one text the newest is shown.

    `newest_first` are the positions in `sketches` in the order of preference.
    """
    shown: dict[int, list[int]] = {}
    for article in newest_first:
        like = next((one for one in shown if resemblance(sketches[one], sketches[article]) >= DUPLICATE), None)
        if like is None:
            shown[article] = []
        else:
            shown[like].append(article)
    return shown
