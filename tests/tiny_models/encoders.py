"""Encoders: BERT (WordPiece), BERT's layers behind XLM-R's tokenizer, XLM-R, and one that really tells texts apart."""

import json
import re
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


def build_bert(folder: Path) -> None:
    """Write a BERT model."""
    from transformers import BertConfig, BertModel

    size = _save_wordpiece(folder, UKRAINIAN + ENGLISH)
    config = BertConfig(vocab_size=size, max_position_embeddings=64, **_SIZES)
    save(seed_weights(BertModel(config), end_token=3), folder)


def build_bag_of_words(folder: Path, text: str) -> None:
    """Write a BERT model that knows the words of `text` and has no layers: texts that share words are near."""
    import torch
    from transformers import BertConfig, BertModel

    size = _save_wordpiece(folder, text)
    sizes = _SIZES | {"num_hidden_layers": 0}
    model = seed_weights(BertModel(BertConfig(vocab_size=size, max_position_embeddings=128, **sizes)), end_token=3)
    with torch.no_grad():  # else every text has the same part: where its tokens stand
        model.embeddings.position_embeddings.weight.zero_()
        model.embeddings.token_type_embeddings.weight.zero_()
    save(model, folder)


def _save_wordpiece(folder: Path, text: str) -> int:
    """Write BERT's tokenizer, with a WordPiece of the words and letters of `text`; return how many tokens it has.

    Not learnt: tokenizers' trainer numbers its tokens otherwise each time.
    """
    from transformers import BertTokenizer

    words, letters = sorted(set(re.findall(r"\w+", text.lower()))), sorted(set(text.lower()) - set(" \n"))
    specials = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    tokens = dict.fromkeys([*specials, *words, *letters, *(f"##{letter}" for letter in letters)])
    vocabulary = {token: number for number, token in enumerate(tokens)}
    BertTokenizer(vocab=vocabulary, do_lower_case=True, strip_accents=False).save_pretrained(folder)
    return len(vocabulary)


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

    pieces = train_pieces(folder / "sentencepiece.bpe.model", 400)[3:]
    specials = [(token, 0.0) for token in ("<s>", "<pad>", "</s>", "<unk>")]
    tokenizer = XLMRobertaTokenizer(vocab=[*specials, *pieces, ("<mask>", 0.0)])
    tokenizer.save_pretrained(folder)
    (folder / "special_tokens_map.json").write_text(
        json.dumps({"cls_token": "<s>", "sep_token": "</s>", "pad_token": "<pad>"}), encoding="utf-8"
    )
    return len(tokenizer)
