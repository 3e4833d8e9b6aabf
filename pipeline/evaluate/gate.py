"""Hold the line: no score may fall below its floor, and no floor is lowered without a reason on record.

A floor is the worst end of the score's 95% interval when it was pinned: what falls below it is worse than other
articles of the same sort would explain. The baseline file keeps floors, the digest of the data, and every lowering.
"""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline.errors import GateError, InputError, OutputError
from pipeline.evaluate.run_scores import GatedScore, RunScores

FORMAT = "tezy-gate/1"
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Fallen:
    """A row that is worse than it may be; `found` is None if the run has no such row any more."""

    row: str
    floor: float
    found: float | None

    def __str__(self) -> str:
        """Say it as the command does."""
        found = "not in this run" if self.found is None else f"{self.found:.2f}"
        return f"{self.row}: the floor is {self.floor:.2f}, found {found}"


@dataclass(frozen=True, slots=True)
class Baseline:
    """A baseline file as read."""

    digest: str
    data: str
    rows: tuple[GatedScore, ...]
    regressions: tuple[dict[str, Any], ...]


def check_gate(run: RunScores, path: Path) -> list[Fallen]:
    """Return the rows of `run` that fell below the floors in the file `path`; none if all hold.

    Raises: InputError if there is no baseline, or it is of other data or systems, which cannot be compared.
    """
    baseline = read_baseline(path)
    if baseline is None:
        raise InputError(f"{path}: no baseline yet. Pin this run's scores: add --update.")
    if baseline.digest != run.digest:
        raise InputError(
            f"{path} has the floors of {baseline.data} ({baseline.digest[:12]}), this run is of {run.data} "
            f"({run.digest[:12]}): scores on other data do not compare. Run on the same data, or pin anew: --update."
        )
    found = {score.row: score for score in run.scores}
    if not any(pinned.row in found for pinned in baseline.rows):
        raise InputError(
            f"{path} has the floors of {_systems(baseline.rows)}, this run is of {_systems(run.scores)}. Floors go by "
            "the name of the system: call a candidate's file as the one before it, or pin anew: --update."
        )
    fallen = []
    for pinned in baseline.rows:
        score = found.get(pinned.row)
        if score is None or pinned.direction * (score.value - pinned.floor) < -_ROUNDING:
            fallen.append(Fallen(pinned.row, pinned.floor, score.value if score else None))
    return fallen


def update_baseline(run: RunScores, path: Path, why: str | None) -> list[Fallen]:
    """Pin the scores of `run` in the file `path`; return the floors that it lowered, each recorded with `why`.

    Raises: GateError if a floor would be lowered, or a row dropped, and `why` is None or empty; OutputError.
    """
    before = read_baseline(path)
    lowered = _lowered(before.rows, run) if before else []
    if lowered and not (why or "").strip():
        rows = "\n".join(f"  {one.row}: {one.floor:.2f} to {_new(one)}" for one in lowered)
        raise GateError(
            f"{path}: {len(lowered)} floors would be lowered:\n{rows}\n"
            'Nothing was changed. If it is meant, say why: --update --allow-regression "why".'
        )
    regressions = list(before.regressions) if before else []
    if lowered:
        when = datetime.now(UTC).isoformat(timespec="seconds")
        changes = [{"row": one.row, "from": one.floor, "to": one.found} for one in lowered]
        regressions.append({"when": when, "why": why, "data": run.data, "floors": changes})
    content = {
        "format": FORMAT,
        "data": {"name": run.data, "sha256": run.digest},
        "rows": [asdict(score) | {"floor": score.floor} for score in sorted(run.scores, key=lambda score: score.row)],
        "regressions": regressions,
    }
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}). Give another --baseline.") from error
    return lowered


def read_baseline(path: Path) -> Baseline | None:
    """Read a baseline file; None if there is none. Raises: InputError if it is something else."""
    if not path.exists():
        return None
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        stated = found.get("format") if isinstance(found, dict) else None
        if stated != FORMAT:
            raise ValueError(f"its format is {stated}" if stated else "it states no format")
        rows = tuple(GatedScore(**{k: v for k, v in row.items() if k != "floor"}) for row in found["rows"])
        return Baseline(found["data"]["sha256"], found["data"]["name"], rows, tuple(found["regressions"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path}: expected a baseline that tezy gate wrote, found another file ({error}).") from error


def _lowered(pinned: tuple[GatedScore, ...], run: RunScores) -> list[Fallen]:
    """Return the floors that pinning `run` would lower: `found` is the new floor, None where the row is gone."""
    now = {score.row: score for score in run.scores}
    lowered = []
    for before in pinned:
        after = now.get(before.row)
        if after is None or before.direction * (after.floor - before.floor) < -_ROUNDING:
            lowered.append(Fallen(before.row, before.floor, after.floor if after else None))
    return lowered


def _systems(rows: tuple[GatedScore, ...]) -> str:
    """Return whose scores rows are: what stands in each before the metric."""
    return ", ".join(dict.fromkeys(row.row.rpartition(" / ")[0] for row in rows)) or "none"


def _new(one: Fallen) -> str:
    return "gone" if one.found is None else f"{one.found:.2f}"
