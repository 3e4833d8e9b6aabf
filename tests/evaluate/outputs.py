"""References of the bundled test set, and outputs made of them by spoiling words, seeded."""

import random
from functools import cache

from pipeline.evaluate.example import TestSet
from pipeline.evaluate.test_sets import bundled_test_set, read_test_set


@cache
def own_test_set() -> TestSet:
    return read_test_set(bundled_test_set())


def references(n: int) -> list[str]:
    """Return `n` English sentences, those of the test set again and again."""
    texts = [example.reference for example in own_test_set().translations]
    return [texts[number % len(texts)] for number in range(n)]


def spoilt(texts: list[str], share: float, seed: int) -> list[str]:
    """Return `texts` with that share of their words replaced by others of the same texts."""
    source = random.Random(seed)
    words = " ".join(texts).split()
    return [" ".join(source.choice(words) if source.random() < share else w for w in text.split()) for text in texts]
