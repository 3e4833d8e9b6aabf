"""Marian / OPUS-MT: two sentencepiece files, one joint vocab.json with `<pad>` last, weights in float16."""

import json
from pathlib import Path

from tests.tiny_models.pieces import train_pieces
from tests.tiny_models.weights import save, seed_weights

POSITIONS = 96


def build_marian(folder: Path, codes: tuple[str, ...] = ()) -> None:
    """Write a Marian model; with `codes` (`>>eng<<`) a multilingual one, pickled as those were published."""
    from transformers import GenerationConfig, MarianConfig, MarianMTModel

    vocabulary = {"</s>": 0, "<unk>": 1}
    for code in codes:
        vocabulary.setdefault(code, len(vocabulary))
    for side, language in (("source", "uk"), ("target", "en")):
        for piece, _ in train_pieces(folder / f"{side}.spm", 260, language=language):
            if piece != "<s>":
                vocabulary.setdefault(piece, len(vocabulary))
    pad = vocabulary["<pad>"] = len(vocabulary)
    (folder / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")
    settings = {"tokenizer_class": "MarianTokenizer", "source_lang": "uk", "target_lang": "en", "model_max_length": 512}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")

    config = MarianConfig(
        vocab_size=len(vocabulary),
        d_model=32,
        encoder_layers=2,
        decoder_layers=2,
        encoder_attention_heads=4,
        decoder_attention_heads=4,
        encoder_ffn_dim=64,
        decoder_ffn_dim=64,
        activation_function="swish",
        scale_embedding=True,
        static_position_embeddings=True,
        max_position_embeddings=POSITIONS,
        pad_token_id=pad,
        eos_token_id=0,
        bos_token_id=0,
        forced_eos_token_id=0,
        decoder_start_token_id=pad,
    )
    model = seed_weights(MarianMTModel(config), end_token=0)
    model.final_logits_bias.normal_(generator=_generator())
    # The decoder starts from a zero embedding, and the start is the padding.
    model.model.shared.weight.data[pad] = 0
    model.generation_config = GenerationConfig(
        decoder_start_token_id=pad, pad_token_id=pad, eos_token_id=0, bad_words_ids=[[pad]], num_beams=6, max_length=512
    )
    save(model, folder, half=not codes, pickled=bool(codes))


def _generator() -> object:
    import torch

    return torch.Generator().manual_seed(3)
