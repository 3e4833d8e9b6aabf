"""BART (byte-level BPE) and PEGASUS (sentencepiece behind 103 reserved tokens)."""

import json
from pathlib import Path

from tests.tiny_models.pieces import train_pieces
from tests.tiny_models.text import ENGLISH
from tests.tiny_models.weights import save, seed_weights


def build_bart(folder: Path) -> None:
    """Write a BART model: vocab.json and merges.txt of a byte-level BPE; a forced first token, summaries' lengths."""
    from tokenizers import ByteLevelBPETokenizer
    from transformers import BartConfig, BartForConditionalGeneration, GenerationConfig

    trainer = ByteLevelBPETokenizer()
    specials = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    trainer.train_from_iterator(ENGLISH.splitlines(), vocab_size=420, special_tokens=specials, show_progress=False)
    trainer.save_model(str(folder))
    settings = {"tokenizer_class": "BartTokenizer", "model_max_length": 1024}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")
    config = BartConfig(
        vocab_size=424,  # four more than the tokenizer has: hub models are padded too
        d_model=32,
        encoder_layers=2,
        decoder_layers=2,
        encoder_attention_heads=4,
        decoder_attention_heads=4,
        encoder_ffn_dim=64,
        decoder_ffn_dim=64,
        max_position_embeddings=128,
        forced_bos_token_id=0,
    )
    model = seed_weights(BartForConditionalGeneration(config), end_token=2)
    # What the hub's summarizers ask for; none of it may reach an output that did not ask for it.
    model.generation_config = GenerationConfig(
        decoder_start_token_id=2,
        bos_token_id=0,
        eos_token_id=2,
        pad_token_id=1,
        forced_bos_token_id=0,
        forced_eos_token_id=2,
        num_beams=4,
        min_length=20,
        max_length=60,
        length_penalty=2.0,
        no_repeat_ngram_size=3,
        early_stopping=True,
    )
    save(model, folder)


def build_pegasus(folder: Path) -> None:
    """Write a PEGASUS model: spiece.model, sinusoidal positions, layer norms before."""
    from transformers import PegasusConfig, PegasusForConditionalGeneration

    train_pieces(folder / "spiece.model", 260, language="en", pad_id=0, eos_id=1, unk_id=2, bos_id=-1)
    settings = {"tokenizer_class": "PegasusTokenizer", "model_max_length": 512}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")
    config = PegasusConfig(
        vocab_size=260 + 103,
        d_model=32,
        encoder_layers=2,
        decoder_layers=2,
        encoder_attention_heads=4,
        decoder_attention_heads=4,
        encoder_ffn_dim=64,
        decoder_ffn_dim=64,
        max_position_embeddings=128,
        scale_embedding=True,
    )
    save(seed_weights(PegasusForConditionalGeneration(config), end_token=1), folder)
