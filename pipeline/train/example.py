"""What a model learns from: a source text, the target it should make of it, and which task that is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from pipeline.corpus.overlap import fingerprint


@dataclass(frozen=True, slots=True)
class Example:
    """One example. `task` is empty for a model with a single task; else the source is headed by `>>task<<`."""

    source: str
    target: str
    corpus: str
    task: str = ""

    @property
    def key(self) -> int:
        """64 bits that examples with the same source (case, spaces and punctuation aside) have in common."""
        return fingerprint(self.source)


class Examples(Protocol):
    """Examples that can be gone through again and again, always in the same order; not all of them in memory."""

    def __iter__(self) -> Iterator[Example]:
        """Begin again."""
        ...
