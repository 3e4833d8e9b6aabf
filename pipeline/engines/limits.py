"""How long a text and an output may be; what is too long is refused, never cut."""

from collections.abc import Sequence

from pipeline.catalogue.model import Model
from pipeline.config import GenerationConfig
from pipeline.engines.codec import Codec
from pipeline.errors import ConfigError


def longest_source(model: Model, options: GenerationConfig, codec: Codec) -> int:
    """Return how many tokens a source may have: the smallest of what options, card and weights allow.

    Raises: ConfigError if `max_new_tokens` is more than the model's positions, or the prompt alone fills the source.
    """
    positions = codec.max_positions
    chat = model.card.family == "causal"
    if positions is not None and options.max_new_tokens >= positions:
        raise ConfigError(
            f"max_new_tokens must be less than {positions}, the positions of {model.card.name}, got "
            f"{options.max_new_tokens}."
        )
    limits = [options.max_source_tokens, model.card.max_source_tokens]
    if positions is not None:
        # A chat model's answer stands in the same positions as the question.
        limits.append(positions - options.max_new_tokens if chat else positions)
    longest = min(limits)
    around = len(codec.encode([""])[0])
    if around + 8 > longest:
        raise ConfigError(
            f"{model.card.name}: prompt and special tokens take {around} of {longest} source tokens, which leaves no "
            f"room for text. Raise max_source_tokens."
        )
    return longest


def check_lengths(sources: Sequence[Sequence[int]], longest: int) -> None:
    """Raise ValueError if one of `sources` has more than `longest` tokens."""
    for source in sources:
        if len(source) > longest:
            raise ValueError(f"a text of {len(source)} tokens; the model takes {longest} at most")
