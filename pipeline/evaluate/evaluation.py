"""Score the outputs of several systems on the same examples, and say how each differs from the first."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.evaluate.cost import Cost, ModelFacts
from pipeline.evaluate.example import Example
from pipeline.evaluate.fidelity import KINDS, KINDS_OF, find_faults
from pipeline.records import Finding, TextLanguage
from pipeline.score.bootstrap import resampling
from pipeline.score.corpus_metrics import FINDINGS, LENGTH_RATIO, QUALITY, CorpusMetric, share_metric
from pipeline.score.many_cores import many_cores
from pipeline.score.segment_statistics import Task, segment_statistics, signatures
from pipeline.score.significance import TRIALS, Difference, Estimate, compare, estimate

if TYPE_CHECKING:
    from pipeline.score.corpus_metrics import Array

KIND_PREFIX = "findings:"


@dataclass(frozen=True, slots=True)
class Outputs:
    """What a system wrote, an output for each example; without cost and facts if it was written elsewhere."""

    name: str
    stated: str
    texts: tuple[str, ...]
    facts: ModelFacts | None = None
    cost: Cost | None = None


@dataclass(frozen=True, slots=True)
class SystemResult:
    """How one system did. `scores` go by the metric's key; `kinds` counts findings by kind, `faults` has them all.

    `statistics` of each metric have the *Shape* (examples, columns), `segments` (the first metric of each example)
    (examples,).
    """

    outputs: Outputs
    scores: Mapping[str, Estimate]
    kinds: Mapping[str, int]
    faults: tuple[tuple[Finding, ...], ...]
    statistics: "Mapping[str, Array]"
    segments: "Array"


@dataclass(frozen=True, slots=True)
class TaskResult:
    """All systems on one task. `differences` has, for each system but the first, what sets it off from the first."""

    task: Task
    language: TextLanguage
    examples: tuple[Example, ...]
    metrics: tuple[CorpusMetric, ...]
    systems: tuple[SystemResult, ...]
    differences: tuple[Mapping[str, Difference], ...]
    signatures: Mapping[str, str]

    @property
    def primary(self) -> CorpusMetric:
        """The metric that the verdict rests on."""
        return self.metrics[0]

    @property
    def articles(self) -> int:
        """How many articles the examples come from; 0 if they do not say."""
        return len({example.document for example in self.examples if example.document})


def evaluate(
    task: Task,
    language: TextLanguage,
    examples: Sequence[Example],
    systems: Sequence[Outputs],
) -> TaskResult:
    """Score every system, the first being what the others are compared with.

    `language` is that of the outputs of a summary; translations are English. An output for each example, in order.
    """
    written: TextLanguage = "en" if task == "translation" else language
    references = [example.reference for example in examples]
    keys = [metric.key for metric in (*QUALITY[task], LENGTH_RATIO)]
    texts = [system.texts for system in systems]
    with many_cores(len(examples) * len(systems)) as run:
        counted = segment_statistics(texts, references, written, keys, run)
        faults = find_faults(examples, texts, task, language, run)
    kinds = KINDS_OF[task]  # also those that nobody has today: the gate has to see them come
    shares = tuple(share_metric(KIND_PREFIX + kind, KINDS[kind]) for kind in kinds)
    metrics = (*QUALITY[task], LENGTH_RATIO, FINDINGS, *shares)
    for statistics, own in zip(counted, faults, strict=True):
        statistics |= fault_statistics(own, kinds)
    results = tuple(
        _result(system, metrics, statistics, own)
        for system, statistics, own in zip(systems, counted, faults, strict=True)
    )
    details = f"tests:{TRIALS}|{resampling()}"
    return TaskResult(
        task=task,
        language=language,
        examples=tuple(examples),
        metrics=metrics,
        systems=results,
        differences=_differences(metrics, counted),
        signatures=signatures(written, len(examples), details),
    )


def fault_statistics(faults: Sequence[Sequence[Finding]], kinds: Sequence[str] = ()) -> "dict[str, Array]":
    """Return the statistics of the share of outputs with findings, and with those of each of `kinds`."""
    import numpy

    found = {FINDINGS.key: [bool(own) for own in faults]}
    found |= {KIND_PREFIX + kind: [any(f.check == kind for f in own) for own in faults] for kind in kinds}
    return {key: numpy.array([(float(has), 1.0) for has in column]) for key, column in found.items()}


def _result(
    outputs: Outputs,
    metrics: Sequence[CorpusMetric],
    statistics: "dict[str, Array]",
    faults: Sequence[tuple[Finding, ...]],
) -> SystemResult:
    scores = dict(zip((m.key for m in metrics), estimate(metrics, statistics), strict=True))
    kinds = Counter(finding.check for own in faults for finding in own)
    segments = metrics[0].score(statistics[metrics[0].key])
    return SystemResult(outputs, scores, kinds, tuple(faults), statistics, segments)


def _differences(
    metrics: Sequence[CorpusMetric], counted: "Sequence[Mapping[str, Array]]"
) -> tuple[Mapping[str, Difference], ...]:
    if len(counted[0][metrics[0].key]) < 2:
        return tuple({} for _ in counted[1:])
    found = compare(metrics, counted[0], counted[1:])
    return tuple({m.key: one for m, one in zip(metrics, own, strict=True)} for own in found)
