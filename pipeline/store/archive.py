"""The stories of earlier nights, so that one that goes on is recognised: `stories.sqlite` beside the published runs.

A night's stories are put in under its fingerprint just before the run is published; done again, they replace
themselves. What a night sees of the archive is never its own work, so that doing it anew gives the same digest.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import OutputError
from pipeline.store.transaction import transaction

FILE = "stories.sqlite"
SCHEMA_VERSION = 2
_TABLE = """
CREATE TABLE IF NOT EXISTS stories (
    fingerprint TEXT, position INTEGER, night TEXT, id TEXT, since TEXT, headline TEXT, compared BLOB, made_by TEXT,
    PRIMARY KEY (fingerprint, position)
);
"""
_FROM_VERSION_1 = """
BEGIN;
ALTER TABLE stories RENAME COLUMN terms TO compared;
ALTER TABLE stories ADD COLUMN made_by TEXT DEFAULT 'terms';
PRAGMA user_version = 2;
COMMIT;
"""


@dataclass(frozen=True, slots=True)
class ArchivedStory:
    """A story as a night left it. `night` and `since` are days (ISO 8601).

    `compared` is what it is compared by, as bytes; `made_by` says what made them: see `Comparison.made_by`.
    """

    night: str
    id: str
    since: str
    headline: str
    compared: bytes
    made_by: str


class StoryArchive:
    """The archive in the file `path`, made if it is not there. A context manager."""

    def __init__(self, path: Path) -> None:
        """Open the archive. Raises: OutputError if it cannot be opened, or is another program's or a newer Tezy's."""
        self.path = path
        try:
            self._database = sqlite3.connect(path, timeout=60)
            (version,) = self._database.execute("PRAGMA user_version").fetchone()
            if version not in (0, 1, SCHEMA_VERSION):
                raise OutputError(f"{path}: stories of version {version}; this Tezy reads version {SCHEMA_VERSION}.")
            if version == 1:
                self._database.executescript(_FROM_VERSION_1)
            self._database.executescript(f"{_TABLE} PRAGMA user_version = {SCHEMA_VERSION};")
        except sqlite3.Error as error:
            full = "full" in str(error)
            hint = "Free space there and start again." if full else "Move the file away to begin anew."
            raise OutputError(f"{path}: the stories of earlier nights cannot be opened ({error}). {hint}") from error

    def before(self, fingerprint: str, first_night: str, last_night: str, made_by: str) -> Iterator[ArchivedStory]:
        """Yield the stories of other runs in the nights from `first_night` to `last_night`, the latest night first.

        Of a story that went on, only its last night is given. What is not `made_by` the same is left out.
        """
        query = (
            "SELECT night, id, since, headline, compared, made_by FROM stories WHERE fingerprint != ? "
            "AND night >= ? AND night <= ? AND made_by = ? ORDER BY night DESC, fingerprint, position"
        )
        seen: set[str] = set()
        for row in self._database.execute(query, (fingerprint, first_night, last_night, made_by)):
            story = ArchivedStory(*row)
            if story.id not in seen:
                seen.add(story.id)
                yield story

    def keep(self, fingerprint: str, stories: Iterable[ArchivedStory], oldest_night: str) -> None:
        """Put in the stories of a run instead of what it put in before, and forget nights before `oldest_night`."""
        with transaction(self._database, self.path):
            self._database.execute(
                "DELETE FROM stories WHERE fingerprint = ? OR night < ?", (fingerprint, oldest_night)
            )
            self._database.executemany(
                "INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (fingerprint, number, one.night, one.id, one.since, one.headline, one.compared, one.made_by)
                    for number, one in enumerate(stories)
                ),
            )

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __enter__(self) -> "StoryArchive":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
