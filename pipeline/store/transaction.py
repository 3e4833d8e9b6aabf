"""Using SQLite: all or nothing, a failure that says what to do, and no table of another program's touched."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from pipeline.errors import OutputError


@contextmanager
def transaction(database: sqlite3.Connection, path: Path | str) -> Iterator[sqlite3.Connection]:
    """Commit what is done inside, or nothing of it.

    Raises: OutputError naming `path` if SQLite cannot write (no space left, a read-only folder).
    """
    with explained(path, "written"), database:
        yield database


@contextmanager
def explained(path: Path | str, done: Literal["read", "written"]) -> Iterator[None]:
    """Turn SQLite's errors inside, where the file `path` is to be `done`, into an OutputError that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        space = done == "written" or "full" in str(error)  # to sort what is read takes space, too
        hint = "Free space there and start again." if space else "Move the file away and start again."
        raise OutputError(f"{path}: cannot be {done} ({error}). {hint}") from error


def refuse_foreign(database: sqlite3.Connection, table: str, columns: str) -> None:
    """Leave alone what another program made: a database that is neither empty nor has just `table`, with `columns`.

    Raises: sqlite3.Error.
    """
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) != 'sqlite_' ORDER BY name"
    found = [name for (name,) in database.execute(query)]
    if found not in ([], [table]):
        raise sqlite3.DatabaseError(f"another program's, with the tables {', '.join(found)}")
    if found:
        database.execute(f"SELECT {columns} FROM {table} LIMIT 0")
