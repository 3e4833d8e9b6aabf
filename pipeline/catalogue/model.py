"""A model that is here: its card, the folder of its files, and the hashes that say which weights they are."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.catalogue.card import Card


@dataclass(frozen=True, slots=True)
class Model:
    """A model ready to be loaded.

    `revision` is the hub's commit, or "bundled". `weights_sha256` is the sha256 of the files' own sha256 in the order of
    their names: what tells one set of weights from another in every cache key.
    """

    card: Card
    folder: Path
    revision: str
    weights_sha256: str
