"""Prove that a model's files are those that its lock or card states.

The only place that reads weights without loading them. `find_model` does not: a run that loads no model hashes none.
"""

import hashlib
from pathlib import Path

from pipeline.catalogue.cards import CARD_FILE, bundled_folders
from pipeline.catalogue.model import Model
from pipeline.errors import ModelError

# Text for people: no loader reads it, so it may change without changing the model.
NOT_LOADED = frozenset({CARD_FILE, "README.md", "LICENSE", "LICENSE.txt", "LICENSE.md", "NOTICE"})


def verify_files(model: Model) -> None:
    """Hash every file of `model` and compare it with what lock or card states. Call it before loading weights.

    Raises: ModelError if a file is missing, differs, or lies in the folder without being stated (a loader might read
    it).
    """
    if not model.files:
        raise ModelError(_no_hashes(model))
    for name, stated in sorted(model.files.items()):
        found = _sha256_or_none(model.folder / name)
        if found is None:
            raise ModelError(f"{model.card.name}: {model.folder / name} is missing. {how_to_mend(model)}")
        if found != stated:
            raise ModelError(
                f"{model.card.name}: {model.folder / name} is not the file it should be: sha256 {stated} is stated, "
                f"{found} was found. {how_to_mend(model)}"
            )
    if unknown := sorted(set(files_to_hash(model.folder)) - set(model.files)):
        raise ModelError(
            f"{model.card.name}: {', '.join(unknown)} in {model.folder} is not among the stated files, and a loader "
            f"might read it. Move it out of the folder."
        )


def hash_files(folder: Path) -> dict[str, str]:
    """Return the sha256 of every file in `folder` that a loader may read, by name: what a card's `files` states."""
    return {name: sha256_of(folder / name) for name in files_to_hash(folder)}


def files_to_hash(folder: Path) -> list[str]:
    """List the files of a model's folder that a loader may read; hidden ones and texts for people are left out."""
    names = (path.name for path in folder.iterdir() if path.is_file())
    return sorted(name for name in names if not name.startswith(".") and name not in NOT_LOADED)


def sha256_of(path: Path) -> str:
    """Return the sha256 of a file's bytes, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def how_to_mend(model: Model) -> str:
    """Say what to type when the files of `model` are not what they should be."""
    if model.card.repo:
        name = model.card.name if model.card.name in bundled_folders() else "FOLDER, the folder of its card"
        return f"Pull it again, with the same --config if you gave one: tezy models pull {name}"
    if model.revision == "bundled":
        return "Install Tezy again; this model is part of it."
    return "Restore the file, or state the new one in the card: tezy models verify prints the lines."


def _sha256_or_none(path: Path) -> str | None:
    try:
        return sha256_of(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ModelError(f"{path}: cannot be read ({error.strerror}).") from error


def _no_hashes(model: Model) -> str:
    return (
        f"{model.card.name}: its card {model.folder / CARD_FILE} states no files, so nothing says which weights are "
        f"meant. `tezy models verify {model.folder}` prints the lines to add to it."
    )
