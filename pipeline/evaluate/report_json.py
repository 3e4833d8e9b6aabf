"""report.json: the comparison for machines, and what the gate reads."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from pipeline.evaluate.comparison import Comparison, outputs_digest
from pipeline.evaluate.details import TaskDetails
from pipeline.evaluate.evaluation import SystemResult, TaskResult
from pipeline.evaluate.verdict import needed, outcome
from pipeline.score.bootstrap import RESAMPLES, SEED
from pipeline.score.significance import LEVEL, TRIALS

FORMAT = "tezy-compare/1"


def report_json(comparison: Comparison, details: Sequence[TaskDetails]) -> dict[str, object]:
    """Return the content of report.json; `details` are of the comparison's results, in their order.

    Scores are on the scales that tables show; intervals are 95%.
    """
    test_set = comparison.test_set
    return {
        "format": FORMAT,
        "verdict": list(comparison.verdicts),
        "data": {"name": test_set.name, "sha256": test_set.digest},
        "tasks": [_task(own) for own in details],
        "repeat": {
            "command": comparison.command,
            "versions": comparison.versions,
            "seed": SEED,
            "interval_resamples": RESAMPLES,
            "test_trials": TRIALS,
            "level": LEVEL,
            "fingerprint": comparison.fingerprint,
        },
    }


def _task(details: TaskDetails) -> dict[str, Any]:
    result = details.result
    return {
        "task": result.task,
        "language": result.language,
        "examples": len(result.examples),
        "articles": result.articles,
        "metrics": [
            {"key": m.key, "name": m.heading, "direction": m.direction, "signature": result.signatures.get(m.key, "")}
            for m in result.metrics
        ],
        "systems": [_system(system) for system in result.systems],
        "comparisons": [_comparison(result, number) for number in range(1, len(result.systems))],
        "slices": [asdict(table) for table in details.slices],
    }


def _system(system: SystemResult) -> dict[str, Any]:
    outputs = system.outputs
    return {
        "name": outputs.name,
        "stated": outputs.stated,
        "outputs_sha256": outputs_digest(outputs),
        "scores": {key: asdict(score) for key, score in system.scores.items()},
        "findings": dict(sorted(system.kinds.items())),
        "cost": asdict(outputs.cost) if outputs.cost else None,
        "model": asdict(outputs.facts) if outputs.facts else None,
    }


def _comparison(result: TaskResult, other: int) -> dict[str, Any]:
    differences = result.differences[other - 1]
    primary = differences.get(result.primary.key)
    verdict = outcome(result, other)
    return {
        "system": result.systems[other].outputs.name,
        "baseline": result.systems[0].outputs.name,
        "outcome": verdict,
        "examples_needed": needed(result, primary) if primary and verdict == "unknown" else None,
        "differences": {key: asdict(one) | {"significant": one.significant} for key, one in differences.items()},
    }
