"""Train a writer of key points and headlines: the same trainer, other examples."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.errors import ConfigError
from pipeline.train.config import TrainConfig
from pipeline.train.tasks import TASKS, TaskExamples
from pipeline.train.training import Say, Training, train


def train_writer(
    data: Sequence[Path], dev: Sequence[Path], base: str, config: TrainConfig, out: Path, say: Say
) -> Path:
    """Train a writer in the folder `out` on the examples of `data`, and return the folder of the model.

    The model asks for a task by the target code of its card, `>>points-en<<`; a base of another family than Marian by
    its prompt, `points-en: `.

    Raises: InputError if data or dev set cannot be read, are too small, or overlap.
    """
    if not base and not config.vocabulary.shared:
        raise ConfigError("a writer reads and writes both languages. Set vocabulary.shared = true.")
    return train(
        Training(
            job="summarize",
            examples=TaskExamples(data, config),
            dev=list(TaskExamples(dev, config)),
            tasks=TASKS,
            data_files=data,
            dev_files=dev,
            base=base,
            config=config,
        ),
        out,
        say,
    )
