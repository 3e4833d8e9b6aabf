"""What was written is read back before it is published: a digest is whole or it is none."""

import json
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import OutputError
from pipeline.render.markdown import LAST_LINE
from pipeline.render.records_json import brief_from_json, run_from_json

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


def _verify_records(folder: Path, count: int) -> None:
    """Walk records and page together: each article of the one must come next in the other."""
    records, page = folder / "briefs.jsonl", folder / "digest.html"
    found = 0
    with page.open(encoding="utf-8", errors="replace") as html:
        for found, identity in enumerate(_identities(records), start=1):
            anchor = f'<article id="a-{identity}"'
            if not any(anchor in line for line in html):
                raise _not_whole(f"{page}: article {found}, {identity}, expected but not found in its place.")
    if found != count:
        raise _not_whole(f"{records}: {count} records expected, {found} found.")


def _identities(records: Path) -> Iterator[str]:
    with records.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if not line.endswith(b"\n"):
                raise _not_whole(f"{records}: line {number} is cut off.")
            try:
                yield brief_from_json(line.decode()).article.id
            except ValueError as error:
                raise _not_whole(f"{records}: line {number} is not a brief ({str(error).splitlines()[0]}).") from error


def _verify_json(folder: Path) -> None:
    for name, read in (("run.json", run_from_json), ("scores.json", json.loads)):
        try:
            read((folder / name).read_text(encoding="utf-8"))
        except ValueError as error:
            raise _not_whole(f"{folder / name}: cannot be read back ({str(error).splitlines()[0]}).") from error


def _verify_endings(folder: Path) -> None:
    for name, ending in (("digest.html", "</html>\n"), ("digest.md", LAST_LINE), ("digest.eml", "--\r\n")):
        path = folder / name
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _ENDING))
            last = file.read()
        if not last.endswith(ending.encode()):
            raise _not_whole(f"{path}: expected to end with {ending.strip()}, but is cut off.")


def _not_whole(what: str) -> OutputError:
    return OutputError(f"{what} Nothing was published; start the same command again.")
