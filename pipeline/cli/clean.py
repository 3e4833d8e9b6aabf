"""`tezy clean`: what was understood of an article."""

import json

import click

from pipeline.cli.inputs import report_skipped, standard_input_as_file
from pipeline.cli.options import config_option, go_offline
from pipeline.config import Config
from pipeline.errors import EXIT_DONE, EXIT_SKIPPED
from pipeline.records import Article, Skipped


@click.command()
@click.argument("path", metavar="FILE|-")
@config_option
@click.pass_context
def clean(context: click.Context, path: str, config: Config) -> None:
    """Show as JSON what was understood of an article: title, lead, body, own key points, and what was taken out.

    \b
    tezy clean article.html
    tezy clean wire.jsonl | jq .title
    """
    go_offline()
    from pipeline.reading import read_articles

    skipped: list[Skipped] = []
    with standard_input_as_file([path]) as inputs:
        for one in read_articles(inputs, config.input):
            if isinstance(one, Skipped):
                skipped.append(one)
            else:
                click.echo(_shown(one))
    report_skipped(skipped)
    context.exit(EXIT_SKIPPED if skipped else EXIT_DONE)


def _shown(article: Article) -> str:
    from pipeline.render.records_json import article_to_json

    return json.dumps(json.loads(article_to_json(article)), ensure_ascii=False, indent=2)
