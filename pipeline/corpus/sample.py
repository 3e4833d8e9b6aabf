"""A fair sample of the pairs that go by, of a size that does not grow with them."""

import random

from pipeline.corpus.pair import Pair


class Sample:
    """At most `size` of the pairs added, each as likely as any other; the same pairs in the same order give the same.

    Source: J. S. Vitter, Random sampling with a reservoir, ACM TOMS 11(1), 1985: algorithm R.
    """

    def __init__(self, size: int) -> None:
        """Keep up to `size` pairs."""
        self.pairs: list[Pair] = []
        self._size = size
        self._added = 0
        self._random = random.Random(0)

    def add(self, pair: Pair) -> None:
        """Take `pair` in, or let it go by."""
        self._added += 1
        if len(self.pairs) < self._size:
            self.pairs.append(pair)
        elif (place := self._random.randrange(self._added)) < self._size:
            self.pairs[place] = pair

    def few(self, number: int) -> list[Pair]:
        """Return at most `number` of the sample, the same every time."""
        return random.Random(0).sample(self.pairs, min(number, len(self.pairs)))
