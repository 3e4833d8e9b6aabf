"""`tezy names`: the names of an article, how they are spelled, and who says so."""

import click

from pipeline.cli.inputs import one_article
from pipeline.cli.options import config_option, go_offline
from pipeline.cli.printable import printable
from pipeline.config import Config
from pipeline.errors import InputError


@click.command()
@click.argument("path", metavar="[FILE|-]", default="-")
@config_option
def names(path: str, config: Config) -> None:
    """List the names of a Ukrainian article: as written, in English, who says so, and how often.

    One name a line, tabs between: the line of the glossary that has it, "exception", the standard that it is romanised
    by, or "unknown", with "?" for the English. A foreign name is never romanised from its Ukrainian spelling.

    \b
    tezy names article.txt
    tezy names article.txt | grep unknown     what an editor has to look up
    """
    go_offline()
    from pipeline.names.glossary import load_glossary
    from pipeline.names.listing import list_names

    glossary = load_glossary(config.glossary)
    for override in glossary.overrides:
        click.echo(str(override), err=True)
    article = one_article(path, config)
    if article.language != "uk":
        raise InputError(
            f"{path}: expected an article in Ukrainian, found {article.language}. Give the source article."
        )
    for name in list_names(article.text, glossary):
        click.echo(printable(f"{name.name}\t{name.english or '?'}\t{name.origin}\t{name.count}"))
