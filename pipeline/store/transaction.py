"""Writing to SQLite: all or nothing, and a failure that says what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import OutputError


@contextmanager
def transaction(database: sqlite3.Connection, path: Path | str) -> Iterator[sqlite3.Connection]:
    """Commit what is done inside, or nothing of it.

    Raises: OutputError naming `path` if SQLite cannot write (no space left, a read-only folder).
    """
    try:
        with database:
            yield database
    except sqlite3.Error as error:
        raise OutputError(f"{path}: cannot be written ({error}). Free space there and start again.") from error
