"""The scores of a run, as the gate takes them: of a comparison's report, or of a night's digest."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import InputError
from pipeline.evaluate.report_json import FORMAT
from pipeline.evaluate.write_report import REPORT
from pipeline.render.records_json import brief_from_json
from pipeline.score.corpus_metrics import FINDINGS

_EXPECTED = "expected the folder of a tezy compare report or of a finished night"


@dataclass(frozen=True, slots=True)
class GatedScore:
    """A score with its interval. `direction` is 1 where more is better and -1 where less is."""

    row: str
    value: float
    low: float
    high: float
    direction: int

    @property
    def floor(self) -> float:
        """The worst end of the interval: beyond it a score is worse than its own noise explains."""
        return self.low if self.direction > 0 else self.high


@dataclass(frozen=True, slots=True)
class RunScores:
    """The scores of a run by row, and the sha256 of the data that they were measured on."""

    data: str
    digest: str
    scores: tuple[GatedScore, ...]


def read_run_scores(run: Path) -> RunScores:
    """Read the scores of the run in the folder `run`. Raises: InputError if there are none."""
    try:
        if (run / REPORT).is_file():
            return _compared(run / REPORT)
        if (run / "scores.json").is_file() and (run / "briefs.jsonl").is_file():
            return _night(run)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{run}: {_EXPECTED}, found one that cannot be read ({error}).") from error
    raise InputError(f"{run}: {_EXPECTED}, found neither {REPORT} nor scores.json in it.")


def _compared(path: Path) -> RunScores:
    report = json.loads(path.read_text(encoding="utf-8"))
    if report.get("format") != FORMAT:
        raise InputError(f"{path}: expected a report of the format {FORMAT}, found {report.get('format')!r}.")
    scores = []
    for task in report["tasks"]:
        directions = {metric["key"]: metric["direction"] for metric in task["metrics"]}
        named = task["task"] if task["task"] == "translation" else f"{task['task']} / {task['language']}"
        for system in task["systems"]:
            for key, score in system["scores"].items():
                row = f"{named} / {system['name']} / {key}"
                scores += _score(row, _with_room(key, score, task["examples"]), directions[key])
    return RunScores(report["data"]["name"], report["data"]["sha256"], tuple(scores))


def _with_room(key: str, score: dict[str, Any], examples: int) -> dict[str, Any]:
    """Give a share of which there is no case the interval that resampling cannot see: up to 3 in as many examples.

    Source: Hanley and Lippman-Hand, 1983, the rule of three.
    """
    if key.startswith(FINDINGS.key) and not score["value"] and examples:
        return score | {"high": min(100.0, 100 * 3 / examples)}
    return score


def _night(run: Path) -> RunScores:
    """Take the scores of key points, in percent, and the digest of the articles they are of."""
    articles = hashlib.sha256()
    with (run / "briefs.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            articles.update(brief_from_json(line).article.id.encode())
    scores = []
    for found in json.loads((run / "scores.json").read_text(encoding="utf-8"))["rows"]:
        named = (found["language"], found["reference"], found["system"], found["metric"])
        percent = {key: None if found[key] is None else 100 * found[key] for key in ("value", "low", "high")}
        scores += _score(" / ".join(("summary", *map(str, named))), percent, 1)
    return RunScores(run.resolve().name, articles.hexdigest(), tuple(scores))


def _score(row: str, found: dict[str, Any], direction: int) -> list[GatedScore]:
    """Return the score, or nothing where neither more nor less is better."""
    if not direction:
        return []
    value = float(found["value"])
    low, high = (value if found[end] is None else float(found[end]) for end in ("low", "high"))
    return [GatedScore(row, value, low, high, direction)]
