"""Read parallel text in every format we know, told apart by the file's name."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pipeline.corpus.gold import read_gold
from pipeline.corpus.opening import kind
from pipeline.corpus.pair import Malformed, Pair
from pipeline.corpus.tables import read_jsonl, read_side_by_side, read_tsv, side
from pipeline.corpus.tmx import read_tmx
from pipeline.errors import InputError

Reader = Callable[[Path], Iterator[Pair | Malformed]]

READERS: dict[str, Reader] = {
    ".tsv": read_tsv,
    ".jsonl": read_jsonl,
    ".tmx": read_tmx,
    ".txt": read_gold,
    ".uk": read_side_by_side,
    ".en": read_side_by_side,
}


def read_pairs(
    paths: Iterable[Path], on_malformed: Callable[[Malformed], None] | None = None, *, held_out: bool = False
) -> Iterator[Pair]:
    """Yield the pairs of all `paths` in order; those held out for measuring only if `held_out`.

    Two files side by side are read once where both are among `paths`, as a pattern gives them. A place that holds no
    pair is given to `on_malformed`; without one it ends the reading.

    Raises: InputError if a file cannot be read, is of no known format, or has such a place.
    """
    paths = list(paths)
    for path in paths:
        if kind(path) == ".en" and side(path, ".uk") in paths:
            continue
        for found in reader_of(path)(path):
            if isinstance(found, Malformed):
                if on_malformed is None:
                    raise InputError(f"{found} tezy corpus clean leaves such places out.")
                on_malformed(found)
            elif held_out or not found.held_out:
                yield found


def reader_of(path: Path) -> Reader:
    """Return what reads files like `path`.

    Raises: InputError naming the formats there are.
    """
    if path.is_dir():
        raise InputError(f"{path}: expected a file, found a folder. Name its files: {path}/*")
    reader = READERS.get(kind(path))
    if reader is None:
        known = ".tsv .jsonl .tmx, .txt (our articles), .uk with .en beside it, each also as .xz .gz .bz2"
        raise InputError(f"{path}: no format that is known by its name. Known: {known}.")
    if not path.is_file():
        raise InputError(f"{path}: no such file.")
    return reader
