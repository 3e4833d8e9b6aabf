"""`tezy brief`: one article to an English brief."""

import click

from pipeline.cli.inputs import one_article
from pipeline.cli.options import config_option, fresh_option, go_offline
from pipeline.config import Config
from pipeline.resources import memory_path


@click.command()
@click.argument("path", metavar="FILE|-")
@click.option("--json", "as_json", is_flag=True, help="The whole record, as a line of briefs.jsonl.")
@config_option
@fresh_option
def brief(path: str, as_json: bool, config: Config, fresh: bool) -> None:
    """Write an English brief of one article on standard output, in Markdown.

    \b
    tezy brief article.txt > brief.md
    curl -s https://example.org/news.html | tezy brief -
    """
    go_offline()
    from pipeline.render.markdown import brief_markdown
    from pipeline.render.records_json import brief_to_json
    from pipeline.store.memory import Memory
    from pipeline.writer import BriefWriter

    article = one_article(path, config)
    with Memory(":memory:" if fresh else memory_path()) as memory:
        (written,) = BriefWriter(config, memory).write([article])
    click.echo(brief_to_json(written) if as_json else brief_markdown(written), nl=as_json)
