"""Which training a folder holds, so that the same command goes on with it and another one is refused."""

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.catalogue.verify import sha256_of
from pipeline.corpus.opening import kind
from pipeline.corpus.tables import side
from pipeline.errors import OutputError
from pipeline.train.checkpoint import CHECKPOINT
from pipeline.train.config import TrainConfig
from pipeline.train.folder import MODEL, VOCABULARY
from pipeline.versions import installed_versions

IDENTITY = "training.json"

# What may change between two starts of one training: it says when to stop and what to tell, not what to learn.
_FREE = ("stop", "log", "evaluation", "card", "threads", "device")


def claim_folder(
    out: Path, job: str, config: TrainConfig, data: Sequence[Path], dev: Sequence[Path], base: Mapping[str, str]
) -> None:
    """Write down in `out` which training it holds; if it holds one already, make sure that it is this one.

    A training that has neither checkpoint nor model has learnt nothing yet: another may take its place.

    Raises: OutputError naming what differs.
    """
    stated = {
        "job": job,
        "base": dict(base),
        "data": hashes(data),
        "dev": hashes(dev) or {"set aside": str(config.evaluation.dev_examples)},
        "config": {key: value for key, value in config.model_dump(mode="json").items() if key not in _FREE},
    }
    path = out / IDENTITY
    if path.is_file():
        begun = json.loads(path.read_text(encoding="utf-8"))["training"]
        if (out / CHECKPOINT).exists() or (out / MODEL).exists():
            _compare(out, begun, stated)
        if begun == stated:
            return
        shutil.rmtree(out / VOCABULARY, ignore_errors=True)
    record = {"training": stated, "tezy": __version__, "versions": installed_versions()}
    part = path.with_name(f"{IDENTITY}.part")
    part.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    part.replace(path)


def hashes(paths: Sequence[Path]) -> dict[str, str]:
    """Return the sha256 of each file by its name, wherever it lies, and of the English one beside a Ukrainian one.

    Files of one name share an entry.
    """
    files = list(paths)
    for path in paths:
        if kind(path) in (".uk", ".en"):
            files += [other for other in (side(path, ".uk"), side(path, ".en")) if other not in files]
    found: dict[str, list[str]] = {}
    for path in files:
        found.setdefault(path.name, []).append(sha256_of(path))
    return {name: " ".join(sorted(sums)) for name, sums in sorted(found.items())}


def _compare(out: Path, begun: dict[str, Any], stated: dict[str, Any]) -> None:
    for what, now in stated.items():
        before = begun.get(what)
        if before != now:
            detail = _difference(before, now)
            raise OutputError(
                f"{out} holds another training: its {what} differs ({detail}). Give another --out DIR; to go on with "
                f"its weights, add --from {out / 'model'}."
            )


def _difference(before: Any, now: Any, name: str = "") -> str:
    if isinstance(before, dict) and isinstance(now, dict):
        for key in sorted({*before, *now}):
            if before.get(key) != now.get(key):
                return _difference(before.get(key), now.get(key), f"{name}.{key}".strip("."))
    told = ["nothing" if one is None else repr(one) for one in (before, now)]
    return f"{name}: {told[0]} before, {told[1]} now".removeprefix(": ")[:200]
