"""The configuration of a training: one TOML file, every key typed, unknown keys refused.

Each key is explained in place in `configs/train/translator.toml`. Training configurations lie in `configs/train/`,
apart from those of a run, which are `configs/*.toml` only: neither command takes the other's.
"""

import difflib
import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.errors import ConfigError
from pipeline.explain import explain
from pipeline.resources import data_folder

Side = Literal["uk", "en"]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class DataConfig(_Section):
    """Which examples are learnt from, and how often each is seen."""

    max_tokens: Annotated[int, Field(ge=8, le=4096)] = 140
    other_weight: Annotated[float, Field(ge=0, le=1000)] = 1.0
    weights: dict[str, Annotated[float, Field(ge=0, le=1000)]] = {}
    licenses: dict[str, str] = {}


class VocabularyConfig(_Section):
    """The pieces of a model that is built from scratch. `shared`: one set for both sides."""

    source_pieces: Annotated[int, Field(ge=300, le=100_000)] = 10_000
    target_pieces: Annotated[int, Field(ge=300, le=100_000)] = 6_000
    shared: bool = False
    character_coverage: Annotated[float, Field(gt=0.9, le=1)] = 0.9998


class ModelConfig(_Section):
    """The shape of a model that is built from scratch; dropout also of one that is gone on with."""

    d_model: Annotated[int, Field(ge=16, le=4096)] = 384
    heads: Annotated[int, Field(ge=1, le=64)] = 6
    encoder_layers: Annotated[int, Field(ge=1, le=48)] = 6
    decoder_layers: Annotated[int, Field(ge=1, le=48)] = 2
    feed_forward: Annotated[int, Field(ge=16, le=65_536)] = 1536
    dropout: Annotated[float, Field(ge=0, le=0.9)] = 0.1


class BatchConfig(_Section):
    """How examples are put together."""

    tokens: Annotated[int, Field(ge=64, le=10_000_000)] = 4500
    accumulate: Annotated[int, Field(ge=1, le=1000)] = 1
    chunk_examples: Annotated[int, Field(ge=100)] = 15_000


class OptimizerConfig(_Section):
    """How weights move."""

    name: Literal["muon", "adamw"] = "muon"
    learning_rate: Annotated[float, Field(gt=0, le=1)] = 1e-3
    warmup_steps: Annotated[int, Field(ge=1)] = 300
    flat_steps: Annotated[int, Field(ge=1)] = 4000
    cool_down_share: Annotated[float, Field(ge=0, le=1)] = 0.2
    weight_decay: Annotated[float, Field(ge=0, le=1)] = 0.01
    clip_norm: Annotated[float, Field(gt=0)] = 1.0
    label_smoothing: Annotated[float, Field(ge=0, lt=1)] = 0.1


class StopConfig(_Section):
    """When it ends: whatever comes first. Zero: no such limit."""

    hours: Annotated[float, Field(ge=0)] = 0.0
    steps: Annotated[int, Field(ge=0)] = 0
    patience: Annotated[int, Field(ge=0)] = 10


class EvaluationConfig(_Section):
    """How often the dev set is asked, and how much of it."""

    every_steps: Annotated[int, Field(ge=1)] = 1000
    dev_examples: Annotated[int, Field(ge=10)] = 1000
    chrf_examples: Annotated[int, Field(ge=10)] = 200


class LogConfig(_Section):
    """How often a line is logged and a checkpoint written."""

    every_steps: Annotated[int, Field(ge=1)] = 100
    checkpoint_minutes: Annotated[float, Field(ge=0)] = 10.0


class CardConfig(_Section):
    """What the card of the model will say; what is empty comes from the model that is gone on with, or from OUT."""

    name: Annotated[str, Field(pattern=r"^$|^[a-z0-9][a-z0-9._-]*$")] = ""
    title: str = ""
    license: str = ""
    commercial_use: bool = True
    about: str = ""


class TrainConfig(_Section):
    """The whole configuration, resolved."""

    seed: Annotated[int, Field(ge=0, lt=2**32)] = 1
    threads: Annotated[int, Field(ge=0, le=1024)] = 0
    device: Literal["auto", "cpu", "cuda"] = "auto"
    precision: Literal["auto", "bfloat16", "float32"] = "auto"
    source: Side = "uk"
    target: Side = "en"
    data: DataConfig = DataConfig()
    vocabulary: VocabularyConfig = VocabularyConfig()
    model: ModelConfig = ModelConfig()
    batch: BatchConfig = BatchConfig()
    optimizer: OptimizerConfig = OptimizerConfig()
    stop: StopConfig = StopConfig()
    evaluation: EvaluationConfig = EvaluationConfig()
    log: LogConfig = LogConfig()
    card: CardConfig = CardConfig()


def load_training_config(name: str) -> TrainConfig:
    """Read a training configuration by path, or by the name of a bundled one (`translator`, `writer` ...).

    Raises: ConfigError naming file, key, what was expected, what was found, and the nearest known key.
    """
    path = _path(name)
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        config = TrainConfig.model_validate(found)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read ({error}).") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not valid TOML: {error}.") from error
    except ValidationError as error:
        raise ConfigError("\n".join(explain(path, TrainConfig, error))) from error
    if config.source == config.target:
        raise ConfigError(f'{path}: source and target must differ, both are "{config.source}".')
    if config.model.d_model % (2 * config.model.heads):
        raise ConfigError(
            f"{path}: model.d_model must be a multiple of twice model.heads, got {config.model.d_model} and "
            f"{config.model.heads}. Set heads to d_model / 64."
        )
    return config


def with_hours(config: TrainConfig, hours: float | None) -> TrainConfig:
    """Return `config` with another limit in hours, if one is stated."""
    if hours is None:
        return config
    return config.model_copy(update={"stop": config.stop.model_copy(update={"hours": hours})})


def _path(name: str) -> Path:
    if Path(name).is_file():
        return Path(name)
    bundled = {path.stem: path for path in sorted((data_folder("configs") / "train").glob("*.toml"))}
    if name in bundled:
        return bundled[name]
    near = difflib.get_close_matches(name, bundled, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"Give a file, or one of: {', '.join(bundled)}."
    raise ConfigError(f"no training configuration {name}: neither a file nor a bundled name. {hint}")
