"""Mix corpora into one file by their weights, shuffled, the same for the same seed."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from pipeline.corpus.pair import Pair
from pipeline.corpus.read import read_pairs
from pipeline.corpus.weights import weight_of, weighted_order


def mix_pairs(paths: Sequence[Path], weights: Mapping[str, float], other: float, seed: int) -> Iterator[Pair]:
    """Yield the pairs of `paths`, those of each corpus as often as its weight says (`other`: of the rest).

    Raises: InputError if a file cannot be read.
    """
    pairs = list(read_pairs(paths))
    members: dict[str, list[int]] = {}
    for number, pair in enumerate(pairs):
        members.setdefault(pair.corpus, []).append(number)
    order = weighted_order(
        [np.array(numbers, dtype=np.int64) for numbers in members.values()],
        [weight_of(corpus, weights, other) for corpus in members],
        np.random.default_rng(seed),
    )
    for number in order:
        yield pairs[number]
