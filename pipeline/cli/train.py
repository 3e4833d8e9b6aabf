"""`tezy train`: models of one's own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from pipeline.cli.options import go_offline
from pipeline.cli.progress import make_progress
from pipeline.cli.spread import SpreadOptions

Command = Callable[..., Any]


def _training_options(command: Command) -> Command:
    options = (
        click.option(
            "--data", multiple=True, required=True, metavar="FILE...", type=click.Path(path_type=Path),
            help="What to learn from; see tezy corpus -h for the formats.",
        ),
        click.option(
            "--dev", multiple=True, metavar="FILE...", type=click.Path(path_type=Path),
            help="What to steer by. Without it some of the data is set aside.",
        ),
        click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder of this training."),
        click.option("--from", "base", default="", metavar="MODEL", help="Go on with this model: a name or a folder."),
        click.option("--hours", type=click.FloatRange(min=0.001), help="Stop by then, over all starts."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


@click.group()
def train() -> None:
    """Train a translator or a key-point writer, from scratch or from a model that is here.

    Started again, the same command goes on where it was, even after kill -9. The model lies in OUT/model as soon as the
    dev set was asked once, and is always the best so far: tezy translate --model OUT/model.
    """


@train.command(cls=SpreadOptions)
@_training_options
@click.option("--config", "config_name", default="translator", show_default=True, metavar="FILE|NAME")
def translator(
    data: tuple[Path, ...], dev: tuple[Path, ...], out: Path, base: str, hours: float | None, config_name: str
) -> None:
    """Train a translator on pairs of sentences.

    \b
    tezy train translator --data pairs.tsv.xz news/*.txt --dev dev.uk --out OUT --hours 8
    tezy train translator --data archive.tmx --from opus-mt-uk-en --config fine-tune --out OUT
    """
    go_offline()
    from pipeline.train.config import load_training_config, with_hours
    from pipeline.train.translator import train_translator

    config = with_hours(load_training_config(config_name), hours)
    click.echo(train_translator(data, dev, base, config, out, make_progress().say))


@train.command(cls=SpreadOptions)
@_training_options
@click.option("--config", "config_name", default="writer", show_default=True, metavar="FILE|NAME")
def writer(
    data: tuple[Path, ...], dev: tuple[Path, ...], out: Path, base: str, hours: float | None, config_name: str
) -> None:
    """Train a writer of key points and headlines: one model of several tasks.

    FILE is our articles (.txt: translation, key points and headlines are made of them), pairs in any format
    (translation), or .jsonl of {"task", "source", "target", "corpus"}.

    \b
    tezy train writer --data news/*.txt archive.jsonl --from OUT/model --out WRITER
    """
    go_offline()
    from pipeline.train.config import load_training_config, with_hours
    from pipeline.train.writer import train_writer

    config = with_hours(load_training_config(config_name), hours)
    click.echo(train_writer(data, dev, base, config, out, make_progress().say))
