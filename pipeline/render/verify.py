"""What was written is read back before it is published: a digest is whole or it is none."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from pipeline.errors import OutputError
from pipeline.render.markdown import LAST_LINE
from pipeline.render.records_json import brief_from_json, run_from_json, story_from_json

Record = TypeVar("Record")

PAGE_END = "</html>\n"
_ENDING = 400  # bytes; more than any file's last line of ours


def verify_digest(folder: Path, count: int) -> None:
    """Check that `folder` holds a whole digest of `count` articles.

    Every file is there, every record can be read, the page has every article in the order of the records, and no file
    is cut off. Raises: OutputError naming the file, what was expected and what was found.
    """
    try:
        _verify_records(folder, count)
        _verify_json(folder)
        _verify_endings(folder)
    except OSError as error:
        raise _not_whole(f"{error.filename}: cannot be read back ({error.strerror}).") from error


def has_article(lines: Iterable[str], identity: str) -> bool:
    """Say whether the article with this id begins in one of the lines of a page; no more are read than it takes."""
    return any(f'<article id="a-{identity}"' in line for line in lines)


def _verify_records(folder: Path, count: int) -> None:
    """Count the articles, and walk stories and page together: each article of the one must come next in the other."""
    records, stories, page = folder / "briefs.jsonl", folder / "stories.jsonl", folder / "digest.html"
    found = sum(1 for _ in _read(records, "a brief", brief_from_json))
    if found != count:
        raise _not_whole(f"{records}: {count} records expected, {found} found.")
    told = 0
    with page.open(encoding="utf-8", errors="replace") as html:
        for story in _read(stories, "a story", story_from_json):
            for identity in (one for article in story.articles for one in (article.id, *article.folded)):
                told += 1
                if not has_article(html, identity):
                    raise _not_whole(f"{page}: article {told}, {identity}, expected but not found in its place.")
    if told != count:
        raise _not_whole(f"{stories}: stories of {count} articles expected, of {told} found.")


def _read(records: Path, kind: str, read: Callable[[str], Record]) -> Iterator[Record]:
    with records.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if not line.endswith(b"\n"):
                raise _not_whole(f"{records}: line {number} is cut off.")
            try:
                yield read(line.decode())
            except ValueError as error:
                raise _not_whole(f"{records}: line {number} is not {kind} ({str(error).splitlines()[0]}).") from error


def _verify_json(folder: Path) -> None:
    for name, read in (("run.json", run_from_json), ("scores.json", json.loads)):
        try:
            read((folder / name).read_text(encoding="utf-8"))
        except ValueError as error:
            raise _not_whole(f"{folder / name}: cannot be read back ({str(error).splitlines()[0]}).") from error


def _verify_endings(folder: Path) -> None:
    for name, ending in (
        ("digest.html", PAGE_END),
        ("digest.md", LAST_LINE),
        ("digest.eml", "--\r\n"),
        ("feed.xml", "</feed>\n"),
    ):
        path = folder / name
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _ENDING))
            last = file.read()
        if not last.endswith(ending.encode()):
            raise _not_whole(f"{path}: expected to end with {ending.strip()}, but is cut off.")


def _not_whole(what: str) -> OutputError:
    return OutputError(f"{what} Nothing was published; start the same command again.")
