"""Texts to token ids and back, for one checkpoint; the same on both engines.

Special tokens are placed here, by id, and nowhere else. What a text itself holds of them (an article that quotes
`</s>`) is broken up first: no text can end its own sentence or name another target language.
"""

import json
import re
import warnings
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from pipeline.catalogue.model import Model
from pipeline.engines.families import FAMILIES, Family
from pipeline.errors import ModelError

MARIAN_CODE = ">>"
"""Whatever stands between >> and << at the head of a text is taken for a code by a Marian tokenizer."""

_BYTES = re.compile("(?:<0x[0-9A-F]{2}>)+")


class Codec:
    """The tokenizer of a sequence-to-sequence model, and what its family puts around a text."""

    def __init__(self, model: Model) -> None:
        """Load the tokenizer of `model`.

        Raises: ModelError if it cannot be loaded or does not know the card's language codes.
        """
        self.card = model.card
        self.family: Family = FAMILIES[model.card.family]
        self.settings = read_settings(model.folder)
        self.tokenizer = load_tokenizer(model)
        self.end: int = self.tokenizer.eos_token_id
        self.unknown: int | None = self.tokenizer.unk_token_id
        self._source_code = self._code_id("source_code", model.card.source_code, self.family.needs_source_code)
        self._target_code = self._code_id("target_code", model.card.target_code, self.family.needs_target_code)
        self._check_unknown_letters()

    @cached_property
    def first_target(self) -> list[int]:
        """The token that every output begins with, if the family has one; no part of the text."""
        match self.family.first_target:
            case "target code":
                return [self._target_code] if self._target_code is not None else []
            case "forced beginning token":
                forced = self.settings.get("forced_bos_token_id")
                return [forced] if forced is not None else []
            case _:
                return []

    @property
    def max_positions(self) -> int | None:
        """How many tokens source or output may have at most; None if the model has no such limit."""
        if self.card.family in ("t5", "mt5", "nllb", "m2m100"):  # relative or computed positions
            return None
        limit: int | None = self.settings.get("max_position_embeddings")
        return limit

    def encode(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the token ids of each text as the model wants them, special tokens included."""
        ids = [self._body(self.card_prompt(self.plain(text))) for text in texts]
        return [[*self._head, *body, self.end] for body in ids]

    def decode(self, ids: Sequence[int]) -> str:
        """Return the text of an output's ids; special tokens are left out."""
        options = {"use_source_tokenizer": False} if self.card.family == "marian" else {}
        text: str = self.tokenizer.decode(
            list(ids), skip_special_tokens=True, clean_up_tokenization_spaces=False, **options
        )
        return _BYTES.sub(_letters, text).strip()

    def tokens(self, ids: Sequence[int]) -> list[str]:
        """Return the names of token ids, as CTranslate2 wants them."""
        names: list[str] = self.tokenizer.convert_ids_to_tokens(list(ids))
        return names

    def ids(self, tokens: Sequence[str]) -> list[int]:
        """Return the ids of token names."""
        found: list[int] = self.tokenizer.convert_tokens_to_ids(list(tokens))
        return found

    def plain(self, text: str) -> str:
        """Return `text` with everything broken up that the tokenizer would take for a special token."""
        return broken_up(text, self._reserved)

    def card_prompt(self, text: str) -> str:
        """Return `text` with the card's prompt before or around it, and the target code if that is text."""
        prompt = self.card.prompt
        text = prompt.replace("{text}", text) if "{text}" in prompt else prompt + text
        if self.family.source_head == "target code as text" and self.card.target_code:
            return f"{self.card.target_code} {text}"
        return text

    @cached_property
    def _reserved(self) -> list[str]:
        tokens = {*self.tokenizer.all_special_tokens, *self.tokenizer.get_added_vocab()}
        if self.card.family == "marian":
            tokens.add(MARIAN_CODE)
        return sorted((token for token in tokens if len(token) > 1), key=len, reverse=True)

    @cached_property
    def _head(self) -> list[int]:
        match self.family.source_head:
            case "beginning token":
                return [self.tokenizer.bos_token_id]
            case "source code":
                return [self._source_code] if self._source_code is not None else []
            case "target code":
                return [self._target_code] if self._target_code is not None else []
            case _:
                return []

    def _body(self, text: str) -> list[int]:
        ids: list[int] = self.tokenizer(text, add_special_tokens=False, verbose=False)["input_ids"]
        return ids

    def _code_id(self, field: str, code: str, needed: bool) -> int | None:
        if not code:
            if needed:
                raise ModelError(f"{self.card.name}: its card must state {field} (family {self.card.family}).")
            return None
        number = self.tokenizer.convert_tokens_to_ids(self.family.code_token.format(code=code))
        if number is None or number == self.unknown or number >= self.settings.get("vocab_size", number + 1):
            raise ModelError(
                f"{self.card.name}: {field} {code} is no token of its tokenizer. Correct the card, or pull the model "
                f"again: a tokenizer built from a sentencepiece file alone knows no language codes."
            )
        if self.family.source_head == "target code as text" and number not in self._body(f"{code} a"):
            raise ModelError(f"{self.card.name}: its tokenizer takes {field} {code} apart. Pull the model again.")
        return int(number)

    def _check_unknown_letters(self) -> None:
        """Refuse a tokenizer to which an unknown letter is the end of the sentence; see `FAMILIES`."""
        if self.end in self._body("a \U000f0000 a"):
            raise ModelError(
                f"{self.card.name}: to its tokenizer an unknown letter ends the sentence. The model needs its "
                f"tokenizer.json; pull it again."
            )


def broken_up(text: str, tokens: Iterable[str]) -> str:
    """Return `text` with a space after the first character of each of `tokens` in it."""
    for token in tokens:
        if token in text:
            text = text.replace(token, f"{token[0]} {token[1:]}")
    return text


def _letters(found: re.Match[str]) -> str:
    """Return the letters that byte pieces (`<0xD0><0x87>`) spell; T5's tokenizer leaves them as they stand."""
    return bytes(int(code, 16) for code in re.findall("<0x(..)>", found[0])).decode("utf-8", errors="ignore")


def read_settings(folder: Path) -> dict[str, Any]:
    """Return config.json with generation_config.json over it: the ids and sizes that a checkpoint states.

    Raises: ModelError if config.json cannot be read.
    """
    try:
        settings: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        if (path := folder / "generation_config.json").is_file():
            settings |= json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{folder}: no readable config.json ({error}).") from error
    return settings


def load_tokenizer(model: Model) -> Any:
    """Load a checkpoint's tokenizer without network.

    Raises: ModelError if the files are missing or broken.
    """
    import transformers

    family = FAMILIES[model.card.family]
    raw = family.raw_tokenizer_file and (model.folder / "tokenizer.json").is_file()
    loader = getattr(transformers, "PreTrainedTokenizerFast" if raw else family.tokenizer)
    options: dict[str, Any] = {"legacy_behaviour": False} if model.card.family == "nllb" else {}
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="Recommended: pip install sacremoses")
            tokenizer = loader.from_pretrained(model.folder, local_files_only=True, **options)
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, AssertionError, ImportError) as error:
        raise ModelError(f"{model.card.name}: its tokenizer cannot be loaded from {model.folder} ({error}).") from error
    if model.card.family == "marian":
        # Punctuation is changed only where sacremoses happens to be installed; here it never is.
        tokenizer.punc_normalizer = str
    return tokenizer
