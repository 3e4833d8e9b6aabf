"""`tezy translate`: one line in, one line out."""

from typing import Any

import click

from pipeline.cli.options import config_option, fresh_option, go_offline
from pipeline.cli.printable import printable
from pipeline.config import Config
from pipeline.resources import memory_path


@click.command()
@click.argument("path", metavar="[FILE|-]", default="-")
@click.option("--model", help="A model card's name, or a folder with a card.toml.")
@click.option("--engine", type=click.Choice(["ctranslate2", "transformers"]))
@click.option("--batch-tokens", type=click.IntRange(64, 1_000_000), help="Source tokens in a batch.")
@config_option
@fresh_option
def translate(
    path: str, model: str | None, engine: str | None, batch_tokens: int | None, config: Config, fresh: bool
) -> None:
    """Translate Ukrainian lines into English: as many lines come out as went in, in order.

    A line of several sentences is translated sentence by sentence. Names are set right by the glossary; where numbers,
    names or quotations still do not agree with the source, that is said on standard error.

    \b
    echo 'Київ прокинувся під дощем.' | tezy translate
    tezy translate sentences.uk --engine transformers > sentences.en
    """
    go_offline()
    from pipeline.line_files import read_lines
    from pipeline.lines import translate_lines
    from pipeline.mending import MendingTranslator
    from pipeline.store.memory import Memory

    stated: dict[str, Any] = {"model": model, "engine": engine, "batch_tokens": batch_tokens}
    options = config.translate.model_copy(update={key: value for key, value in stated.items() if value is not None})
    config = config.model_copy(update={"translate": options})
    with Memory(":memory:" if fresh else memory_path()) as memory, read_lines(path) as lines:
        for number, line in enumerate(translate_lines(lines, MendingTranslator(config, memory)), start=1):
            click.echo(line.text)
            for finding in line.findings:
                if finding.to_check:
                    shown = f"line {number}: {finding.severity}: {finding.message} ({finding.check})"
                    click.echo(printable(shown), err=True)
