"""Translation examples from files of pairs."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.corpus.pair import Pair
from pipeline.corpus.read import read_pairs
from pipeline.corpus.survey import Survey
from pipeline.corpus.weights import weight_of
from pipeline.errors import InputError
from pipeline.train.config import TrainConfig
from pipeline.train.example import Example
from pipeline.translate.source_text import source_text


class PairExamples:
    """The pairs of files as examples in the configured direction; a corpus that weighs nothing is left out."""

    def __init__(self, paths: Sequence[Path], config: TrainConfig, task: str = "") -> None:
        """Read from `paths`; `task` is what a model of several tasks calls this one."""
        self._paths, self._config, self._task = paths, config, task

    def __iter__(self) -> Iterator[Example]:
        """Begin again."""
        data = self._config.data
        for pair in read_pairs(self._paths):
            if weight_of(pair.corpus, data.weights, data.other_weight) > 0:
                yield example_of(pair, self._config, self._task)


def example_of(pair: Pair, config: TrainConfig, task: str = "") -> Example:
    """Return `pair` in the configured direction, its source in the one form that translators are given."""
    source, target = (pair.uk, pair.en) if config.source == "uk" else (pair.en, pair.uk)
    return Example(source_text(source), target, pair.corpus, task)


def survey_pairs(paths: Sequence[Path], what: str) -> Survey:
    """Count the pairs of `paths` by corpus.

    Raises: InputError if a file is unreadable, a corpus is in the wrong direction, misaligned, or not in these
        languages.
    """
    survey = Survey()
    for pair in read_pairs(paths):
        survey.add(pair)
    if faults := survey.faults():
        raise InputError("\n".join(f"{what}: {fault}" for fault in faults))
    return survey
