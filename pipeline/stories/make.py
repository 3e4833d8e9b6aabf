"""From a configuration to what articles are compared by."""

from pipeline.catalogue.find import find_model
from pipeline.config_stories import StoriesConfig
from pipeline.errors import ModelError
from pipeline.store.memory import Memory
from pipeline.stories.by_terms import NAME
from pipeline.stories.embedder import Embedder


def make_embedder(config: StoriesConfig, memory: Memory | None) -> Embedder | None:
    """Return the model that articles are compared by, not loaded yet; None if they are compared by their terms.

    Raises: ModelError if the model is not here, is none that embeds, reads no English, or its card states no cosines.
    """
    if config.model == NAME:
        return None
    model = find_model(config.model, config.lock)
    hint = f'Set it to "{NAME}", or to another card; docs/stories.md says how to write one.'
    if model.card.job != "embed":
        raise ModelError(
            f"{config.model} is a model to {model.card.job} with; stories.model must be one to embed with. {hint}"
        )
    if "en" not in model.card.languages:
        raise ModelError(
            f"{config.model} reads {', '.join(model.card.languages)}; stories.model must read en, and uk if Ukrainian "
            f"articles are not to be read in translation. {hint}"
        )
    embedder = Embedder(model, memory)
    embedder.thresholds()
    return embedder
