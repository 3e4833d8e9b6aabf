"""What a corpus looks like from above: how much of it there is, a sample to read, and whether it is what it should be.

A pair may be wrong by itself (`filters`); a whole corpus is wrong when its columns are swapped or its lines have
slipped, and then its pairs look innocent one by one.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.corpus.digits import numbers_disagree
from pipeline.corpus.filters import script_shares
from pipeline.corpus.pair import Pair
from pipeline.corpus.sample import Sample

SAMPLE_PAIRS = 2000
_ENOUGH_PAIRS = 20
_ENOUGH_WITH_NUMBERS = 30
_MAX_DISAGREEING = 0.25  # aligned corpora stay below 0.08; news with one line slipped is near 1
_ENOUGH_FOR_LENGTHS = 200
_MIN_LENGTH_SPREAD = 0.25  # of the logarithm; texts all of one length cannot tell
_MIN_LENGTH_CORRELATION = 0.25  # of slipped lines it is near 0
_COMPARABLE_CHARACTERS = 20


@dataclass(slots=True)
class Census:
    """One corpus: its size, and a fair sample of its pairs."""

    pairs: int = 0
    english_words: int = 0
    sample: Sample = field(default_factory=lambda: Sample(SAMPLE_PAIRS))


class Survey:
    """Counts pairs by corpus as they go by."""

    def __init__(self) -> None:
        """Begin with no corpus."""
        self.corpora: dict[str, Census] = {}

    def add(self, pair: Pair) -> None:
        """Count `pair`."""
        census = self.corpora.setdefault(pair.corpus, Census())
        census.pairs += 1
        census.english_words += pair.en.count(" ") + 1
        census.sample.add(pair)

    @property
    def pairs(self) -> int:
        """How many pairs there are in all."""
        return sum(census.pairs for census in self.corpora.values())

    def faults(self) -> list[str]:
        """Say what is wrong with whole corpora; empty if nothing is."""
        return [fault for corpus, census in self.corpora.items() for fault in _faults(corpus, census.sample.pairs)]


def _faults(corpus: str, sample: list[Pair]) -> Iterable[str]:
    if len(sample) < _ENOUGH_PAIRS:
        return
    example = sample[0]
    scripts = [(script_shares(pair.uk), script_shares(pair.en)) for pair in sample]
    swapped = sum(uk[1] > 0.5 and en[0] > 0.5 for uk, en in scripts) / len(sample)
    right = sum(uk[0] > 0 and en[1] > 0.5 for uk, en in scripts) / len(sample)
    if swapped > 0.5:
        yield (
            f"{corpus} is in the wrong direction: expected Ukrainian, then English; in {swapped:.0%} of its pairs "
            f"it is the other way round, as in {example.place}. Swap the columns."
        )
    elif right < 0.5:
        yield (
            f"{corpus} is not Ukrainian with English: only {right:.0%} of its pairs have Cyrillic on one side and "
            f"Latin letters on the other. See {example.place}."
        )
    elif (share := _disagreeing(sample)) > _MAX_DISAGREEING or _lengths_unrelated(sample):
        detail = f"the numbers of {share:.0%} of its pairs" if share > _MAX_DISAGREEING else "the lengths of its sides"
        yield (
            f"{corpus} is misaligned: {detail} do not agree, as if lines had slipped. "
            f"Compare the sides around {example.place}."
        )


def _disagreeing(sample: list[Pair]) -> float:
    """Return the share of the pairs with numbers in which these differ; 0 if too few have any."""
    with_numbers = [pair for pair in sample if any(c.isdigit() for c in pair.uk)]
    if len(with_numbers) < _ENOUGH_WITH_NUMBERS:
        return 0.0
    return sum(numbers_disagree(pair.uk, pair.en) for pair in with_numbers) / len(with_numbers)


def _lengths_unrelated(sample: list[Pair]) -> bool:
    compared = [
        (math.log(len(pair.uk)), math.log(len(pair.en)))
        for pair in sample
        if min(len(pair.uk), len(pair.en)) >= _COMPARABLE_CHARACTERS
    ]
    if len(compared) < _ENOUGH_FOR_LENGTHS:
        return False
    uk, en = zip(*compared, strict=True)
    mean_uk, mean_en = sum(uk) / len(uk), sum(en) / len(en)
    spread_uk = math.sqrt(sum((x - mean_uk) ** 2 for x in uk) / len(uk))
    spread_en = math.sqrt(sum((x - mean_en) ** 2 for x in en) / len(en))
    if min(spread_uk, spread_en) < _MIN_LENGTH_SPREAD:
        return False
    covariance = sum((x - mean_uk) * (y - mean_en) for x, y in compared) / len(compared)
    return bool(covariance < _MIN_LENGTH_CORRELATION * spread_uk * spread_en)
