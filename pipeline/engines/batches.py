"""Which texts go through a model together."""

from collections.abc import Sequence


def token_batches(lengths: Sequence[int], batch_tokens: int) -> list[list[int]]:
    """Group texts by length, at most `batch_tokens` tokens a batch with its padding, at least one text.

    Returns: the batches, longest texts first, each a list of indices into `lengths`; every index stands in one batch.
    """
    order = sorted(range(len(lengths)), key=lambda index: (-lengths[index], index))
    batches: list[list[int]] = []
    for index in order:
        if batches and lengths[batches[-1][0]] * (len(batches[-1]) + 1) <= batch_tokens:
            batches[-1].append(index)
        else:
            batches.append([index])
    return batches


def equal_lengths(lengths: Sequence[int]) -> list[list[int]]:
    """Group the indices of `lengths` by equal length, longest first; within a group the order is kept."""
    groups: dict[int, list[int]] = {}
    for index, length in enumerate(lengths):
        groups.setdefault(length, []).append(index)
    return [groups[length] for length in sorted(groups, reverse=True)]
