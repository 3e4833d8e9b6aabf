"""What each family of checkpoints needs around a text: language codes, first target token, tokenizer.

This is a table of facts; `codec.py` acts on it. Without one of them a model writes fluently in the wrong language, and
nothing raises an error.
"""

from dataclasses import dataclass
from typing import Literal

from pipeline.catalogue.card import Family as FamilyName

SourceHead = Literal["nothing", "beginning token", "source code", "target code", "target code as text"]
FirstTarget = Literal["nothing", "target code", "forced beginning token"]


@dataclass(frozen=True, slots=True)
class Family:
    """How texts are given to a model.

    `tokenizer` names the class of transformers that reads the checkpoint's files. `raw_tokenizer_file` says that
    tokenizer.json, where there is one, is used as it stands rather than through that class. `source_head` is put before
    the text and `first_target` is what the output must begin with. A code is written in the tokenizer as `code_token`
    spells it.
    """

    tokenizer: str
    source_head: SourceHead = "nothing"
    first_target: FirstTarget = "nothing"
    code_token: str = "{code}"
    needs_source_code: bool = False
    needs_target_code: bool = False
    raw_tokenizer_file: bool = False


FAMILIES: dict[FamilyName, Family] = {
    # OPUS-MT; the multilingual ones choose their target by `>>eng<<`.
    "marian": Family("MarianTokenizer", source_head="target code"),
    "nllb": Family("NllbTokenizer", "source code", "target code", needs_source_code=True, needs_target_code=True),
    "m2m100": Family(
        "M2M100Tokenizer", "source code", "target code", "__{code}__", needs_source_code=True, needs_target_code=True
    ),
    # MADLAD-400 is a T5 headed by `<2en>`; the first T5s by a phrase, which is the card's prompt. T5Tokenizer of
    # transformers 5 takes the id of <unk> to be 2; in MADLAD-400 that is the end of the sentence, and a letter that the
    # vocabulary lacks would end it.
    "t5": Family("T5Tokenizer", source_head="target code as text", raw_tokenizer_file=True),
    "mt5": Family("T5Tokenizer", raw_tokenizer_file=True),
    "bart": Family("BartTokenizer", source_head="beginning token", first_target="forced beginning token"),
    "pegasus": Family("PegasusTokenizer"),
    "causal": Family("AutoTokenizer"),
    # Encoders. Some with BERT's layers have XLM-R's tokenizer (multilingual-e5-small, paraphrase-multilingual-MiniLM),
    # so it is what the files say.
    "bert": Family("AutoTokenizer", raw_tokenizer_file=True),
    "xlm-roberta": Family("AutoTokenizer", raw_tokenizer_file=True),
}
