"""What every summarizer with a model behind it is: configured at once, loaded when the first text asks for it."""

from abc import ABC, abstractmethod
from functools import cached_property

from pipeline.catalogue.model import Model
from pipeline.config import SummarizerConfig
from pipeline.engines.generator import Generator
from pipeline.engines.load import load_generator
from pipeline.records import Language
from pipeline.store.memory import Memory
from pipeline.summarize import written


class ModelSummarizer(ABC):
    """The part of a `pipeline.summarize.protocol.Summarizer` that its model fills."""

    def __init__(self, model: Model, options: SummarizerConfig, language: Language, memory: Memory | None) -> None:
        """Keep what is needed to load `model` later."""
        self._model = model
        self._options = options
        self._language: Language = language
        self._memory = memory

    @property
    def loaded(self) -> bool:
        """Whether the model's weights are in memory now."""
        return "_generator" in self.__dict__

    def identity(self) -> dict[str, object]:
        """Return model, weights, engine and every decoding option, and how points are made of what is written.

        Raises: ConfigError if this machine does not have the device or compute type that is configured.
        """
        return {**self._text_identity(), "written": written.VERSION}

    @abstractmethod
    def _text_identity(self) -> dict[str, object]:
        """Return what a text that the model writes depends on besides its source."""

    def _loadable(self) -> Model:
        """Return the model as it is to be loaded."""
        return self._model

    @cached_property
    def _generator(self) -> Generator:
        return load_generator(self._loadable(), self._options)
