"""`tezy compare`: should the model be swapped?"""

from pathlib import Path

import click

from pipeline.cli.options import go_offline
from pipeline.cli.printable import printable
from pipeline.cli.progress import make_progress
from pipeline.resources import memory_path
from pipeline.score.segment_statistics import Task


@click.command()
@click.argument("systems", nargs=-1, metavar="A B [C ...]")
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    metavar="FILE|FOLDER",
    help="What to compare on; otherwise the small test set that travels with Tezy.",
)
@click.option("--task", type=click.Choice(["translation", "summary"]), help="Otherwise what all systems can do.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default="outputs", show_default=True)
def compare(systems: tuple[str, ...], data: Path | None, task: Task | None, out: Path) -> None:
    """Compare systems on the same data and write a report: is B better than A, by how much, at what price?

    A, B, C are configurations (bundled or .toml), models, or files of outputs made elsewhere, a line for each source.
    DATA is JSON lines with source, reference, key_points, document, outlet; x.uk with x.en beside it; a folder with
    source.uk and reference.en; a finished run. The verdict is printed, and the path of the page.

    \b
    tezy compare starter newsroom
    tezy compare int8.toml float32.toml --task translation
    tezy compare ours.en theirs.en --data wmt22/
    """
    go_offline()
    from pipeline.evaluate.comparison import compare_systems
    from pipeline.evaluate.write_report import check_place, write_report

    check_place(out)
    comparison = compare_systems(systems, data, task, memory_path(), make_progress())
    folder = write_report(comparison, out)
    for sentence in comparison.verdicts:
        click.echo(printable(sentence), err=True)
    click.echo(folder / "report.html")
