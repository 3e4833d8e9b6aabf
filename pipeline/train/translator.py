"""Train a translator: pairs to examples, checked before hours are spent."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.corpus.read import read_pairs
from pipeline.train.config import TrainConfig
from pipeline.train.pairs import PairExamples, example_of, survey_pairs
from pipeline.train.training import Say, Training, train


def train_translator(
    data: Sequence[Path], dev: Sequence[Path], base: str, config: TrainConfig, out: Path, say: Say
) -> Path:
    """Train a translator in the folder `out` on the pairs of `data`, and return the folder of the model.

    `dev` steers it; without it some of the data is set aside. `base` is the model to go on with; empty: from scratch.

    Raises: InputError if data or dev set are misaligned, in the wrong direction, too small, or overlap.
    """
    survey = survey_pairs(data, "data")
    say(f"{survey.pairs:,} pairs in {len(survey.corpora)} corpora.")
    if dev:
        survey_pairs(dev, "dev set")
    return train(
        Training(
            job="translate",
            examples=PairExamples(data, config),
            dev=[example_of(pair, config) for pair in read_pairs(dev)] if dev else None,
            languages=(config.source, config.target),
            tasks=(),
            asked="",
            data_files=data,
            dev_files=dev,
            base=base,
            config=config,
        ),
        out,
        say,
    )
