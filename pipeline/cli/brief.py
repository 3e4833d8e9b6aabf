"""`tezy brief`: an article, or a story of several, to an English brief."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.inputs import one_article
from pipeline.cli.options import config_option, fresh_option, go_offline
from pipeline.config import Config
from pipeline.resources import memory_path

if TYPE_CHECKING:
    from pipeline.render.story_brief import BriefFormat


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE...|RUN|-")
@click.option("--story", metavar="N|ID", help="Which story of a published RUN; otherwise the first.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "html", "text"]),
    help="Otherwise markdown; text is for a content system.",
)
@click.option("--full", is_flag=True, help="All of one article with its key points and marks, in Markdown.")
@click.option(
    "--json", "as_json", is_flag=True, help="The record: a line of briefs.jsonl, of several of stories.jsonl."
)
@config_option
@fresh_option
def brief(
    paths: tuple[str, ...],
    story: str | None,
    form: "BriefFormat | None",
    full: bool,
    as_json: bool,
    config: Config,
    fresh: bool,
) -> None:
    """Write an English brief on standard output: headline, dateline, 120 to 250 words, the news first.

    Several files are taken as reports of one story. RUN is the folder of a published run, out of which one story is
    taken: by its place on the page, or by its id. What a check doubts is marked.

    \b
    tezy brief article.txt > brief.md
    tezy brief one.txt two.html three.txt --format html
    tezy brief outputs/latest --story 2 --format text
    curl -s https://example.org/news.html | tezy brief -
    """
    go_offline()
    from pipeline.one_story import published_story
    from pipeline.render.records_json import story_to_json
    from pipeline.render.story_brief import brief_of_story

    asked = [name for name, given in (("--full", full), ("--json", as_json), ("--format", form)) if given]
    if len(asked) > 1:
        raise click.UsageError(f"{' and '.join(asked)} exclude each other. Give one of them.")
    published = len(paths) == 1 and Path(paths[0]).is_dir()
    if full and (published or len(paths) > 1):
        raise click.UsageError("--full takes one article. Give one FILE, or leave --full out.")
    if story and not published:
        raise click.UsageError("--story chooses from a published run. Give the folder of a RUN, or leave --story out.")
    if published:
        told = published_story(Path(paths[0]), story or "1")
        text = story_to_json(told) + "\n" if as_json else brief_of_story(told, form or "markdown")
    else:
        text = _written(paths, config, fresh, form or "markdown", full=full, as_json=as_json)
    click.echo(text, nl=False)


def _written(
    paths: tuple[str, ...], config: Config, fresh: bool, form: "BriefFormat", *, full: bool, as_json: bool
) -> str:
    from pipeline.one_story import story_of
    from pipeline.render.markdown import brief_markdown
    from pipeline.render.records_json import brief_to_json, story_to_json
    from pipeline.render.story_brief import brief_of_story
    from pipeline.store.memory import Memory
    from pipeline.writer import BriefWriter

    articles = [one_article(path, config) for path in paths]
    with Memory(":memory:" if fresh else memory_path()) as memory:
        writer = BriefWriter(config, memory)
        briefs = writer.write(articles)
    if full:
        return brief_markdown(briefs[0])
    if as_json and len(briefs) == 1:
        return brief_to_json(briefs[0]) + "\n"
    told = story_of(briefs, config, writer.glossary)
    return story_to_json(told) + "\n" if as_json else brief_of_story(told, form)
