"""Batches of about equal size in tokens, the same again for the same seed, from any place on.

A pass is every example as often as its corpus weighs, shuffled. It is cut into chunks, a chunk is sorted by length and
cut into batches, and those are shuffled: padding is small and the order random enough.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.corpus.weights import weighted_order
from pipeline.errors import ConfigError
from pipeline.train.encoded import Encoded

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class BatchShape:
    """How batches are cut: `tokens` is padded source and target together."""

    tokens: int
    chunk_examples: int


@dataclass(frozen=True, slots=True)
class Position:
    """Where training is in its data: how many passes and then batches lie behind it."""

    passes: int = 0
    batches: int = 0


def batches_from(
    position: Position, examples: Encoded, weights: Sequence[float], shape: BatchShape, seed: int
) -> Iterator[tuple[Numbers, Position]]:
    """Yield batches without end, each with the position after it.

    Raises: ConfigError if the weights leave no example.
    """
    members = examples.members()
    while True:
        generator = np.random.default_rng([seed, position.passes])
        order = weighted_order(members, weights, generator)
        if not len(order):
            raise ConfigError(f"the weights leave none of {len(examples):,} examples. Set those in [data] higher.")
        for count, batch in enumerate(_shuffled_batches(order, examples, shape, generator), 1):
            if count > position.batches:
                yield batch, Position(position.passes, count)
        position = Position(position.passes + 1, 0)


def _shuffled_batches(
    order: Numbers, examples: Encoded, shape: BatchShape, generator: np.random.Generator
) -> Iterator[Numbers]:
    for start in range(0, len(order), shape.chunk_examples):
        batches = sorted_batches(order[start : start + shape.chunk_examples], examples, shape.tokens)
        for index in generator.permutation(len(batches)):
            yield batches[index]


def sorted_batches(numbers: Numbers, examples: Encoded, tokens: int) -> list[Numbers]:
    """Cut `numbers` into batches of at most `tokens`, padding counted, shortest first.

    An example longer than that is a batch of its own.
    """
    sources, targets = examples.source_lengths[numbers], examples.target_lengths[numbers]
    by_length = np.lexsort((sources, targets))
    batches: list[Numbers] = []
    start, longest_source, longest_target = 0, 0, 0
    for place, index in enumerate(by_length):
        source, target = max(longest_source, int(sources[index])), max(longest_target, int(targets[index]))
        if place > start and (source + target) * (place - start + 1) > tokens:
            batches.append(numbers[by_length[start:place]])
            start, source, target = place, int(sources[index]), int(targets[index])
        longest_source, longest_target = source, target
    if len(by_length):
        batches.append(numbers[by_length[start:]])
    return batches
