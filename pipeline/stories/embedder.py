"""The vector of an article, by a model whose card says `job = "embed"`; what was embedded once is remembered."""

import base64
from collections.abc import Sequence

import numpy as np

from pipeline.catalogue.model import Model
from pipeline.engines.batches import token_batches
from pipeline.engines.encoder import Encoder, Vectors
from pipeline.engines.load import load_encoder
from pipeline.errors import ModelError
from pipeline.records import Brief
from pipeline.store.memory import Memory, memory_key
from pipeline.stories.terms import MAX_SENTENCES

STAGE = "embed/1"
"""Stands in every key of the memory: raise it whenever the same model could make another vector of a text."""

BATCH_TOKENS = 4096


class Embedder:
    """A model that embeds, with its memory; it is loaded when the first text needs it, until it is released."""

    def __init__(self, model: Model, memory: Memory | None) -> None:
        """Keep what is needed to load `model` later."""
        self.model = model
        self._memory = memory
        self._encoder: Encoder | None = None
        card = model.card
        self._identity: dict[str, object] = {
            "stage": STAGE,
            "model": card.name,
            "revision": model.revision,
            "weights_sha256": model.weights_sha256,
            "family": card.family,
            "pooling": card.pooling,
            "prompt": card.prompt,
            "max_source_tokens": card.max_source_tokens,
        }

    @property
    def made_by(self) -> str:
        """Which space the vectors are in: those of another one cannot be compared with them."""
        return memory_key(self._identity, "")

    @property
    def loaded(self) -> bool:
        """Whether the model's weights are in memory now."""
        return self._encoder is not None

    def identity(self) -> dict[str, object]:
        """Return everything that could change a story: what a vector depends on, which text is read, and the cosines.

        Batches and the device change a vector in its last bits only, and are not in it.
        """
        card = self.model.card
        chosen = {"languages": card.languages, "same_story": card.same_story, "related": card.related}
        return self._identity | chosen

    def thresholds(self) -> tuple[float, float]:
        """Return the cosines from which two articles are one story and related.

        Raises: ModelError if the card does not state both.
        """
        card = self.model.card
        if card.same_story is None or card.related is None:
            raise ModelError(
                f"{card.name}: its card must state same_story and related, the cosines from which two articles are one "
                f"story and related. Measure them: python -m benchmarks.story_thresholds --model {card.name}"
            )
        return card.same_story, card.related

    def text(self, brief: Brief) -> str:
        """Return what is embedded of an article: headline, lead and first sentences, one a line.

        In the article's own language if the model reads it, else in English. The model reads as much as it can take.
        """
        own = brief.article.language in self.model.card.languages
        told = brief.sentences[:MAX_SENTENCES]
        return "\n".join(one.text if own else brief.english(one.index) for one in told)

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return a vector of length 1 for each text. Shape: (texts, hidden size). What is done is in the memory.

        Raises: ModelError if the model cannot be loaded; OutputError if the memory cannot be written.
        """
        keys = {text: memory_key(self._identity, text) for text in texts}
        known = self._memory.get(list(keys.values())) if self._memory else {}
        found = {text: _from_text(known[key]) for text, key in keys.items() if key in known}
        if unknown := [text for text in keys if text not in found]:
            encoder = self._encoder = self._encoder or load_encoder(self.model)
            for batch in token_batches(encoder.count_tokens(unknown), BATCH_TOKENS):
                made = dict(zip((unknown[n] for n in batch), encoder.vectors([unknown[n] for n in batch]), strict=True))
                if self._memory:
                    self._memory.put((keys[text], _to_text(vector)) for text, vector in made.items())
                found |= made
        return np.stack([found[text] for text in texts])

    def release(self) -> None:
        """Let go of the weights."""
        self._encoder = None


def _to_text(vector: Vectors) -> str:
    return base64.b64encode(vector.astype("<f4").tobytes()).decode("ascii")


def _from_text(text: str) -> Vectors:
    return np.frombuffer(base64.b64decode(text), dtype="<f4").astype(np.float32)
