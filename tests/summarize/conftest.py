from collections.abc import Iterator

import pytest

from pipeline.store.memory import Memory
from tests.summarize.fake_engine import Engine


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    """What stands where a summarizer's model would be loaded; a test says what it writes."""
    engine = Engine()
    monkeypatch.setattr("pipeline.summarize.model_summarizer.load_generator", engine.load)
    return engine


@pytest.fixture
def memory() -> Iterator[Memory]:
    with Memory(":memory:") as memory:
        yield memory
