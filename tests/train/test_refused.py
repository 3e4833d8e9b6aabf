"""What is refused before hours are spent. None of this loads a model."""

import lzma
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import ConfigError, InputError, ModelError, OutputError
from pipeline.held import held_folder
from pipeline.train.batches import BatchShape, Position, batches_from
from pipeline.train.checkpoint import Progress, load_checkpoint, save_checkpoint
from pipeline.train.config import TrainConfig, load_training_config
from pipeline.train.encoded import encode
from pipeline.train.example import Example
from pipeline.train.identity import claim_folder, hashes
from pipeline.train.preparation import prepare
from pipeline.train.translator import train_translator
from tests.corpus.texts import pairs, write_tsv
from tests.train.conftest import TOY
from tests.train.test_trainer_parts import Letters


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
    assert "the dev set has 5 examples; expected 10 or more" in said


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


def test_a_dev_set_that_holds_nothing_is_refused_and_none_is_set_aside_instead(
    tmp_path: Path, refusal: Refusal
) -> None:
    held_out = tmp_path / "held.txt"
    held_out.write_text("#A 10 | city\nT: Так ||| Yes\nS: Міст закрили. ||| The bridge is closed.\n", encoding="utf-8")
    said = refusal(write_tsv(tmp_path / "a.tsv", pairs(3000)), dev=held_out)
    assert "the dev set has 0 examples; expected 10 or more" in said
    assert "every tenth is held out" in said


@pytest.fixture
def claim(tmp_path: Path, config: TrainConfig) -> Callable[..., None]:
    """Claim the folder `tmp_path` for a training on a file."""
    data = write_tsv(tmp_path / "a.tsv", pairs(30))

    def claim(config: TrainConfig = config, data: Path = data) -> None:
        claim_folder(tmp_path, "translate", config, [data], [], {})

    return claim


def test_what_is_set_aside_cannot_be_changed_once_something_was_learnt(
    tmp_path: Path, config: TrainConfig, claim: Callable[..., None]
) -> None:
    more = config.evaluation.model_copy(update={"dev_examples": 77})
    claim()
    (tmp_path / "checkpoint.pt").touch()
    claim()
    with pytest.raises(OutputError, match="its dev differs"):
        claim(config.model_copy(update={"evaluation": more}))


def test_a_training_that_was_refused_leaves_its_folder_to_the_next(tmp_path: Path, claim: Callable[..., None]) -> None:
    claim()
    (tmp_path / "vocabulary").mkdir()
    claim()
    assert (tmp_path / "vocabulary").is_dir()
    other = write_tsv(tmp_path / "b.tsv", pairs(40))
    claim(data=other)
    assert not (tmp_path / "vocabulary").exists()
    (tmp_path / "model").mkdir()
    with pytest.raises(OutputError, match=r"its data differs \(a\.tsv: nothing before, '[0-9a-f]{64}' now\)"):
        claim()


def test_weights_that_leave_nothing_are_refused() -> None:
    examples = encode([Example("a", "b", "news")] * 100, Letters(), 10)
    with pytest.raises(ConfigError, match="the weights leave none of 100 examples"):
        next(batches_from(Position(), examples, [0.002], BatchShape(100, 100), 1))


@pytest.mark.parametrize("content", [b"no checkpoint", b"", b"\x80\x02garbage"])
def test_a_file_that_is_no_checkpoint_is_refused(tmp_path: Path, content: bytes) -> None:
    import torch

    path = tmp_path / "checkpoint.pt"
    path.write_bytes(content)
    with pytest.raises(OutputError, match="not a checkpoint of this training"):
        load_checkpoint(path, torch.nn.Linear(1, 1), [], "cpu")


def test_a_checkpoint_of_another_version_is_refused(tmp_path: Path) -> None:
    import torch

    model, path = torch.nn.Linear(1, 1), tmp_path / "checkpoint.pt"
    save_checkpoint(path, model, [], Progress())
    state = torch.load(path)
    state["progress"]["unheard_of"] = 1
    torch.save(state, path)
    with pytest.raises(OutputError, match="unheard_of"):
        load_checkpoint(path, model, [], "cpu")


def test_the_number_of_examples_counts_every_one_with_a_source_that_is_set_aside() -> None:
    examples = [Example(f"source {n % 50}", "target", "news") for n in range(3000)]
    found = prepare(examples, None, 10, from_scratch=True)
    assert found.number == len(list(found.training)) == 3000 - 10 * 60


def test_two_compressed_files_side_by_side_are_told_from_others_by_both(tmp_path: Path) -> None:
    for name, text in (("a.uk.xz", "Міст закрили.\n"), ("a.en.xz", "The bridge is closed.\n")):
        with lzma.open(tmp_path / name, "wt", encoding="utf-8") as file:
            file.write(text)
    found = hashes([tmp_path / "a.uk.xz"])
    assert list(found) == ["a.en.xz", "a.uk.xz"]
    assert hashes([tmp_path / "a.uk.xz", tmp_path / "a.en.xz"]) == found
