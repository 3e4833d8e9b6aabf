"""What a system costs: time, memory, size, and whose terms it comes under."""

import json
import platform
import resource
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from pipeline.catalogue.model import Model
from pipeline.cores import cores

STAGE = "evaluate/cost/3"


@dataclass(frozen=True, slots=True)
class Cost:
    """What was measured on this machine, on `texts` texts without the memory, after a first one that does not count.

    The fastest of several passes. `tokens_a_second` counts tokens of the source as the model reads it, 0 where no model
    reads. `peak_memory` is that of the whole process, in bytes.
    """

    texts: int
    texts_a_second: float
    tokens_a_second: float
    peak_memory: int
    machine: str


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What is known of a system's model. `size` in bytes; `identity` is everything that could change an output."""

    identity: dict[str, object]
    size: int = 0
    license: str = ""
    commercial_use: bool = True
    revision: str = ""


def model_facts(model: Model, identity: dict[str, object]) -> ModelFacts:
    """Gather what the report says of a model that is here."""
    size = sum((model.folder / name).stat().st_size for name in model.files)
    return ModelFacts(identity, size, model.card.license, model.card.commercial_use, model.revision)


def peak_memory() -> int:
    """Return the most memory that this process ever held, in bytes."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak * 1024
    # Not ru_maxrss: on Linux a child inherits its parent's.
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def machine() -> str:
    """Return what the speed depends on: processor and cores."""
    return f"{_processor()}, {cores()} {'core' if cores() == 1 else 'cores'}"


def cost_to_json(cost: Cost) -> str:
    """Return `cost` as the memory keeps it."""
    return json.dumps(asdict(cost))


def cost_from_json(text: str) -> Cost:
    """Return what `cost_to_json` was given."""
    return Cost(**json.loads(text))


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
