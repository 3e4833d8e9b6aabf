"""Load a model: the one door to all engines."""

from typing import TYPE_CHECKING

from pipeline.catalogue.model import Model
from pipeline.catalogue.verify import verify_files
from pipeline.config import GenerationConfig
from pipeline.engines.causal import ChatCodec
from pipeline.engines.codec import Codec
from pipeline.engines.devices import resolve_runtime
from pipeline.engines.generator import Generator

if TYPE_CHECKING:
    from pipeline.engines.encoder import Encoder


def load_generator(model: Model, options: GenerationConfig) -> Generator:
    """Load `model` on the engine that `options` name, after its files have been proved to be the stated ones.

    Raises: ModelError if the files are not those, cannot be loaded, or do not know the card's language codes;
        ConfigError if this machine or the model cannot do what `options` ask for.
    """
    runtime = resolve_runtime(options)
    verify_files(model)
    codec = ChatCodec(model) if model.card.family == "causal" else Codec(model)
    if options.engine == "ctranslate2":
        from pipeline.engines.ctranslate2_engine import CTranslate2Generator

        return CTranslate2Generator(model, options, runtime, codec)
    from pipeline.engines.transformers_engine import TransformersGenerator

    return TransformersGenerator(model, options, runtime, codec)


def load_encoder(model: Model) -> "Encoder":
    """Load `model`, which embeds, after its files have been proved to be the stated ones.

    Raises: ModelError if the files are not those, or cannot be loaded as what the card says.
    """
    verify_files(model)
    from pipeline.engines.encoder import Encoder

    return Encoder(model)
