"""`tezy summarize`: key points of one article."""

import click

from pipeline.cli.inputs import one_article
from pipeline.cli.options import config_option, fresh_option, go_offline
from pipeline.config import Config
from pipeline.records import Language
from pipeline.resources import memory_path


@click.command()
@click.argument("path", metavar="[FILE|-]", default="-")
@click.option("--language", type=click.Choice(["uk", "en"]), help="The article's language; otherwise it is recognised.")
@click.option("--points", type=click.IntRange(1, 10), help="How many key points; otherwise as configured.")
@config_option
@fresh_option
def summarize(path: str, language: Language | None, points: int | None, config: Config, fresh: bool) -> None:
    """Write the key points of one article in its own language, one a line.

    \b
    tezy summarize article.txt --language uk --points 3
    """
    go_offline()
    from pipeline.store.memory import Memory
    from pipeline.summarize.document import Document
    from pipeline.summarize.make import make_summarizer
    from pipeline.text.sentences import split_sentences

    article = one_article(path, config, language)
    options = config.summarize.uk if article.language == "uk" else config.summarize.en
    document = Document(article.language, article.title, split_sentences(article))
    with Memory(":memory:" if fresh else memory_path()) as memory:
        summarizer = make_summarizer(options, article.language, memory)
        (written,) = summarizer.key_points([document], points or config.summarize.points)
    for point in written:
        click.echo(point.text)
