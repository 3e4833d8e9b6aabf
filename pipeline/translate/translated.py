"""What comes out of the translator."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Translated:
    """The target of one source sentence: a model wrote it now, or earlier, or there was nothing to translate."""

    text: str
    origin: Literal["model", "memory", "passed"]
