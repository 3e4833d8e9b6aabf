"""Real architectures with random weights: what they write is nonsense, and the points are the article's own."""

from pathlib import Path

import pytest

from pipeline.config import EngineName, SummarizerConfig
from pipeline.records import Language
from pipeline.store.memory import Memory
from pipeline.summarize.abstractive import AbstractiveSummarizer
from tests.summarize.documents import LIBRARY_EN, LIBRARY_UK, document
from tests.tiny_models.models import build_model

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("name", "language", "engine"),
    [("mt5", "uk", "ctranslate2"), ("pegasus", "en", "transformers"), ("qwen2", "uk", "transformers")],
)
def test_a_real_model_reads_a_long_article_and_every_point_has_its_sentences(
    name: str, language: Language, engine: EngineName, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEZY_HOME", str(tmp_path / "home"))
    text = LIBRARY_UK if language == "uk" else LIBRARY_EN
    article = document(language, "\n".join([text.strip()] * 2))
    model = build_model(name, tmp_path / name)
    options = SummarizerConfig(
        model=name, engine=engine, device="cpu", beam_size=1, max_source_tokens=400, max_new_tokens=24
    )
    with Memory(":memory:") as memory:
        summarizer = AbstractiveSummarizer(model, options, language, memory)
        (points,) = summarizer.key_points([article], 3)
        assert summarizer.loaded
        assert len(points) == 3
        assert all(point.sentences for point in points)
        again = AbstractiveSummarizer(model, options, language, memory)
        assert again.key_points([article], 3) == [points]
        assert not again.loaded
