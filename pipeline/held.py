"""One process at a time in a folder."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import OutputError


@contextmanager
def held_folder(folder: Path, work: str, other: str) -> Iterator[None]:
    """Hold `folder` for one `work` ("run", "pull"), making it if needed; the system frees it when the process ends.

    `other` says how to have the work done elsewhere: "give another --out DIR".
    Raises: OutputError if the folder cannot be made or written, or if another process holds it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / ".lock").open("a+")
    except OSError as error:
        raise OutputError(f"{folder}: not writable ({error.strerror}). Make it writable, or {other}.") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise OutputError(f"{folder}: another {work} is working here. Wait for it, or {other}.") from error
        yield
