"""BERT (WordPiece), BERT's layers behind XLM-R's tokenizer, and XLM-R: encoders whose vectors articles are compared by.

With random weights a vector is little more than the bag of a text's tokens: texts that share words are nearer.
"""

import json
from pathlib import Path

from tests.tiny_models.pieces import train_pieces
from tests.tiny_models.text import ENGLISH, UKRAINIAN
from tests.tiny_models.weights import save, seed_weights

_SIZES = {
    "hidden_size": 64,
    "num_hidden_layers": 1,
    "num_attention_heads": 4,
    "intermediate_size": 64,
}


def build_bert(folder: Path, text: str = UKRAINIAN + ENGLISH, size: int = 600) -> None:
    """Write a BERT model with a WordPiece of about `size` tokens, learnt from `text`."""
    from tokenizers import BertWordPieceTokenizer
    from transformers import BertConfig, BertModel, BertTokenizer

    trainer = BertWordPieceTokenizer(lowercase=True, strip_accents=False)
    trainer.train_from_iterator(text.splitlines(), vocab_size=size, min_frequency=1, show_progress=False)
    folder.mkdir(parents=True, exist_ok=True)
    BertTokenizer(vocab=trainer.get_vocab(), do_lower_case=True, strip_accents=False).save_pretrained(folder)
    config = BertConfig(vocab_size=trainer.get_vocab_size(), max_position_embeddings=64, **_SIZES)
    save(seed_weights(BertModel(config), end_token=3), folder)


def build_minilm(folder: Path) -> None:
    """Write BERT's layers with XLM-R's tokenizer, as multilingual-e5-small and paraphrase-multilingual-MiniLM are.

    Its tokenizer.json cuts and pads by itself, as some on the hub do.
    """
    from tokenizers import Tokenizer
    from transformers import BertConfig, BertModel

    size = _save_pieces(folder)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(8)
    tokenizer.enable_padding(length=80)
    tokenizer.save(str(folder / "tokenizer.json"))
    config = BertConfig(vocab_size=size, max_position_embeddings=64, pad_token_id=0, **_SIZES)
    save(seed_weights(BertModel(config), end_token=2), folder)


def build_xlm_roberta(folder: Path) -> None:
    """Write an XLM-R model: positions from 2 on, 64 of them; its checkpoint has the head of a language model."""
    from transformers import XLMRobertaConfig, XLMRobertaForMaskedLM

    size = _save_pieces(folder)
    config = XLMRobertaConfig(vocab_size=size, max_position_embeddings=66, type_vocab_size=1, **_SIZES)
    save(seed_weights(XLMRobertaForMaskedLM(config), end_token=2), folder)


def _save_pieces(folder: Path) -> int:
    """Write XLM-R's tokenizer with a vocabulary of our own; return its size."""
    from transformers import XLMRobertaTokenizer

    folder.mkdir(parents=True, exist_ok=True)
    pieces = train_pieces(folder / "sentencepiece.bpe.model", 400)[3:]
    specials = [(token, 0.0) for token in ("<s>", "<pad>", "</s>", "<unk>")]
    tokenizer = XLMRobertaTokenizer(vocab=[*specials, *pieces, ("<mask>", 0.0)])
    tokenizer.save_pretrained(folder)
    (folder / "special_tokens_map.json").write_text(
        json.dumps({"cls_token": "<s>", "sep_token": "</s>", "pad_token": "<pad>"}), encoding="utf-8"
    )
    return len(tokenizer)
