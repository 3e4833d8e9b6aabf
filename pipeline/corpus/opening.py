"""Lines of a text file, plain or compressed, as they are; a line ends at a line feed and nowhere else."""

import bz2
import gzip
import lzma
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from pipeline.errors import InputError

COMPRESSED = (".xz", ".gz", ".bz2")


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn what goes wrong while `path` is read into an InputError that says what to do."""
    try:
        yield
    except (UnicodeDecodeError, lzma.LZMAError, gzip.BadGzipFile, EOFError) as error:
        raise InputError(f"{path}: expected UTF-8 text, found something else ({error}). Convert it first.") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error}).") from error


def read_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the number (from 1) and text of each line, without its end.

    U+2028 and its like stay inside a line: corpora hold them, and splitting there would shift everything below.

    Raises: InputError if the file cannot be read or is not UTF-8.
    """
    with readable(path), _open(path) as file:
        for number, line in enumerate(file, 1):
            yield number, line.rstrip("\r\n")


def kind(path: Path) -> str:
    """Return the suffix that says a file's format, compression left aside. Example: `.tsv` for `a.tsv.xz`."""
    return Path(path.stem).suffix if path.suffix in COMPRESSED else path.suffix


def plain_stem(path: Path) -> str:
    """Return the file's name without format and compression. Example: `a` for `a.tsv.xz`."""
    return Path(path.stem).stem if path.suffix in COMPRESSED else path.stem


def open_bytes(path: Path) -> IO[bytes]:
    """Open `path` for reading bytes, uncompressed."""
    match path.suffix:
        case ".xz":
            return cast(IO[bytes], lzma.open(path, "rb"))
        case ".gz":
            return cast(IO[bytes], gzip.open(path, "rb"))
        case ".bz2":
            return cast(IO[bytes], bz2.open(path, "rb"))
        case _:
            return path.open("rb")


def _open(path: Path) -> IO[str]:
    match path.suffix:
        case ".xz":
            return cast(IO[str], lzma.open(path, "rt", encoding="utf-8-sig", newline="\n"))
        case ".gz":
            return cast(IO[str], gzip.open(path, "rt", encoding="utf-8-sig", newline="\n"))
        case ".bz2":
            return cast(IO[str], bz2.open(path, "rt", encoding="utf-8-sig", newline="\n"))
        case _:
            return path.open(encoding="utf-8-sig", newline="\n")
