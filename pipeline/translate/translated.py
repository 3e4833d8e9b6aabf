"""What comes out of the translator."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Translated:
    """The target of one source sentence: a model wrote it now, or earlier, or there was nothing to translate.

    `sureness` is how sure the model was of it, of its least sure part if it was translated in parts: see
    `pipeline.engines.generator.Output`. None if that is not known.
    """

    text: str
    origin: Literal["model", "memory", "passed"]
    sureness: float | None = None
