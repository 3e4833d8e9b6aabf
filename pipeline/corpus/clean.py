"""Clean parallel text: characters made regular as articles are, then the filters.

Training text and test sets, counting and cleaning: all go through `regular_pairs`, or a sentence of a test set would
pass for another where one side writes `&amp;` and the other `&`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.corpus.filters import PairFilter, kept
from pipeline.corpus.overlap import Overlap
from pipeline.corpus.pair import Malformed, Pair
from pipeline.corpus.read import read_pairs
from pipeline.text.normalise import normalise


def clean_pairs(
    paths: Iterable[Path],
    test_sets: Overlap,
    on_dropped: Callable[[Pair, str], None],
    on_malformed: Callable[[Malformed], None],
) -> Iterator[Pair]:
    """Yield what is fit to learn from, in order. Held-out articles are left out without a word.

    Raises: InputError if a file cannot be read.
    """
    return kept(regular_pairs(paths, on_malformed), PairFilter(test_sets), on_dropped)


def read_test_sets(paths: Iterable[Path]) -> Overlap:
    """Return the texts of test sets, those of held-out articles too.

    Raises: InputError if a file cannot be read or has a place that holds no pair.
    """
    return Overlap(regular_pairs(paths, held_out=True))


def regular_pairs(
    paths: Iterable[Path], on_malformed: Callable[[Malformed], None] | None = None, *, held_out: bool = False
) -> Iterator[Pair]:
    """Yield what `read_pairs` does, with entities decoded and one kind of apostrophe and space: as a model sees it."""
    for pair in read_pairs(paths, on_malformed, held_out=held_out):
        yield replace(pair, uk=_line(pair.uk), en=_line(pair.en))


def _line(text: str) -> str:
    return " ".join(normalise(text).split())
