"""What may be wrong with a name in a translation."""

from dataclasses import dataclass
from typing import Literal

ProblemSort = Literal["wrong form", "misspelt", "missing", "added"]


@dataclass(frozen=True, slots=True)
class NameProblem:
    """A name that the translation lacks or misspells, or that it has and the source has not.

    `start` and `end` are its place in the source, both 0 if it is not there, and `name` how it is written. `right` is
    the form that belongs in the translation, empty if nobody knows; `origin` says who says so: a line of the glossary,
    or a standard. `target` is the place of what stands there instead, `found`; None if nothing was recognised.
    `certainty` is 0 to 1.
    """

    sort: ProblemSort
    start: int
    end: int
    name: str
    right: str
    origin: str
    certainty: float
    target: tuple[int, int] | None = None
    found: str = ""
    repairable: bool = False
