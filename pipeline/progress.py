"""How a long command says how far it is; what says it is the command line's business (`pipeline.cli.progress`)."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

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
