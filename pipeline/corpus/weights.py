"""How often the pairs of each corpus are seen: a whole number of times, and a random share once more."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray


def weighted_order(
    members: Sequence[NDArray[np.int64]], weights: Sequence[float], generator: np.random.Generator
) -> NDArray[np.int64]:
    """Return what is seen in one pass, shuffled: each member of corpus n `weights[n]` times.

    A weight of 2.4 is every member twice and 40% of them, chosen anew each pass, a third time; 0 leaves a corpus out.
    """
    parts = []
    for numbers, weight in zip(members, weights, strict=True):
        whole = int(weight)
        parts.extend([numbers] * whole)
        if extra := round(len(numbers) * (weight - whole)):
            parts.append(generator.choice(numbers, size=extra, replace=False))
    order = np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)
    generator.shuffle(order)
    return order


def weight_of(corpus: str, weights: Mapping[str, float], other: float) -> float:
    """Return the weight of `corpus`: its own, or `other`."""
    return weights.get(corpus, other)
