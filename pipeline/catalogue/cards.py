"""Read model cards: those that travel with Tezy, and the card in a newsroom's own model folder."""

import difflib
import tomllib
from pathlib import Path

from pydantic import ValidationError

from pipeline.catalogue.card import Card
from pipeline.errors import ModelError
from pipeline.explain import explain
from pipeline.resources import data_folder

CARD_FILE = "card.toml"


def read_card(folder: Path) -> Card:
    """Read `folder`/card.toml.

    Raises: ModelError if it cannot be read, lacks a field (a licence above all), or has one that cards do not have.
    """
    path = folder / CARD_FILE
    try:
        stated = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(f"{path}: cannot be read ({error}).") from error
    except tomllib.TOMLDecodeError as error:
        raise ModelError(f"{path}: not valid TOML: {error}.") from error
    if not str(stated.get("license", "")).strip():
        raise ModelError(f'{path}: the card states no licence, and no model is used without one. Add: license = "..."')
    try:
        return Card.model_validate(stated)
    except ValidationError as error:
        raise ModelError("\n".join(explain(path, Card, error))) from error


def bundled_folders() -> dict[str, Path]:
    """Return the folder of each model that has a card in Tezy's own `models/`, by name, in alphabetical order."""
    return {path.parent.name: path.parent for path in sorted(data_folder("models").glob(f"*/{CARD_FILE}"))}


def card_folder(name: str) -> Path:
    """Return the folder that holds the card of `name`: a bundled name, or a path to a folder with a card.toml.

    Raises: ModelError naming the nearest name, and all there are.
    """
    folders = bundled_folders()
    if name in folders:
        return folders[name]
    path = Path(name).expanduser()
    if (path / CARD_FILE).is_file():
        return path
    if path.is_dir():
        raise ModelError(f"{name}: a folder without a {CARD_FILE}. docs/models.md says what to write in one.")
    near = difflib.get_close_matches(name.rpartition("/")[2].lower(), folders, n=1)
    hint = f"Did you mean {near[0]}? " if near else ""
    raise ModelError(
        f"no model {name}. {hint}Available: {', '.join(folders)}, or the path of a folder with a {CARD_FILE}."
    )
