"""Input of the commands: paths as given, with `-` for standard input."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path

import click

from pipeline.cli.printable import printable
from pipeline.config import Config
from pipeline.errors import EXIT_SKIPPED, InputError
from pipeline.records import Article, Language, Skipped


@contextmanager
def standard_input_as_file(inputs: Sequence[str]) -> Iterator[list[str]]:
    """Yield `inputs` with `-` replaced by a temporary file that holds standard input."""
    if "-" not in inputs:
        yield list(inputs)
        return
    from pipeline.ingest import spool_standard_input

    with tempfile.TemporaryDirectory(prefix="tezy-") as folder:
        spooled = str(spool_standard_input(Path(folder)))
        yield [spooled if one == "-" else one for one in inputs]


def one_article(path: str, config: Config, language: Language | None = None) -> Article:
    """Read the one article in `path`, taking it to be in `language` if that is stated.

    Raises: InputError if there are several; SystemExit(1), with the reason on standard error, if it is not usable.
    """
    from pipeline.ingest import read_documents
    from pipeline.reading import understand

    with standard_input_as_file([path]) as inputs:
        found = list(islice(read_documents(inputs, config.input), 2))
    if len(found) > 1:
        raise InputError(f"{path}: expected one article, found several. Use tezy run for many.")
    (document,) = found
    article = document if isinstance(document, Skipped) else understand(replace(document, language=language or ""))
    if isinstance(article, Skipped):
        report_skipped([article])
        raise SystemExit(EXIT_SKIPPED)
    return replace(article, language=language or article.language)


def report_skipped(skipped: Iterable[Skipped]) -> None:
    """Say on standard error what was skipped and what to do about it."""
    for one in skipped:
        click.echo(printable(f"skipped {one.source}: {one.reason} {one.advice}"), err=True)
