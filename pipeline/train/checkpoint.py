"""Everything a training needs to go on as if it had never stopped, in one file that is always whole."""

import os
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from pickle import UnpicklingError
from typing import IO, TYPE_CHECKING, Any

from pipeline.errors import OutputError
from pipeline.train.batches import Position
from pipeline.train.optimizer import CoolDown

if TYPE_CHECKING:
    import torch

CHECKPOINT = "checkpoint.pt"
BEFORE_COOLING = "before-cooling.pt"


@dataclass(slots=True)
class Progress:
    """How far a training is.

    `group_loss` and `group_tokens` are sums since the last line of the log. `elapsed_s` counts training over all
    starts. `ending` says which limit made the rate fall, and is empty before; `ending_limit` is what that limit was.
    `quiet_evaluations` counts those in a row that brought nothing better than `best_loss` and `best_chrf`; `kept_loss`
    and `kept_chrf` are of the model in the folder, which may have been made after this progress.
    """

    step: int = 0
    position: Position = field(default_factory=Position)
    tokens: int = 0
    group_loss: float = 0.0
    group_tokens: int = 0
    elapsed_s: float = 0.0
    step_s: float = 0.0
    best_loss: float = float("inf")
    best_chrf: float = -1.0
    kept_loss: float = float("inf")
    kept_chrf: float = -1.0
    quiet_evaluations: int = 0
    ending: str = ""
    ending_limit: float = 0.0
    cooling: CoolDown = field(default_factory=CoolDown)
    finished: bool = False


def save_checkpoint(path: Path, model: Any, optimizers: list["torch.optim.Optimizer"], progress: Progress) -> None:
    """Write weights, optimizers, random state and progress aside, then put them in place at once.

    Raises: OutputError if there is no space.
    """
    import torch

    state = {
        "model": model.state_dict(),
        "optimizers": [optimizer.state_dict() for optimizer in optimizers],
        "random": torch.get_rng_state(),
        "random_cuda": torch.cuda.get_rng_state_all() if torch.cuda.is_available() else [],
        "progress": asdict(progress),
    }
    write_aside(path, lambda file: torch.save(state, file))


def load_checkpoint(path: Path, model: Any, optimizers: list["torch.optim.Optimizer"], device: str) -> Progress:
    """Put everything back where it was and return the progress.

    Raises: OutputError if the file is no checkpoint of this model.
    """
    import torch

    try:
        state = torch.load(path, map_location=device, weights_only=True)
        model.load_state_dict(state["model"])
        for optimizer, saved in zip(optimizers, state["optimizers"], strict=True):
            optimizer.load_state_dict(saved)
        torch.set_rng_state(state["random"].cpu())
        if state["random_cuda"] and device == "cuda":
            torch.cuda.set_rng_state_all([one.cpu() for one in state["random_cuda"]])
        reached: dict[str, Any] = state["progress"]
        places = {"position": Position(**reached["position"]), "cooling": CoolDown(**reached["cooling"])}
        return Progress(**reached | places)
    except (RuntimeError, KeyError, ValueError, TypeError, EOFError, UnpicklingError) as error:
        raise OutputError(f"{path}: not a checkpoint of this training ({error}). Give another --out DIR.") from error


def write_aside(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Let `write` fill a file beside `path`, see it to the disk, and only then give it its name.

    Raises: OutputError if it cannot be written.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        flush_folder(path.parent)
    except (OSError, RuntimeError) as error:  # torch reports a full disk as RuntimeError
        raise OutputError(
            f"{path}: cannot be written ({error}). Free space and start the same command again."
        ) from error


def flush_folder(folder: Path) -> None:
    """See the names in `folder` to the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
