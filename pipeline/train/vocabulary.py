"""Vocabularies: a sentencepiece model for each side, and one joint list of pieces as OPUS-MT has it.

vocab.json: `</s>` 0, `<unk>` 1, the tasks, the pieces of both sides, `<pad>` last, where CTranslate2's Marian loader
expects it. What no piece covers is spelled in bytes, so that nothing is unknown and names can be copied letter by
letter.
"""

import json
import os
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from pipeline.corpus.weights import weight_of
from pipeline.errors import ConfigError
from pipeline.train.config import TrainConfig
from pipeline.train.example import Example, Examples

SOURCE, TARGET, JOINT, SETTINGS = "source.spm", "target.spm", "vocab.json", "tokenizer_config.json"
FILES = (SOURCE, TARGET, JOINT, SETTINGS)

_MAX_SENTENCES = 1_500_000  # more changes no piece and costs memory


def train_vocabulary(folder: Path, examples: Examples, tasks: Sequence[str], config: TrainConfig) -> None:
    """Write the four tokenizer files of a Marian model to `folder`, learnt from `examples` by their weights.

    Raises: ConfigError if sentencepiece cannot make so many pieces of this text.
    """
    sizes = config.vocabulary
    if sizes.shared:
        _train_pieces(folder / SOURCE, _weighted(examples, config, _both_sides), sizes.source_pieces, config)
        (folder / TARGET).write_bytes((folder / SOURCE).read_bytes())
    else:
        for name, pieces, side in (
            (SOURCE, sizes.source_pieces, _source_side),
            (TARGET, sizes.target_pieces, _target_side),
        ):
            _train_pieces(folder / name, _weighted(examples, config, side), pieces, config)
    joint = joint_vocabulary(folder, tasks)
    (folder / JOINT).write_text(json.dumps(joint, ensure_ascii=False), encoding="utf-8")
    settings = {
        "tokenizer_class": "MarianTokenizer",
        "source_lang": config.source,
        "target_lang": config.target,
        "model_max_length": 512,
        "eos_token": "</s>",
        "unk_token": "<unk>",
        "pad_token": "<pad>",
    }
    (folder / SETTINGS).write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")


def joint_vocabulary(folder: Path, tasks: Sequence[str]) -> dict[str, int]:
    """Number the pieces of the two sentencepiece models in `folder`."""
    vocabulary = {"</s>": 0, "<unk>": 1}
    names = [*map(task_token, tasks), *pieces_of(folder / SOURCE), *pieces_of(folder / TARGET)]
    for name in names:
        if name not in ("<s>", "<pad>"):
            vocabulary.setdefault(name, len(vocabulary))
    vocabulary["<pad>"] = len(vocabulary)
    return vocabulary


def pieces_of(path: Path) -> list[str]:
    """Return the pieces of a sentencepiece model in the order of their ids."""
    import sentencepiece

    model = sentencepiece.SentencePieceProcessor(model_file=str(path))
    return [model.id_to_piece(number) for number in range(len(model))]


def task_token(task: str) -> str:
    """Return the piece that heads the source of `task`. Example: `>>points-en<<`."""
    return f">>{task}<<"


def _train_pieces(path: Path, text: Iterable[str], pieces: int, config: TrainConfig) -> None:
    import sentencepiece

    part = path.with_suffix(".part")
    try:
        with part.open("wb") as file:
            sentencepiece.set_random_generator_seed(config.seed)
            sentencepiece.SentencePieceTrainer.train(
                sentence_iterator=iter(text),
                model_writer=file,
                vocab_size=pieces,
                hard_vocab_limit=False,
                character_coverage=config.vocabulary.character_coverage,
                byte_fallback=True,
                input_sentence_size=_MAX_SENTENCES,
                shuffle_input_sentence=True,
                num_threads=config.threads or os.cpu_count() or 1,
                minloglevel=2,
            )
    except RuntimeError as error:
        detail = str(error).strip().splitlines()[-1]
        raise ConfigError(
            f"vocabulary: sentencepiece cannot make {pieces:,} pieces of this text ({detail}). Change "
            f"vocabulary.{path.stem}_pieces in the training configuration."
        ) from error
    part.replace(path)


def _weighted(examples: Examples, config: TrainConfig, side: Callable[[Example], Sequence[str]]) -> Iterator[str]:
    generator = random.Random(config.seed)
    for example in examples:
        weight = weight_of(example.corpus, config.data.weights, config.data.other_weight)
        times = int(weight) + (generator.random() < weight % 1)
        for text in side(example):
            for _ in range(times):
                yield text


def _both_sides(example: Example) -> Sequence[str]:
    return (example.source, example.target)


def _source_side(example: Example) -> Sequence[str]:
    return (example.source,)


def _target_side(example: Example) -> Sequence[str]:
    return (example.target,)
