"""Train a writer of key points and headlines: the same trainer, other examples."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.errors import ConfigError, InputError
from pipeline.train.config import TrainConfig
from pipeline.train.tasks import POINTS, POINTS_ASKED, TASKS, TaskExamples
from pipeline.train.training import Say, Training, train


def train_writer(
    data: Sequence[Path], dev: Sequence[Path], base: str, config: TrainConfig, out: Path, say: Say
) -> Path:
    """Train a writer in the folder `out` on the examples of `data`, and return the folder of the model.

    The model asks for a task by the target code of its card, `>>points-en<<`; a base of another family than Marian by
    its prompt, `points-en: `. The languages of the card are those in which there were key points to learn from.

    Raises: InputError if data or dev set cannot be read, hold no key points, are too small, or overlap.
    """
    if not base and not config.vocabulary.shared:
        raise ConfigError("a writer reads and writes both languages. Set vocabulary.shared = true.")
    examples = TaskExamples(data, config)
    learnt = {example.task for example in examples}
    languages = tuple(language for language, task in POINTS.items() if task in learnt)
    if not languages:
        raise InputError(
            f"none of the examples is a key point: expected the task {' or '.join(POINTS.values())} in .jsonl, or "
            f"articles in .txt, found {', '.join(sorted(learnt)) or 'no example'} (docs/training.md)."
        )
    return train(
        Training(
            job="summarize",
            examples=examples,
            dev=list(TaskExamples(dev, config)) if dev else None,
            languages=languages,
            tasks=TASKS,
            asked=POINTS_ASKED,
            data_files=data,
            dev_files=dev,
            base=base,
            config=config,
        ),
        out,
        say,
    )
