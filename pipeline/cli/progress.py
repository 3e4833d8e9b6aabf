"""Progress on standard error: a bar with rate and time left on a terminal, a line a step elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

import click

from pipeline.progress import SECONDS_BETWEEN_LINES, Advance, Progress


def make_progress() -> Progress:
    """Return what fits where standard error goes."""
    return Bars() if sys.stderr.isatty() else Lines()


class Bars:
    """A tqdm bar a step."""

    def step(self, name: str, total: int | None, unit: str) -> AbstractContextManager[Advance]:
        """Open a bar."""
        return self._bar(name, total, unit)

    @contextmanager
    def _bar(self, name: str, total: int | None, unit: str) -> Iterator[Advance]:
        from tqdm import tqdm

        with tqdm(desc=name, total=total, unit=f" {unit}", file=sys.stderr, dynamic_ncols=True) as bar:
            yield bar.update

    def say(self, line: str) -> None:
        """Print a line between bars."""
        click.echo(line, err=True)


class Lines:
    """A line when a step ends, and one a minute while it goes on."""

    def step(self, name: str, total: int | None, unit: str) -> AbstractContextManager[Advance]:
        """Open a step."""
        return self._counted(name, total, unit)

    @contextmanager
    def _counted(self, name: str, total: int | None, unit: str) -> Iterator[Advance]:
        start = last = time.monotonic()
        done = 0

        def advance(more: int) -> None:
            nonlocal done, last
            done += more
            now = time.monotonic()
            if now - last >= SECONDS_BETWEEN_LINES and done:
                left = f", {(total - done) * (now - start) / done:.0f} s left" if total else ""
                self.say(f"{name}: {done} of {total or '?'} {unit}s{left}")
                last = now

        yield advance
        seconds = time.monotonic() - start
        counted = f"{done} {unit}s in {seconds:.1f} s ({done / max(seconds, 0.001):.1f} a second)"
        self.say(f"{name}: {counted if done else f'done in {seconds:.1f} s'}")

    def say(self, line: str) -> None:
        """Print a line with the time of day."""
        click.echo(f"{time.strftime('%H:%M:%S')} {line}", err=True)
