"""How far a mean could be from itself on other articles: the percentile bootstrap, seeded."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

SEED = 12345  # sacrebleu's default, so that one number serves both
RESAMPLES = 1000
_DRAWS_AT_ONCE = 1_000_000  # 8 MB of indices


@dataclass(frozen=True, slots=True)
class Interval:
    """The middle 95% of the means of resamples."""

    low: float
    high: float


def resampling() -> str:
    """Return what intervals depend on, for a signature: their number of draws, the seed, and numpy, whose they are."""
    import numpy

    return f"bs:{RESAMPLES}|seed:{SEED}|numpy:{numpy.__version__}"


def mean(values: Sequence[float]) -> float:
    """Return the exactly rounded mean; the order of `values` does not matter."""
    return math.fsum(values) / len(values)


def confidence_interval(values: Sequence[float]) -> Interval | None:
    """Return the 95% interval of the mean of `values`; None for fewer than two, which say nothing of others.

    The order of `values` matters to the last digits: sort them by article first. Memory is bounded by the number of
    values, not by the number of resamples.
    Source: Koehn, "Statistical Significance Tests for Machine Translation Evaluation", 2004.
    """
    if len(values) < 2:
        return None
    import numpy

    sample = numpy.asarray(values, dtype=numpy.float64)
    random = numpy.random.default_rng(SEED)
    at_once = max(1, _DRAWS_AT_ONCE // len(sample))
    means = numpy.empty(RESAMPLES)
    for start in range(0, RESAMPLES, at_once):
        stop = min(start + at_once, RESAMPLES)
        means[start:stop] = sample[random.integers(len(sample), size=(stop - start, len(sample)))].mean(axis=1)
    low, high = numpy.quantile(means, (0.025, 0.975))
    return Interval(float(low), float(high))
