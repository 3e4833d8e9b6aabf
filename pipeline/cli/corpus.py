"""`tezy corpus`: parallel text before anything is trained on it."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from pipeline.cli.printable import printable
from pipeline.cli.spread import SpreadOptions
from pipeline.errors import EXIT_DONE, EXIT_GATE, InputError

Command = Callable[..., Any]

FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))


def _without_option(command: Command) -> Command:
    return click.option(
        "--without",
        multiple=True,
        metavar="FILE...",
        type=click.Path(path_type=Path),
        help="A test or dev set: pairs that have a side in common with it are dropped.",
    )(command)


@click.group()
def corpus() -> None:
    """Check, clean and mix parallel text.

    FILE is .tsv (Ukrainian, English, corpus), .jsonl ("uk", "en", "corpus"), .tmx, our articles (.txt), our glossary
    (.tsv of four columns), or name.uk with name.en beside it; each also as .xz, .gz or .bz2.
    """


@corpus.command(cls=SpreadOptions)
@FILES
@_without_option
@click.option("--samples", type=click.IntRange(0, 100), default=2, show_default=True, help="Of each corpus, to read.")
@click.pass_context
def check(context: click.Context, files: tuple[Path, ...], without: tuple[Path, ...], samples: int) -> None:
    """Count pairs by corpus, say what `clean` would drop and why, show samples. Exit status 3 if a corpus is faulty.

    \b
    tezy corpus check archive.tmx --without test.uk
    """
    from pipeline.corpus.clean import read_test_sets, regular_pairs
    from pipeline.corpus.filters import PairFilter
    from pipeline.corpus.report import examine, render

    malformed: list[str] = []
    rules = PairFilter(read_test_sets(without))
    report = examine(regular_pairs(files, lambda place: malformed.append(str(place))), rules)
    report.malformed = malformed
    click.echo(printable(render(report, samples)))
    context.exit(EXIT_GATE if report.survey.faults() or not report.survey.pairs else EXIT_DONE)


@corpus.command(cls=SpreadOptions)
@FILES
@_without_option
@click.option("--out", required=True, type=click.Path(path_type=Path), help="A .tsv, .tsv.xz or .tsv.gz file.")
def clean(files: tuple[Path, ...], without: tuple[Path, ...], out: Path) -> None:
    """Write what is fit to learn from: characters made regular, bad pairs, duplicates and test sentences dropped.

    \b
    tezy corpus clean archive.tmx --without test.uk --out archive.tsv.xz
    """
    from pipeline.corpus.clean import clean_pairs, read_test_sets
    from pipeline.corpus.writing import write_pairs

    dropped: Counter[str] = Counter()
    pairs = clean_pairs(
        files,
        read_test_sets(without),
        lambda pair, reason: dropped.update([reason]),
        lambda place: dropped.update(["no pair"]),
    )
    written = write_pairs(out, pairs, (*files, *without))
    said = ", ".join(f"{reason} {count:,}" for reason, count in dropped.most_common())
    click.echo(f"{out}: {written:,} pairs; dropped {dropped.total():,}{': ' + said if said else ''}.", err=True)
    _refuse_nothing(written, out)


@corpus.command()
@FILES
@click.option("--config", "config_name", default="translator", show_default=True, metavar="FILE|NAME")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="A .tsv, .tsv.xz or .tsv.gz file.")
def mix(files: tuple[Path, ...], config_name: str, out: Path) -> None:
    """Write one shuffled file in which each corpus stands as often as its weight in a training configuration says.

    \b
    tezy corpus mix archive.tsv.xz news/*.txt --config my-training.toml --out mixed.tsv.xz
    """
    from pipeline.corpus.mix import Mixture
    from pipeline.corpus.report import table
    from pipeline.corpus.writing import write_pairs
    from pipeline.train.config import load_training_config

    config = load_training_config(config_name)
    mixture = Mixture(files, config.data.weights, config.data.other_weight, config.seed)
    written = write_pairs(out, mixture, files)
    rows = [("corpus", "pairs", "weight", "written")]
    rows += [(one.corpus, f"{one.pairs:,}", f"{one.weight:g}", f"{one.written:,}") for one in mixture.shares]
    click.echo(printable("\n".join(table(rows))), err=True)
    click.echo(f"{out}: {written:,} pairs.", err=True)
    _refuse_nothing(written, out)


def _refuse_nothing(written: int, out: Path) -> None:
    if not written:
        raise InputError(f"no pair is left, so {out} was not written. tezy corpus check says what the files hold.")
