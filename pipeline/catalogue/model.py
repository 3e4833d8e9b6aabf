"""A model that is here: its card, the folder of its files, and the hashes that say which weights they are."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.catalogue.card import Card


@dataclass(frozen=True, slots=True)
class Model:
    """A model ready to be loaded.

    `revision` is the hub's commit, "bundled" for a model that travels with Tezy, "local" for a newsroom's own.
    `weights_sha256` is the sha256 of the files' own sha256 in the order of their names: what tells one set of weights
    from another in every cache key. `files` maps each file's name to the sha256 that lock or card states for it;
    whoever loads the weights calls `verify.verify_files` first.
    """

    card: Card
    folder: Path
    revision: str
    weights_sha256: str
    files: Mapping[str, str] = field(default_factory=dict)


def combined_sha256(files: Mapping[str, str]) -> str:
    """Hash the hashes of `files` (name to sha256) in the order of their names."""
    return hashlib.sha256("".join(files[name] for name in sorted(files)).encode()).hexdigest()
