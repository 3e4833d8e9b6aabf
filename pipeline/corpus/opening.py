"""Files of parallel text: their lines with their numbers, and what their names say when compression is left aside."""

from collections.abc import Iterator
from pathlib import Path

from pipeline import line_files
from pipeline.line_files import COMPRESSED


def numbered_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the number (from 1) and text of each line, without its end.

    Raises: InputError if the file cannot be read or is not UTF-8.
    """
    with line_files.read_lines(path) as lines:
        yield from enumerate(lines, start=1)


def kind(path: Path) -> str:
    """Return the suffix that says a file's format, compression left aside. Example: `.tsv` for `a.tsv.xz`."""
    return Path(path.stem).suffix if path.suffix in COMPRESSED else path.suffix


def plain_stem(path: Path) -> str:
    """Return the file's name without format and compression. Example: `a` for `a.tsv.xz`."""
    return Path(path.stem).stem if path.suffix in COMPRESSED else path.stem
