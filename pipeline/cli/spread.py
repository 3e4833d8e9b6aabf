"""Options that take several words, as a shell writes them when it spreads `*`."""

import click

SPREAD = ("--data", "--dev", "--without")


class SpreadOptions(click.Command):
    """A command whose `--data`, `--dev` and `--without` take every word up to the next option."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Repeat the option before each of its words. Example: `--data a b` is `--data a --data b`."""
        spread: list[str] = []
        option = ""
        for word in args:
            if word.startswith("-"):
                option = word if word in SPREAD else ""
                if not option:
                    spread.append(word)
            elif option:
                spread += [option, word]
            else:
                spread.append(word)
        return super().parse_args(context, spread)
