"""The lines of a text file, plain or compressed, or of standard input; a line ends at a line feed and nowhere else."""

import bz2
import codecs
import gzip
import lzma
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from pipeline.errors import InputError

COMPRESSED = (".xz", ".gz", ".bz2")


@contextmanager
def read_lines(path: str | Path) -> Iterator[Iterator[str]]:
    """Open `path` ("-": standard input) and yield its lines without their ends.

    U+2028 and its like stay inside a line: scraped text holds them, and splitting there would shift everything below.
    Raises: InputError if the file cannot be opened, or (while reading) is damaged or not UTF-8.
    """
    if str(path) == "-":
        yield _decoded(path, sys.stdin.buffer)
        return
    with readable(path):
        file = open_bytes(Path(path))
    with file:
        yield _decoded(path, file)


@contextmanager
def readable(path: str | Path) -> Iterator[None]:
    """Turn what goes wrong while `path` is read into an InputError that says what to do."""
    try:
        yield
    except (OSError, lzma.LZMAError, zlib.error, EOFError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise InputError(f"{path}: cannot be read ({error.strerror}). Check the path.") from error
        raise InputError(  # gzip and bz2 say it by an OSError without a number
            f"{path}: expected a file compressed as its name says, found a damaged one ({error}). Fetch it again."
        ) from error


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


def _decoded(path: str | Path, lines: Iterable[bytes]) -> Iterator[str]:
    with readable(path):
        for number, line in enumerate(lines, start=1):
            try:
                yield line.decode("utf-8-sig" if number == 1 else "utf-8").removesuffix("\n").removesuffix("\r")
            except UnicodeDecodeError as error:
                likely = "utf-16" if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "windows-1251"
                raise InputError(
                    f"{path}: expected UTF-8, found something else in line {number} (byte {error.start + 1} of it). "
                    f"Convert it first: iconv -f {likely} -t utf-8 {path}"
                ) from error
