"""Checkpoints converted for CTranslate2, once each, kept in Tezy's home.

The folder's name holds what the conversion depends on: the weights' hash, the converter's version and the quantization.
It appears under that name only when it is complete: a killed conversion leaves a `.part` folder that nobody loads and
the next conversion of the same model removes.
"""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipeline.catalogue.model import Model
from pipeline.engines.codec import Codec
from pipeline.engines.transformers_engine import decoder_start, load_weights, quiet
from pipeline.errors import ModelError, OutputError
from pipeline.resources import home

CONVERSION_VERSION = 1
"""Raised whenever this file makes another model of the same weights."""


def converted(model: Model, quantization: str, codec: Codec) -> Path:
    """Return the folder of `model` in CTranslate2's format, converting it if it is not there yet.

    Raises: ModelError if CTranslate2 cannot load such a model; OutputError if it cannot be written.
    """
    folder = conversion_folder(model, quantization)
    if folder.is_dir():
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _locked(folder.with_suffix(".lock")):
            if not folder.is_dir():  # else another process has made it while this one waited
                part = folder.with_suffix(".part")
                shutil.rmtree(part, ignore_errors=True)
                _convert(model, quantization, codec, part)
                part.rename(folder)
    except OSError as error:
        raise OutputError(f"{folder.parent}: the converted model cannot be written ({error}).") from error
    return folder


def conversion_folder(model: Model, quantization: str) -> Path:
    """Return where the conversion of `model` lies, or would."""
    made_by = f"ct{version('ctranslate2').replace('.', '_')}-{CONVERSION_VERSION}"
    return home() / "converted" / f"{model.card.family}-{model.weights_sha256[:24]}-{made_by}-{quantization}"


def _convert(model: Model, quantization: str, codec: Codec, part: Path) -> None:
    from ctranslate2.converters import TransformersConverter

    advice = 'Set engine = "transformers" for this model.'
    if getattr(codec.tokenizer, "separate_vocabs", False):
        raise ModelError(f"{model.card.name}: CTranslate2 wants one vocabulary of both languages. {advice}")

    class Converter(TransformersConverter):  # type: ignore[misc]
        """CTranslate2's own, given the model and tokenizer that Tezy loads: one way to read a checkpoint, not two."""

        embeddings = 0

        def load_model(self, *_: object, **__: object) -> Any:
            # As stored: half the memory for a checkpoint in float16, and the same numbers.
            weights = _as_the_converter_reads_it(load_weights(model, "auto"), codec)
            self.embeddings = weights.get_input_embeddings().num_embeddings
            return weights

        def load_tokenizer(self, *_: object, **__: object) -> Any:
            return _Names(codec, self.embeddings)

    try:
        with quiet():
            Converter(str(model.folder)).convert(str(part), quantization=quantization)
    except (ValueError, NotImplementedError, KeyError, AttributeError, TypeError, RuntimeError, IndexError) as error:
        raise ModelError(f"{model.card.name}: CTranslate2 cannot load this model ({error}). {advice}") from error


def _as_the_converter_reads_it(weights: Any, codec: Codec) -> Any:
    """Restore in `weights.config` what transformers 5 says elsewhere than the converter (4.8) looks for it."""
    config, family = weights.config, codec.card.family
    if family in ("bart", "pegasus"):
        config.normalize_before = family == "pegasus"
        config.normalize_embedding = family == "bart"
    if family in ("t5", "mt5"):
        # transformers 5 calls all of them tied; the converter would divide mT5's and MADLAD's outputs by sqrt(d_model).
        config.tie_word_embeddings = bool(getattr(config, "scale_decoder_outputs", False))
    if family == "causal":
        rope = getattr(config, "rope_parameters", None) or {}
        if "rope_theta" in rope:  # not found where it was, the base would silently be 10,000
            config.rope_theta = rope["rope_theta"]
    if family != "causal" and getattr(config, "decoder_start_token_id", None) is None:
        config.decoder_start_token_id = decoder_start(codec.settings, codec)
    return weights


class _Names:
    """A tokenizer that gives each embedding a name of its own, whatever the real one says.

    CTranslate2 is given tokens by name. One that moved, or that two embeddings share, would be another word without an
    error; so an embedding whose name the tokenizer does not give back has a made-up one. (The converter counts
    M2M-100's languages and T5's extra ids itself, and with transformers 5 it counts wrong.)
    """

    num_madeup_words = 0

    def __init__(self, codec: Codec, embeddings: int) -> None:
        self._tokenizer = codec.tokenizer
        # Written into the converted model, where it must be a name; nothing is put before a text because of it.
        self.bos_token = codec.tokenizer.bos_token or codec.tokenizer.eos_token
        self.special_tokens_map: dict[str, Any] = {}
        names = [codec.tokens([number])[0] or "" for number in range(embeddings)]
        back = codec.ids(names)
        self._names = [
            name if name and back[number] == number else f"<unused_{number}>" for number, name in enumerate(names)
        ]

    def get_vocab(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self._names)}

    def convert_ids_to_tokens(self, number: int) -> str:
        return self._names[number]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._tokenizer, name)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold an exclusive lock on `path`; it is gone with the process, however that ends. The empty file stays."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
