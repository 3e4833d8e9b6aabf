"""How common a term is in news: in which share of the articles of our own corpus it occurs.

A small night cannot say that: where every article is on one event, its names would count for nothing. The table is
written by `benchmarks/story_weights.py --frequencies`; it holds hashes (see `pipeline.stories.table.term_id`) and the
share in thousandths, of terms that at least four in a thousand articles have.
"""

import functools
from importlib.resources import files

import numpy as np

LEAST = 4
"""In thousandths; a term that the table lacks is taken to be half as common."""


@functools.cache
def _table() -> dict[int, int]:
    text = files("pipeline.stories").joinpath("frequencies.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {int(term, 36): int(share) for term, share in rows}


def corpus_frequency(term: int) -> float:
    """Return the share of articles that have the term with this hash, from 0.002 to 1."""
    return _table().get(term, LEAST / 2) / 1000


def information(term: int) -> float:
    """Return how telling a term is by the corpus alone, in nats: 0 for one that every article has."""
    return _information(corpus_frequency(term))


@functools.cache  # of a thousand shares at most
def _information(share: float) -> float:
    return -float(np.log(share))
