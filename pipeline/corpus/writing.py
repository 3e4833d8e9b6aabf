"""Pairs to a file: Ukrainian, English, corpus between tabs; compressed if the name ends in .xz or .gz."""

import gzip
import lzma
import os
from collections.abc import Iterable
from pathlib import Path
from typing import IO, cast

from pipeline.corpus.pair import Pair
from pipeline.errors import OutputError


def write_pairs(path: Path, pairs: Iterable[Pair], read: Iterable[Path]) -> int:
    """Write `pairs` to `path` and return how many there were. The file appears when it is whole; none for no pair.

    Raises: OutputError if it cannot be written, is one of the files `read`, or its name does not end in .tsv, .tsv.xz
    or .tsv.gz.
    """
    if path.resolve() in {one.resolve() for one in read}:
        raise OutputError(f"{path} is one of the files that are read, and would be lost. Give another with --out.")
    if not path.name.endswith((".tsv", ".tsv.xz", ".tsv.gz")):
        raise OutputError(f"{path}: expected a name ending in .tsv, .tsv.xz or .tsv.gz. Give another with --out.")
    part = path.with_name(f".{os.getpid()}-{path.name}")
    written = 0
    try:
        with _open(part) as file:
            for pair in pairs:
                file.write("\t".join(" ".join(one.split()) for one in (pair.uk, pair.en, pair.corpus)) + "\n")
                written += 1
        if written:
            part.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror or error}). Give another --out.") from error
    finally:
        part.unlink(missing_ok=True)
    return written


def _open(path: Path) -> IO[str]:
    match path.suffix:
        case ".xz":
            return cast(IO[str], lzma.open(path, "wt", encoding="utf-8", newline="\n", preset=4))
        case ".gz":
            return cast(IO[str], gzip.open(path, "wt", encoding="utf-8", newline="\n"))
        case _:
            return path.open("w", encoding="utf-8", newline="\n")
