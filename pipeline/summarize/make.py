"""From a configuration to a summarizer."""

from dataclasses import replace

from pipeline.catalogue.find import find_model
from pipeline.config import SummarizerConfig
from pipeline.errors import ModelError
from pipeline.records import Language
from pipeline.store.memory import Memory
from pipeline.summarize.extractive import NAME, ExtractiveSummarizer
from pipeline.summarize.protocol import Summarizer


def make_summarizer(config: SummarizerConfig, language: Language, memory: Memory | None) -> Summarizer:
    """Return the summarizer that `config` names for articles in `language`; no model is loaded yet.

    Raises: ModelError if the model is not here, is none that summarizes, or does not write `language`.
    """
    if config.model == NAME:
        return ExtractiveSummarizer()
    model = find_model(config.model, config.lock)
    if model.card.job != "summarize":
        raise ModelError(
            f"{config.model} is a model to {model.card.job} with; summarize.{language}.model must be one to summarize "
            f'with. Set it to "{NAME}", or to a card whose job is summarize (tezy models list).'
        )
    if language not in model.card.languages:
        raise ModelError(
            f"{config.model} writes {', '.join(model.card.languages)}; summarize.{language}.model must write "
            f'{language}. Set it to "{NAME}", or to another card (tezy models list).'
        )
    model = replace(model, card=model.card.asked_for(language))
    if model.card.reads == "sentences":
        from pipeline.summarize.rewriting import RewritingSummarizer

        return RewritingSummarizer(model, config, language, memory)
    from pipeline.summarize.abstractive import AbstractiveSummarizer

    return AbstractiveSummarizer(model, config, language, memory)
