"""The card of a model that was trained here: what it is, what it learnt from, by which recipe, how good it was."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.catalogue.card import Card, CardScore, Job
from pipeline.train.checkpoint import Progress
from pipeline.train.config import TrainConfig
from pipeline.train.evaluation import Evaluation

NOT_STATED = "not stated: for use in house only"


def name_from(folder: Path) -> str:
    """Return the name of a model for which there is only the folder of its training.

    Example: `name_from(Path("models/Наша v2")) == "v2"`
    """
    return re.sub(r"[^a-z0-9._-]+", "-", folder.resolve().name.lower()).strip("-._") or "our-model"


@dataclass(frozen=True, slots=True)
class Learnt:
    """How much of each corpus there was to learn from, and its weight."""

    corpus: str
    examples: int
    weight: float


def make_card(
    config: TrainConfig,
    name: str,
    job: Job,
    languages: tuple[str, ...],
    heading: Mapping[str, str],
    base: Card | None,
    learnt: Sequence[Learnt],
    progress: Progress,
    found: Evaluation,
) -> Card:
    """Return the card, without files; what a base model states of licence and codes holds on.

    `name` is for a configuration that states none. `heading` is what asks a model of several tasks for one of them: a
    target code or a prompt.
    """
    stated = config.card
    about = stated.about or f"Trained by `tezy train`, {'from ' + base.name if base else 'from scratch'}."
    return Card(
        name=stated.name or name,
        title=stated.title or f"{stated.name or name}, trained by tezy train",
        family=base.family if base else "marian",
        job=job,
        languages=languages,
        license=base.license if base else stated.license or NOT_STATED,
        commercial_use=stated.commercial_use and (base.commercial_use if base else bool(stated.license)),
        about=f"{about} Recipe: {_recipe(config, base, progress)}",
        source_code=base.source_code if base else "",
        target_code=heading.get("target_code", base.target_code if base else ""),
        prompt=heading.get("prompt", base.prompt if base else ""),
        reads="sentences" if job == "summarize" else "article",
        data=_data(config, base, learnt),
        scores=_scores(config, progress, found),
    )


def _recipe(config: TrainConfig, base: Card | None, progress: Progress) -> str:
    shape, batch, optimizer = config.model, config.batch, config.optimizer
    network = (
        f"the weights of {base.name}"
        if base
        else f"MarianMT, d {shape.d_model}, {shape.encoder_layers}+{shape.decoder_layers} layers, random weights"
    )
    return (
        f"{network}; {progress.step:,} steps of {batch.accumulate * batch.tokens:,} tokens, {progress.tokens:,} target "
        f"tokens seen; {optimizer.name}, rate {optimizer.learning_rate:g}, warm-up {optimizer.warmup_steps:,}, dropout "
        f"{shape.dropout:g}, label smoothing {optimizer.label_smoothing:g}, seed {config.seed}."
    )


def _data(config: TrainConfig, base: Card | None, learnt: Sequence[Learnt]) -> str:
    parts = [f"what {base.name} learnt from: {base.data or 'see its card'}"] if base else []
    for one in sorted(learnt, key=lambda one: (-one.examples * one.weight, one.corpus)):
        license_ = config.data.licenses.get(one.corpus, "licence not stated")
        parts.append(f"{one.corpus}: {one.examples:,} examples x {one.weight:g} ({license_})")
    return "; ".join(parts)


def _scores(config: TrainConfig, progress: Progress, found: Evaluation) -> tuple[CardScore, ...]:
    test = f"dev set of its training, first {config.evaluation.chrf_examples}"
    source = f"tezy train, step {progress.step:,}"
    return (
        CardScore(test=test, metric="chrF, greedy", value=round(found.chrf, 2), source=source),
        CardScore(
            test="dev set of its training", metric="loss, nats a token", value=round(found.loss, 4), source=source
        ),
    )
