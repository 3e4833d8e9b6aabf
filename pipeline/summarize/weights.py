"""How much each thing that can be measured of a word or a sentence counts when key points are chosen.

`weights.json`, one part a language, is written by `benchmarks/keypoint_weights.py` from the articles of our own corpus
that are not held out.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.records import Language


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one language.

    `words`: log odds that a word of the article is one of the key points'. `sentences`: words of the key points that a
    sentence holds beyond the sum over its words. `length`: such words that one more word of length must bring; half the
    F1 that is to be had, for then the F1 of the whole grows.
    """

    words: Mapping[str, float]
    sentences: Mapping[str, float]
    length: float


@cache
def weights_of(language: Language) -> Weights:
    """Return the weights for articles in `language`; those of English where it has none."""
    table = json.loads(files("pipeline.summarize").joinpath("weights.json").read_text(encoding="utf-8"))
    return Weights(**table.get(language, table["en"]))
