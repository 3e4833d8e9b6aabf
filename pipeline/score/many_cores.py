"""Counting on all cores: long corpora in parts, each part in a process; short ones here and now."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import Protocol, TypeVar

from pipeline.cores import cores

Part = TypeVar("Part")
Counted = TypeVar("Counted")

FEW = 4000
"""Texts below which starting processes takes longer than the counting."""


class RunParts(Protocol):
    """Calls a function of a module on each part and returns what came of them, in order."""

    def __call__(self, function: Callable[[Part], Counted], parts: Sequence[Part]) -> list[Counted]:
        """Return the results in the order of `parts`."""
        ...


def one_by_one(function: Callable[[Part], Counted], parts: Sequence[Part]) -> list[Counted]:
    """Run the parts in this process."""
    return [function(part) for part in parts]


@contextmanager
def many_cores(texts: int, processes: int | None = None) -> Iterator[RunParts]:
    """Yield what runs parts of work on `texts` texts: on as many `processes` as there are cores, or here if few."""
    count = cores() if processes is None else processes
    if count < 2 or texts < FEW:
        yield one_by_one
        return
    with ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn")) as pool:

        def spread(function: Callable[[Part], Counted], parts: Sequence[Part]) -> list[Counted]:
            return list(pool.map(function, parts))

        yield spread
