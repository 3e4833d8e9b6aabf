"""`tezy run`: the night."""

import json
from pathlib import Path

import click

from pipeline.cli.inputs import report_skipped, standard_input_as_file
from pipeline.cli.options import config_option, fresh_option, go_offline
from pipeline.cli.progress import make_progress
from pipeline.config import Config
from pipeline.errors import EXIT_DONE, EXIT_SKIPPED
from pipeline.resources import memory_path


@click.command()
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@config_option
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default="outputs", show_default=True)
@click.option("--limit", type=click.IntRange(min=1), help="Take only the first articles.")
@click.option("--dry-run", is_flag=True, help="Read everything, say what would be done, load no model, write nothing.")
@fresh_option
@click.pass_context
def run(
    context: click.Context,
    inputs: tuple[str, ...],
    config: Config,
    out: Path,
    limit: int | None,
    dry_run: bool,
    fresh: bool,
) -> None:
    """Do the night: read articles, translate, write key points, score, publish a digest.

    INPUT is any number of files, folders and globs (.txt .html .jsonl .csv .parquet, RSS and Atom), or - for standard
    input. The path of the published digest is printed. Started twice, the work is done once; killed, it goes on.

    \b
    tezy run incoming/ --out outputs/
    tezy run wire.jsonl 'pages/*.html' --config newsroom
    """
    go_offline()
    from pipeline.dry_run import describe_night
    from pipeline.night import NightJob, run_night

    with standard_input_as_file(inputs) as paths:
        job = NightJob(paths, config, limit, fresh)
        if dry_run:
            click.echo(describe_night(job, memory_path()))
            return
        night = run_night(job, out, memory_path(), make_progress())
    report_skipped(night.run.skipped)
    if not night.new:
        click.echo("This night's work was done before; nothing had to be done again. (--fresh does it anew.)", err=True)
    click.echo(_score_table(night.folder), err=True)
    click.echo(night.folder / "digest.html")
    context.exit(EXIT_SKIPPED if night.run.skipped else EXIT_DONE)


def _score_table(folder: Path) -> str:
    from pipeline.records import Score
    from pipeline.score.table_text import render_text

    rows = json.loads((folder / "scores.json").read_text(encoding="utf-8"))["rows"]
    return render_text([Score(**row) for row in rows])
