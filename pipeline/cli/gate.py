"""`tezy gate`: fail the job when something got worse."""

from pathlib import Path

import click

from pipeline.cli.printable import printable
from pipeline.errors import EXIT_DONE, EXIT_GATE


@click.command()
@click.argument("run", type=click.Path(path_type=Path))
@click.option("--baseline", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file of floors.")
@click.option("--update", is_flag=True, help="Pin this run's scores as the new floors.")
@click.option("--allow-regression", metavar="WHY", help="With --update: lower floors, and put the reason on record.")
@click.pass_context
def gate(context: click.Context, run: Path, baseline: Path, update: bool, allow_regression: str | None) -> None:
    """Compare the scores of RUN with their floors: exit status 3, and the rows that fell, if one is below.

    RUN is the folder of a tezy compare report or of a finished night. A floor is the worst end of the score's interval
    when it was pinned.

    \b
    tezy gate outputs/compare-1f2e3d --baseline floors.json --update
    tezy gate outputs/compare-4c5b6a --baseline floors.json
    """
    from pipeline.evaluate.gate import check_gate, update_baseline
    from pipeline.evaluate.run_scores import read_run_scores

    if allow_regression is not None and not update:
        raise click.UsageError(
            '--allow-regression lowers floors, which --update does. Type: --update --allow-regression "why".'
        )
    scores = read_run_scores(run)
    if update:
        lowered = update_baseline(scores, baseline, allow_regression)
        note = f", {len(lowered)} of them lower than before" if lowered else ""
        click.echo(f"{len(scores.scores)} floors pinned in {baseline}{note}", err=True)
        context.exit(EXIT_DONE)
    fallen = check_gate(scores, baseline)
    for one in fallen:
        click.echo(printable(str(one)))
    click.echo(
        f"{len(fallen)} of {len(scores.scores)} scores fell below their floors"
        if fallen
        else f"all {len(scores.scores)} scores hold their floors",
        err=True,
    )
    context.exit(EXIT_GATE if fallen else EXIT_DONE)
