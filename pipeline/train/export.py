"""A model folder of what was learnt: Hugging Face layout, float16, a card with the sha256 of every file."""

import copy
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pipeline.catalogue.card import Card
from pipeline.catalogue.cards import CARD_FILE
from pipeline.catalogue.verify import NOT_LOADED, hash_files
from pipeline.engines.transformers_engine import quiet
from pipeline.errors import ModelError
from pipeline.train.checkpoint import flush_folder
from pipeline.train.codec import TrainingCodec

BEAMS = 4
_OLD = ".model.old"
_PART = ".model.part"
_WEIGHTS = ("model.safetensors", "model.safetensors.index.json", "pytorch_model.bin", "pytorch_model.bin.index.json")
_REWRITTEN = ("config.json", "generation_config.json", *_WEIGHTS)


def write_model(model: Any, codec: TrainingCodec, tokenizer: Path, card: Card, folder: Path, max_tokens: int) -> None:
    """Write `model` with the tokenizer files that lie in the folder `tokenizer` and its `card`.

    The folder `folder` is replaced only when the new one is whole and on disk.

    Raises: ModelError if a weight does not fit float16.
    """
    part, old = folder.with_name(_PART), folder.with_name(_OLD)
    shutil.rmtree(part, ignore_errors=True)
    half = copy.deepcopy(model).half()
    _check_finite(half)
    half.generation_config = _decoding(codec, max_tokens)
    with quiet():
        half.save_pretrained(part)
    for path in tokenizer_files(tokenizer):
        shutil.copyfile(path, part / path.name)
    text = card_text(card.model_copy(update={"files": hash_files(part)}))
    (part / CARD_FILE).write_text(text, encoding="utf-8")
    mode = (part / CARD_FILE).stat().st_mode
    for path in part.iterdir():
        path.chmod(mode)  # weights are written for their owner only, and the night may run as somebody else
        with path.open("rb") as file:
            os.fsync(file.fileno())
    flush_folder(part)
    shutil.rmtree(old, ignore_errors=True)
    if folder.is_dir():
        folder.rename(old)
    part.rename(folder)
    flush_folder(folder.parent)
    shutil.rmtree(old, ignore_errors=True)


def mend_model(folder: Path) -> None:
    """Put the old model back if a kill came between taking it away and putting the new one in its place."""
    old = folder.with_name(_OLD)
    if old.is_dir() and not folder.is_dir():
        old.rename(folder)


def tokenizer_files(folder: Path) -> list[Path]:
    """Return the files of a model's folder that are neither weights nor their settings nor texts for people."""
    kept = (path for path in sorted(folder.iterdir()) if path.is_file() and not path.name.startswith("."))
    return [path for path in kept if path.name not in (*_REWRITTEN, *NOT_LOADED) and not _is_shard(path.name)]


def card_text(card: Card) -> str:
    """Return a card as TOML: what was stated, then files, then scores."""
    stated = card.model_dump(mode="json", exclude_defaults=True)
    files, scores = stated.pop("files", {}), stated.pop("scores", [])
    lines = [f"{key} = {_value(value)}" for key, value in stated.items()]
    lines += ["", "[files]", *(f"{json.dumps(name)} = {_value(sha256)}" for name, sha256 in files.items())]
    for score in scores:
        lines += ["", "[[scores]]", *(f"{key} = {_value(value)}" for key, value in score.items())]
    return "\n".join(lines) + "\n"


def _value(value: Any) -> str:
    # A TOML basic string is a JSON string but for DEL, which no text that people write has.
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return json.dumps(value, ensure_ascii=False)


def _decoding(codec: TrainingCodec, max_tokens: int) -> Any:
    from transformers import GenerationConfig

    return GenerationConfig(  # type: ignore[no-untyped-call]
        num_beams=BEAMS,
        max_length=max(256, 2 * max_tokens),
        pad_token_id=codec.pad,
        eos_token_id=codec.end,
        decoder_start_token_id=codec.start,
        forced_bos_token_id=codec.first[0] if codec.first else None,
        bad_words_ids=[[codec.pad]] if codec.pad != codec.end else None,
    )


def _check_finite(model: Any) -> None:
    import torch

    broken = [name for name, weight in _tensors(model) if not torch.isfinite(weight).all()]
    if broken:
        raise ModelError(
            f"{broken[0]} does not fit float16 (above 65,504). Set optimizer.learning_rate lower and train anew."
        )


def _tensors(model: Any) -> Iterable[tuple[str, Any]]:
    yield from model.named_parameters()
    yield from model.named_buffers()


def _is_shard(name: str) -> bool:
    return name.startswith(("model-", "pytorch_model-")) or name.endswith(".index.json")
