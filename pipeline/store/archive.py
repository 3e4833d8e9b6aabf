"""The stories of earlier nights, so that one that goes on is recognised: `stories.sqlite` beside the published runs.

A run's stories lie in a file of this kind in its work folder until it is published, and are then taken over under its
fingerprint and night. What a run sees of the archive is of earlier days and never its own work, so that doing it anew
gives the same digest.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from pipeline.config_stories import MOST_EARLIER_NIGHTS
from pipeline.errors import OutputError
from pipeline.store.transaction import explained, refuse_foreign, transaction

FILE = "stories.sqlite"
SCHEMA_VERSION = 3
_TABLE = """
CREATE TABLE IF NOT EXISTS stories (
    fingerprint TEXT, position INTEGER, night TEXT, id TEXT, since TEXT, headline TEXT, compared BLOB, made_by TEXT,
    PRIMARY KEY (fingerprint, night, position)
);
"""
_FROM_VERSION_1 = """
BEGIN;
ALTER TABLE stories RENAME COLUMN terms TO compared;
ALTER TABLE stories ADD COLUMN made_by TEXT DEFAULT 'terms';
PRAGMA user_version = 2;
COMMIT;
"""
_FROM_VERSION_2 = f"""
BEGIN;
ALTER TABLE stories RENAME TO earlier;
{_TABLE}
INSERT INTO stories SELECT * FROM earlier;
DROP TABLE earlier;
PRAGMA user_version = 3;
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
            if version not in range(SCHEMA_VERSION + 1):
                raise OutputError(f"{path}: stories of version {version}; this Tezy reads version {SCHEMA_VERSION}.")
            refuse_foreign(self._database, "stories", "fingerprint, position, night, id, since, headline")
            if version == 1:
                self._database.executescript(_FROM_VERSION_1)
            if version in (1, 2):
                self._database.executescript(_FROM_VERSION_2)
            self._database.executescript(f"{_TABLE} PRAGMA user_version = {SCHEMA_VERSION};")
        except sqlite3.Error as error:
            full = "full" in str(error)
            hint = "Free space there and start again." if full else "Move the file away to begin anew."
            raise OutputError(f"{path}: the stories of earlier nights cannot be opened ({error}). {hint}") from error

    def before(self, fingerprint: str, first_night: str, night: str, made_by: str) -> Iterator[ArchivedStory]:
        """Yield the stories of other runs from `first_night` to the day before `night`, the latest night first.

        Of a story that went on, only its last night is given. What is not `made_by` the same is left out.
        """
        seen: set[str] = set()
        where = "WHERE fingerprint != ? AND night >= ? AND night < ? AND made_by = ?"
        for story in self._stories(where, fingerprint, first_night, night, made_by):
            if story.id not in seen:
                seen.add(story.id)
                yield story

    def stories(self) -> Iterator[ArchivedStory]:
        """Yield every story, the latest night first."""
        return self._stories("")

    def keep(self, fingerprint: str, night: str, stories: Iterable[ArchivedStory]) -> None:
        """Put in the stories of a run of `night` instead of what it put in before, and forget what no run looks at.

        That is what is older than `stories.earlier_nights` can say, whatever this run's own configuration says.
        """
        oldest = (date.fromisoformat(night) - timedelta(days=MOST_EARLIER_NIGHTS)).isoformat()
        with transaction(self._database, self.path):
            self._database.execute(
                "DELETE FROM stories WHERE fingerprint = ? AND night = ? OR night < ?", (fingerprint, night, oldest)
            )
            self._database.executemany(
                "INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (fingerprint, number, one.night, one.id, one.since, one.headline, one.compared, one.made_by)
                    for number, one in enumerate(stories)
                ),
            )

    def _stories(self, where: str, *values: str) -> Iterator[ArchivedStory]:
        columns, order = "night, id, since, headline, compared, made_by", "night DESC, fingerprint, position"
        query = f"SELECT {columns} FROM stories {where} ORDER BY {order}"
        with explained(self.path, "read"):
            yield from (ArchivedStory(*row) for row in self._database.execute(query, values))

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __enter__(self) -> "StoryArchive":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
