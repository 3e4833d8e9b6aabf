"""Where systems differ: the first metric on parts of the data, by length, article, outlet, and what a text holds."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.evaluate.evaluation import TaskResult
from pipeline.evaluate.example import Example
from pipeline.score.bootstrap import SEED
from pipeline.score.significance import resampled_scores

MOST_ROWS = 24
"""Of articles and outlets: those where the systems differ most, the first half better, the second worse."""

_LENGTHS = {"translation": (10, 20, 30), "summary": (150, 250, 400)}  # words of the source
_NUMBER = re.compile(r"\d")
_QUOTED = re.compile(r"[«»„“”\"]")
# A capital that begins no sentence.
_NAME = re.compile(r"(?<=[\w,;:»”’)–—] )[A-ZА-ЯІЇЄҐ][\w'’-]+|\b[A-ZА-ЯІЇЄҐ]{2,}\b")


@dataclass(frozen=True, slots=True)
class Slice:
    """Some of the examples: each system's score on them, and how far each is from the first, with its interval."""

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
    for heading, label, all_rows in _properties(result):
        members: dict[str, list[int]] = defaultdict(list)
        for number, example in enumerate(result.examples):
            if name := label(example):
                members[name].append(number)
        if len(members) < 2:
            continue
        names = sorted(members) if all_rows else _most_different(result, members)
        slices = tuple(_slice(result, name, members[name]) for name in names)
        tables.append(SliceTable(heading, slices, len(members) - len(slices)))
    return tables


_Label = Callable[[Example], str]


def _properties(result: TaskResult) -> Iterator[tuple[str, _Label, bool]]:
    """Yield heading, the label of an example, and whether all rows are shown in the order of their labels."""
    edges = _LENGTHS[result.task]
    yield ("length of the source", lambda example: _length(example.source, edges), True)
    yield ("numbers in the source", lambda example: _has(_NUMBER, example.source, "numbers"), True)
    yield ("names in the source", lambda example: _has(_NAME, example.source, "names"), True)
    yield ("quotations in the source", lambda example: _has(_QUOTED, example.source, "quotations"), True)
    yield ("outlet", lambda example: example.outlet, False)
    if result.task == "translation":
        yield ("article", lambda example: example.document, False)


def _length(text: str, edges: Sequence[int]) -> str:
    words = len(text.split())
    for number, edge in enumerate(edges):
        if words <= edge:
            low = f"{edges[number - 1] + 1}–" if number else "up to "
            return f"{'abc'[number]}. {low}{edge} words"
    return f"d. over {edges[-1]} words"


def _has(pattern: re.Pattern[str], text: str, what: str) -> str:
    return f"with {what}" if pattern.search(text) else f"without {what}"


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
    if len(members) > 1:
        first, *others = (drawn[0] for drawn in resampled_scores([metric], counted, SEED))
        bounds = [numpy.quantile(other - first, (0.025, 0.975)) for other in others]
        intervals = [(float(low), float(high)) for low, high in bounds]
    differences = tuple(score - scores[0] for score in scores[1:])
    return Slice(
        label.partition(". ")[2] if label[1:3] == ". " else label, len(members), scores, differences, tuple(intervals)
    )
