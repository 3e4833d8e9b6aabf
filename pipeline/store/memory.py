"""The memory: what a model wrote once is not paid for again.

One SQLite table from a key to a text. The key is a hash of everything that could change the text (`memory_key`); a
memory that could serve one model's output as another's would be worse than none. Written a batch at a time, each in its
own transaction, so that a run killed at any moment loses at most the batch it was working on.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pipeline.errors import OutputError
from pipeline.store.transaction import explained, refuse_foreign, transaction

SCHEMA_VERSION = 1
_KEYS_PER_QUERY = 500  # SQLite allows 32,766 variables; smaller queries keep memory flat


def memory_key(identity: Mapping[str, object], text: str) -> str:
    """Hash a text together with the identity of what will work on it.

    `identity` names stage and its version, model, revision, weights hash, engine and every decoding option; the order
    of its keys does not matter.
    """
    stated = json.dumps(identity, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{stated}\0{text}".encode()).hexdigest()


class Memory:
    """A persistent map from keys (`memory_key`) to texts. A context manager; `path` may be ":memory:"."""

    def __init__(self, path: Path | str) -> None:
        """Open or create the memory at `path`.

        Raises: OutputError if the file cannot be opened, or is another program's or a newer Tezy's.
        """
        self.path = path
        if isinstance(path, Path):
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise OutputError(f"the memory's folder {path.parent} cannot be made ({error.strerror}).") from error
        try:
            self._database = sqlite3.connect(path, timeout=60)
            (version,) = self._database.execute("PRAGMA user_version").fetchone()
            if version not in (0, SCHEMA_VERSION):
                raise OutputError(f"{path}: a memory of version {version}; this Tezy reads version {SCHEMA_VERSION}.")
            refuse_foreign(self._database, "memory", "key, text")
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute("PRAGMA synchronous=NORMAL")
            with self._database:
                self._database.execute("CREATE TABLE IF NOT EXISTS memory (key TEXT PRIMARY KEY, text TEXT NOT NULL)")
                self._database.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        except sqlite3.Error as error:
            hint = "Move the file away, or set TEZY_HOME to another folder."
            raise OutputError(f"{path}: the memory cannot be opened ({error}). {hint}") from error

    def get(self, keys: Sequence[str]) -> dict[str, str]:
        """Return what is known of `keys`; those not known are not in the result. Raises: OutputError."""
        known: dict[str, str] = {}
        with explained(self.path, "read"):
            for start in range(0, len(keys), _KEYS_PER_QUERY):
                part = keys[start : start + _KEYS_PER_QUERY]
                marks = ",".join("?" * len(part))
                known.update(self._database.execute(f"SELECT key, text FROM memory WHERE key IN ({marks})", part))
        return known

    def put(self, entries: Iterable[tuple[str, str]]) -> None:
        """Keep `entries` in one transaction. Raises: OutputError if they cannot be written (no space left)."""
        with transaction(self._database, self.path):
            self._database.executemany("INSERT OR REPLACE INTO memory (key, text) VALUES (?, ?)", entries)

    def absorb(self, other: Path) -> None:
        """Take over everything that the memory in the file `other` knows; what both know, as `other` knows it.

        Raises: OutputError if it cannot be read, or not be written here.
        """
        with explained(other, "read"):
            self._database.execute("ATTACH DATABASE ? AS other", (str(other),))
        with transaction(self._database, self.path):
            self._database.execute("INSERT OR REPLACE INTO memory SELECT key, text FROM other.memory")
        self._database.execute("DETACH DATABASE other")

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __enter__(self) -> "Memory":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
