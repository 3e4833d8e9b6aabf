"""What the articles of a night are compared by: their terms (`by_terms`), or a model's vectors (`by_vectors`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from pipeline.records import Brief
from pipeline.stories.likeness import LogOdds
from pipeline.stories.rows import Places


@dataclass(frozen=True, slots=True)
class Compared:
    """Pairs of articles, `first < second`, each once, and how likely they are of one event. Shapes: (pairs,)."""

    first: Places
    second: Places
    odds: LogOdds


class Comparison(Protocol):
    """Takes the articles of a night one after the other, compares them, and says what to keep for the next nights."""

    @property
    def made_by(self) -> str:
        """What `merged` is made by: only what is made by the same can be compared."""
        ...

    @property
    def days(self) -> Sequence[int]:
        """The day of each article, in the order in which they were added; see `pipeline.stories.days`."""
        ...

    def add(self, brief: Brief) -> None:
        """Take an article; its number is how many were taken before it."""
        ...

    def compare(self, earlier: Sequence[bytes]) -> Compared:
        """Compare the articles with one another and with `earlier`, which `merged` of another night returned.

        Earlier stories are numbered on from the last article. Pairs that are left out count as
        `pipeline.stories.cluster.ABSENT`.
        """
        ...

    def merged(self, members: Sequence[int]) -> bytes:
        """Return the story that these articles tell as one article, for comparing it with those of later nights."""
        ...
