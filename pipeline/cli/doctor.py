"""`tezy doctor`: what works on this machine."""

from collections import Counter

import click

from pipeline.cli.options import DEFAULT_CONFIG, go_offline
from pipeline.cli.printable import printable
from pipeline.errors import EXIT_DONE, EXIT_USAGE


@click.command()
@click.option(
    "--config", metavar="FILE|NAME", default=DEFAULT_CONFIG, show_default=True, help="The configuration to look at."
)
@click.pass_context
def doctor(context: click.Context, config: str) -> None:
    """Say what works on this machine, a line for each thing: ok, warn or fail, with what to do.

    Looks at versions, processor, memory, GPU, disk, the configuration and its models, and lets the bundled models
    translate a sentence. Opens no connection. The exit status is 2 if something fails.

    \b
    tezy doctor
    tezy doctor --config night.toml
    """
    go_offline()
    from pipeline.doctor import examine

    seen: Counter[str] = Counter()
    for check in examine(config):
        seen[check.status] += 1
        click.echo(f"{check.status:<5} {check.name:<17} {printable(check.found)}")
        if check.advice:
            click.echo(f"{'':23} {check.advice}")
    click.echo(
        "Everything works." if seen["ok"] == seen.total() else f"{seen['fail']} fail, {seen['warn']} warn.", err=True
    )
    context.exit(EXIT_USAGE if seen["fail"] else EXIT_DONE)
