"""Training configurations of a few steps, and models to go on with."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.catalogue.cards import CARD_FILE
from pipeline.train.config import TrainConfig, load_training_config
from pipeline.train.export import card_text
from tests.tiny_models.models import build_model
from tests.train.conftest import TOY


def short_config(steps: int, **sections: Mapping[str, Any]) -> TrainConfig:
    """Return the toy configuration with `steps` steps and other values in its sections."""
    changes: dict[str, Any] = {
        "stop": {"steps": steps},
        "evaluation": {"every_steps": steps, "chrf_examples": 10, "dev_examples": 10},
        "log": {"every_steps": 2},
        "batch": {"tokens": 400},
        "optimizer": {"warmup_steps": 2, "learning_rate": 1e-3},
    }
    config = load_training_config(str(TOY))
    for name in {*changes, *sections}:
        section = getattr(config, name).model_copy(update={**changes.get(name, {}), **sections.get(name, {})})
        config = config.model_copy(update={name: section})
    return config


def base_folder(name: str, folder: Path) -> Path:
    """Write the tiny model `name` with its card, as a newsroom's own model lies on disk."""
    model = build_model(name, folder)
    card = model.card.model_copy(update={"files": dict(model.files)})
    (folder / CARD_FILE).write_text(card_text(card), encoding="utf-8")
    return folder
