"""Clean parallel text: characters made regular as articles are, then the filters."""

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
    pairs = map(regular, read_pairs(paths, on_malformed))
    return kept(pairs, PairFilter(test_sets), on_dropped)


def regular(pair: Pair) -> Pair:
    """Return `pair` with entities decoded and one kind of apostrophe and space: as a model will see articles."""
    return replace(pair, uk=_line(pair.uk), en=_line(pair.en))


def _line(text: str) -> str:
    return " ".join(normalise(text).split())
