"""`tezy models`: the models there are, what they are allowed for, and bringing those that are not here."""

import sys
from pathlib import Path

import click

from pipeline.cli.options import config_option
from pipeline.cli.progress import make_progress
from pipeline.config import Config
from pipeline.errors import ModelError


@click.group()
def models() -> None:
    """List, show, pull and verify models.

    NAME is one of `tezy models list`, or the path of a folder with a card.toml. What was pulled is pinned in tezy.lock,
    beside the configuration given with --config; the bundled configurations share one.
    """


@models.command("list")
@config_option
def list_models(config: Config) -> None:
    """Print a table of all models: job, languages, licence, and whether they are here.

    \b
    tezy models list
    """
    from pipeline.catalogue.cards import bundled_folders, read_card
    from pipeline.catalogue.find import is_here

    rows = [("NAME", "JOB", "LANGUAGES", "LICENCE", "COMMERCIAL USE", "HERE")]
    for name, folder in bundled_folders().items():
        card = read_card(folder)
        languages = ("-" if card.job == "translate" else " ").join(card.languages)
        here = "yes" if is_here(name, config.lock) else "not pulled" if card.repo else "no"
        rows.append((name, card.job, languages, card.license, "yes" if card.commercial_use else "no", here))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


@models.command()
@click.argument("name")
@config_option
def show(name: str, config: Config) -> None:
    """Print what is known of a model.

    \b
    tezy models show opus-mt-tc-big-zle-en
    """
    from pipeline.catalogue.cards import card_folder, read_card
    from pipeline.catalogue.find import find_model

    card = read_card(card_folder(name))
    commercial = "commercial use allowed" if card.commercial_use else "no commercial use"
    lines = [
        ("name", card.name),
        ("title", card.title),
        ("about", card.about),
        ("job", f"{card.job}, {' '.join(card.languages)}"),
        ("family", card.family),
        ("licence", f"{card.license}, {commercial}"),
        ("trained on", card.data),
        ("hub", f"{card.repo} {card.revision}".strip()),
    ]
    if card.reads == "sentences":
        lines.append(("reads", "the sentence of a chosen key point, to write it anew"))
    if card.pooling:
        lines.append(("pooling", card.pooling))
    if card.same_story is not None and card.related is not None:
        lines.append(("stories", f"one from a cosine of {card.same_story:g}, related from {card.related:g}"))
    lines += [("score", f"{score.test}: {score.metric} {score.value:g} ({score.source})") for score in card.scores]
    try:
        model = find_model(name, config.lock)
        lines += [("here", str(model.folder)), ("revision", model.revision), ("weights", model.weights_sha256)]
        lines += [("file", f"{sha256}  {file}") for file, sha256 in sorted(model.files.items())]
    except ModelError as error:
        lines.append(("here", f"no: {error}"))
    for label, value in lines:
        if value:
            click.echo(f"{label:<12}{value}")


@models.command()
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask: size and licence are accepted.")
@click.option("--update", is_flag=True, help="Bring what the hub has now, though another commit is locked.")
@config_option
def pull(name: str, yes: bool, update: bool, config: Config) -> None:
    """Bring a model from the hub, verify it, and pin its commit and the sha256 of every file in the lock.

    Says size and licence first. Stopped half-way, the same command goes on where it was. The folder is printed.

    \b
    tezy models pull opus-mt-tc-big-zle-en
    tezy models pull mt5-multilingual-xlsum --config night.toml --yes
    """
    from pipeline.catalogue.pull import PullPlan, already_here, carry_out, plan_pull

    def describe(plan: PullPlan) -> str:
        card, hub = plan.card, plan.repo
        licence = card.license if card.commercial_use else f"{card.license}, not for commercial use"
        if plan.license_differs:
            licence = f"{licence}; the hub states {hub.license or 'none'}"
        return "\n".join([
            f"{card.name}: {hub.name}, commit {hub.commit}{' (locked)' if plan.locked else ''}",
            f"  licence  {licence}",
            f"  size     {_bytes(plan.size)} in {len(plan.files)} files",
            f"  into     {plan.folder}",
            f"  lock     {plan.lock}",
        ])  # fmt: skip

    if not update and (model := already_here(name, config.lock)):
        click.echo(f"{model.card.name} is here already, and every file is what it should be.", err=True)
        click.echo(model.folder)
        return
    plan = plan_pull(name, config.lock, update=update)
    click.echo(describe(plan), err=True)
    if not yes and is_terminal():
        click.confirm("Pull it?", default=True, abort=True, err=True)
    elif not yes and plan.license_differs:
        raise ModelError(
            f"{plan.card.name}: its card says {plan.card.license}, the hub {plan.repo.license or 'nothing'}. Read the "
            f"licence on the hub; if it suits you, type: tezy models pull {name} --yes"
        )
    click.echo(carry_out(plan, make_progress()).folder)


@models.command()
@click.argument("name")
@config_option
def verify(name: str, config: Config) -> None:
    """Hash every file of a model and compare it with what its card or the lock states.

    For a folder of your own whose card states no files yet, prints the lines to add to the card.

    \b
    tezy models verify starter-uk-en
    tezy models verify ./our-model
    """
    from pipeline.catalogue.find import find_model
    from pipeline.catalogue.verify import hash_files, verify_files

    model = find_model(name, config.lock)
    if not model.files:
        click.echo("[files]")
        for file, sha256 in hash_files(model.folder).items():
            click.echo(f'"{file}" = "{sha256}"')
        raise ModelError(
            f"{model.folder / 'card.toml'} states no files. Put the lines above at its end, for an empty [files]."
        )
    verify_files(model)
    size = sum(Path(model.folder / file).stat().st_size for file in model.files)
    click.echo(f"{model.card.name} {model.revision}: {len(model.files)} files, {_bytes(size)}, all as stated")


def is_terminal() -> bool:
    """Say whether there is somebody to ask."""
    return sys.stdin.isatty()


def _bytes(count: int) -> str:
    """Return a size as people write it. Example: `43.1 MB`."""
    for factor, unit in ((1e9, "GB"), (1e6, "MB")):
        if count >= factor:
            return f"{count / factor:.1f} {unit}"
    return f"{count / 1e3:.1f} kB"
