"""Mix corpora into one file by their weights, shuffled, the same for the same seed."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pipeline.corpus.pair import Pair
from pipeline.corpus.read import read_pairs
from pipeline.corpus.weights import weight_of, weighted_order


@dataclass(frozen=True, slots=True)
class Share:
    """How many pairs of a corpus there are, how it is weighed, and how many lines of the mixture are its."""

    corpus: str
    pairs: int
    weight: float
    written: int


class Mixture:
    """The pairs of files, shuffled, those of each corpus as often as its weight says (`other`: of the rest)."""

    def __init__(self, paths: Sequence[Path], weights: Mapping[str, float], other: float, seed: int) -> None:
        """Read all of `paths`. Raises: InputError if a file cannot be read."""
        self._pairs = list(read_pairs(paths))
        members: dict[str, list[int]] = {}
        for number, pair in enumerate(self._pairs):
            members.setdefault(pair.corpus, []).append(number)
        weighed = {corpus: weight_of(corpus, weights, other) for corpus in members}
        numbers = [np.array(own, dtype=np.int64) for own in members.values()]
        self._order = weighted_order(numbers, list(weighed.values()), np.random.default_rng(seed))
        written = Counter(self._pairs[number].corpus for number in self._order)
        self.shares = [Share(one, len(own), weighed[one], written[one]) for one, own in members.items()]

    def __iter__(self) -> Iterator[Pair]:
        """Yield the pairs in their order."""
        return (self._pairs[number] for number in self._order)
