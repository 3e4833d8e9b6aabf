"""A pair of parallel text, and what a reader says of a place where there is none."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """A Ukrainian text and its English.

    `corpus` is the tag that weights and counts go by; `place` is `file:line`. A pair that is `held_out` belongs to an
    article kept for measuring (see `gold`): nothing is trained or steered by it.
    """

    uk: str
    en: str
    corpus: str
    place: str
    held_out: bool = False


@dataclass(frozen=True, slots=True)
class Malformed:
    """A place in a file where a pair should be and is not."""

    place: str
    expected: str
    found: str

    def __str__(self) -> str:
        """Say it as an error message does."""
        return f"{self.place}: expected {self.expected}, found {self.found}."
