"""Models that turn a text into a vector, on PyTorch in float32: near in meaning, near in direction."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.catalogue.model import Model
from pipeline.engines.codec import Codec
from pipeline.engines.transformers_engine import quiet
from pipeline.errors import ModelError

Vectors = npt.NDArray[np.float32]

_ARCHITECTURES = {"bert": "BertModel", "xlm-roberta": "XLMRobertaModel"}
_LEAST_TEXT = 8  # tokens that prompt and special tokens must leave for the text


class EncoderCodec(Codec):
    """The tokenizer of an encoder. A text that is too long is cut: its vector is that of its beginning."""

    def __init__(self, model: Model) -> None:
        """Load the tokenizer of `model`.

        Raises: ModelError if it cannot be loaded, belongs to another family, does not put a text between two tokens, or
            if the prompt leaves no room for text.
        """
        super().__init__(model)
        if (stated := self.settings.get("model_type")) != self.card.family:
            # The weights would fit, and every token stand two positions off.
            raise ModelError(
                f"{self.card.name}: its config.json says that it is a {stated}, its card that it is of the family "
                f"{self.card.family}. Correct the card."
            )
        self._around: list[int] = self.tokenizer("")["input_ids"]
        if len(self._around) != 2:
            raise ModelError(
                f"{self.card.name}: its tokenizer puts {len(self._around)} special tokens around a text, expected "
                f"2. Pull the model again, or restore its tokenizer.json."
            )
        positions = self.max_positions
        self._longest = min(self.card.max_source_tokens, positions or self.card.max_source_tokens)
        prompt = len(self._body(self.card.prompt)) + len(self._around)
        if prompt + _LEAST_TEXT > self._longest:
            raise ModelError(
                f"{self.card.name}: prompt and special tokens take {prompt} of {self._longest} tokens, which leaves no "
                f"room for text. Shorten the card's prompt, or raise its max_source_tokens."
            )

    @property
    def max_positions(self) -> int | None:
        """How many tokens a text may have at most; XLM-R counts its positions from behind that of padding."""
        positions: int | None = self.settings.get("max_position_embeddings")
        if positions is not None and self.card.family == "xlm-roberta":
            return positions - int(self.settings.get("pad_token_id", 1)) - 1
        return positions

    def encode(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the token ids of the beginning of each text, with the prompt and between the special tokens."""
        first, last = self._around
        bodies = (self._body(self.card_prompt(self.plain(text))) for text in texts)
        return [[first, *body[: self._longest - 2], last] for body in bodies]


class Encoder:
    """A loaded encoder. What a text becomes depends on its batch and the device in the last bits only."""

    def __init__(self, model: Model) -> None:
        """Load `model` on a GPU, if there is one. Raises: ModelError if it cannot be loaded."""
        import torch

        self._codec = EncoderCodec(model)
        self._pooling = model.card.pooling
        self._device = "cuda" if torch.cuda.is_available() else "cpu"
        self._model = _load_weights(model).to(self._device).eval()

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Return how many tokens of each text are read, special tokens and prompt included."""
        return [len(ids) for ids in self._codec.encode(texts)]

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return a vector of length 1 for each text, from one batch. Shape: (texts, hidden size)."""
        import torch

        sources = self._codec.encode(texts)
        longest = max(map(len, sources))
        pad = self._model.config.pad_token_id or 0
        ids = torch.tensor([source + [pad] * (longest - len(source)) for source in sources], device=self._device)
        lengths = torch.tensor([len(source) for source in sources], device=self._device)
        mask = torch.arange(longest, device=self._device) < lengths[:, None]
        with torch.inference_mode():
            output = self._model(input_ids=ids, attention_mask=mask.long())
            match self._pooling:
                case "mean":
                    pooled = (output.last_hidden_state * mask[:, :, None]).sum(dim=1) / lengths[:, None]
                case "cls":
                    pooled = output.last_hidden_state[:, 0]
                case _:
                    pooled = output.pooler_output
            vectors: Vectors = torch.nn.functional.normalize(pooled, dim=1).cpu().numpy()
        return vectors


def _load_weights(model: Model) -> Any:
    """Load the encoder in float32; heads for other jobs that its checkpoint has are left out.

    Raises: ModelError if the files are no such model, or lack a part of it: it would be filled with random numbers.
    """
    import torch
    import transformers

    loader = getattr(transformers, _ARCHITECTURES[model.card.family])
    try:
        with quiet():
            weights, found = loader.from_pretrained(
                model.folder,
                dtype=torch.float32,
                attn_implementation="sdpa",
                add_pooling_layer=model.card.pooling == "pooler",
                local_files_only=True,
                trust_remote_code=False,
                weights_only=True,
                output_loading_info=True,
            )
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, ImportError) as error:
        raise ModelError(f"{model.card.name}: its weights cannot be loaded from {model.folder} ({error}).") from error
    if lacking := sorted(found["missing_keys"]):
        raise ModelError(
            f"{model.card.name}: {model.folder} lacks {lacking[0]} and {len(lacking) - 1} more weights of a "
            f"{model.card.family} with {model.card.pooling} pooling. Correct the card, or pull the model again."
        )
    return weights
