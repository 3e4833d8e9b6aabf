"""Where a network comes from: new, or the weights of a model that is here."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.catalogue.model import Model
from pipeline.errors import ModelError
from pipeline.train.codec import MarianCodec
from pipeline.train.config import TrainConfig
from pipeline.train.vocabulary import JOINT, task_token

MAX_POSITIONS = 512


def new_marian(codec: MarianCodec, config: TrainConfig, device: str) -> Any:
    """Return a Marian model of random weights, drawn from torch's generator."""
    from transformers import MarianConfig, MarianMTModel

    shape = config.model
    settings: dict[str, Any] = {
        "vocab_size": codec.size,
        "d_model": shape.d_model,
        "encoder_layers": shape.encoder_layers,
        "decoder_layers": shape.decoder_layers,
        "encoder_attention_heads": shape.heads,
        "decoder_attention_heads": shape.heads,
        "encoder_ffn_dim": shape.feed_forward,
        "decoder_ffn_dim": shape.feed_forward,
        "dropout": shape.dropout,
        "activation_function": "relu",
        "scale_embedding": True,
        "share_encoder_decoder_embeddings": True,
        "tie_word_embeddings": True,
        "static_position_embeddings": True,
        "normalize_before": False,
        "max_position_embeddings": MAX_POSITIONS,
        "pad_token_id": codec.pad,
        "eos_token_id": codec.end,
        "bos_token_id": codec.end,
        "forced_eos_token_id": codec.end,
        "decoder_start_token_id": codec.pad,
        "attn_implementation": _attention(device),
    }
    return MarianMTModel(MarianConfig(**settings)).train()


def load_base(model: Model, config: TrainConfig, device: str) -> Any:
    """Return the weights of `model` in float32, ready to be gone on with; its files are proved first.

    Raises: ModelError if they are not what card or lock states, or no sequence-to-sequence model.
    """
    import torch
    from transformers import AutoConfig, AutoModelForSeq2SeqLM

    from pipeline.catalogue.verify import verify_files
    from pipeline.engines.transformers_engine import quiet

    if model.card.family == "causal":
        raise ModelError(f"{model.card.name}: expected a sequence-to-sequence model, found a causal one.")
    verify_files(model)
    try:
        settings = AutoConfig.from_pretrained(model.folder, local_files_only=True)
        for name in ("dropout", "dropout_rate"):
            if hasattr(settings, name):
                setattr(settings, name, config.model.dropout)
        with quiet():
            loaded = AutoModelForSeq2SeqLM.from_pretrained(
                model.folder,
                config=settings,
                dtype=torch.float32,
                attn_implementation=_attention(device) if model.card.family == "marian" else "sdpa",
                local_files_only=True,
                weights_only=True,
            )
    except (OSError, ValueError, KeyError, TypeError, RuntimeError) as error:
        raise ModelError(f"{model.card.name}: cannot be gone on with from {model.folder} ({error}).") from error
    return loaded.train()


def add_tasks(model: Any, base: Path, folder: Path, tasks: Sequence[str]) -> None:
    """Write vocab.json to `folder`: that of the Marian model in `base` with a piece for each of `tasks` it has not yet.

    `model` grows with it. `<pad>` stays last: its row moves to the end. A new row is the mean of the old ones.
    """
    vocabulary: dict[str, int] = json.loads((base / JOINT).read_text(encoding="utf-8"))
    new = [token for token in map(task_token, tasks) if token not in vocabulary]
    if new:
        old_pad = vocabulary.pop("<pad>")
        vocabulary |= {token: old_pad + index for index, token in enumerate(new)}
        vocabulary["<pad>"] = len(vocabulary)
        _grow(model, old_pad, len(new))
    (folder / JOINT).write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")


def _grow(model: Any, old_pad: int, number: int) -> None:
    """Make room for `number` pieces before the padding."""
    import torch

    pad = old_pad + number
    with torch.no_grad():
        table = model.get_input_embeddings().weight.clone()
        bias = model.final_logits_bias.flatten()
        mean = table[:old_pad].mean(0, keepdim=True).expand(number, -1)
        model.resize_token_embeddings(pad + 1, mean_resizing=False)
        model.get_input_embeddings().weight.copy_(torch.cat([table[:old_pad], mean, table[old_pad:][:1]]))
        grown = torch.cat([bias[:old_pad], torch.zeros(number), bias[old_pad:][:1]])
        model.final_logits_bias = grown.reshape(1, -1).clone()
    model.config.vocab_size = model.config.decoder_vocab_size = pad + 1
    model.config.pad_token_id = model.config.decoder_start_token_id = pad
    for module in model.modules():
        if isinstance(module, torch.nn.Embedding) and module.padding_idx is not None:
            module.padding_idx = pad


def _attention(device: str) -> str:
    """Return the faster attention: on processors Marian trains 10% faster with the plain one."""
    return "eager" if device == "cpu" else "sdpa"
