"""What is found out about the examples before hours are spent: enough of them, and a dev set that is not among them."""

import heapq
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pipeline.corpus.overlap import MIN_WORDS
from pipeline.errors import InputError
from pipeline.text.words import words
from pipeline.train.example import Example, Examples

MIN_FROM_SCRATCH = 2_000
MIN_TO_GO_ON = 100
MIN_DEV = 10
_DEV_SHARE = 20  # one example in so many at most is set aside


@dataclass(frozen=True, slots=True)
class Prepared:
    """The dev set, and the examples that are left to learn from."""

    dev: Sequence[Example]
    training: Examples
    number: int


class Without:
    """Examples without those whose source is set aside."""

    def __init__(self, examples: Examples, keys: Collection[int]) -> None:
        """Leave out the examples with a key among `keys`."""
        self._examples, self._keys = examples, frozenset(keys)

    def __iter__(self) -> Iterator[Example]:
        """Begin again."""
        if not self._keys:
            return iter(self._examples)
        return (example for example in self._examples if example.key not in self._keys)


def prepare(examples: Examples, dev: Sequence[Example] | None, dev_number: int, *, from_scratch: bool) -> Prepared:
    """Go through `examples` once and return what training needs.

    If `dev` is None up to `dev_number` examples are set aside, chosen by their hash: the same ones every time.

    Raises: InputError if there are too few, or `dev` is too small or overlaps with them.
    """
    if dev is not None and len(dev) < MIN_DEV:
        raise InputError(
            f"the dev set has {len(dev)} examples; expected {MIN_DEV} or more, better 500. (Of articles in our own "
            "format every tenth is held out: it is read neither for training nor for the dev set.)"
        )
    number, overlapping, first = 0, 0, ""
    keys = {one.key for one in dev or () if len(words(one.source)) >= MIN_WORDS}
    smallest: list[int] = []
    chosen: dict[int, Example] = {}
    times: Counter[int] = Counter()  # how many examples have the source of one that is chosen
    for example in examples:
        number += 1
        key = example.key
        if key in keys:
            overlapping += 1
            first = first or f"{example.source[:80]!r} ({example.corpus})"
        if dev is None and key not in chosen and (len(smallest) < dev_number or -smallest[0] > key):
            chosen[key] = example
            heapq.heappush(smallest, -key)
            if len(smallest) > dev_number:
                evicted = -heapq.heappop(smallest)
                del chosen[evicted], times[evicted]
        if key in chosen:
            times[key] += 1
    _check_number(number, from_scratch=from_scratch)
    if overlapping:
        raise InputError(
            f"{overlapping:,} examples have the source of one in the dev set, the first: {first}. What steers training "
            "must not be in it. Type: tezy corpus clean DATA --without DEV --out FILE.tsv.xz"
        )
    if dev is not None:
        return Prepared(dev[:dev_number], examples, number)
    keep = sorted(chosen)[: max(MIN_DEV, number // _DEV_SHARE)]
    left = number - sum(times[key] for key in keep)
    return Prepared([chosen[key] for key in keep], Without(examples, keep), left)


def _check_number(number: int, *, from_scratch: bool) -> None:
    if from_scratch and number < MIN_FROM_SCRATCH:
        raise InputError(
            f"{number:,} examples are too few to learn a language from: expected {MIN_FROM_SCRATCH:,} at the very "
            "least, and some 500,000 for use. Give more --data, or go on with a model: --from MODEL."
        )
    if number < MIN_TO_GO_ON:
        raise InputError(f"{number:,} examples are too few to learn from: expected {MIN_TO_GO_ON} or more.")
