"""A translator and a summarizer as one kind of thing: examples in, a text for each out."""

from collections.abc import Sequence
from typing import Protocol

from pipeline.catalogue.find import find_model
from pipeline.config import SummarizerConfig, TranslateConfig
from pipeline.evaluate.cost import ModelFacts, model_facts
from pipeline.evaluate.example import Example
from pipeline.records import TextLanguage
from pipeline.score.baselines import EXTRACTIVE
from pipeline.score.reference import as_lines
from pipeline.store.memory import Memory
from pipeline.summarize.document import Document
from pipeline.summarize.make import make_summarizer
from pipeline.translate.translator import Translator


class TextWriter(Protocol):
    """Writes what is scored."""

    def write(self, examples: Sequence[Example]) -> list[str]:
        """Return a text for each example, in order; key points one a line."""
        ...

    def tokens(self, examples: Sequence[Example]) -> int:
        """Return how many tokens of the sources a translator's model reads; 0 of a summarizer."""
        ...

    def facts(self) -> ModelFacts:
        """Return what is known of the model."""
        ...


def make_writer(
    options: TranslateConfig | SummarizerConfig, language: TextLanguage, points: int, memory: Memory | None
) -> TextWriter:
    """Return the writer that `options` name. Raises: ModelError or ConfigError if it cannot be had here."""
    if isinstance(options, TranslateConfig):
        return _Translations(options, memory)
    return _KeyPoints(options, language, points, memory)


class _Translations:
    def __init__(self, options: TranslateConfig, memory: Memory | None) -> None:
        self._options = options
        self._translator = Translator(options, memory)

    def write(self, examples: Sequence[Example]) -> list[str]:
        return [one.text for one in self._translator.translate([example.source for example in examples])]

    def tokens(self, examples: Sequence[Example]) -> int:
        return sum(self._translator.load().count_tokens([example.source for example in examples]))

    def facts(self) -> ModelFacts:
        return model_facts(find_model(self._options.model, self._options.lock), self._translator.identity())


class _KeyPoints:
    def __init__(self, options: SummarizerConfig, language: TextLanguage, points: int, memory: Memory | None) -> None:
        self._options, self._language, self._points = options, language, points
        self._summarizer = make_summarizer(options, language, memory)

    def write(self, examples: Sequence[Example]) -> list[str]:
        documents = [Document(self._language, example.title, example.sentences) for example in examples]
        written = self._summarizer.key_points(documents, self._points)
        return [as_lines([point.text for point in points]) for points in written]

    def tokens(self, examples: Sequence[Example]) -> int:
        return 0

    def facts(self) -> ModelFacts:
        if self._options.model == EXTRACTIVE:
            return ModelFacts(self._summarizer.identity())
        return model_facts(find_model(self._options.model, self._options.lock), self._summarizer.identity())
