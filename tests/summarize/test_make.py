from pathlib import Path

import pytest

from pipeline.config import SummarizerConfig
from pipeline.errors import ModelError
from pipeline.records import Language
from pipeline.summarize.abstractive import AbstractiveSummarizer
from pipeline.summarize.extractive import ExtractiveSummarizer
from pipeline.summarize.make import make_summarizer
from pipeline.summarize.rewriting import RewritingSummarizer

LANGUAGES: tuple[Language, ...] = ("uk", "en")
CARD = """\
name = "own"
title = "Our own"
family = "mt5"
job = "{job}"
languages = ["uk"]
license = "CC0-1.0"
commercial_use = true
about = "For tests."
"""


def own(folder: Path, job: str = "summarize") -> SummarizerConfig:
    (folder / "card.toml").write_text(CARD.format(job=job), encoding="utf-8")
    return SummarizerConfig(model=str(folder))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_default_needs_no_model(language: Language) -> None:
    assert isinstance(make_summarizer(SummarizerConfig(), language, None), ExtractiveSummarizer)


def test_a_model_is_found_and_not_loaded(tmp_path: Path) -> None:
    summarizer = make_summarizer(own(tmp_path), "uk", None)
    assert isinstance(summarizer, AbstractiveSummarizer)
    assert not summarizer.loaded


def test_a_model_that_reads_sentences_writes_what_was_chosen_in_the_language_asked_for(tmp_path: Path) -> None:
    options = own(tmp_path)
    card = CARD.format(job="summarize").replace('["uk"]', '["uk", "en"]')
    (tmp_path / "card.toml").write_text(
        f'{card}reads = "sentences"\nprompt = "points-{{language}}: "\n', encoding="utf-8"
    )
    for language in LANGUAGES:
        summarizer = make_summarizer(options, language, None)
        assert isinstance(summarizer, RewritingSummarizer)
        assert summarizer.identity()["prompt"] == f"points-{language}: "


def test_an_unknown_model_is_refused() -> None:
    with pytest.raises(ModelError):
        make_summarizer(SummarizerConfig(model="no-such-model"), "uk", None)


def test_a_translator_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"is a model to translate with; summarize\.uk\.model .*tezy models list"):
        make_summarizer(own(tmp_path, "translate"), "uk", None)


def test_a_model_of_another_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"writes uk; summarize\.en\.model must write en"):
        make_summarizer(own(tmp_path), "en", None)
