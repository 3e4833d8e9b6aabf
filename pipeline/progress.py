"""How a long command says how far it is; what says it is the command line's business (`pipeline.cli.progress`)."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

SECONDS_BETWEEN_LINES = 60.0

Advance = Callable[[int], None]


class Progress(Protocol):
    """Told of every step of a long command."""

    def step(self, name: str, total: int | None, unit: str) -> AbstractContextManager[Advance]:
        """Open a step of `total` units (None: not known); the result is called with how many more are done."""
        ...

    def say(self, line: str) -> None:
        """Say something worth a line."""
        ...


class Silent:
    """Says nothing."""

    def step(self, name: str, total: int | None, unit: str) -> AbstractContextManager[Advance]:
        """Do nothing with the step."""
        return nullcontext(lambda done: None)

    def say(self, line: str) -> None:
        """Drop the line."""


def each_minute(progress: Progress, unit: str) -> Callable[[int, int], None]:
    """Return what says how many of how many `unit` are done, but not more than once a minute and not at the end."""
    last = time.monotonic()

    def tell(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if done < total and now - last >= SECONDS_BETWEEN_LINES:
            progress.say(f"{done:,} of {total:,} {unit}")
            last = now

    return tell
