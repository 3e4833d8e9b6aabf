"""Where systems differ: the first metric on parts of the data, by length, article, outlet, and what a text holds."""

import itertools
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pipeline.evaluate.evaluation import TaskResult
from pipeline.evaluate.example import Example
from pipeline.score.bootstrap import SEED
from pipeline.score.significance import resampled_scores

MOST_ROWS = 24
"""Of articles and outlets: those where the systems differ most, the first half better, the second worse."""

FEWEST = 10
"""Examples of a slice from which it has intervals: resampling a few sentences says more than they know."""

_LENGTHS = {"translation": (10, 20, 30), "summary": (150, 250, 400)}  # words of the source
_NUMBER = re.compile(r"\d")
_QUOTED = re.compile(r"[«»„“”\"]")
# A capital that begins no sentence.
_NAME = re.compile(r"(?<=[\w,;:»”’)–—] )[A-ZА-ЯІЇЄҐ][\w'’-]+|\b[A-ZА-ЯІЇЄҐ]{2,}\b")


@dataclass(frozen=True, slots=True)
class Slice:
    """Some of the examples: each system's score on them, and how far each is from the first.

    The differences of a slice of `FEWEST` examples or more have intervals.
    """

    label: str
    n: int
    scores: tuple[float, ...]
    differences: tuple[float, ...]
    intervals: tuple[tuple[float, float] | None, ...]

    @property
    def beyond_chance(self) -> tuple[bool, ...]:
        """Whether each interval leaves out 0."""
        return tuple(own is not None and not own[0] <= 0 <= own[1] for own in self.intervals)


@dataclass(frozen=True, slots=True)
class SliceTable:
    """The slices by one property of the examples; `left_out` counts rows that are not shown."""

    heading: str
    slices: tuple[Slice, ...]
    left_out: int = 0


def slice_tables(result: TaskResult) -> list[SliceTable]:
    """Return a table for each property by which the examples differ."""
    tables = []
    for heading, label, order in _properties(result):
        members: dict[str, list[int]] = defaultdict(list)
        for number, example in enumerate(result.examples):
            if name := label(example):
                members[name].append(number)
        if len(members) < 2:
            continue
        names = [name for name in order if name in members] or _most_different(result, members)
        slices = tuple(_slice(result, name, members[name]) for name in names)
        tables.append(SliceTable(heading, slices, len(members) - len(slices)))
    return tables


_Label = Callable[[Example], str]


def _properties(result: TaskResult) -> Iterator[tuple[str, _Label, Sequence[str]]]:
    """Yield heading, the label of an example, and the order of the labels; none where the most different are shown."""
    edges = _LENGTHS[result.task]
    lengths = _length_labels(edges)
    yield ("length of the source", lambda one: lengths[bisect_left(edges, len(one.source.split()))], lengths)
    for what, pattern in (("numbers", _NUMBER), ("names", _NAME), ("quotations", _QUOTED)):
        labels = (f"with {what}", f"without {what}")
        yield (f"{what} in the source", partial(_has, pattern, labels), labels)
    yield ("outlet", lambda example: example.outlet, ())
    if result.task == "translation":
        yield ("article", lambda example: example.document, ())


def _length_labels(edges: Sequence[int]) -> list[str]:
    between = [f"{low + 1}–{high} words" for low, high in itertools.pairwise(edges)]
    return [f"up to {edges[0]} words", *between, f"over {edges[-1]} words"]


def _has(pattern: re.Pattern[str], labels: tuple[str, str], example: Example) -> str:
    return labels[0] if pattern.search(example.source) else labels[1]


def _most_different(result: TaskResult, members: Mapping[str, list[int]]) -> list[str]:
    """Return the names of the slices in which the last system is farthest from the first, the best for it first."""
    metric, ends = result.primary, (result.systems[-1], result.systems[0])

    def gain(name: str) -> float:
        sums = (system.statistics[metric.key][members[name]].sum(axis=0) for system in ends)
        last, first = (float(metric.score(own)) for own in sums)
        return last - first

    ranked = sorted(members, key=lambda name: (-gain(name), name))
    if len(ranked) <= MOST_ROWS:
        return ranked
    return ranked[: MOST_ROWS // 2] + ranked[-MOST_ROWS // 2 :]


def _slice(result: TaskResult, label: str, members: Sequence[int]) -> Slice:
    import numpy

    metric = result.primary
    counted = [{metric.key: system.statistics[metric.key][members]} for system in result.systems]
    scores = tuple(float(metric.score(own[metric.key].sum(axis=0))) for own in counted)
    intervals: list[tuple[float, float] | None] = [None] * (len(scores) - 1)
    if len(members) >= FEWEST:
        first, *others = (drawn[0] for drawn in resampled_scores([metric], counted, SEED))
        bounds = [numpy.quantile(other - first, (0.025, 0.975)) for other in others]
        intervals = [(float(low), float(high)) for low, high in bounds]
    differences = tuple(score - scores[0] for score in scores[1:])
    return Slice(label, len(members), scores, differences, tuple(intervals))
