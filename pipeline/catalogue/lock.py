"""The lock: which commit of a hub model was pulled, and what every one of its files must hash to.

One JSON file, `tezy.lock`. It lies beside the configuration it belongs to (`config.lock_beside`), so that a newsroom
keeps the two together; the bundled configurations, whose folder may not be writable, share the one in
`resources.home()`. It is by repository, not by card: two cards of one model, for two jobs, share its files.
"""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.catalogue.card import FileName, Sha256
from pipeline.config import LOCK_FILE
from pipeline.errors import ModelError, OutputError
from pipeline.resources import home


class LockedFile(BaseModel):
    """One file of a pulled model; the size is in bytes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sha256: Sha256
    size: Annotated[int, Field(ge=0)]


class LockedModel(BaseModel):
    """What was pulled of one repository.

    `license` is what the hub states, empty if nothing; `pulled` the day, ISO 8601. `hub_files` are the files as the hub
    has them, `files` those that are loaded: the same, but for pickles, which are replaced by what was made of them.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    commit: Annotated[str, Field(pattern=r"^[0-9a-f]{7,64}$")]
    license: str
    pulled: str
    hub_files: dict[FileName, LockedFile]
    files: dict[FileName, LockedFile]


class Lock(BaseModel):
    """The whole lock, by repository."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: Literal[1] = 1
    models: dict[str, LockedModel] = {}


def default_lock_path() -> Path:
    """Return the lock of the bundled configurations."""
    return home() / LOCK_FILE


def read_lock(path: Path) -> Lock:
    """Read the lock at `path`; one that does not exist is empty.

    Raises: ModelError if it cannot be read or is not a lock.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Lock()
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(f"{path}: the lock cannot be read ({error}).") from error
    try:
        return Lock.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the whole"
        hint = "Restore it, or delete it and pull its models again."
        raise ModelError(f"{path}: not a lock that this Tezy reads ({place}: {first['msg']}). {hint}") from error


def write_lock(path: Path, lock: Lock) -> None:
    """Put `lock` at `path` in one step: a reader sees the old one or the new one, whole.

    Raises: OutputError if the folder cannot be written.
    """
    text = json.dumps(lock.model_dump(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    aside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with aside.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError as error:
        with suppress(OSError):
            aside.unlink()
        raise OutputError(f"{path}: the lock cannot be written ({error}).") from error
