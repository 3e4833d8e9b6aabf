"""`tezy score`: how good outputs are that somebody wrote, against references."""

import json

import click

from pipeline.cli.options import go_offline
from pipeline.records import TextLanguage
from pipeline.score.segment_statistics import Task


@click.command()
@click.argument("hypotheses")
@click.argument("references")
@click.option("--sources", help="What the outputs were made from: our checks then look for what does not agree.")
@click.option("--task", type=click.Choice(["translation", "summary"]), default="translation", show_default=True)
@click.option("--language", type=click.Choice(["en", "uk"]), default="en", show_default=True, help="Of the outputs.")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@click.option("--markdown", is_flag=True, help="A table for a page.")
def score(
    hypotheses: str,
    references: str,
    sources: str | None,
    task: Task,
    language: TextLanguage,
    as_json: bool,
    markdown: bool,
) -> None:
    """Score HYPOTHESES against REFERENCES: BLEU, chrF, chrF++, TER, ROUGE, with intervals and signatures.

    Files of lines, a text a line, or JSON lines (hypothesis, reference, source; for summaries key_points).

    \b
    tezy score ours.en reference.en --sources source.uk
    tezy score points.jsonl references.jsonl --task summary --language uk --json
    """
    go_offline()
    from pipeline.evaluate.scoring import score_files, scores_json, scores_markdown, scores_text

    if as_json and markdown:
        raise click.UsageError("--json and --markdown exclude each other. Give one.")
    rows = score_files(hypotheses, references, sources, task, language)
    if as_json:
        click.echo(json.dumps(scores_json(rows), ensure_ascii=False, indent=1))
    else:
        click.echo(scores_markdown(rows) if markdown else scores_text(rows))
