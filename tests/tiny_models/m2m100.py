"""M2M-100 and NLLB-200: one architecture, two tokenizers."""

import json
import shutil
from pathlib import Path

from tests.tiny_models.pieces import merges_of, train_pieces
from tests.tiny_models.weights import save, seed_weights


def build_m2m100(folder: Path) -> None:
    """Write an M2M-100 model: sentencepiece.bpe.model and vocab.json; its codes follow the vocabulary unwritten."""
    pieces = train_pieces(folder / "sentencepiece.bpe.model", 320, model_type="bpe")
    names = ["<s>", "<pad>", "</s>", "<unk>", *(piece for piece, _ in pieces[3:])]
    vocabulary = {name: number for number, name in enumerate(names)}
    (folder / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")
    settings = {"tokenizer_class": "M2M100Tokenizer", "model_max_length": 1024, "num_madeup_words": 8}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")
    _save_model(folder, len(vocabulary) + 100 + 8)  # 100 languages, 8 made-up words


def build_nllb(folder: Path) -> None:
    """Write an NLLB-200 model: tokenizer.json with the 202 codes as special tokens, pickled weights."""
    from transformers import NllbTokenizer

    pieces = train_pieces(folder / "sentencepiece.bpe.model", 320, model_type="bpe")
    names = ["<s>", "<pad>", "</s>", "<unk>", *(piece for piece, _ in pieces[3:])]
    tokenizer = NllbTokenizer(
        vocab={name: number for number, name in enumerate(names)}, merges=merges_of(pieces[3:]), src_lang="eng_Latn"
    )
    tokenizer.save_pretrained(folder)
    codes = [token for token in tokenizer.all_special_tokens if "_" in token]
    specials = {"bos_token": "<s>", "eos_token": "</s>", "unk_token": "<unk>", "pad_token": "<pad>"}
    settings = {"tokenizer_class": "NllbTokenizer", "model_max_length": 1024, "src_lang": None, "tgt_lang": None}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings | specials), encoding="utf-8")
    listed = json.dumps(specials | {"additional_special_tokens": codes})
    (folder / "special_tokens_map.json").write_text(listed, encoding="utf-8")
    _save_model(folder, len(tokenizer) + 2, pickled=True)  # as the hub's: 256,204 tokens, 256,206 embeddings


def strip_codes(folder: Path, bare: Path) -> None:
    """Copy an NLLB model to `bare` without tokenizer.json and the list of codes: the trap of a bare sentencepiece."""
    shutil.copytree(folder, bare)
    (bare / "tokenizer.json").unlink()
    (bare / "special_tokens_map.json").unlink()


def _save_model(folder: Path, size: int, *, pickled: bool = False) -> None:
    from transformers import M2M100Config, M2M100ForConditionalGeneration

    config = M2M100Config(
        vocab_size=size,
        d_model=32,
        encoder_layers=2,
        decoder_layers=2,
        encoder_attention_heads=4,
        decoder_attention_heads=4,
        encoder_ffn_dim=64,
        decoder_ffn_dim=64,
        scale_embedding=True,
        max_position_embeddings=1024,
        decoder_start_token_id=2,
    )
    save(seed_weights(M2M100ForConditionalGeneration(config), end_token=2), folder, pickled=pickled)
