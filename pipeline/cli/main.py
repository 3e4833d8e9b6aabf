"""The command `tezy`: finds the subcommand, and turns what goes wrong into one clear line and an exit status."""

import importlib
import os
import sys

import click

from pipeline import __version__
from pipeline.errors import EXIT_DONE, EXIT_INTERRUPTED, EXIT_USAGE, TezyError

COMMANDS = (
    "run",
    "brief",
    "translate",
    "summarize",
    "check",
    "clean",
    "names",
    "models",
    "doctor",
    "corpus",
    "train",
    "score",
    "compare",
    "gate",
)


class ReaderGoneError(Exception):
    """Whoever read the output wants no more of it, as `head` does."""


class Commands(click.Group):
    """A group whose commands are imported when they are asked for, each from the module of its name."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the commands in the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Import the module of the command `name`."""
        if name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(f"pipeline.cli.{name}"), name)
        return command if isinstance(command, click.Command) else None

    def invoke(self, context: click.Context) -> object:
        """Run the command to its last written byte; that its reader has gone is told as `ReaderGoneError`."""
        try:
            result = super().invoke(context)
            sys.stdout.flush()
        except BrokenPipeError as error:  # click would end with the status of skipped articles
            raise ReaderGoneError from error
        return result


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="tezy")
def tezy() -> None:
    """The night desk of bilingual newsrooms.

    Reads Ukrainian and English articles, translates the Ukrainian ones into English, writes key points in both
    languages, scores them, and publishes a digest.

    \b
    tezy run incoming/ --out outputs/     the night
    tezy brief article.txt                one article to an English brief
    """


def main() -> None:
    """Run the command line and exit with its status: see `pipeline.errors`."""
    try:
        status = tezy.main(standalone_mode=False)
    except TezyError as error:
        click.echo(f"tezy: {error}", err=True)
        status = error.exit_status
    except click.ClickException as error:
        error.show()
        status = EXIT_USAGE
    except (KeyboardInterrupt, click.Abort):
        click.echo("tezy: stopped. Start the same command again to go on where it was.", err=True)
        status = EXIT_INTERRUPTED
    except ReaderGoneError:
        _close_output()
        status = EXIT_DONE
    except OSError as error:
        _close_output()
        what = f"{error.filename}: cannot be read or written" if error.filename else "the output cannot be written"
        click.echo(f"tezy: {what} ({error.strerror or error}). Mend that and start the same command again.", err=True)
        status = EXIT_USAGE
    sys.exit(status if isinstance(status, int) else EXIT_DONE)


def _close_output() -> None:
    """Let what is still to be written to standard output go nowhere, or Python complains while it closes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
