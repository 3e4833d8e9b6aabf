"""What stands where a model would be loaded."""

from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.catalogue.card import Card
from pipeline.catalogue.model import Model
from pipeline.config import GenerationConfig


class FakeGenerator:
    """Writes what it is told to; a token is a word."""

    def __init__(self, write: Callable[[str], str], max_source_tokens: int) -> None:
        self.max_source_tokens = max_source_tokens
        self.batches: list[list[str]] = []
        self._write = write

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) + 1 for text in texts]

    def generate(self, texts: Sequence[str]) -> list[str]:
        assert all(count <= self.max_source_tokens for count in self.count_tokens(texts))
        self.batches.append(list(texts))
        return [self._write(text) for text in texts]

    @property
    def read(self) -> list[str]:
        return [text for batch in self.batches for text in batch]


class Engine:
    """Stands where models are loaded, and counts how often that was asked for."""

    def __init__(self) -> None:
        self.write: Callable[[str], str] = lambda text: ""
        self.max_source_tokens = 512
        self.loaded: list[Model] = []
        self.generators: list[FakeGenerator] = []

    def load(self, model: Model, options: GenerationConfig) -> FakeGenerator:
        self.loaded.append(model)
        self.generators.append(FakeGenerator(self.write, self.max_source_tokens))
        return self.generators[-1]


def model(family: str = "mt5", prompt: str = "", weights: str = "a" * 64, **card_keys: object) -> Model:
    """Return a summarizer of which there is only the card."""
    card = Card(
        name="writer",
        title="A writer",
        family=family,  # type: ignore[arg-type]
        job="summarize",
        languages=("uk", "en"),
        license="CC0-1.0",
        commercial_use=True,
        about="Writes what it is told to.",
        prompt=prompt,
        **card_keys,  # type: ignore[arg-type]
    )
    return Model(card, Path("nowhere"), "local", weights)
