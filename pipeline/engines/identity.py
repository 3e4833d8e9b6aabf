"""What a generated text depends on besides its source: the part of every memory key that a model fills."""

from pipeline.catalogue.model import Model
from pipeline.config import GenerationConfig
from pipeline.engines.devices import resolve_runtime


def generator_identity(model: Model, options: GenerationConfig) -> dict[str, object]:
    """Return model, engine and every decoding option that could change an output, without loading anything.

    `batch_tokens` is not among them: on the default engine an output does not depend on its batch.

    Raises: ConfigError if this machine cannot do what `options` ask for.
    """
    card, runtime = model.card, resolve_runtime(options)
    return {
        "model": card.name,
        "revision": model.revision,
        "weights_sha256": model.weights_sha256,
        "family": card.family,
        "source_code": card.source_code,
        "target_code": card.target_code,
        "prompt": card.prompt,
        "engine": options.engine,
        "device": runtime.device,
        "compute_type": runtime.compute_type,
        "beam_size": options.beam_size,
        "length_penalty": options.length_penalty,
        "repetition_penalty": options.repetition_penalty,
        "no_repeat_ngram_size": options.no_repeat_ngram_size,
        "max_source_tokens": min(options.max_source_tokens, card.max_source_tokens),
        "max_new_tokens": options.max_new_tokens,
    }
