"""Examples to token ids, the same ids that the engines make of the same text when the model is used.

A Marian model's texts go straight through sentencepiece, many at once: transformers' tokenizer takes ten times as long.
Every other family goes through the engines' own codec.
"""

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Protocol

from pipeline.engines.codec import MARIAN_CODE, Codec, broken_up
from pipeline.errors import ModelError
from pipeline.train.vocabulary import JOINT, SOURCE, TARGET, task_token

Ids = list[list[int]]

_RESERVED = ("<pad>", "<unk>", "</s>", MARIAN_CODE)  # the special tokens of a Marian tokenizer, which no text may hold


class TrainingCodec(Protocol):
    """Both sides of examples as ids. `start` is what the decoder begins from, `first` what every target begins with."""

    size: int
    pad: int
    end: int
    start: int
    first: Sequence[int]

    def encode_sources(self, texts: Sequence[str], tasks: Sequence[str]) -> Ids:
        """Return the ids of each source with all that belongs around it."""
        ...

    def encode_targets(self, texts: Sequence[str]) -> Ids:
        """Return the ids of each target, `first` at the head and `end` at the end."""
        ...

    def decode(self, ids: Sequence[int]) -> str:
        """Return the text of ids, special tokens left out."""
        ...


class MarianCodec:
    """The tokenizer files of a Marian model in a folder; `head` (`>>eng<<`) is put before every source."""

    first: Sequence[int] = ()

    def __init__(self, folder: Path, head: str = "") -> None:
        """Read source.spm, target.spm and vocab.json. Raises: ModelError if they are missing or broken."""
        import sentencepiece

        try:
            self.vocabulary: dict[str, int] = json.loads((folder / JOINT).read_text(encoding="utf-8"))
            self._source, self._target = (
                sentencepiece.SentencePieceProcessor(model_file=str(folder / name)) for name in (SOURCE, TARGET)
            )
        except (OSError, ValueError, RuntimeError) as error:
            raise ModelError(
                f"{folder}: expected {SOURCE}, {TARGET} and {JOINT} of a Marian model ({error})."
            ) from error
        self.size = len(self.vocabulary)
        self.pad = self.start = self.vocabulary["<pad>"]
        self.end, self._unknown = self.vocabulary["</s>"], self.vocabulary["<unk>"]
        self._source_ids, self._target_ids = (self._joint_ids(model) for model in (self._source, self._target))
        self._pieces = {number: piece for piece, number in self.vocabulary.items()}
        self._head = [self._code(head)] if head else []

    @cached_property
    def target_pieces(self) -> list[int]:
        """The ids a target can consist of, in order: the target side's pieces and the end, no unknown, no padding."""
        return sorted({self.end, *self._target_ids} - {self._unknown, self.pad})

    @property
    def sides_are_one(self) -> bool:
        """Say whether both sides share one sentencepiece model."""
        return self._source_ids == self._target_ids

    @property
    def byte_pieces(self) -> set[int]:
        """The ids of the pieces that spell a byte."""
        return {number for piece, number in self.vocabulary.items() if piece.startswith("<0x") and len(piece) == 6}

    def encode_sources(self, texts: Sequence[str], tasks: Sequence[str]) -> Ids:
        """Return the ids of each source, headed by its task, with `</s>` at the end."""
        heads = {task: [self._code(task_token(task))] if task else self._head for task in set(tasks)}
        found = self._source.encode([broken_up(text, _RESERVED) for text in texts])
        table = self._source_ids
        return [[*heads[task], *(table[i] for i in ids), self.end] for ids, task in zip(found, tasks, strict=True)]

    def encode_targets(self, texts: Sequence[str]) -> Ids:
        """Return the ids of each target with `</s>` at the end."""
        table = self._target_ids
        return [[*(table[i] for i in ids), self.end] for ids in self._target.encode(list(texts))]

    def decode(self, ids: Sequence[int]) -> str:
        """Return the text of target ids."""
        special = {self.pad, self.end, self._unknown}
        text: str = self._target.decode([self._pieces[number] for number in ids if number not in special])
        return text.strip()

    def _joint_ids(self, model: "object") -> list[int]:
        pieces = [model.id_to_piece(number) for number in range(len(model))]  # type: ignore[attr-defined,arg-type]
        return [self.vocabulary.get(piece, self._unknown) for piece in pieces]

    def _code(self, token: str) -> int:
        if token not in self.vocabulary:
            raise ModelError(f"{token} is no token of this model's vocab.json. Train without it, or from scratch.")
        return self.vocabulary[token]


class FamilyCodec:
    """Any other family, as the engines encode it; a task is a phrase at the head of the text."""

    def __init__(self, codec: Codec, start: int, size: int) -> None:
        """Go through the engines' `codec` of a model whose decoder begins from `start` and has `size` pieces."""
        self._codec = codec
        self.size = size
        self.start = start
        self.end = codec.end
        pad = codec.tokenizer.pad_token_id
        self.pad: int = codec.end if pad is None else pad
        begin = [codec.tokenizer.bos_token_id] if codec.card.family == "bart" else []
        self.first: Sequence[int] = codec.first_target or begin
        self.max_positions = codec.max_positions

    def encode_sources(self, texts: Sequence[str], tasks: Sequence[str]) -> Ids:
        """Return the ids of each source with language codes and prompt, as its card says."""
        headed = [f"{task}: {text}" if task else text for text, task in zip(texts, tasks, strict=True)]
        return self._codec.encode(headed)

    def encode_targets(self, texts: Sequence[str]) -> Ids:
        """Return the ids of each target after the family's first token. These families read and write by one table."""
        plain = [self._codec.plain(text) for text in texts]
        found: Ids = self._codec.tokenizer(plain, add_special_tokens=False, verbose=False)["input_ids"]
        return [[*self.first, *ids, self.end] for ids in found]

    def decode(self, ids: Sequence[int]) -> str:
        """Return the text of target ids."""
        begin = len(self.first) if list(ids[: len(self.first)]) == list(self.first) else 0
        return self._codec.decode(ids[begin:])
