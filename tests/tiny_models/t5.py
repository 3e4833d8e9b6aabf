"""T5, MADLAD-400 and mT5: sentencepiece unigrams, relative positions; three ways to head a source text."""

import json
from pathlib import Path

from tests.tiny_models.pieces import train_pieces
from tests.tiny_models.weights import save, seed_weights

MADLAD_CODES = ["<2uk>", "<2en>", "<2pl>"]


def build_t5(folder: Path) -> None:
    """Write a T5 model of the first kind: scaled outputs, 100 extra ids in tokenizer.json, ids pad 0, end 1, unk 2."""
    from transformers import T5Config, T5ForConditionalGeneration, T5Tokenizer

    pieces = train_pieces(folder / "spiece.model", 400, pad_id=0, eos_id=1, unk_id=2, bos_id=-1)
    extra = [(f"<extra_id_{number}>", 0.0) for number in range(99, -1, -1)]
    T5Tokenizer(vocab=pieces + extra, extra_ids=100).save_pretrained(folder)
    config = T5Config(vocab_size=512, feed_forward_proj="relu", **_SIZES)
    save(seed_weights(T5ForConditionalGeneration(config), end_token=1), folder)


def build_madlad(folder: Path) -> None:
    """Write a MADLAD-400 model: codes as pieces, ids unk 0, pad 1, end 2, the decoder starts at 0, untied outputs."""
    from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, processors
    from transformers import T5Config, T5ForConditionalGeneration

    pieces = train_pieces(folder / "spiece.model", 400, user_defined_symbols=MADLAD_CODES, unk_id=0, bos_id=1, eos_id=2)
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=0, byte_fallback=False))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(single=["$A", "</s>"], special_tokens=[("</s>", 2)])
    tokenizer.add_special_tokens([AddedToken(token, special=True) for token in ("<unk>", "<s>", "</s>")])
    tokenizer.save(str(folder / "tokenizer.json"))
    settings = {"tokenizer_class": "T5Tokenizer", "eos_token": "</s>", "unk_token": "<unk>", "pad_token": "<s>"}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings | {"extra_ids": 0}), encoding="utf-8")

    ids = {"pad_token_id": 1, "eos_token_id": 2, "decoder_start_token_id": 0}
    config = T5Config(vocab_size=400, feed_forward_proj="gated-gelu", **(_SIZES | ids))
    config.scale_decoder_outputs = False
    model = seed_weights(T5ForConditionalGeneration(config), end_token=2)
    save(model, folder)
    _mark_untied(folder)


def build_mt5(folder: Path) -> None:
    """Write an mT5 model as a summarizer's repository has it: a bare spiece.model, no extra ids, pickled weights."""
    from transformers import MT5Config, MT5ForConditionalGeneration

    train_pieces(folder / "spiece.model", 400, pad_id=0, eos_id=1, unk_id=2, bos_id=-1, byte_fallback=True)
    settings = {"tokenizer_class": "T5Tokenizer", "extra_ids": 0, "eos_token": "</s>", "unk_token": "<unk>"}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings | {"pad_token": "<pad>"}), encoding="utf-8")
    config = MT5Config(vocab_size=412, feed_forward_proj="gated-gelu", **_SIZES)
    save(seed_weights(MT5ForConditionalGeneration(config), end_token=1), folder, pickled=True)
    _mark_untied(folder)


_SIZES = {
    "d_model": 32,
    "d_kv": 8,
    "d_ff": 64,
    "num_layers": 2,
    "num_decoder_layers": 2,
    "num_heads": 4,
    "decoder_start_token_id": 0,
}


def _mark_untied(folder: Path) -> None:
    """Say in config.json what the hub's of T5 1.1, mT5 and MADLAD say; transformers 5 no longer writes it."""
    path = folder / "config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"tie_word_embeddings": False}), encoding="utf-8")
