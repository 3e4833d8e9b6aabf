"""What is refused before hours are spent. None of this loads a model."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import ConfigError, InputError, ModelError, OutputError
from pipeline.held import held_folder
from pipeline.train.config import TrainConfig, load_training_config
from pipeline.train.translator import train_translator
from tests.corpus.texts import pairs, write_tsv
from tests.train.conftest import TOY


@pytest.fixture
def config() -> TrainConfig:
    return load_training_config(str(TOY))


Refusal = Callable[..., str]


@pytest.fixture
def refusal(tmp_path: Path, config: TrainConfig) -> Refusal:
    """Train, and return the sentence with which that is refused."""

    def refuse(data: Path, dev: Path | None = None, base: str = "", config: TrainConfig = config) -> str:
        with pytest.raises((InputError, ConfigError, ModelError, OutputError)) as caught:
            train_translator([data], [dev] if dev else [], base, config, tmp_path / "out", lambda line: None)
        return str(caught.value)

    return refuse


def test_a_corpus_in_the_wrong_direction_is_refused(tmp_path: Path, refusal: Refusal) -> None:
    rows = [replace(row, uk=row.en, en=row.uk) for row in pairs(3000)]
    said = refusal(write_tsv(tmp_path / "a.tsv", rows))
    assert "data: news is in the wrong direction" in said
    assert "Swap the columns" in said


def test_misaligned_data_is_refused(tmp_path: Path, refusal: Refusal) -> None:
    english = [row.en for row in pairs(3000)]
    rows = [replace(row, en=en) for row, en in zip(pairs(2999), english[1:], strict=True)]
    assert "data: news is misaligned" in refusal(write_tsv(tmp_path / "a.tsv", rows))


def test_a_dev_set_of_two_files_of_different_length_is_refused(tmp_path: Path, refusal: Refusal) -> None:
    (tmp_path / "dev.uk").write_text("Один рядок.\n", encoding="utf-8")
    (tmp_path / "dev.en").write_text("One line.\nTwo lines.\n", encoding="utf-8")
    said = refusal(write_tsv(tmp_path / "a.tsv", pairs(3000)), tmp_path / "dev.uk")
    assert "misaligned: 1 lines against 2" in said


def test_too_little_to_learn_a_language_from_is_refused_with_what_to_do(tmp_path: Path, refusal: Refusal) -> None:
    said = refusal(write_tsv(tmp_path / "a.tsv", pairs(500)))
    assert "500 examples are too few to learn a language from: expected 2,000" in said
    assert "--from MODEL" in said


def test_a_dev_set_that_overlaps_the_data_is_refused_with_the_first_pair_and_the_remedy(
    tmp_path: Path, refusal: Refusal
) -> None:
    rows = pairs(3000)
    leaked = [replace(row, uk=row.uk.upper(), en=f"Other words, {row.en}") for row in rows[10:12]]
    fresh = [replace(row, uk=f"Інакше. {row.uk}", en=f"Differently. {row.en}") for row in pairs(50)]
    said = refusal(write_tsv(tmp_path / "a.tsv", rows), write_tsv(tmp_path / "dev.tsv", fresh + leaked))
    assert "2 examples have the source of one in the dev set" in said
    assert rows[10].uk[:40] in said
    assert "tezy corpus clean DATA --without DEV" in said


def test_a_dev_set_too_small_to_steer_by_is_refused(tmp_path: Path, refusal: Refusal) -> None:
    fresh = [replace(row, uk=f"Інакше. {row.uk}") for row in pairs(5)]
    said = refusal(write_tsv(tmp_path / "a.tsv", pairs(3000)), write_tsv(tmp_path / "dev.tsv", fresh))
    assert "the dev set has 5 pairs; expected 10 or more" in said


def test_a_model_without_a_licence_is_refused_before_it_is_made(
    tmp_path: Path, refusal: Refusal, config: TrainConfig
) -> None:
    unlicensed = config.model_copy(update={"card": config.card.model_copy(update={"license": ""})})
    said = refusal(write_tsv(tmp_path / "a.tsv", pairs(3000)), config=unlicensed)
    assert "card.license is missing" in said


def test_a_base_that_does_not_exist_is_named(tmp_path: Path, refusal: Refusal) -> None:
    assert "no model starter-uk-eng" in refusal(write_tsv(tmp_path / "a.tsv", pairs(300)), base="starter-uk-eng")


def test_an_own_vocabulary_too_small_for_the_text_is_refused_with_the_key(
    tmp_path: Path, refusal: Refusal, config: TrainConfig
) -> None:
    sizes = config.vocabulary.model_copy(update={"source_pieces": 300})
    data = tmp_path / "a.tsv"
    rows = [replace(row, uk=f"{row.uk} {chr(0x1D00 + index % 120)}") for index, row in enumerate(pairs(3000))]
    said = refusal(write_tsv(data, rows), config=config.model_copy(update={"vocabulary": sizes}))
    assert "vocabulary.source_pieces" in said


def test_a_folder_in_which_another_training_is_at_work_is_refused(tmp_path: Path, refusal: Refusal) -> None:
    with held_folder(tmp_path / "out", "training", "give another --out DIR"):
        said = refusal(write_tsv(tmp_path / "a.tsv", pairs(3000)))
    assert "another training is working here" in said
