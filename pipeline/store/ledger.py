"""The ledger of one run: what has been read and what has been finished, on disk, so that a killed run goes on.

A run has three passes. Reading puts every article (or the reason it was skipped) in the order of the input; writing
adds each article's brief; then the stories that the briefs make are put in, all at once. The first two move in chunks,
each one transaction: after a `kill -9` the ledger is at the end of some chunk, never inside one. Nothing is held in
memory but the chunk at hand.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pipeline.errors import OutputError
from pipeline.records import Skipped
from pipeline.store.transaction import explained, transaction

_TABLES = """
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS entries (
    position INTEGER PRIMARY KEY, source TEXT NOT NULL, reason TEXT, advice TEXT, article TEXT, brief TEXT
);
CREATE TABLE IF NOT EXISTS places (id TEXT PRIMARY KEY, position INTEGER NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS stories (number INTEGER PRIMARY KEY, importance REAL NOT NULL, story TEXT NOT NULL);
"""


class Ledger:
    """The ledger in the file `path`, made if it is not there. A context manager.

    Articles and briefs go in and come out as JSON text; what is in them is not the ledger's business.
    """

    def __init__(self, path: Path) -> None:
        """Open the ledger. Raises: OutputError if the file cannot be opened or written."""
        self.path = path
        try:
            self._database = sqlite3.connect(path, timeout=60)
            self._database.executescript(f"PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; {_TABLES}")
        except sqlite3.Error as error:
            raise OutputError(
                f"{path}: the run's ledger cannot be opened ({error}). Remove it to start anew."
            ) from error

    def fact(self, name: str, value: str) -> str:
        """Return the value first stored under `name`; store `value` if there is none."""
        with transaction(self._database, self.path):
            self._database.execute("INSERT OR IGNORE INTO facts VALUES (?, ?)", (name, value))
        (stored,) = self._database.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return str(stored)

    @property
    def started(self) -> str:
        """When the run began, as its fact "started" says; nothing if it has not begun."""
        row = self._database.execute("SELECT value FROM facts WHERE name = 'started'").fetchone()
        return str(row[0]) if row else ""

    @property
    def read_count(self) -> int:
        """How many entries reading has put in, skipped ones included."""
        return self._count("1")

    @property
    def article_count(self) -> int:
        """How many of them are articles."""
        return self._count("article IS NOT NULL")

    @property
    def brief_count(self) -> int:
        """How many articles have their brief."""
        return self._count("brief IS NOT NULL")

    def add_read(self, entries: Sequence[tuple[str, str] | Skipped]) -> None:
        """Append what reading found: (source, article as JSON), or what was skipped."""
        rows: list[tuple[int, str, str | None, str | None, str | None]] = []
        for position, entry in enumerate(entries, start=self.read_count):
            if isinstance(entry, Skipped):
                rows.append((position, entry.source, entry.reason, entry.advice, None))
            else:
                source, article = entry
                rows.append((position, source, None, None, article))
        with transaction(self._database, self.path):
            self._database.executemany(
                "INSERT INTO entries (position, source, reason, advice, article) VALUES (?, ?, ?, ?, ?)", rows
            )

    def unwritten(self, chunk: int) -> Iterator[list[tuple[int, str]]]:
        """Yield articles that have no brief yet, `chunk` at a time: (position, article as JSON)."""
        last = -1
        query = (
            "SELECT position, article FROM entries WHERE article IS NOT NULL AND brief IS NULL AND position > ? "
            "ORDER BY position LIMIT ?"
        )
        while rows := self._database.execute(query, (last, chunk)).fetchall():
            last = rows[-1][0]
            yield rows

    def add_briefs(self, briefs: Iterable[tuple[int, str]]) -> None:
        """Add finished briefs: (position, brief as JSON)."""
        with transaction(self._database, self.path):
            self._database.executemany("UPDATE entries SET brief = ? WHERE position = ?", ((b, p) for p, b in briefs))

    def briefs(self) -> Iterator[str]:
        """Yield the briefs in the order of the input."""
        yield from (
            b for (b,) in self._database.execute("SELECT brief FROM entries WHERE brief IS NOT NULL ORDER BY position")
        )

    def placed_briefs(self) -> Iterator[tuple[int, str]]:
        """Yield the briefs in the order of the input, each with its position."""
        last = -1
        query = "SELECT position, brief FROM entries WHERE brief IS NOT NULL AND position > ? ORDER BY position LIMIT 1"
        while row := self._database.execute(query, (last,)).fetchone():
            last = row[0]
            yield last, row[1]

    def brief(self, identity: str) -> str:
        """Return the brief of the article with this id. Raises: KeyError if it has no place (see `place`)."""
        query = "SELECT brief FROM entries JOIN places USING (position) WHERE id = ?"
        row = self._database.execute(query, (identity,)).fetchone()
        if row is None:
            raise KeyError(identity)
        return str(row[0])

    def identity(self, position: int) -> str:
        """Return the id of the article at `position`."""
        (identity,) = self._database.execute("SELECT id FROM places WHERE position = ?", (position,)).fetchone()
        return str(identity)

    def begin_stories(self) -> None:
        """Begin to put in stories, in one transaction, without those that were there.

        Nothing of it is kept if it does not come to `end_stories`. Raises: OutputError.
        """
        with transaction(self._database, self.path):
            self._database.execute("DELETE FROM stories")
            self._database.execute("DELETE FROM places")

    def place(self, identity: str, position: int) -> None:
        """Note where the article with this id stands. Raises: OutputError if it cannot be written."""
        with explained(self.path, "written"):
            self._database.execute("INSERT INTO places VALUES (?, ?)", (identity, position))

    def add_story(self, number: int, importance: float, story: str) -> None:
        """Put in a story as JSON, in the place of the one that has this number, if there is one.

        Raises: OutputError if it cannot be written.
        """
        with explained(self.path, "written"):
            self._database.execute("INSERT OR REPLACE INTO stories VALUES (?, ?, ?)", (number, importance, story))

    def end_stories(self) -> None:
        """Keep what was put in since `begin_stories`. Raises: OutputError if it cannot be written."""
        with transaction(self._database, self.path):
            pass

    def story(self, number: int) -> str:
        """Return the story with this number, as JSON."""
        (story,) = self._database.execute("SELECT story FROM stories WHERE number = ?", (number,)).fetchone()
        return str(story)

    def story_order(self) -> list[int]:
        """Return the numbers of the stories, the most important first."""
        query = "SELECT number FROM stories ORDER BY importance DESC, number"
        return [number for (number,) in self._database.execute(query)]

    @property
    def story_count(self) -> int:
        """How many stories there are."""
        return int(self._database.execute("SELECT count(*) FROM stories").fetchone()[0])

    def skipped(self) -> Iterator[Skipped]:
        """Yield what was skipped, in the order of the input."""
        query = "SELECT source, reason, advice FROM entries WHERE article IS NULL ORDER BY position"
        yield from (Skipped(*row) for row in self._database.execute(query))

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _count(self, condition: str) -> int:
        (count,) = self._database.execute(f"SELECT count(*) FROM entries WHERE {condition}").fetchone()
        return int(count)
