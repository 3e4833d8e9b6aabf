"""The network that is trained, and the loss it is trained by."""

import contextlib
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from pipeline.engines.devices import cpu_has_bfloat16
from pipeline.train.codec import MarianCodec, TrainingCodec
from pipeline.train.config import TrainConfig
from pipeline.train.encoded import Encoded

if TYPE_CHECKING:
    import torch

FORBIDDEN = -1e4
"""The bias of a piece that no target holds; CTranslate2 keeps it, and float16 can hold it."""

_IGNORED = -100


class Network:
    """A sequence-to-sequence model of transformers, where it computes, and which pieces it may write.

    Of a Marian model the softmax is taken over the `allowed` pieces only: it costs 40% of a step over the joint
    vocabulary, and what is never trained must never be written. `<pad>` is not among them, or the engines disagree.
    """

    def __init__(self, model: Any, codec: TrainingCodec, allowed: Sequence[int] | None, config: TrainConfig) -> None:
        """Move `model` to the device and forbid every piece but the `allowed` ones (None: all may be written)."""
        import torch

        self.device = resolve_device(config.device)
        self.autocast = resolve_precision(config.precision, self.device)
        self.codec = codec
        self.model = model
        self._smoothing = config.optimizer.label_smoothing
        self._slots: torch.Tensor | None = None
        if allowed is not None:
            bias = torch.full((1, codec.size), FORBIDDEN)
            bias[0, list(allowed)] = 0
            model.final_logits_bias.copy_(bias)
            slots = np.full(codec.size, _IGNORED, dtype=np.int64)
            slots[list(allowed)] = np.arange(len(allowed))
            self._slot_of = slots
            self._slots = torch.tensor(list(allowed))
        model.to(self.device)
        if self._slots is not None:
            self._slots = self._slots.to(self.device)

    def loss(self, examples: Encoded, numbers: NDArray[np.int64]) -> tuple["torch.Tensor", int]:
        """Return the cross-entropy summed over the target tokens of a batch, and how many they are.

        Labels are smoothed while the model is in training mode.
        """
        import torch

        sources = [examples.source(number) for number in numbers]
        targets = [examples.target(number) for number in numbers]
        inputs = self.padded(sources)
        mask = self.mask(sources)
        starts = self.padded([np.concatenate(([self.codec.start], target[:-1])) for target in targets])
        labels = self._labels(targets)
        with self.computing():
            logits, labels = self._logits(inputs, mask, starts, labels)
        loss = torch.nn.functional.cross_entropy(
            logits.float(),
            labels,
            label_smoothing=self._smoothing if self.model.training else 0.0,
            reduction="sum",
            ignore_index=_IGNORED,
        )
        return loss, len(labels)

    def padded(self, rows: Sequence[NDArray[Any]]) -> "torch.Tensor":
        """Return rows of ids as one tensor. Shape: (rows, longest)."""
        return self._tensor(rows, self.codec.pad)

    def mask(self, rows: Sequence[NDArray[Any]]) -> "torch.Tensor":
        """Return 1 where a row has an id and 0 where it is padded. Shape: (rows, longest)."""
        return self._tensor([np.ones(len(row), dtype=np.int64) for row in rows], 0)

    def computing(self) -> contextlib.AbstractContextManager[object]:
        """Return the context for forward passes: bfloat16 where that pays; the weights stay float32."""
        import torch

        if not self.autocast:
            return contextlib.nullcontext()
        return torch.autocast(self.device, dtype=torch.bfloat16)

    def _logits(
        self, inputs: "torch.Tensor", mask: "torch.Tensor", starts: "torch.Tensor", labels: "torch.Tensor"
    ) -> tuple["torch.Tensor", "torch.Tensor"]:
        """Return logits and labels of the positions that count. Shape: (tokens, pieces) and (tokens,)."""
        import torch

        wanted = labels != _IGNORED
        if self._slots is None:
            outputs = self.model(input_ids=inputs, attention_mask=mask, decoder_input_ids=starts, use_cache=False)
            return outputs.logits[wanted], labels[wanted]
        hidden = self.model.model(
            input_ids=inputs, attention_mask=mask, decoder_input_ids=starts, use_cache=False
        ).last_hidden_state
        weight = self.model.get_output_embeddings().weight[self._slots]
        return torch.nn.functional.linear(hidden[wanted], weight), labels[wanted]

    def _labels(self, targets: Sequence[NDArray[Any]]) -> "torch.Tensor":
        if self._slots is None:
            return self._tensor(targets, _IGNORED)
        return self._tensor([self._slot_of[target] for target in targets], _IGNORED)

    def _tensor(self, rows: Sequence[NDArray[Any]], filling: int) -> "torch.Tensor":
        import torch

        filled = np.full((len(rows), max(map(len, rows))), filling, dtype=np.int64)
        for row, values in zip(filled, rows, strict=True):
            row[: len(values)] = values
        return torch.from_numpy(filled).to(self.device)


def allowed_pieces(codec: MarianCodec, examples: Encoded, bias: "torch.Tensor | None") -> list[int]:
    """Return the pieces that a Marian model may write.

    Those of the target side; where both sides share their pieces, those seen in targets, and the bytes. What a model
    that is gone on with forbids stays forbidden unless a target now holds it.
    """
    allowed = set(codec.target_pieces)
    seen = set(np.flatnonzero(examples.target_tokens()).tolist())
    if codec.sides_are_one and bias is None:
        allowed &= seen | codec.byte_pieces | {codec.end}
    if bias is not None:
        permitted = {number for number, value in enumerate(bias.flatten().tolist()) if value > FORBIDDEN / 2}
        allowed &= permitted | seen
    return sorted(allowed)


def resolve_device(stated: str) -> str:
    """Return `cpu` or `cuda`: what is stated, or the GPU if there is one.

    Raises: ConfigError if a GPU is asked for and there is none.
    """
    import torch

    from pipeline.errors import ConfigError

    if stated == "cuda" and not torch.cuda.is_available():
        raise ConfigError('device = "cuda", but PyTorch sees no GPU here. Set device = "auto".')
    if stated == "auto":
        return "cuda" if torch.cuda.is_available() else "cpu"
    return stated


def resolve_precision(stated: str, device: str) -> bool:
    """Say whether to compute in bfloat16: on GPUs, and on processors that have instructions for it."""
    if stated != "auto":
        return stated == "bfloat16"
    return device == "cuda" or cpu_has_bfloat16()


def make_deterministic(seed: int, threads: int) -> None:
    """Seed everything that draws numbers, and fix how many threads add them up."""
    import torch

    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")
    torch.use_deterministic_algorithms(True, warn_only=True)
    # Nothing here reads what it has not written, so it need not be filled.
    torch.utils.deterministic.fill_uninitialized_memory = False  # type: ignore[attr-defined]
    torch.manual_seed(seed)
    if threads:
        torch.set_num_threads(threads)
