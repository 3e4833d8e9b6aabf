"""The lock: which commit of a hub model was pulled, and what every one of its files must hash to.

One JSON file, `tezy.lock`. It lies beside the configuration it belongs to, so that a newsroom commits the two together;
the bundled configurations, whose folder may not be writable, share the one in `resources.home()`.
"""

import json
import os
import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.errors import ModelError, OutputError
from pipeline.resources import home

LOCK_FILE = "tezy.lock"

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
# A file's name and never a path: what is written in a lock must not lead out of the model's folder.
FileName = Annotated[str, Field(pattern=r"^[A-Za-z0-9_][A-Za-z0-9._-]*$")]


class LockedFile(BaseModel):
    """One file of a pulled model. `converted_from` names the hub's files that were turned into it, if it was."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sha256: Sha256
    size: Annotated[int, Field(ge=0)]


class LockedModel(BaseModel):
    """What was pulled.

    `hub_files` are the files as the hub has them, `files` those that are loaded: the same, but for pickles, which are
    replaced by the safetensors made of them. `hub_license` is empty if the hub states none.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    repo: str
    commit: Annotated[str, Field(pattern=r"^[0-9a-f]{7,64}$")]
    license: str
    hub_license: str
    pulled: str
    hub_files: dict[FileName, LockedFile]
    files: dict[FileName, LockedFile]


class Lock(BaseModel):
    """The whole lock, by model name."""

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
        place = ".".join(str(part) for part in first["loc"])
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
        aside.unlink(missing_ok=True)
        raise OutputError(f"{path}: the lock cannot be written ({error}).") from error


def is_file_name(name: str) -> bool:
    """Say whether `name` can stand in a lock: a plain file name, no path, not hidden."""
    return re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._-]*", name) is not None
