"""What every writer of key points can do, whether a model stands behind it or not."""

from collections.abc import Sequence
from typing import Protocol

from pipeline.records import KeyPoint
from pipeline.summarize.document import Document


class Summarizer(Protocol):
    """Writes the key points of articles of one language."""

    @property
    def loaded(self) -> bool:
        """Whether a model's weights are in memory now."""
        ...

    def identity(self) -> dict[str, object]:
        """Return everything that could change a key point: for `run.json` and for the keys of the memory."""
        ...

    def key_points(self, documents: Sequence[Document], points: int) -> list[tuple[KeyPoint, ...]]:
        """Return the key points of each document, in order: as many tuples as documents.

        A tuple holds `points` key points, fewer only where the document has fewer sentences that can be one.
        """
        ...
