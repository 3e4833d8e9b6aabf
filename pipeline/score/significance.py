"""Is one system better than another, or could other sentences have said the opposite? Seeded, vectorised.

Two paired tests. The *bootstrap* draws the segments again with replacement; its p-value is the one of sacrebleu. It
comes out too small where the difference is near the edge of chance: at 0.05 it raises nearly twice as many false
alarms as it should. *Approximate randomisation* swaps the outputs of the two systems at random, segment by segment, and
has no such fault. Two systems are called different only if both say so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.score.bootstrap import RESAMPLES, SEED
from pipeline.score.corpus_metrics import CorpusMetric

if TYPE_CHECKING:
    from pipeline.score.corpus_metrics import Array

TRIALS = 10_000
"""Of each test: with 1,000, no p-value of three systems could be below 0.003."""

LEVEL = 0.05

_CELLS_AT_ONCE = 2_000_000  # 16 MB of weights
_ROUNDING = 1e-9  # two ways to the same sum differ by less


@dataclass(frozen=True, slots=True)
class Estimate:
    """A score, and the middle 95% of its values on resamples; without an interval for a single segment."""

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Difference:
    """How much higher the second system scores than the first: `value`, its 95% interval and standard error.

    `p` is the larger of both tests' p-values, and `p_corrected` that one corrected for the number of systems (Holm).
    """

    value: float
    low: float
    high: float
    standard_error: float
    p_bootstrap: float
    p_randomisation: float
    p_corrected: float

    @property
    def p(self) -> float:
        """The larger p-value of the two tests."""
        return max(self.p_bootstrap, self.p_randomisation)

    @property
    def significant(self) -> bool:
        """Whether both tests, corrected, say that the systems differ."""
        return self.p_corrected < LEVEL


def estimate(metrics: Sequence[CorpusMetric], statistics: "Mapping[str, Array]", seed: int = SEED) -> list[Estimate]:
    """Return each metric's score of one system with its bootstrap interval.

    `statistics` maps a metric's key to an array of *Shape* (segments, columns).
    """
    import numpy

    drawn = resampled_scores(metrics, [statistics], seed)[0]
    values = [float(metric.score(statistics[metric.key].sum(axis=0))) for metric in metrics]
    if len(next(iter(statistics.values()))) < 2:
        return [Estimate(value, None, None) for value in values]
    bounds = [numpy.quantile(scores, (0.025, 0.975)) for scores in drawn]
    return [Estimate(value, float(low), float(high)) for value, (low, high) in zip(values, bounds, strict=True)]


def compare(
    metrics: Sequence[CorpusMetric],
    baseline: "Mapping[str, Array]",
    others: "Sequence[Mapping[str, Array]]",
    seed: int = SEED,
    trials: int = TRIALS,
) -> list[list[Difference]]:
    """Return for each of `others` and each metric how it differs from `baseline` on the same segments.

    Raises: ValueError for fewer than two segments, of which nothing can be said.
    """
    import numpy

    if len(baseline[metrics[0].key]) < 2:
        raise ValueError("expected at least two segments: one says nothing of others.")
    first, *rest = resampled_scores(metrics, [baseline, *others], seed, trials)
    found: list[list[Difference]] = []
    for other, drawn in zip(others, rest, strict=True):
        shuffled = _randomised_differences(metrics, baseline, other, seed, trials)
        own = []
        for number, metric in enumerate(metrics):
            totals = (other[metric.key].sum(axis=0), baseline[metric.key].sum(axis=0))
            value = float(metric.score(totals[0]) - metric.score(totals[1]))
            differences = drawn[number] - first[number]
            # |d| - mean|d|: sacrebleu's statistic, so that p-values are its own (significance.py, _paired_bs_test).
            centred = numpy.abs(differences) - numpy.abs(differences).mean()
            low, high = (float(bound) for bound in numpy.quantile(differences, (0.025, 0.975)))
            p_bootstrap, p_randomisation = _p_value(centred, value), _p_value(shuffled[number], value)
            p = max(p_bootstrap, p_randomisation)
            own.append(Difference(value, low, high, float(differences.std()), p_bootstrap, p_randomisation, p))
        found.append(own)
    return _corrected(found)


def resampled_scores(
    metrics: Sequence[CorpusMetric], systems: "Sequence[Mapping[str, Array]]", seed: int, resamples: int = RESAMPLES
) -> "list[list[Array]]":
    """Return, for each system and metric, the scores on the same `resamples` draws of the segments."""
    import numpy

    joined, column = _distinct([system[metric.key] for system in systems for metric in metrics])
    sums = numpy.vstack([draws @ joined for draws in _draws(len(joined), resamples, seed)])[:, column]
    scores, start = [], 0
    for _ in systems:
        own = []
        for metric in metrics:
            own.append(metric.score(sums[:, start : start + metric.columns]))
            start += metric.columns
        scores.append(own)
    return scores


def holm(p_values: Sequence[float]) -> list[float]:
    """Return p-values corrected for their number. Source: Holm, 1979, the step-down method."""
    order = sorted(range(len(p_values)), key=lambda index: p_values[index])
    corrected, highest = [0.0] * len(p_values), 0.0
    for rank, index in enumerate(order):
        highest = max(highest, min(1.0, (len(p_values) - rank) * p_values[index]))
        corrected[index] = highest
    return corrected


def _draws(segments: int, resamples: int, seed: int) -> "Iterator[Array]":
    """Yield blocks of draws with replacement as counts. *Shape*: (draws, segments)."""
    import numpy

    random = numpy.random.default_rng(seed)
    at_once = max(1, _CELLS_AT_ONCE // segments)
    for start in range(0, resamples, at_once):
        rows = min(at_once, resamples - start)
        drawn = random.integers(segments, size=(rows, segments)) + segments * numpy.arange(rows)[:, None]
        counts = numpy.bincount(drawn.ravel(), minlength=rows * segments)
        yield counts.reshape(rows, segments).astype(numpy.float64)


def _randomised_differences(
    metrics: Sequence[CorpusMetric], one: "Mapping[str, Array]", other: "Mapping[str, Array]", seed: int, trials: int
) -> "list[Array]":
    """Return each metric's differences when every segment's outputs are swapped or not, by a coin."""
    import numpy

    joined, column = _distinct([one[metric.key] - other[metric.key] for metric in metrics])
    touched = numpy.any(joined != 0, axis=1)  # swapping what is equal changes nothing
    joined = joined[touched]
    random = numpy.random.default_rng(seed)
    at_once = max(1, _CELLS_AT_ONCE // max(1, len(joined)))
    blocks = []
    for start in range(0, trials, at_once):
        coins = random.integers(2, size=(min(at_once, trials - start), len(joined)), dtype=numpy.int8)
        blocks.append(coins.astype(numpy.float64) @ joined)
    moved = numpy.vstack(blocks)[:, column]
    differences, start = [], 0
    for metric in metrics:
        moving = moved[:, start : start + metric.columns]
        first = metric.score(one[metric.key].sum(axis=0) - moving)
        second = metric.score(other[metric.key].sum(axis=0) + moving)
        differences.append(numpy.abs(second - first))
        start += metric.columns
    return differences


def _distinct(statistics: "Sequence[Array]") -> "tuple[Array, Array]":
    """Return the columns of all, each once, and where each column went: most metrics count the same lengths."""
    import numpy

    distinct, column = numpy.unique(numpy.hstack(statistics), axis=1, return_inverse=True)
    return distinct, column.ravel()


def _p_value(differences: "Array", observed: float) -> float:
    """Return the share of `differences` that are at least as large, with one added to both sides.

    "At least" and not "more": equal systems get 1, where sacrebleu gives them its smallest p-value.
    """
    at_least = int((differences >= abs(observed) - _ROUNDING).sum())
    return (at_least + 1) / (len(differences) + 1)


def _corrected(found: list[list[Difference]]) -> list[list[Difference]]:
    from dataclasses import replace

    columns = [holm([own[number].p for own in found]) for number in range(len(found[0]))] if found else []
    return [
        [replace(one, p_corrected=columns[number][system]) for number, one in enumerate(own)]
        for system, own in enumerate(found)
    ]
