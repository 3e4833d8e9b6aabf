"""Options that several commands share."""

import os
from collections.abc import Callable
from typing import Any

import click

from pipeline.config import Config, load_config

DEFAULT_CONFIG = "starter"

Command = Callable[..., Any]


def config_option(command: Command) -> Command:
    """Add `--config FILE|NAME`; the command receives the loaded `config`."""

    def load(context: click.Context, option: click.Parameter, name: str) -> Config:
        return load_config(name)

    return click.option(
        "--config",
        metavar="FILE|NAME",
        default=DEFAULT_CONFIG,
        show_default=True,
        callback=load,
        help="A configuration file, or a bundled one: starter, newsroom, gpu.",
    )(command)


def fresh_option(command: Command) -> Command:
    """Add `--fresh`."""
    return click.option("--fresh", is_flag=True, help="Do the work anew, without asking the memory.")(command)


def go_offline() -> None:
    """Keep the libraries from looking for a hub: a run opens no connection that was not asked for."""
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_DATASETS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY"):
        os.environ[name] = "1"
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
